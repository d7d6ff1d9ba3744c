//! Binds each documented exchange to the operation whose route its address has.

use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Message, Request};
use crate::model::{Exchange, Operation};
use crate::page::{self, Page};
use crate::path_template;

/// Hands the page's exchanges to its operations, which are those of the page among `operations`.
///
/// An exchange whose address has no route of the page still shows bodies: it goes to the page's first operation without
/// arguments, and the address is reported.
pub(crate) fn bind(page: &Page, operations: &mut [Operation], first: usize, diagnostics: &mut Diagnostics) {
    for exchange in &page.api.exchanges {
        let bound = request(exchange).and_then(|request| route_of(page, operations, request));
        if let (None, Some(request)) = (&bound, request(exchange)) {
            let message = format!(
                "the example's address `{} {}` has none of the page's routes",
                request.method.value.as_str(),
                request.url.value
            );
            diagnostics.report(Code::ExampleWithoutRoute, request.url.span, message);
        }
        let (index, arguments) = match bound {
            Some((index, arguments)) => (Some(index), Some(arguments)),
            None => (of_page(page, operations).next().or((first < operations.len()).then_some(first)), None),
        };
        if let Some(operation) = index.and_then(|index| operations.get_mut(index)) {
            let message = |example: &Option<page::Example>| {
                example.as_ref().map(|example| (example.message.clone(), example.span))
            };
            operation.exchanges.push(Exchange {
                request: message(&exchange.request),
                response: message(&exchange.response),
                arguments,
            });
        }
    }
}

fn request(exchange: &page::Exchange) -> Option<&Request> {
    match &exchange.request.as_ref()?.message {
        Message::Request(request) => Some(request),
        _ => None,
    }
}

/// The positions of the page's operations.
fn of_page<'a>(page: &'a Page, operations: &'a [Operation]) -> impl Iterator<Item = usize> + 'a {
    let here = |operation: &Operation| operation.places.iter().any(|place| place.page == page.file);
    operations.iter().enumerate().filter(move |(_, operation)| here(operation)).map(|(index, _)| index)
}

/// The operation that the request's address has the route of, with the arguments; of several the most literal one.
fn route_of(page: &Page, operations: &[Operation], request: &Request) -> Option<(usize, Vec<String>)> {
    let path = path_template::concrete_path(&request.url.value);
    let candidates = of_page(page, operations).filter_map(|index| {
        let operation = &operations[index];
        let arguments =
            (operation.method == request.method.value).then(|| operation.path.matches(&path))??;
        Some((index, arguments))
    });
    candidates.min_by_key(|(index, arguments)| (arguments.len(), *index))
}
