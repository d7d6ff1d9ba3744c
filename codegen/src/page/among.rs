//! A page among the other pages of its file.

use super::call_pages::Around;
use super::{Exchange, Page, Route};

/// What a page is among the pages of its file; nothing for a page that is alone in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Among {
    /// What its heading calls it, in snake case; none if it is called by the file's name, as a page is that is alone in its file.
    pub(crate) name: Option<String>,
    /// The routes of the pages of that name before it.
    pub(crate) before: Vec<Route>,
    /// Those of the pages of that name behind it.
    pub(crate) behind: Vec<Route>,
}

impl Among {
    /// Whether the page is the only one of its file.
    pub(crate) fn is_alone(&self) -> bool {
        self.name.is_none() && !self.shares_name()
    }

    /// Whether other pages of the file have its name.
    pub(crate) fn shares_name(&self) -> bool {
        !self.before.is_empty() || !self.behind.is_empty()
    }

    /// Tells the pages of a file of those that share their names.
    pub(crate) fn tell(pages: &mut [&mut Page]) {
        let named: Vec<(Option<String>, Vec<Route>)> =
            pages.iter().map(|page| (page.among.name.clone(), page.api.routes.clone())).collect();
        for (at, page) in pages.iter_mut().enumerate() {
            let routes = |pages: &[(Option<String>, Vec<Route>)]| {
                let alike = pages.iter().filter(|(name, _)| *name == page.among.name);
                alike.flat_map(|(_, routes)| routes).cloned().collect()
            };
            let (before, behind) = (routes(&named[..at]), routes(&named[at + 1..]));
            page.among = Among { before, behind, ..std::mem::take(&mut page.among) };
        }
    }

    /// Of the examples around all pages of a file, each page keeps those of its own routes, and the first also those of no route.
    pub(super) fn share_examples(pages: &mut [Page], around: &Around) {
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
