//! Properties of which a table says that they lead to one object, and the routes that they lead to many: a list is read
//! there, or each has a key.
//!
//! A table that names a type without saying how many there are is no proof. Where the routes contradict each other, or what
//! looks like a key may be none, the table stands, and a finding names the key.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::is_list;
use super::evidence::{Evidence, Tail};
use super::exchanges::Bindings;
use super::tree::Tree;
use crate::case::snake;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::page::Route;
use crate::path_template::ParameterKind;
use crate::plural;
use crate::resolve::types::lookup::Lookup;
use crate::source::Span;

/// What the routes to one property tell.
struct Clues<'a> {
    type_: Type,
    /// Reads without a key, by what they answer.
    list: Option<&'a Route>,
    one: Option<&'a Route>,
    keyed: Option<&'a Route>,
}

/// The properties that are many, by their rows, with their types. Reports each.
pub(crate) fn of(
    types: &BTreeMap<QualifiedName, StructuredType>,
    tree: &Tree<'_>,
    lookup: &Lookup<'_>,
    bindings: &Bindings,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Span, Type> {
    let clues = clues(tree, lookup, bindings);
    let properties = types.values().flat_map(|type_| &type_.properties);
    let (many, one): (Vec<&Property>, Vec<&Property>) =
        properties.partition(|property| matches!(property.type_, Type::Collection(_)));
    let many: BTreeSet<(&str, &Type)> =
        many.iter().map(|property| (property.name.as_str(), property.type_.element())).collect();
    let one: BTreeMap<Span, &str> =
        one.iter().map(|property| (property.span, property.name.as_str())).collect();
    let mut found = BTreeMap::new();
    for (row, clues) in clues {
        let Some(name) = one.get(&row) else { continue };
        // Beside `categories`, `category` is one of them.
        let plural = plural::plural(name);
        let has_plural = plural != **name && many.contains(&(plural.as_str(), &clues.type_));
        let (told, message) = match (clues.list, clues.one, clues.keyed) {
            (Some(list), None, _) if !has_plural => (list, "a route reads a list there"),
            (None, None, Some(keyed)) if !has_plural && ends_in_key(keyed) => {
                (keyed, "a route has a key behind it")
            }
            (_, one, Some(keyed)) => {
                let tell = if one.is_some() { "the table and another route say" } else { "the table says" };
                let message = format!(
                    "the route has a key behind `{name}`; {tell} that it is one object, and so does the crate"
                );
                let related = vec![(row, "the table's row".to_owned())];
                diagnostics.report_with(Code::ConflictingType, keyed.span, message, related);
                continue;
            }
            _ => continue,
        };
        let message = format!(
            "`{name}` is one object in the table, but {message}; the crate takes it for a collection"
        );
        let related = vec![(told.span, "the route".to_owned())];
        diagnostics.report_with(Code::ConflictingType, row, message, related);
        found.insert(row, clues.type_.collection());
    }
    found
}

/// Whether the last place of a route is a key beyond doubt: in parentheses, or named as one. Else it may be a property's name.
fn ends_in_key(route: &Route) -> bool {
    let Some(last) = route.address.path.parameters().last() else { return false };
    let is_key = || snake(&last.name).rsplit('_').next().is_some_and(|word| ["id", "key"].contains(&word));
    matches!(last.kind, ParameterKind::Bare | ParameterKind::Quoted) || is_key()
}

fn clues<'a>(tree: &Tree<'_>, lookup: &Lookup<'a>, bindings: &Bindings) -> BTreeMap<Span, Clues<'a>> {
    let mut clues: BTreeMap<Span, Clues<'a>> = BTreeMap::new();
    for page in lookup.pages.values() {
        let bound = bindings.get(&page.id).map(Vec::as_slice).unwrap_or_default();
        for route in &page.api.routes {
            let end = tree.end(&route.address.path);
            let keyed = end.keyed && end.doubtful;
            // Of several derived types, a property is a guess.
            let read = route.method == Method::Get && Tail::of_route(route) == Tail::Other;
            let read = read && end.many == Some(false) && !end.keyed && !end.doubtful;
            let (Some(type_ @ Type::Structured(_)), Some(row)) = (end.type_, end.property) else { continue };
            if end.call || !keyed && !read {
                continue;
            }
            let clues = clues.entry(row).or_insert(Clues { type_, list: None, one: None, keyed: None });
            let shows_list = || {
                let answers = Evidence::of(page, bound, route).own_answers();
                answers.iter().filter_map(|answer| answer.body.json()).any(is_list)
            };
            let told = match keyed {
                true => &mut clues.keyed,
                false if page.api.response.collection && shows_list() => &mut clues.list,
                false => &mut clues.one,
            };
            told.get_or_insert(route);
        }
    }
    clues
}
