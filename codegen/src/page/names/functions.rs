//! The names of a page's request functions.
//!
//! A function lives in the module of its resource, so its name is what else the file's name says: `copy` of
//! `message-copy`. Of the routes of a page the plainest has that name alone, and each other says where else it leads.

use std::collections::BTreeSet;

use super::siblings::Siblings;
use crate::case::{UsedNames, snake};
use crate::page::{Page, Route};
use crate::path_template::ParameterKind;

/// The names of a page's functions: of its routes, and behind them of the actions that it describes, which have names of
/// their own.
pub(super) fn functions(page: &Page, words: &str) -> Vec<String> {
    let mut names = of_own_routes(page, words);
    let mut taken: UsedNames = names.iter().collect();
    names.extend(page.resource.actions.iter().map(|action| taken.take(snake(&action.name))));
    names
}

/// The names of the page's routes, told from those of the other pages of the file that share its name.
fn of_own_routes(page: &Page, words: &str) -> Vec<String> {
    let (before, own, behind) = (&page.among.before, &page.api.routes, &page.among.behind);
    if !page.among.shares_name() {
        return of_routes(own, words);
    }
    let all = [before, own, behind].into_iter().flatten().cloned().collect::<Vec<_>>();
    of_routes(&all, words).into_iter().skip(before.len()).take(own.len()).collect()
}

/// A name that is longer than this is shortened.
const LONG: usize = 42;

/// The page's words for the plainest route, and for every other what tells it from that. A page that reads a collection and
/// one of it has two verbs: `list` and `get`.
pub(crate) fn of_routes(routes: &[Route], words: &str) -> Vec<String> {
    let mut names: Vec<Option<String>> = vec![None; routes.len()];
    let mut taken = UsedNames::default();
    let siblings = Siblings::of(routes);
    let (lists, others): (Vec<usize>, Vec<usize>) =
        (0..routes.len()).partition(|place| siblings.has_one_of(*place));
    let listing = listing(words).filter(|_| !lists.is_empty());
    let groups = match listing {
        Some(listing) => vec![(others, words.to_owned()), (lists, listing)],
        None => vec![((0..routes.len()).collect(), words.to_owned())],
    };
    for (group, words) in groups {
        let Some(main) = plainest(routes, &group) else { continue };
        let words = if words.is_empty() { routes[main].method.as_str() } else { &words };
        let candidates = siblings.beside(main, words);
        let others = group.into_iter().filter(|place| *place != main);
        let places: Vec<usize> = [main].into_iter().chain(others).collect();
        let mut wanted: Option<BTreeSet<String>> = None;
        for place in places.iter().copied() {
            let mut name = candidates.of(place, |name| !taken.contains(name));
            if name.len() > LONG {
                // A name that belongs to another route does not tell this one apart.
                let wanted = wanted.get_or_insert_with(|| {
                    places.iter().map(|place| candidates.of(*place, |_| true)).collect()
                });
                let is_free = |name: &String| !taken.contains(name) && !wanted.contains(name);
                name = candidates.shorter(place).into_iter().find(is_free).unwrap_or(name);
            }
            names[place] = Some(taken.take(name));
        }
    }
    names.into_iter().flatten().collect()
}

/// The words of the page of a collection, by those of the page of one of it.
fn listing(words: &str) -> Option<String> {
    let mut words: Vec<&str> = words.split('_').collect();
    let verb = words.iter().position(|word| *word == "get")?;
    words[verb] = "list";
    Some(words.join("_"))
}

/// The route with the fewest keys, then the fewest segments, then the first. A key in parentheses (`books(isbn='{isbn}')`) counts as
/// a segment, as other keys do.
fn plainest(routes: &[Route], group: &[usize]) -> Option<usize> {
    let size = |route: &Route| {
        let path = &route.address.path;
        let inside = path
            .parameters()
            .filter(|key| matches!(key.kind, ParameterKind::Quoted | ParameterKind::Bare))
            .count();
        (path.parameters().count(), path.segments.len() + inside)
    };
    group.iter().copied().min_by_key(|place| size(&routes[*place]))
}
