//! Which examples test the crate, and a finding for each of the others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::mismatch::{Agreement, Mismatch};
use super::{beside, check, convert};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::http::{Message, Method};
use crate::model::{
    ApiModel, Derived, ExampleCount, Exchange, Operation, OperationKey, PageRoute, QualifiedName,
    RequestExample, ResponseExample, StructuredType,
};
use crate::page::{self, Page, Pages};
use crate::path_template::{self, Arguments};
use crate::resolve::operations::evidence::Tail;
use crate::resolve::operations::exchanges::{Binding, Bindings, request};
use crate::source::{FileId, Span};
use crate::type_check::Lack;

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
        for (example, Mismatch { code, span, message }) in unread {
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
    page: FileId,
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
        let places = (0..page.api.routes.len()).map(|route| PageRoute { page: page.file, route });
        let known = |place| types.model.operations.get_key_value(routes.operations.get(&place)?);
        let operations = places.map(known).collect();
        let bindings = routes.bindings.get(&page.file).into_iter().flatten();
        let (found, unread) = Default::default();
        let mut attacher = Attacher { types, page, operations, found, unread, untested: 0 };
        let attached = exchanges.into_iter().zip(bindings);
        let attached =
            attached.filter_map(|(exchange, binding)| attacher.exchange(exchange, binding)).collect();
        let count = ExampleCount { total, untested: attacher.untested };
        Judged { page: page.file, attached, count, found: attacher.found, unread: attacher.unread }
    }
}

/// The finding that an example could not be read as JSON, as the one that it is not a test for that reason: one slip is one
/// mismatch.
fn untested(broken: &mut Vec<Diagnostic>, example: Span) -> Option<Diagnostic> {
    let at = broken.iter().position(|found| example.holds(found.span))?;
    Some(Diagnostic { untested: 1, ..broken.remove(at) })
}

/// An operation and what tells it from others.
type KeyedOperation<'a> = (&'a OperationKey, &'a Operation);

struct Attacher<'a> {
    types: &'a Derived<'a>,
    page: &'a Page,
    /// The operations of the page's routes.
    operations: Vec<Option<KeyedOperation<'a>>>,
    found: Diagnostics,
    unread: Vec<(Span, Mismatch)>,
    untested: usize,
}

impl<'a> Attacher<'a> {
    fn exchange(&mut self, exchange: page::Exchange, binding: &Binding) -> Option<(OperationKey, Exchange)> {
        match (binding, request(&exchange)) {
            (Binding::Route(route, arguments), _) => {
                let (key, operation) = self.operations.get(*route).copied().flatten()?;
                let request = exchange.request.map(|example| self.request(operation, example));
                let response = exchange.response.map(|example| self.response(operation, example));
                let arguments = Some(self.values(operation, arguments));
                Some((key.clone(), Exchange { request, response, arguments }))
            }
            (Binding::OtherService, Some(request)) => {
                let address = format!("`{} {}`", request.method.value, request.url.value);
                let message = format!("{address} is at another service than the page's operations");
                let rest = exchange.response.iter().map(also).collect();
                self.report(Code::ExampleOfAnotherService, request.url.span, message, rest);
                None
            }
            (Binding::NoRoute, Some(request)) => {
                let address = format!("`{} {}`", request.method.value, request.url.value);
                let (code, message) = match beside::route(self.page, request) {
                    Some(beside) => (Code::ExampleBesideRoute, beside.message(&address)),
                    None => (Code::ExampleWithoutRoute, beside::no_route(self.page, request, &address)),
                };
                let path = path_template::concrete_path(&request.url.value);
                let tail = Tail::of(path.rsplit('/').next().unwrap_or_default());
                // What is answered may be what the page's routes answer all the same.
                let known = self.operation(request.method.value, tail).filter(|(_, operation)| {
                    let fits = |example| check::response(self.types, operation, example).is_ok();
                    exchange.response.as_ref().is_some_and(fits)
                });
                let rest = exchange.response.iter().filter(|_| known.is_none()).map(also).collect();
                self.report(code, request.url.span, message, rest);
                let (key, operation) = known?;
                let response = exchange.response.map(|example| self.response(operation, example));
                let request = exchange.request.map(|example| convert::request(example, false));
                Some((key.clone(), Exchange { request, response, arguments: None }))
            }
            _ => self.body(exchange),
        }
    }

    /// The arguments without what the path itself has: the name of an enum's type before a member.
    fn values(&self, operation: &Operation, texts: &Arguments) -> Arguments {
        let values = texts.iter().zip(&operation.arguments).map(|(text, argument)| {
            let member =
                |text: &String| text.strip_suffix('\'')?.split_once('\'').map(|(_, name)| name.to_owned());
            let text = text.as_ref()?;
            Some(argument.enum_().and_then(|_| member(text)).unwrap_or_else(|| text.clone()))
        });
        values.collect()
    }

    /// A body by itself.
    fn body(&mut self, exchange: page::Exchange) -> Option<(OperationKey, Exchange)> {
        let types = self.types;
        let fits = |(_, operation): &KeyedOperation<'_>| {
            let request = exchange
                .request
                .as_ref()
                .is_none_or(|example| check::request(types, operation, example).is_ok());
            let response = exchange
                .response
                .as_ref()
                .is_none_or(|example| check::response(types, operation, example).is_ok());
            request && response
        };
        match self.operations.iter().flatten().copied().find(fits) {
            Some((key, operation)) => {
                let request = exchange.request.map(|example| self.request(operation, example));
                let response = exchange.response.map(|example| self.response(operation, example));
                Some((key.clone(), Exchange { request, response, arguments: None }))
            }
            None => {
                for example in exchange.request.iter().chain(&exchange.response) {
                    let message =
                        "the body stands alone, and no operation of the page sends or answers it".to_owned();
                    self.report(Code::ExampleWithoutRequest, example.span, message, Vec::new());
                }
                None
            }
        }
    }

    fn request(&mut self, operation: &Operation, example: page::Example) -> RequestExample {
        let agreement = check::request(self.types, operation, &example);
        let holds = self.holds(agreement, example.span);
        convert::request(example, holds)
    }

    fn response(&mut self, operation: &Operation, example: page::Example) -> ResponseExample {
        if let Some((span, message)) = check::status(self.page, &example) {
            self.found.report(Code::ConflictingStatus, span, message);
        }
        let mut agreement = check::response(self.types, operation, &example);
        if let (Ok(unknown), Some(annotated)) = (&mut agreement, self.annotated(&example)) {
            unknown.retain(|(place, _)| annotated.property(place.member_name()).is_none());
        }
        let holds = self.holds(agreement, example.span);
        convert::response(example, holds)
    }

    /// The type that an example is annotated as.
    fn annotated(&self, example: &page::Example) -> Option<&'a StructuredType> {
        let written = example.annotation.as_ref()?.odata_type.as_ref()?;
        self.types.model.structured.get(&QualifiedName::from_text(&written.value))
    }

    /// Whether the crate has to agree with an example; reports what is found about it.
    fn holds(&mut self, agreement: Agreement, example: Span) -> bool {
        let holds = agreement.is_ok();
        match agreement {
            Ok(unknown) => {
                let mut by_type: BTreeMap<(String, Lack), (Span, BTreeSet<String>)> = BTreeMap::new();
                for (place, span) in &unknown {
                    let (holder, name) = place.holder_and_name();
                    by_type.entry((holder, place.lack())).or_insert((*span, BTreeSet::new())).1.insert(name);
                }
                for ((holder, lack), (span, names)) in by_type {
                    let stand = if names.len() == 1 { "is" } else { "are" };
                    let names = names.into_iter().collect::<Vec<_>>().join(", ");
                    let message = match lack {
                        Lack::Table => {
                            format!("{names} {stand} in this example, but in no table of {holder}")
                        }
                        Lack::Page => {
                            format!("{names} {stand} in this example, but no page describes {holder}")
                        }
                        Lack::Letters => {
                            format!("the example spells properties of {holder} differently: {names}")
                        }
                    };
                    self.found.report(Code::UndocumentedProperty, span, message);
                }
            }
            Err(mismatch) if mismatch.message.contains("JSON") => {
                self.untested += 1;
                self.unread.push((example, mismatch));
            }
            Err(mismatch) => drop(self.report(mismatch.code, mismatch.span, mismatch.message, Vec::new())),
        }
        holds
    }

    /// The page's first operation of this method and tail.
    fn operation(&self, method: Method, tail: Tail) -> Option<KeyedOperation<'a>> {
        let routes = self.page.api.routes.iter().enumerate();
        let mut alike = routes.filter(|(_, route)| route.method == method && Tail::of_route(route) == tail);
        let (route, _) = alike.next()?;
        self.operations.get(route).copied().flatten()
    }

    /// Reports what takes examples out.
    fn report(
        &mut self,
        code: Code,
        span: Span,
        message: String,
        rest: Vec<(Span, String)>,
    ) -> &mut Diagnostic {
        let untested = 1 + rest.len();
        self.untested += untested;
        let found = self.found.report_with(code, span, message, rest);
        found.untested = untested;
        found
    }
}

fn also(example: &page::Example) -> (Span, String) {
    let text = match example.message {
        Message::Request(_) => "its request",
        Message::Response(_) | Message::Body(_) => "its response",
    };
    (example.span, text.to_owned())
}
