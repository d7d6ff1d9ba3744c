//! The calls in the addresses of a page's examples, and what they tell of the calls in its routes.

use super::{Page, parameters};
use crate::path_template::{self, Call, PathTemplate};

/// The calls that the examples of a page show.
pub(super) struct ShownCalls(Vec<Call>);

impl ShownCalls {
    pub(super) fn of(page: &Page) -> Self {
        let urls = page.api.exchanges.iter().filter_map(|exchange| Some(&exchange.http_request()?.url));
        let paths = urls.filter_map(|url| path_template::read(&url.value, url.span).ok());
        let calls = |path: PathTemplate| path.segments.iter().filter_map(Call::of).collect::<Vec<_>>();
        ShownCalls(paths.flat_map(|read| calls(read.address.path)).collect())
    }

    /// Those of one name. A namespace may stand before it, or before theirs.
    pub(super) fn of_name(&self, name: &str) -> impl Iterator<Item = &Call> {
        let last = |name: &str| name.rsplit('.').next().unwrap_or(name).to_lowercase();
        let name = last(name);
        self.0.iter().filter(move |call| last(&call.name) == name)
    }

    /// Whether any has the argument.
    pub(super) fn have(&self, argument: &str) -> bool {
        self.0.iter().any(|shown| position(shown, argument).is_some())
    }

    /// Whether one leaves the argument out. One with an argument that is not known has another form, which tells nothing of
    /// this one.
    pub(super) fn leave_out(&self, call: &str, argument: &str, is_known: impl Fn(&str) -> bool) -> bool {
        self.of_name(call).any(|shown| {
            shown.arguments.iter().all(|own| is_known(&own.name)) && position(shown, argument).is_none()
        })
    }

    /// Whether all that have the argument write it in quotes, without the name of a type in front of them.
    pub(super) fn quote(&self, call: &str, argument: &str) -> bool {
        let arguments = self.of_name(call).flat_map(|shown| &shown.arguments);
        let mut values = arguments.filter(|own| parameters::is_same(&own.name, argument)).peekable();
        let is_quoted = |text: &str| text.starts_with('\'');
        values.peek().is_some() && values.all(|own| own.sample().is_some_and(is_quoted))
    }
}

/// Where a call has an argument.
pub(super) fn position(call: &Call, argument: &str) -> Option<usize> {
    call.arguments.iter().position(|own| parameters::is_same(&own.name, argument))
}
