//! Which examples test the crate, and a finding for each of the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::attacher::Attacher;
use super::mismatch::Mismatch;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{ApiModel, Derived, ExampleCount, Exchange, OperationKey, PageRoute};
use crate::page::{Page, Pages};
use crate::resolve::operations::exchanges::Bindings;
use crate::source::{PageId, Span};

/// Which operation an example belongs to.
pub(crate) struct ExampleRoutes {
    pub(crate) bindings: Bindings,
    /// The operation of each route of each page.
    pub(crate) operations: BTreeMap<PageRoute, OperationKey>,
}

/// Gives every exchange of a page to its operation. A message that cannot be a test is named by a mismatch.
pub(crate) fn attach(
    model: &mut ApiModel,
    pages: &mut Pages,
    routes: &ExampleRoutes,
    diagnostics: &mut Diagnostics,
) {
    let types = Derived::of(model);
    let judged: Vec<Judged> =
        pages.par_iter_mut().map(|(_, page)| Judged::of(page, &types, routes)).collect();
    let mut broken = diagnostics.take(Code::UnreadableJson);
    for Judged { page, attached, count, found, unread } in judged {
        diagnostics.extend(found);
        for (example, Mismatch { code, span, message, .. }) in unread {
            let known = broken.get_mut(&example.file);
            match known.and_then(|known| untested(known, example)) {
                Some(found) => diagnostics.extend([found]),
                None => diagnostics.report(code, span, message).untested = 1,
            }
        }
        for (key, exchange) in attached {
            if let Some(operation) = model.operations.get_mut(&key) {
                operation.exchanges.push(exchange);
            }
        }
        model.examples.insert(page, count);
    }
    // Most operations have one exchange.
    model.operations.values_mut().for_each(|operation| operation.exchanges.shrink_to_fit());
    diagnostics.extend(broken.into_values().flatten());
}

/// What becomes of the examples of a page.
struct Judged {
    page: PageId,
    attached: Vec<(OperationKey, Exchange)>,
    count: ExampleCount,
    found: Diagnostics,
    /// The examples that are no JSON.
    unread: Vec<(Span, Mismatch)>,
}

impl Judged {
    /// Takes the exchanges from their page, or copies them if another run needs them. A page is judged by itself, so that all
    /// can be judged at once.
    fn of(page: &mut Arc<Page>, types: &Derived<'_>, routes: &ExampleRoutes) -> Self {
        let total = page.examples();
        let exchanges = match Arc::get_mut(page) {
            Some(page) => std::mem::take(&mut page.api.exchanges),
            None => page.api.exchanges.clone(),
        };
        let places = (0..page.api.routes.len()).map(|route| PageRoute { page: page.id, route });
        let known = |place| types.model.operations.get_key_value(routes.operations.get(&place)?);
        let operations = places.map(known).collect();
        let bindings = routes.bindings.get(&page.id).into_iter().flatten();
        let (found, unread) = Default::default();
        let mut attacher = Attacher { types, page, operations, found, unread, untested: 0 };
        let attached = exchanges.into_iter().zip(bindings);
        let attached =
            attached.filter_map(|(exchange, binding)| attacher.exchange(exchange, binding)).collect();
        let count = ExampleCount { total, untested: attacher.untested };
        Judged { page: page.id, attached, count, found: attacher.found, unread: attacher.unread }
    }
}

/// The finding that an example could not be read as JSON, as the one that it is not a test for that reason: one slip is one
/// mismatch.
fn untested(broken: &mut Vec<Diagnostic>, example: Span) -> Option<Diagnostic> {
    let at = broken.iter().position(|found| example.holds(found.span))?;
    Some(Diagnostic { untested: 1, ..broken.remove(at) })
}
