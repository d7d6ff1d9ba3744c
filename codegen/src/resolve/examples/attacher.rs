//! To which operation an exchange of a page belongs, and whether it holds as a test.

use super::mismatch::{Agreement, Mismatch};
use super::{beside, check, convert, undocumented};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::http::{Message, Method};
use crate::model::{
    Derived, Exchange, Operation, OperationKey, QualifiedName, RequestExample, ResponseExample,
    StructuredType,
};
use crate::page::{self, Page};
use crate::path_template::{self, Arguments};
use crate::resolve::operations::evidence::Tail;
use crate::resolve::operations::exchanges::Binding;
use crate::source::Span;

/// An operation and what tells it from others.
pub(super) type KeyedOperation<'a> = (&'a OperationKey, &'a Operation);

/// Gives the exchanges of one page to its operations, and notes what becomes of each.
pub(super) struct Attacher<'a> {
    pub(super) types: &'a Derived<'a>,
    pub(super) page: &'a Page,
    /// The operations of the page's routes.
    pub(super) operations: Vec<Option<KeyedOperation<'a>>>,
    pub(super) found: Diagnostics,
    pub(super) unread: Vec<(Span, Mismatch)>,
    pub(super) untested: usize,
}

impl<'a> Attacher<'a> {
    /// The exchange with its operation; `None` if it is given up, with a finding.
    pub(super) fn exchange(
        &mut self,
        exchange: page::Exchange,
        binding: &Binding,
    ) -> Option<(OperationKey, Exchange)> {
        match (binding, exchange.http_request()) {
            (Binding::Route(route, arguments), _) => {
                let operation = self.operations.get(*route).copied().flatten()?;
                Some(self.tested(operation, exchange, Some(arguments)))
            }
            (Binding::WithoutKey(route), Some(request)) => {
                let of = self.page.api.routes.get(*route)?;
                let message = format!(
                    "the example `{} {}` has no key where `{} {}` has one; the page lists no such route",
                    request.method.value, request.url.value, of.method, of.address.path
                );
                self.found.report(Code::ExampleBesideRoute, request.url.span, message);
                let operation = self.operations.get(*route).copied().flatten()?;
                Some(self.tested(operation, exchange, None))
            }
            (Binding::OtherService, Some(request)) => {
                let address = format!("`{} {}`", request.method.value, request.url.value);
                let message = format!("{address} goes to another service than the page's operations");
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

    /// An exchange of an operation, with the arguments of its address, where these are known.
    fn tested(
        &mut self,
        (key, operation): KeyedOperation<'_>,
        exchange: page::Exchange,
        arguments: Option<&Arguments>,
    ) -> (OperationKey, Exchange) {
        let request = exchange.request.map(|example| self.request(operation, example));
        let response = exchange.response.map(|example| self.response(operation, example));
        let arguments = arguments.map(|arguments| self.values(operation, arguments));
        (key.clone(), Exchange { request, response, arguments })
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

    /// A body by itself. One that cannot be read fits any operation: a finding names it already.
    fn body(&mut self, exchange: page::Exchange) -> Option<(OperationKey, Exchange)> {
        let types = self.types;
        let is_broken = |example: &page::Example| example.message.is_broken_json();
        let fits = |(_, operation): &KeyedOperation<'_>| {
            let request = exchange.request.as_ref().is_none_or(|example| {
                is_broken(example) || check::request(types, operation, example).is_ok()
            });
            let response = exchange.response.as_ref().is_none_or(|example| {
                is_broken(example) || check::response(types, operation, example).is_ok()
            });
            request && response
        };
        match self.operations.iter().flatten().copied().find(fits) {
            Some(operation) => Some(self.tested(operation, exchange, None)),
            None => {
                for example in exchange.request.iter().chain(&exchange.response) {
                    let message =
                        "the body has no request, and no operation of the page sends it or answers with it"
                            .to_owned();
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
            Ok(unknown) => undocumented::report(&unknown, &mut self.found),
            Err(mismatch) if mismatch.is_text => {
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
