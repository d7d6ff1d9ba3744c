//! The names of a page's request functions.
//!
//! A function lives in the module of its resource, so its name is what else the file's name says: `copy` of
//! `message-copy`. Of the routes of a page the plainest has that name alone, and each other says where else it leads.

use super::candidates::candidates;
use crate::case::{snake, unique};
use crate::http::Method;
use crate::page::{Page, Route};

/// The names of a page's functions: of its routes, and behind them of the actions that it describes, which have names of
/// their own.
pub(super) fn functions(page: &Page, words: &str) -> Vec<String> {
    let mut names = of_routes(&page.api.routes, words);
    for action in &page.resource.actions {
        let name = snake(&action.name);
        names.push(unique(name, |name| names.iter().any(|known| known == name)));
    }
    names
}

/// The page's words for the plainest route, and for every other what tells it from that. A page that reads a collection and
/// one of it has two verbs: `list` and `get`.
pub(crate) fn of_routes(routes: &[Route], words: &str) -> Vec<String> {
    let mut names: Vec<Option<String>> = vec![None; routes.len()];
    let (lists, others): (Vec<&Route>, Vec<&Route>) =
        routes.iter().partition(|route| has_one_of(routes, route));
    let listing = listing(words).filter(|_| !lists.is_empty());
    let groups = match listing {
        Some(listing) => vec![(others, words.to_owned()), (lists, listing)],
        None => vec![(routes.iter().collect(), words.to_owned())],
    };
    for (group, words) in groups {
        let Some(main) = plainest(&group) else { continue };
        let words = if words.is_empty() { main.method.as_str() } else { &words };
        let mut order: Vec<(usize, &Route)> = routes.iter().enumerate().collect();
        order.retain(|(_, route)| group.iter().any(|own| std::ptr::eq(*own, *route)));
        order.sort_by_key(|(_, route)| !std::ptr::eq(*route, main));
        for (position, route) in order {
            let candidates = candidates(routes, main, route, words);
            let is_taken = |name: &str| names.iter().flatten().any(|known| known == name);
            let free = candidates.iter().find(|name| !is_taken(name)).unwrap_or(&candidates[0]);
            names[position] = Some(unique(free.clone(), is_taken));
        }
    }
    names.into_iter().flatten().collect()
}

/// Whether another route of the page reads one of what this one reads, by a key.
fn has_one_of(routes: &[Route], route: &Route) -> bool {
    let key = route.address.path.key();
    let is_one = |other: &Route| {
        let other = other.address.path.key();
        other.strip_prefix(&key).is_some_and(|rest| matches!(rest, "/{}" | "({})"))
    };
    let reads = |route: &Route| route.method == Method::Get && route.query.is_none();
    reads(route) && routes.iter().any(|other| reads(other) && is_one(other))
}

/// The words of the page of a collection, by those of the page of one of it.
fn listing(words: &str) -> Option<String> {
    let mut words: Vec<&str> = words.split('_').collect();
    let verb = words.iter().position(|word| *word == "get")?;
    words[verb] = "list";
    Some(words.join("_"))
}

/// The route with the fewest keys, then the fewest segments, then the first.
fn plainest<'a>(routes: &[&'a Route]) -> Option<&'a Route> {
    let size = |route: &Route| (route.address.path.parameters().count(), route.address.path.segments.len());
    routes.iter().copied().min_by_key(|route| size(route))
}
