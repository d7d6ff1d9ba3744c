//! Another method or path for an operation, on all pages that write it so. The page's examples go with it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::named::{self, Candidate};
use super::{Done, examples};
use crate::http::Method;
use crate::model::RequestTemplate;
use crate::page::{self, Page, Pages, Route};
use crate::path_template::{self, PathTemplate, QueryTemplate, ReadAddress};
use crate::source::{PageId, Sources, Span, file_stem};

/// A route as a correction writes it.
struct Written {
    method: Method,
    path: PathTemplate,
    query: Option<QueryTemplate>,
}

/// Gives the operation `item` the method and the path of `to`.
pub(super) fn apply(pages: &mut Pages, sources: &Sources, item: &str, to: &str) -> Result<Done, String> {
    let written = read(to)?;
    let known = known(pages);
    let found = named::find(item, &known).map_err(|why| match named::find(to, &known) {
        Ok(_) => format!("no page has `{item}`, and `{to}` is there already: remove the entry"),
        Err(_) => why,
    })?;
    // A name without a query speaks of every query.
    let keeps_query = !item.contains('?') && written.query.is_none();
    let mut places = Vec::new();
    for (file, position) in found {
        let Some(page) = pages.get_mut(&file).map(Arc::make_mut) else { continue };
        let Some(route) = page.route_mut(position) else { continue };
        let old = route.clone();
        route.method = written.method;
        route.address.path = written.path.clone();
        if !keeps_query {
            route.query = written.query.clone();
        }
        if old.method == route.method && old.address == route.address && old.query == route.query {
            continue;
        }
        route.text = line(route);
        let new = route.clone();
        examples::follow(page, &old, &new);
        places.push(old.span);
    }
    if places.is_empty() {
        return Err(format!("the pages already have `{to}`: remove this entry"));
    }
    for file in places.iter().map(|place| place.file).collect::<BTreeSet<_>>() {
        let mut of_file: Vec<&mut Page> = page::of_file_mut(pages, file).map(Arc::make_mut).collect();
        for page in &mut of_file {
            let mut listed = BTreeSet::new();
            page.api.routes.retain(|route| {
                let query = route.query.as_ref().map(QueryTemplate::key);
                listed.insert((route.method, route.address.path.key(), query))
            });
        }
        page::name_anew(&mut of_file, file_stem(&sources.get(file).path));
    }
    Ok(Done { places, what: format!("taken as `{to}`, as a correction says"), resolves: |_| false })
}

/// The routes of all pages.
fn known(pages: &Pages) -> Vec<Candidate<(PageId, usize)>> {
    let of_page = |page: &Arc<Page>| {
        let routes = (0..).map_while(|position| Some((position, page.route(position)?)));
        let known = routes.map(|(position, route)| Candidate {
            key: (page.id, position),
            method: route.method,
            path: route.address.path.to_string(),
            constant: RequestTemplate::of(&route.address.path, route.query.as_ref(), &route.text).constant,
        });
        known.collect::<Vec<_>>()
    };
    pages.values().flat_map(of_page).collect()
}

/// Reads what a correction writes. A route that needs a repair is refused, since people would have to guess as well.
fn read(text: &str) -> Result<Written, String> {
    let (method, address) = named::split(text)?;
    let method = Method::from_word(method).ok_or_else(|| format!("there is no method `{method}`"))?;
    let ReadAddress { address, mut repairs } = path_template::read(address, Span::default())
        .map_err(|reason| format!("`{text}` cannot be read: {reason}"))?;
    let query = address.query.as_deref().map(path_template::read_query).unwrap_or_default();
    repairs.extend(query.repairs);
    repairs.extend(query.elided.into_iter().map(|option| format!("`{option}` left out")));
    if address.host.is_some() || address.version.is_some() {
        repairs.push("host and version left out".to_owned());
    }
    match repairs.is_empty() {
        true => Ok(Written { method, path: address.path, query: QueryTemplate::of(query.options) }),
        false => Err(format!("`{text}` has a slip: {}", repairs.join(", "))),
    }
}

fn line(route: &Route) -> String {
    let query = route.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{} {}{query}", route.method, route.address.path)
}
