//! Which examples the crate has to agree with, and a finding for each of the others.

use std::collections::BTreeMap;

use super::evidence::Tail;
use super::exchanges::{Binding, Bindings, request};
use super::verdict;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::{Message, Method};
use crate::model::{Example, Exchange, Model, Place};
use crate::page::{self, Page};
use crate::path_template;
use crate::source::{FileId, Span};

/// Hands every exchange to its operation. A message that cannot be a test is named by a finding.
pub(crate) fn settle(
    model: &mut Model,
    pages: &BTreeMap<FileId, Page>,
    bindings: &Bindings,
    of_route: &BTreeMap<Place, usize>,
    diagnostics: &mut Diagnostics,
) {
    for page in pages.values() {
        let bindings = bindings.get(&page.file).into_iter().flatten();
        let messages = page.api.exchanges.iter().flat_map(|exchange| [&exchange.request, &exchange.response]);
        model.examples += messages.flatten().count();
        for (exchange, binding) in page.api.exchanges.iter().zip(bindings) {
            let settled = Settling { model, page, of_route, diagnostics }.exchange(exchange, binding);
            if let Some((operation, exchange)) = settled {
                model.operations[operation].exchanges.push(exchange);
            }
        }
    }
}

struct Settling<'a> {
    model: &'a Model,
    page: &'a Page,
    of_route: &'a BTreeMap<Place, usize>,
    diagnostics: &'a mut Diagnostics,
}

impl Settling<'_> {
    fn exchange(&mut self, exchange: &page::Exchange, binding: &Binding) -> Option<(usize, Exchange)> {
        match (binding, request(exchange)) {
            (Binding::Route(route, arguments), _) => {
                let operation = *self.of_route.get(&Place { page: self.page.file, route: *route })?;
                let request = exchange.request.as_ref().map(|example| self.request(operation, example));
                let response = exchange.response.as_ref().map(|example| self.response(operation, example));
                Some((operation, Exchange { request, response, arguments: Some(arguments.clone()) }))
            }
            (Binding::OtherService, Some(request)) => {
                let address = format!("`{} {}`", request.method.value, request.url.value);
                let message = format!("{address} is at another service than the page's operations");
                let rest = exchange.response.iter().map(also).collect();
                self.diagnostics.report_with(Code::ExampleOfAnotherService, request.url.span, message, rest);
                None
            }
            (Binding::NoRoute, Some(request)) => {
                let address = format!("`{} {}`", request.method.value, request.url.value);
                let message = format!("the example's address {address} has none of the page's routes");
                let path = path_template::concrete_path(&request.url.value);
                let tail = Tail::of(path.rsplit('/').next().unwrap_or_default());
                // What is answered may be what the page's routes answer all the same.
                let operation = self.operation(request.method.value, tail).filter(|operation| {
                    let fits = |example| verdict::response(self.model, *operation, example).is_ok();
                    exchange.response.as_ref().is_some_and(fits)
                });
                let rest = exchange.response.iter().filter(|_| operation.is_none()).map(also).collect();
                self.diagnostics.report_with(Code::ExampleWithoutRoute, request.url.span, message, rest);
                let operation = operation?;
                let response = exchange.response.as_ref().map(|example| self.response(operation, example));
                let request = exchange.request.as_ref().map(|example| settled(example, false));
                Some((operation, Exchange { request, response, arguments: None }))
            }
            _ => self.body(exchange),
        }
    }

    /// A body by itself.
    fn body(&mut self, exchange: &page::Exchange) -> Option<(usize, Exchange)> {
        let model = self.model;
        let fits = |operation: &usize| {
            let request = exchange
                .request
                .as_ref()
                .is_none_or(|example| verdict::request(model, *operation, example).is_ok());
            let response = exchange
                .response
                .as_ref()
                .is_none_or(|example| verdict::response(model, *operation, example).is_ok());
            request && response
        };
        match self.operations().into_iter().find(fits) {
            Some(operation) => {
                let request = exchange.request.as_ref().map(|example| self.request(operation, example));
                let response = exchange.response.as_ref().map(|example| self.response(operation, example));
                Some((operation, Exchange { request, response, arguments: None }))
            }
            None => {
                for example in exchange.request.iter().chain(&exchange.response) {
                    let message = "a body that is not what the page's operations take or answer";
                    self.diagnostics.report(Code::ExampleWithoutRequest, example.span, message);
                }
                None
            }
        }
    }

    fn request(&mut self, operation: usize, example: &page::Example) -> Example {
        let verdict = verdict::request(self.model, operation, example);
        self.settle(example, verdict)
    }

    fn response(&mut self, operation: usize, example: &page::Example) -> Example {
        if let Some((span, message)) = verdict::status(self.page, example) {
            self.diagnostics.report(Code::ConflictingStatus, span, message);
        }
        let verdict = verdict::response(self.model, operation, example);
        self.settle(example, verdict)
    }

    fn settle(&mut self, example: &page::Example, verdict: Verdict) -> Example {
        let holds = verdict.is_ok();
        match verdict {
            Ok(unknown) => {
                if let Some((_, span)) = unknown.first() {
                    let mut names: Vec<&str> = unknown.iter().map(|(name, _)| name.as_str()).collect();
                    names.sort_unstable();
                    names.dedup();
                    let message = format!("no table has {}", names.join(", "));
                    self.diagnostics.report(Code::UndocumentedProperty, *span, message);
                }
            }
            Err(finding) => self.diagnostics.report(finding.code, finding.span, finding.message),
        }
        settled(example, holds)
    }

    /// The page's first operation of this method and tail.
    fn operation(&self, method: Method, tail: Tail) -> Option<usize> {
        let routes = self.page.api.routes.iter().enumerate();
        let mut alike = routes.filter(|(_, route)| route.method == method && Tail::of_route(route) == tail);
        let (route, _) = alike.next()?;
        self.of_route.get(&Place { page: self.page.file, route }).copied()
    }

    /// The page's operations.
    fn operations(&self) -> Vec<usize> {
        let places = (0..self.page.api.routes.len()).map(|route| Place { page: self.page.file, route });
        places.filter_map(|place| self.of_route.get(&place).copied()).collect()
    }
}

/// What is found about one message: the properties that no table has, or why it is no test.
pub(crate) type Verdict = Result<Vec<(String, Span)>, Finding>;

/// Why a message is no test.
pub(crate) struct Finding {
    pub(crate) code: Code,
    pub(crate) span: Span,
    pub(crate) message: String,
}

fn settled(example: &page::Example, holds: bool) -> Example {
    Example { message: example.message.clone(), span: example.span, holds }
}

fn also(example: &page::Example) -> (Span, String) {
    let text = match example.message {
        Message::Request(_) => "with its request",
        Message::Response(_) | Message::Body(_) => "with its response",
    };
    (example.span, text.to_owned())
}
