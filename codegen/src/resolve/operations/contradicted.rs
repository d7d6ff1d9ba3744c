//! Pages whose words contradict the answer of a call that another page decides: one finding for each of them.

use std::collections::BTreeMap;

use super::calls::Call;
use crate::diagnostic::{Code, Diagnostics};
use crate::source::{FileId, Span};

/// Such pages, with their routes.
#[derive(Default)]
pub(super) struct Overruled {
    pages: BTreeMap<FileId, (Span, Vec<Contradicted>)>,
}

/// A call that a page contradicts.
struct Contradicted {
    name: String,
    route: Span,
    /// The route of the page that decides.
    decider: Span,
}

impl Overruled {
    /// Adds the pages of a call that its best page overrules.
    pub(super) fn add(&mut self, best: &Call<'_>, calls: &[Call<'_>]) {
        for call in calls.iter().filter(|call| call.page.file != best.page.file) {
            if call.answer.conflict.is_none() {
                continue;
            }
            let words = call.page.api.response.text.first().map_or(call.page.title.span, |text| text.span);
            let (_, contradicted) = self.pages.entry(call.page.file).or_insert_with(|| (words, Vec::new()));
            contradicted.push(Contradicted {
                name: format!("{} {}", call.route.method, call.route.address.path),
                route: call.route.span,
                decider: best.route.span,
            });
        }
    }

    /// Reports each page, with the routes of both sides.
    pub(super) fn report(self, diagnostics: &mut Diagnostics) {
        for (words, calls) in self.pages.into_values() {
            let Some(first) = calls.first() else { continue };
            let rest = match calls.len() {
                1 => String::new(),
                count => format!(" (and {} more routes)", count - 1),
            };
            let message = format!(
                "the words contradict what another page says of `{}`{rest}; that is taken",
                first.name
            );
            let places = |call: &Contradicted| {
                let decides = format!("the page that decides about `{}`", call.name);
                [(call.route, "the route".to_owned()), (call.decider, decides)]
            };
            let related = calls.iter().flat_map(places).collect();
            diagnostics.report_with(Code::ConflictingAnswer, words, message, related);
        }
    }
}
