//! Where a page gives its routes: in lists, in lines of code, or only by requests that it shows.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Method, header_line, starts_request};
use crate::limits;
use crate::markdown::{BlockKind, MarkdownTable};
use crate::page::fences::{Fence, Role};
use crate::page::outline::{Passage, Topic};
use crate::page::{Route, by_path, fixed_query, request_lines, route, tables, text_routes};
use crate::path_template::{Address, PathTemplate, Piece, Segment};
use crate::source::{Excerpt, Sources};

/// The routes, and which code blocks are nothing but lists of them.
#[derive(Default)]
pub(super) struct PageRoutes {
    pub(super) list: Vec<Route>,
    /// Indices of the code blocks.
    pub(super) fences: BTreeSet<usize>,
    /// The routes in `list`: a page may write one several times.
    seen: BTreeSet<(Method, String)>,
    /// Whether there were more routes than the list takes.
    full: bool,
}

/// Reads the routes of a page. `filed_as_api` says that its label or folder promises some.
pub(super) fn read(
    sources: &Sources,
    passages: &[Passage<'_>],
    fences: &[Fence<'_>],
    filed_as_api: bool,
    diagnostics: &mut Diagnostics,
) -> PageRoutes {
    let mut routes = PageRoutes::default();
    let lists: BTreeSet<_> =
        fences.iter().filter(|fence| lists_routes(fence)).map(|fence| fence.passage).collect();
    // An example in the section shows the route where the section lists none.
    let shows_routes =
        |fence: &Fence<'_>| fence.topic == Topic::HttpRequest && !lists.contains(&fence.passage);
    routes.add(
        fences,
        |fence| lists_routes(fence) || shows_routes(fence) && is_route_list(fence),
        diagnostics,
    );
    // Such a request remains an example.
    routes.fences.retain(|index| fences[*index].block_type() != "request");
    routes.add_shown(fences, |fence| shows_routes(fence) && !is_route_list(fence), diagnostics);
    routes.add_tables(
        passages,
        |passage, header| passage.topic == Topic::HttpRequest && lists_methods(header),
        diagnostics,
    );
    routes.add_text(sources, passages, diagnostics);
    if routes.list.is_empty() {
        routes.add_tables(
            passages,
            |passage, header| may_list(passage.topic) && lists_requests(header),
            diagnostics,
        );
    }
    if routes.list.is_empty() && filed_as_api {
        // Behind examples, another call may begin.
        let examples = fences.iter().find(|fence| fence.topic == Topic::Example).map(|fence| fence.span);
        let is_before = |fence: &Fence<'_>| examples.is_none_or(|first| fence.span < first);
        let may_list = |fence: &Fence<'_>| is_before(fence) || fence.topic == Topic::Other;
        routes.add(
            fences,
            |fence| may_list(fence) && !is_annotated_example(fence) && is_route_list(fence),
            diagnostics,
        );
        let may_tell = |passage: &&Passage<'_>| matches!(passage.topic, Topic::Introduction | Topic::Other);
        let blocks = passages.iter().filter(may_tell).flat_map(|passage| passage.blocks);
        routes.add_paragraphs(
            blocks.filter(|block| text_routes::is_code(block)).flat_map(text_routes::alone),
            diagnostics,
        );
    }
    let is_request = |fence: &Fence<'_>| fence.block_type() == "request";
    routes.add_shown(fences, |fence| is_request(fence) && !stands_among_examples(fence), diagnostics);
    if routes.list.is_empty() {
        // What is filed as an operation and has no section for its routes shows its call, also without an annotation.
        let shows_call = filed_as_api && !passages.iter().any(|passage| passage.topic == Topic::HttpRequest);
        let is_example = |fence: &Fence<'_>| shows_call && fence.topic == Topic::Example;
        routes.add_shown(fences, |fence| is_request(fence) || is_example(fence), diagnostics);
        routes.list.retain(|route| !route.address.path.segments.iter().any(is_data));
        for route in &routes.list {
            from_example(route, diagnostics);
        }
    }
    routes.add_by_path(fences, diagnostics);
    fixed_query::split_off(&mut routes.list, diagnostics);
    routes
}

/// Tells of a route that only an example has.
fn from_example(route: &Route, diagnostics: &mut Diagnostics) {
    let message = format!(
        "no list of routes has `{} {}`; it is taken from this example",
        route.method, route.address.path
    );
    diagnostics.report(Code::RouteFromExample, route.span, message);
}

/// Whether a segment of an example's address is somebody's data, which no route has.
fn is_data(segment: &Segment) -> bool {
    let [Piece::Literal(text)] = segment.pieces.as_slice() else { return false };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    !text.contains('(') && (digits > 2 || text.contains(['@', '%', '!', '=', ' ']))
}

impl PageRoutes {
    /// Adds all lines of lists.
    fn add(
        &mut self,
        fences: &[Fence<'_>],
        accept: impl Fn(&Fence<'_>) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for (index, fence) in fences.iter().enumerate().filter(|(_, fence)| accept(fence)) {
            self.fences.insert(index);
            for route in route::read(&fence.body, diagnostics) {
                if self.seen.insert((route.method, route.text.clone())) {
                    self.push(route, diagnostics);
                }
            }
        }
    }

    /// Adds the routes of requests, unless the page has them already.
    fn add_shown(
        &mut self,
        fences: &[Fence<'_>],
        accept: impl Fn(&Fence<'_>) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for fence in fences.iter().filter(|fence| fence.role() == Role::Request && accept(fence)) {
            // The query of a request that is shown is a sample.
            if let Some(route) = self.new_request(&fence.body, diagnostics) {
                let address = Address { query: None, ..route.address };
                self.push(Route { address, ..route }, diagnostics);
            }
        }
    }

    /// Adds the routes of examples that address by a path what the routes address by a key.
    fn add_by_path(&mut self, fences: &[Fence<'_>], diagnostics: &mut Diagnostics) {
        let is_example = |(index, fence): &(usize, &Fence<'_>)| {
            by_path::may_show(&fence.body.text)
                && fence.role() == Role::Request
                && !self.fences.contains(index)
        };
        let examples: Vec<_> = fences.iter().enumerate().filter(is_example).collect();
        for (_, fence) in examples {
            let Some(shown) = self.new_request(&fence.body, &mut Diagnostics::default()) else { continue };
            let mut known = self.list.iter().filter(|route| route.method == shown.method);
            let path = known.find_map(|route| by_path::as_shown(&route.address.path, &shown.address.path));
            let Some(path) = path else { continue };
            let text = format!("{} {path}", shown.method);
            let route = Route { address: Address { path, query: None, ..shown.address }, text, ..shown };
            from_example(&route, diagnostics);
            self.push(route, diagnostics);
        }
    }

    /// Adds the rows of the tables of methods and addresses that are accepted by where they stand and by their header.
    fn add_tables(
        &mut self,
        passages: &[Passage<'_>],
        accept: impl Fn(&Passage<'_>, &[String]) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        for passage in passages {
            for block in passage.blocks {
                let BlockKind::Table(table) = &block.kind else { continue };
                if accept(passage, &tables::header(table)) {
                    self.add_table(table, diagnostics);
                }
            }
        }
    }

    fn add_table(&mut self, table: &MarkdownTable, diagnostics: &mut Diagnostics) {
        for row in &table.rows {
            let [method, address, ..] = row.cells.as_slice() else { continue };
            let line = format!("{} {}", method.plain(), address.plain());
            let request = Excerpt::whole(&line, row.span.file, row.span.start());
            if let Some(route) = self.new_request(&request, diagnostics) {
                self.push(Route { span: row.span, ..route }, diagnostics);
            }
        }
    }

    /// Adds the requests that the text of the section has: as code, or else as paragraphs of their own.
    fn add_text(&mut self, sources: &Sources, passages: &[Passage<'_>], diagnostics: &mut Diagnostics) {
        let section = || passages.iter().filter(|passage| passage.topic == Topic::HttpRequest);
        let blocks = || section().flat_map(|passage| passage.blocks);
        for request in blocks().flat_map(|block| text_routes::in_code(sources, block)) {
            if let Some(route) = self.new_request(&request, diagnostics) {
                self.push(route, diagnostics);
            }
        }
        if !self.list.is_empty() {
            return;
        }
        self.add_paragraphs(blocks().flat_map(text_routes::alone), diagnostics);
    }

    /// Adds requests that are paragraphs of their own.
    fn add_paragraphs(&mut self, requests: impl Iterator<Item = Excerpt>, diagnostics: &mut Diagnostics) {
        for request in requests {
            if let Some(route) = self.new_request(&request, diagnostics) {
                let message = "the request stands in the text and not in a code block; it is read as a route";
                diagnostics.report(Code::RepairedRoute, route.span, message);
                self.push(route, diagnostics);
            }
        }
    }

    /// Adds a route, unless there are too many.
    fn push(&mut self, route: Route, diagnostics: &mut Diagnostics) {
        if self.list.len() < limits::ROUTES {
            self.list.push(route);
        } else if !std::mem::replace(&mut self.full, true) {
            let message =
                format!("this and further routes are missing: a page has {} at most", limits::ROUTES);
            diagnostics.report(Code::OverLimit, route.span, message);
        }
    }

    /// The route of a request, unless the page has it already.
    fn new_request(&self, request: &Excerpt, diagnostics: &mut Diagnostics) -> Option<Route> {
        let mut found = Diagnostics::default();
        let route = route::read_first(request, &mut found);
        let is_new = |route: &Route| is_of_the_service(route) && !self.has(route);
        let route = route.filter(is_new)?;
        diagnostics.extend(found);
        Some(route)
    }

    /// Whether an address with these segments has a route already.
    fn has(&self, route: &Route) -> bool {
        let of = |path: &PathTemplate| {
            path.key() == route.address.path.key() || path.matches(&address(route)).is_some()
        };
        self.list.iter().any(|known| known.method == route.method && of(&known.address.path))
    }
}

/// `Method | …`, in the section on the request.
fn lists_methods(header: &[String]) -> bool {
    header.first().is_some_and(|first| first == "method")
}

/// `Method | Request URI`, on a page that has no routes otherwise.
fn lists_requests(header: &[String]) -> bool {
    lists_methods(header)
        && header.get(1).is_some_and(|second| ["request uri", "request url"].contains(&second.as_str()))
}

/// Whether requests below a heading may be those that the page is about.
fn may_list(topic: Topic) -> bool {
    !matches!(topic, Topic::Example | Topic::Methods | Topic::Detail)
}

/// The address of a route as if it were an example's.
fn address(route: &Route) -> String {
    route.address.path.to_string()
}

/// Whether a route is one of the service that the page describes: what is uploaded to the address that an answer gave,
/// or sent to a callback, has a host and no version.
fn is_of_the_service(route: &Route) -> bool {
    let host = route.address.host.as_deref().unwrap_or_default();
    !host.contains("://") || host.contains('{') || route.address.version.is_some()
}

/// Stands where a page shows what passes, after it has said what can be called.
fn stands_among_examples(fence: &Fence<'_>) -> bool {
    matches!(fence.topic, Topic::Example | Topic::Response | Topic::RequestBody | Topic::HttpRequest)
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
    let starts_body = |line: &str| line.trim_start().starts_with(['{', '[']) && !starts_request(line);
    fence.body.text.lines().any(|line| starts_body(line) || line.starts_with("HTTP/"))
}

/// Holds request lines and nothing else, but for headers in front of them.
pub(super) fn is_route_list(fence: &Fence<'_>) -> bool {
    let text = &fence.body.text;
    let lines = request_lines::read(text);
    let mut behind_headers = lines
        .iter()
        .skip_while(|line| line.request.is_none() && header_line(&text[line.range.clone()]).is_some());
    fence.role() == Role::Request && behind_headers.all(|line| line.request.is_some())
}
