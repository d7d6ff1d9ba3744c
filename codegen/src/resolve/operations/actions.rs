//! Operations of the actions that a resource's page describes in its text: they send nothing, and their page says
//! whether anything comes back.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Basis, Description, Operation, OperationKey, Operations, PageRoute};
use crate::page::{BoundAction, Page, Pages};

/// Adds the actions to the operations that pages of their own describe.
pub(crate) fn add(operations: &mut Operations, pages: &Pages, diagnostics: &mut Diagnostics) {
    for page in pages.values() {
        for (position, action) in page.resource.actions.iter().enumerate() {
            let route = &action.route;
            let key = OperationKey::plain(route.method, route.address.path.key());
            if let Some(known) = operations.get(&key) {
                let first = known.places.first().and_then(|place| pages.get(&place.page)?.route(place.route));
                let related = first.map(|first| (first.span, "first documented here".to_owned()));
                let message = format!("`{} {}` is documented again", route.method, route.address.path);
                let related = related.into_iter().collect();
                diagnostics.report_with(Code::DuplicateOperation, route.span, message, related);
                continue;
            }
            if !action.answers_nothing {
                let message =
                    format!("the page does not say what `{}` answers; no answer is expected", action.name);
                diagnostics.report(Code::ActionAnswer, route.span, message);
            }
            let place = PageRoute { page: page.id, route: page.api.routes.len() + position };
            operations.insert(key, operation(page, action, place));
        }
    }
}

fn operation(page: &Page, action: &BoundAction, place: PageRoute) -> Operation {
    let route = &action.route;
    Operation {
        empty_status: action.empty_status,
        places: vec![place],
        description: Description {
            text: vec![action.description.clone()],
            deprecation: page.deprecation.clone(),
            pages: vec![page.id.file],
            ..Description::default()
        },
        ..Operation::bare(route.method, route.address.path.clone(), route.text.clone(), Basis::Words)
    }
}
