//! The name that a missing page would have: the pages that are there show how the reference names them.
//!
//! Where pages document both a list and one of it, or an entity and a property below it, the names of the two differ in a
//! certain way. The way that most have is that of the missing page.

use std::collections::BTreeMap;

use super::documented::{Call, Documented};
use super::paths;
use crate::case::snake;
use crate::http::Method;
use crate::page::Route;
use crate::page::names::{is_verb, of_routes};
use crate::path_template::PathTemplate;
use crate::plural::singular;

/// The verb of lists where the reference has none.
const LIST: &str = "list";

/// The ways of the reference.
pub(super) struct Naming {
    /// The verb of pages that list.
    list: String,
    /// The verbs of pages that read a property below an entity: one, many.
    one_below: String,
    many_below: String,
    /// What the page of one is called where that of the list is `user_list_messages`.
    one_of_listed: Listed,
}

/// What a missing page would call its function, and what it would be about.
pub(super) struct Missing {
    pub(super) resource: String,
    pub(super) function: String,
}

/// What becomes of `user_list_messages` on the page of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Listed {
    /// `user_get_message`
    Below,
    /// `message_get`, for a type of this name
    Alone,
}

impl Naming {
    /// Learns from all pairs of pages.
    pub(super) fn of(documented: &Documented<'_>) -> Self {
        let mut by_place: BTreeMap<&str, &Call<'_>> = BTreeMap::new();
        for call in documented.reads().filter(|call| call.position == 0) {
            by_place.entry(&call.place).or_insert(call);
        }
        let mut lists: BTreeMap<String, usize> = BTreeMap::new();
        let mut listed: BTreeMap<Listed, usize> = BTreeMap::new();
        let mut below: [BTreeMap<String, usize>; 2] = Default::default();
        for (place, call) in &by_place {
            let Some((parent, end)) = place.rsplit_once('/') else { continue };
            let Some(parent) = by_place.get(parent) else { continue };
            if end == "{}" {
                let (list, one) = (&parent.page.names.parts, &call.page.names.parts);
                if let Some(verb) = exchanged(one, list) {
                    *lists.entry(verb.to_owned()).or_default() += 1;
                }
                let type_ = parent.listed().map_or("", |type_| &type_.name);
                for way in [Listed::Below, Listed::Alone] {
                    if squashed(&one_of(list, way, type_)) == squashed(one) {
                        *listed.entry(way).or_default() += 1;
                    }
                }
            } else if let Some(verb) = verb_below(&parent.page.names.parts, &call.page.names.parts, end) {
                let many = usize::from(call.end.many == Some(true));
                if let Some(votes) = below.get_mut(many) {
                    *votes.entry(verb.to_owned()).or_default() += 1;
                }
            }
        }
        let [one_below, many_below] = below;
        let list = most(lists).unwrap_or_else(|| LIST.to_owned());
        Naming {
            one_below: most(one_below).unwrap_or_else(get),
            many_below: most(many_below).unwrap_or_else(|| list.clone()),
            one_of_listed: most(listed).unwrap_or(Listed::Below),
            list,
        }
    }

    /// The name of the list, by the page of one: `customer_list` for `customer_get`.
    pub(super) fn collection(&self, one: &Call<'_>) -> Missing {
        let parts = with_verb(&one.page.names.parts, one.operation.method, &self.list);
        let routes = one.page.api.routes.iter().map(|route| {
            let list = paths::without_key(&route.address.path);
            let method = if route.method == one.operation.method { Method::Get } else { route.method };
            with_path(route, method, list.unwrap_or_else(|| route.address.path.clone()))
        });
        named(&parts, &routes.collect::<Vec<_>>(), one.position)
    }

    /// The name of one, by the page of the list: `customer_get` for `customer_list`.
    pub(super) fn one(&self, list: &Call<'_>, path: &PathTemplate) -> Missing {
        let type_ = list.listed().map_or("", |type_| &type_.name);
        let parts = one_of(&list.page.names.parts, self.one_of_listed, type_);
        let style = paths::style(path).unwrap_or(paths::KeyStyle::Segment);
        if parts == list.page.names.parts {
            // The page is named as that of one: one would stand on it too.
            let one = with_path(list.route, list.route.method, path.clone());
            let routes = list.page.api.routes.iter().cloned().chain([one]).collect::<Vec<_>>();
            return named(&parts, &routes, routes.len() - 1);
        }
        let routes = list.page.api.routes.iter().enumerate().map(|(position, route)| {
            let one = if position == list.position {
                path.clone()
            } else {
                paths::with_key(&route.address.path, style)
            };
            with_path(route, route.method, one)
        });
        named(&parts, &routes.collect::<Vec<_>>(), list.position)
    }

    /// The name of what a property leads to, by the page of the entity: `user_list_messages` for `user_get`.
    pub(super) fn property(&self, entity: &Call<'_>, name: &str, many: bool) -> Missing {
        let verb = if many { &self.many_below } else { &self.one_below };
        let mut parts = subject(&entity.page.names.parts).to_vec();
        parts.extend([verb.clone(), snake(name)]);
        let routes = entity.page.api.routes.iter();
        let routes =
            routes.map(|route| with_path(route, route.method, paths::below(&route.address.path, name)));
        named(&parts, &routes.collect::<Vec<_>>(), entity.position)
    }
}

fn get() -> String {
    Method::Get.as_str().to_lowercase()
}

fn most<T: Ord>(votes: BTreeMap<T, usize>) -> Option<T> {
    // Of two that have as many votes, the first.
    votes.into_iter().rev().max_by_key(|(_, count)| *count).map(|(way, _)| way)
}

/// The function of a missing page: its routes are named as those of any page.
fn named(parts: &[String], routes: &[Route], position: usize) -> Missing {
    let words = parts.join("_");
    let functions = of_routes(routes, &words);
    let resource = parts.iter().find(|part| !is_verb(part)).or(parts.first());
    Missing {
        resource: resource.cloned().unwrap_or_default(),
        function: functions.into_iter().nth(position).unwrap_or(words),
    }
}

fn with_path(route: &Route, method: Method, path: PathTemplate) -> Route {
    let mut route = Route { method, query: None, ..route.clone() };
    route.address.path = path;
    route
}

/// The words with another verb in the place of theirs, or behind them.
fn with_verb(parts: &[String], method: Method, verb: &str) -> Vec<String> {
    let mut with_verb = parts.to_vec();
    match verb_at(parts, method) {
        Some(at) => with_verb[at] = verb.to_owned(),
        None => with_verb.push(verb.to_owned()),
    }
    with_verb
}

/// Where the verb stands: the method's own, or else the last one. (`list-get` gets a list.)
fn verb_at(parts: &[String], method: Method) -> Option<usize> {
    let own = method.as_str().to_lowercase();
    let last = || parts.iter().rposition(|part| is_verb(part));
    parts.iter().rposition(|part| *part == own).or_else(last)
}

/// The words of the page of one, by those of the list's page.
fn one_of(list: &[String], way: Listed, type_: &str) -> Vec<String> {
    let Some(at) = verb_at(list, Method::Get) else { return [list, &[get()]].concat() };
    let (before, behind) = (&list[..at], &list[at + 1..]);
    let Some((last, words)) = behind.split_last() else { return [before, &[get()]].concat() };
    let one = [words, &[singular(last)]].concat();
    let is_type = squashed(&one) == type_.to_lowercase();
    match way {
        Listed::Alone if is_type && !before.is_empty() => [one, vec![get()]].concat(),
        _ => [before.to_vec(), vec![get()], one].concat(),
    }
}

/// The verb that stands in one row of words where the other has another one.
fn exchanged<'a>(one: &[String], list: &'a [String]) -> Option<&'a str> {
    let mut others = one.iter().zip(list).filter(|(one, list)| one != list);
    let (own, verb) = others.next().filter(|_| one.len() == list.len())?;
    (others.next().is_none() && is_verb(own) && is_verb(verb)).then_some(verb)
}

/// The verb between an entity's words and a property's name, where the name of a page consists of these.
fn verb_below<'a>(entity: &[String], below: &'a [String], name: &str) -> Option<&'a str> {
    let subject = subject(entity);
    let verb = below.get(subject.len()).filter(|verb| is_verb(verb))?;
    let words = [subject, std::slice::from_ref(verb), &[name.to_owned()]].concat();
    (squashed(&words) == squashed(below)).then_some(verb)
}

/// What stands before the verb, or else behind it.
fn subject(parts: &[String]) -> &[String] {
    match verb_at(parts, Method::Get) {
        Some(0) => &parts[1..],
        Some(at) => &parts[..at],
        None => parts,
    }
}

fn squashed(parts: &[String]) -> String {
    parts.concat().replace('_', "").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_list_has_the_words_of_one_with_another_verb() {
        let list = |one: &str, method| with_verb(&words(one), method, "list").join(" ");
        assert_eq!(list("reader get", Method::Get), "reader list");
        assert_eq!(list("get reader", Method::Get), "list reader");
        assert_eq!(list("reader update", Method::Patch), "reader list");
        // The list is what is read here.
        assert_eq!(list("list get", Method::Get), "list list");
        assert_eq!(list("latest_reader", Method::Get), "latest_reader list");
    }

    #[test]
    fn one_is_named_as_most_are() {
        let one = |list: &str, way| one_of(&words(list), way, "loan").join(" ");
        assert_eq!(one("loan list", Listed::Below), "loan get");
        assert_eq!(one("loan list", Listed::Alone), "loan get");
        assert_eq!(one("reader list loans", Listed::Below), "reader get loan");
        assert_eq!(one("reader list loans", Listed::Alone), "loan get");
        // The name of a property is not the name of what it leads to.
        assert_eq!(one("reader list favourites", Listed::Alone), "reader get favourite");
    }

    #[test]
    fn pairs_of_pages_show_the_verbs() {
        assert_eq!(exchanged(&words("loan get"), &words("loan list")), Some("list"));
        assert_eq!(exchanged(&words("loan get"), &words("reader list loans")), None);
        assert_eq!(
            verb_below(&words("reader get"), &words("reader list open_loans"), "openloans"),
            Some("list")
        );
        assert_eq!(
            verb_below(&words("reader get"), &words("reader get open_loans"), "openloans"),
            Some("get")
        );
        assert_eq!(verb_below(&words("reader get"), &words("loan list"), "loans"), None);
    }
}
