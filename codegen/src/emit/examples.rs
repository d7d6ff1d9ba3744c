//! The documented examples as tests: data in one file, one line of code for each operation.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Crate;
use crate::conform;
use crate::format;
use crate::http::{Body, Header, Message};
use crate::model::{Exchange, Operation, RequestBody};
use crate::names::{ItemName, OperationNames};
use crate::path_template;
use crate::source::Span;

/// The hand-written half of the test, copied as it is.
const CHECKER: [(&str, &str); 3] = [
    ("mod.rs", include_str!("../../checker/mod.rs")),
    ("example.rs", include_str!("../../checker/example.rs")),
    ("json.rs", include_str!("../../checker/json.rs")),
];

/// The files below `tests`.
pub(crate) fn files(krate: &Crate<'_>) -> BTreeMap<String, String> {
    let mut examples = Vec::new();
    let mut arms = Vec::new();
    for (operation, names) in krate.model.operations.iter().zip(krate.names.operations()) {
        if operation.exchanges.is_empty() {
            continue;
        }
        let key = key(&names.function);
        arms.push(arm(operation, names, &key));
        examples.extend(operation.exchanges.iter().map(|exchange| example(krate, operation, exchange, &key)));
    }
    if examples.is_empty() {
        return BTreeMap::new();
    }
    let data = format!("[\n{}\n]\n", examples.join(",\n"));
    let checker = CHECKER.iter().map(|(path, text)| (format!("tests/checker/{path}"), (*text).to_owned()));
    let mut files: BTreeMap<String, String> = checker.collect();
    files.extend([
        ("tests/examples.json".to_owned(), data),
        ("tests/examples.rs".to_owned(), test(krate, examples.len(), &arms)),
    ]);
    files
}

/// How the data names an operation.
fn key(function: &ItemName) -> String {
    format!("{}::{}", function.module.join("::"), function.ident)
}

fn test(krate: &Crate<'_>, count: usize, arms: &[TokenStream]) -> String {
    let header = krate.header(&Default::default())
        + "\n"
        + &format::inner_doc(&[
            "Every documented example is a test: the pages' requests and responses against this crate."
                .to_owned(),
        ]);
    let count = Literal::usize_unsuffixed(count);
    let package = format_ident!("{}", krate.options.package.name.replace('-', "_"));
    let items = [
        quote! { mod checker; },
        quote! {
            use checker::{Example, Outcome};
            use #package as api;
        },
        quote! {
            /// The examples on the pages.
            const COUNT: usize = #count;
        },
        quote! {
            #[test]
            fn documented_examples_hold() {
                checker::run(include_str!("examples.json"), COUNT, check);
            }
        },
        quote! {
            fn check(example: &Example) -> Outcome {
                match example.operation() {
                    #(#arms)*
                    other => Err(format!("no operation `{other}`")),
                }
            }
        },
    ];
    format::file(&header, items)
}

fn arm(operation: &Operation, names: &OperationNames, key: &str) -> TokenStream {
    let module = names.function.module.iter().map(|part| format_ident!("{part}"));
    let function = format_ident!("{}", names.function.ident);
    let mut arguments: Vec<TokenStream> = (0..names.parameters.len())
        .map(|index| {
            let index = Literal::usize_unsuffixed(index);
            quote! { example.argument(#index) }
        })
        .collect();
    match operation.request {
        RequestBody::None => {}
        RequestBody::Structured(_) => arguments.push(quote! { &example.body()? }),
        RequestBody::Json => arguments.push(quote! { &example.json()? }),
        RequestBody::Content => arguments.push(quote! { example.content() }),
    }
    quote! { #key => example.check(api::#(#module::)*#function(#(#arguments),*)), }
}

/// One line of data.
fn example(krate: &Crate<'_>, operation: &Operation, exchange: &Exchange, key: &str) -> String {
    let span =
        exchange.request.as_ref().or(exchange.response.as_ref()).map(|(_, span)| *span).unwrap_or_default();
    let mut members = place(krate, span);
    members.push(member("operation", &text(key)));
    let stand_ins = exchange.arguments.as_ref().and_then(|arguments| operation.path.stand_ins(arguments));
    if let Some(arguments) = stand_ins.as_ref().or(exchange.arguments.as_ref()) {
        let arguments: Vec<String> = arguments.iter().map(|argument| text(argument)).collect();
        members.push(member("arguments", &format!("[{}]", arguments.join(","))));
    }
    if let Some((message, span)) = &exchange.request {
        let path = stand_ins.as_ref().map(|arguments| operation.path.with(arguments));
        members.push(member("request", &request(krate, operation, message, path, *span)));
    }
    if let Some((message, span)) = &exchange.response {
        members.push(member("response", &response(krate, operation, message, *span)));
    }
    format!("{{{}}}", members.join(","))
}

fn place(krate: &Crate<'_>, span: Span) -> Vec<String> {
    vec![
        member("page", &text(&krate.sources.display_path(span.file))),
        member("line", &krate.sources.position(span).line.to_string()),
    ]
}

/// `path` is the address with stand-ins, where the documented one has placeholders.
fn request(
    krate: &Crate<'_>,
    operation: &Operation,
    message: &Message,
    path: Option<String>,
    span: Span,
) -> String {
    let mut members = vec![member("line", &krate.sources.position(span).line.to_string())];
    let body = match message {
        Message::Request(request) => {
            members.push(member("method", &text(request.method.value.as_str())));
            let path = path.unwrap_or_else(|| path_template::concrete_path(&request.url.value));
            members.push(member("path", &text(&path)));
            members.push(member("headers", &headers(&request.headers)));
            Some(&request.body)
        }
        Message::Body(body) => Some(body),
        Message::Response(_) => None,
    };
    if let Some(Body::Json(value)) = body {
        members.push(member("conforms", conforms(&conform::request(krate.model, &operation.request, value))));
    }
    members.extend(body.and_then(body_member));
    format!("{{{}}}", members.join(","))
}

fn response(krate: &Crate<'_>, operation: &Operation, message: &Message, span: Span) -> String {
    let mut members = vec![member("line", &krate.sources.position(span).line.to_string())];
    let (status, body) = match message {
        Message::Response(response) => {
            members.push(member("headers", &headers(&response.headers)));
            (response.status.value, Some(&response.body))
        }
        Message::Body(body) => (200, Some(body)),
        Message::Request(_) => (200, None),
    };
    members.push(member("status", &status.to_string()));
    if let Some(Body::Json(value)) = body.filter(|_| status < 400) {
        members
            .push(member("conforms", conforms(&conform::response(krate.model, &operation.response, value))));
    }
    members.extend(body.and_then(body_member));
    format!("{{{}}}", members.join(","))
}

fn conforms(contradictions: &[conform::Contradiction]) -> &'static str {
    if contradictions.is_empty() { "true" } else { "false" }
}

fn body_member(body: &Body) -> Option<String> {
    match body {
        Body::Empty => None,
        Body::Json(value) => Some(member("body", &value.to_string())),
        Body::Text(content) => Some(member("text", &text(&content.value))),
    }
}

fn headers(headers: &[Header]) -> String {
    let members: Vec<String> = headers
        .iter()
        .map(|header| member(&header.name.value.to_lowercase(), &text(&header.value)))
        .collect();
    format!("{{{}}}", members.join(","))
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", text(name))
}

/// A JSON string.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
