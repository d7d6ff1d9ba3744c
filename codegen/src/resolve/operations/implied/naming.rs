//! The name that a missing page would have: the pages that are there show how the reference names them.
//!
//! Where pages document both a list and one of it, or an entity and a property below it, the names of the two differ in
//! some way. The missing page follows the most frequent way.

use std::collections::BTreeMap;

use super::documented::{Call, Documented};
use super::paths;
use super::words::{Listed, exchanged, get, one_of, squashed, subject, verb_below, with_verb};
use crate::case::snake;
use crate::http::Method;
use crate::page::names::{is_verb, of_routes, without_resource};
use crate::page::{Page, Route};
use crate::path_template::PathTemplate;

/// The verb of lists where the reference has none.
const LIST: &str = "list";

/// The ways of the reference.
pub(super) struct Naming {
    /// The verb of pages that list.
    list: String,
    /// The verbs of pages that read a property below an entity: one, many.
    one_below: String,
    many_below: String,
    /// The name of the page of one if that of the list is `user_list_messages`.
    one_of_listed: Listed,
}

/// The function and the resource of a missing page.
pub(super) struct Missing {
    pub(super) resource: String,
    pub(super) function: String,
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
        named(one.page, &parts, &routes.collect::<Vec<_>>(), one.position)
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
            return named(list.page, &parts, &routes, routes.len() - 1);
        }
        let routes = list.page.api.routes.iter().enumerate().map(|(position, route)| {
            let one = if position == list.position {
                path.clone()
            } else {
                paths::with_key(&route.address.path, style)
            };
            with_path(route, route.method, one)
        });
        named(list.page, &parts, &routes.collect::<Vec<_>>(), list.position)
    }

    /// The name of what a property leads to, by the page of the entity: `user_list_messages` for `user_get`.
    pub(super) fn property(&self, entity: &Call<'_>, name: &str, many: bool) -> Missing {
        let verb = if many { &self.many_below } else { &self.one_below };
        let routes = entity.page.api.routes.iter();
        let routes =
            routes.map(|route| with_path(route, route.method, paths::below(&route.address.path, name)));
        named_below(entity, verb, name, &routes.collect::<Vec<_>>())
    }

    /// The name of what is in a stream, by the page that writes it: `picture_get_content` for `picture_update`.
    pub(super) fn stream(&self, write: &Call<'_>, name: &str) -> Missing {
        let routes = write.page.api.routes.iter();
        let routes = routes.map(|route| with_path(route, Method::Get, route.address.path.clone()));
        named_below(write, &self.one_below, name, &routes.collect::<Vec<_>>())
    }
}

fn most<T: Ord>(votes: BTreeMap<T, usize>) -> Option<T> {
    // Of two that have as many votes, the first.
    votes.into_iter().rev().max_by_key(|(_, count)| *count).map(|(way, _)| way)
}

/// The function of a missing page about what is below the entity of a call.
fn named_below(call: &Call<'_>, verb: &str, name: &str, routes: &[Route]) -> Missing {
    let mut parts = subject(&call.page.names.parts).to_vec();
    parts.extend([verb.to_owned(), snake(name)]);
    named(call.page, &parts, routes, call.position)
}

/// The function of a missing page beside another: its routes are named as those of any page, and it is about the same
/// resource if it names that.
fn named(beside: &Page, parts: &[String], routes: &[Route], position: usize) -> Missing {
    let same = parts.iter().find(|part| **part == beside.names.resource);
    let resource = same.or_else(|| parts.iter().find(|part| !is_verb(part))).or(parts.first());
    let resource = resource.cloned().unwrap_or_default();
    let words = without_resource(parts, &resource);
    let functions = of_routes(routes, &words);
    Missing { resource, function: functions.into_iter().nth(position).unwrap_or(words) }
}

fn with_path(route: &Route, method: Method, path: PathTemplate) -> Route {
    let mut route = Route { method, query: None, ..route.clone() };
    route.address.path = path;
    route
}
