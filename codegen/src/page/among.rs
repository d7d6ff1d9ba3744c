//! A page among the other pages of its file.

use super::call_pages::Around;
use super::{Exchange, Page, Route};

/// What a page is among the pages of its file; nothing for a page that is alone in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Among {
    /// What its heading calls it, in snake case: what a page that is alone in its file is called by the file's name.
    pub(crate) name: Option<String>,
    /// The routes of the pages before it. Pages that are called by their file alone share the words of its name.
    pub(crate) before: Vec<Route>,
    /// Those of the pages behind it.
    pub(crate) behind: Vec<Route>,
}

impl Among {
    /// Whether the page is the only one of its file.
    pub(crate) fn is_alone(&self) -> bool {
        self.name.is_none() && self.before.is_empty() && self.behind.is_empty()
    }

    /// Tells the pages of a file of each other, unless they are called by their headings. Of the examples around all of them,
    /// each keeps those of its own routes, and the first also those of no route.
    pub(super) fn tell(pages: &mut [Page], by_heading: bool, around: &Around) {
        if !by_heading {
            let routes: Vec<Vec<Route>> = pages.iter().map(|page| page.api.routes.clone()).collect();
            for (at, page) in pages.iter_mut().enumerate() {
                let (before, behind) = (routes[..at].concat(), routes[at + 1..].concat());
                page.among = Among { name: None, before, behind };
            }
        }
        let is_shared = |exchange: &Exchange| {
            let first = exchange.request.as_ref().or(exchange.response.as_ref());
            first.is_some_and(|first| around.holds(first.span))
        };
        let owner = |exchange: &Exchange, pages: &[Page]| {
            let shows = |page: &Page| page.api.routes.iter().any(|route| shows(exchange, route));
            pages.iter().position(shows).unwrap_or_default()
        };
        for at in 0..pages.len() {
            let mut exchanges = std::mem::take(&mut pages[at].api.exchanges);
            exchanges.retain(|exchange| !is_shared(exchange) || owner(exchange, pages) == at);
            pages[at].api.exchanges = exchanges;
        }
    }
}

/// Whether an example has a request by this route.
fn shows(exchange: &Exchange, route: &Route) -> bool {
    exchange.http_request().is_some_and(|request| {
        request.method.value == route.method && route.address.path.matches(&request.url.value).is_some()
    })
}
