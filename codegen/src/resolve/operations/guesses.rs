//! The bodies that neither words nor a table describe, named once for each page.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics};
use crate::page::{Page, Route, Section};
use crate::source::{PageId, Span};

/// Which side of a call a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Request,
    Response,
}

impl Role {
    /// The end of the name of a type that is made for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Role::Request => "Request",
            Role::Response => "Response",
        }
    }

    /// The section that describes it.
    pub(super) fn section(self, page: &Page) -> &Section {
        match self {
            Role::Request => &page.api.request_body,
            Role::Response => &page.api.response,
        }
    }
}

/// What such a body rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Guess {
    /// Nothing: it is any JSON.
    Untold,
    /// An example alone.
    Shown(Role),
}

/// The routes of each page that send or answer such a body.
#[derive(Default)]
pub(super) struct Guesses(BTreeMap<(PageId, Guess), Vec<(Span, String)>>);

impl Guesses {
    pub(super) fn add(&mut self, page: &Page, route: &Route, guess: Guess) {
        let called = format!("{} {}", route.method, route.address.path);
        self.0.entry((page.id, guess)).or_default().push((route.span, called));
    }

    /// Names them.
    pub(super) fn report(self, diagnostics: &mut Diagnostics) {
        for ((_, guess), routes) in self.0 {
            let Some(((first, called), others)) = routes.split_first() else { continue };
            let (code, verb) = match guess {
                Guess::Shown(Role::Response) => (Code::GuessedAnswer, "answer"),
                Guess::Shown(Role::Request) | Guess::Untold => (Code::GuessedBody, "send"),
            };
            let does = match others.len() {
                0 => format!("{verb}s"),
                1 => format!("and another route of the page {verb}"),
                more => format!("and {more} other routes of the page {verb}"),
            };
            let message = match guess {
                Guess::Shown(_) => format!("only an example shows what `{called}` {does}"),
                Guess::Untold => {
                    format!("the page does not describe what `{called}` {does}; any JSON can be sent")
                }
            };
            let related = others.iter().map(|(span, _)| (*span, "the same".to_owned())).collect();
            diagnostics.report_with(code, *first, message, related);
        }
    }
}
