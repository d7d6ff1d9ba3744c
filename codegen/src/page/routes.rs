//! Which code blocks list routes, and the routes.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::http::Method;
use crate::page::fences::{Fence, METHODS, Role};
use crate::page::outline::Topic;
use crate::page::{Route, fixed_query, route};

/// The routes, and which code blocks are nothing but lists of them.
pub(super) struct Routes {
    pub(super) list: Vec<Route>,
    /// Indices of the code blocks.
    pub(super) fences: BTreeSet<usize>,
    /// The routes in `list`: a page may write one several times.
    seen: BTreeSet<(Method, String)>,
}

/// Reads the routes of a page. `filed_as_api` says that the page's label or folder promises some.
pub(super) fn read(fences: &[Fence<'_>], filed_as_api: bool, diagnostics: &mut Diagnostics) -> Routes {
    let mut routes = Routes { list: Vec::new(), fences: BTreeSet::new(), seen: BTreeSet::new() };
    let passages: BTreeSet<_> =
        fences.iter().filter(|fence| lists_routes(fence)).map(|fence| fence.passage).collect();
    // An annotated example that is a bare request line shows the route where its section lists none.
    let shows_routes = |fence: &Fence<'_>| {
        fence.topic == Topic::HttpRequest && !passages.contains(&fence.passage) && is_route_list(fence)
    };
    routes.add(fences, |fence| lists_routes(fence) || shows_routes(fence), diagnostics);
    // Such a request remains an example.
    routes.fences.retain(|index| fences[*index].block_type() != "request");
    if routes.list.is_empty() && filed_as_api {
        let examples = fences.iter().position(|fence| fence.topic == Topic::Example).unwrap_or(fences.len());
        let before = &fences[..examples];
        routes.add(before, |fence| !is_annotated_example(fence) && is_route_list(fence), diagnostics);
    }
    fixed_query::settle(&mut routes.list, diagnostics);
    routes
}

impl Routes {
    fn add(
        &mut self,
        fences: &[Fence<'_>],
        accept: impl Fn(&Fence<'_>) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for (index, fence) in fences.iter().enumerate().filter(|(_, fence)| accept(fence)) {
            self.fences.insert(index);
            let routes = route::read(fence.body, diagnostics);
            self.list.extend(
                routes.into_iter().filter(|route| self.seen.insert((route.method, route.text.clone()))),
            );
        }
    }
}

/// Stands where routes are listed, and is neither an example nor another language.
fn lists_routes(fence: &Fence<'_>) -> bool {
    fence.topic == Topic::HttpRequest
        && !is_annotated_example(fence)
        && fence.may_be_http()
        && !is_message(fence)
}

/// Annotated as something that happens, not as something that can be called.
fn is_annotated_example(fence: &Fence<'_>) -> bool {
    ["request", "response", "samples", "example", "resource"].contains(&fence.block_type())
}

/// Holds a body or a status line.
fn is_message(fence: &Fence<'_>) -> bool {
    fence.body.text.lines().any(|line| line.trim_start().starts_with(['{', '[']) || line.starts_with("HTTP/"))
}

/// Holds request lines and nothing else.
pub(super) fn is_route_list(fence: &Fence<'_>) -> bool {
    let is_request_line =
        |line: &str| line.split_once(' ').is_some_and(|(method, _)| METHODS.contains(&method));
    fence.role() == Role::Request
        && fence.body.text.lines().map(str::trim).filter(|line| !line.is_empty()).all(is_request_line)
}
