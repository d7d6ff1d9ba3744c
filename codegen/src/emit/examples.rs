//! The documented examples: data in one file, and as tests one line of code for each operation.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Crate, checks};
use crate::format;
use crate::http::{Body, Header, Message, Method};
use crate::model::{Example, Exchange, Operation, RequestBody};
use crate::names::{ItemName, OperationNames};
use crate::path_template;

/// The hand-written half of the test, copied as it is.
const CHECKER: [(&str, &str); 5] = [
    ("mod.rs", include_str!("../../checker/mod.rs")),
    ("example.rs", include_str!("../../checker/example.rs")),
    ("json.rs", include_str!("../../checker/json.rs")),
    ("options.rs", include_str!("../../checker/options.rs")),
    ("value.rs", include_str!("../../checker/value.rs")),
];

/// The data, and the files below `tests`.
pub(crate) fn files(krate: &Crate<'_>) -> BTreeMap<String, String> {
    let mut examples = Vec::new();
    let mut checks = Vec::new();
    for (operation, names) in krate.model.operations.iter().zip(krate.names.operations()) {
        if operation.exchanges.is_empty() {
            continue;
        }
        let key = key(&names.function);
        examples.extend(operation.exchanges.iter().map(|exchange| example(krate, operation, exchange, &key)));
        checks.push((key, call(krate, operation, names)));
    }
    let data = format!("[\n{}\n]\n", examples.join(",\n"));
    let mut files = BTreeMap::from([("src/examples.json".to_owned(), data)]);
    if !examples.is_empty() {
        // The checker finds an operation by bisection.
        checks.sort_by(|(a, _), (b, _)| a.cmp(b));
        files.extend(CHECKER.map(|(path, text)| (format!("tests/checker/{path}"), text.to_owned())));
        files.insert("tests/examples.rs".to_owned(), test(krate, examples.len(), checks));
    }
    files
}

/// How the data names an operation.
fn key(function: &ItemName) -> String {
    format!("{}::{}", function.module.join("::"), function.ident)
}

fn test(krate: &Crate<'_>, count: usize, checks: Vec<(String, TokenStream)>) -> String {
    let header = krate.header(&Default::default())
        + "\n"
        + &format::inner_doc(&[
            "Every documented example is a test: the pages' requests and responses against this crate."
                .to_owned(),
        ]);
    let count = Literal::usize_unsuffixed(count);
    let findings = Literal::usize_unsuffixed(krate.model.untested.values().sum());
    let package = format_ident!("{}", krate.options.package.name.replace('-', "_"));
    let checks = checks.into_iter().map(|(key, call)| quote! { (#key, |example| #call) });
    let items = [
        quote! { mod checker; },
        quote! {
            use checker::Check;
            use #package::{self as api, support};
        },
        quote! {
            /// The exchanges in the data.
            const COUNT: usize = #count;
        },
        quote! {
            /// The examples on the pages that are no test; `diagnostics.txt` says why.
            const FINDINGS: usize = #findings;
        },
        quote! {
            #[test]
            fn documented_examples_hold() {
                checker::run(include_str!("../src/examples.json"), COUNT, FINDINGS, CHECKS);
            }
        },
        quote! {
            /// How each operation is called with what an example says, by the operation's function.
            const CHECKS: &[(&str, Check)] = &[#(#checks),*];
        },
    ];
    format::file(&header, items)
}

/// The operation's function, called with the arguments and the body of an example.
fn call(krate: &Crate<'_>, operation: &Operation, names: &OperationNames) -> TokenStream {
    let module = names.function.module.iter().map(|part| format_ident!("{part}"));
    let function = format_ident!("{}", names.function.ident);
    let mut arguments = checks::arguments(krate, operation);
    match operation.request {
        RequestBody::None => {}
        RequestBody::Structured(_) => arguments.push(quote! { &example.body()? }),
        RequestBody::Json => arguments.push(quote! { &example.json() }),
        RequestBody::Content => arguments.push(quote! { example.content() }),
    }
    // Only on update a `null` means something.
    let check = match (operation.method, &operation.request) {
        (Method::Patch, RequestBody::Structured(_)) => format_ident!("check_update"),
        _ => format_ident!("check"),
    };
    quote! { example.#check(api::#(#module::)*#function(#(#arguments),*)) }
}

/// One line of data.
fn example(krate: &Crate<'_>, operation: &Operation, exchange: &Exchange, key: &str) -> String {
    let first = exchange.request.as_ref().or(exchange.response.as_ref());
    let span = first.map(|example| example.span).unwrap_or_default();
    let mut members = vec![
        member("page", &text(&krate.sources.display_path(span.file))),
        member("operation", &text(key)),
        member("route", &text(&operation.path.to_string())),
    ];
    let stand_in = |index: usize| {
        let type_ = operation.arguments.get(index).and_then(|argument| argument.type_.as_ref());
        checks::stand_in(type_, index)
    };
    let stand_ins =
        exchange.arguments.as_ref().and_then(|arguments| operation.path.stand_ins(arguments, stand_in));
    if let Some(arguments) = stand_ins.as_ref().or(exchange.arguments.as_ref()) {
        let arguments = arguments.iter().map(|argument| argument.as_deref().map_or("null".to_owned(), text));
        let arguments: Vec<String> = arguments.collect();
        members.push(member("arguments", &format!("[{}]", arguments.join(","))));
    }
    if let Some(example) = &exchange.request {
        let path = stand_ins.as_ref().map(|arguments| operation.path.with(arguments));
        members.push(member("request", &request(krate, example, path)));
    }
    if let Some(example) = &exchange.response {
        members.push(member("response", &response(krate, example)));
    }
    format!("{{{}}}", members.join(","))
}

/// `path` is the address with stand-ins, where the documented one has placeholders.
fn request(krate: &Crate<'_>, example: &Example, path: Option<String>) -> String {
    let mut members = side(krate, example);
    let body = match &example.message {
        Message::Request(request) => {
            members.push(member("method", &text(request.method.value.as_str())));
            let path = path.unwrap_or_else(|| path_template::concrete_path(&request.url.value));
            members.push(member("path", &text(&path)));
            match path_template::concrete_query(&request.url.value) {
                "" => {}
                query => members.push(member("query", &text(query))),
            }
            members.extend(headers(&request.headers));
            Some(&request.body)
        }
        Message::Body(body) => Some(body),
        Message::Response(_) => None,
    };
    members.extend(body.and_then(body_member));
    format!("{{{}}}", members.join(","))
}

fn response(krate: &Crate<'_>, example: &Example) -> String {
    let mut members = side(krate, example);
    let (status, body) = match &example.message {
        Message::Response(response) => {
            members.extend(headers(&response.headers));
            (response.status.value, Some(&response.body))
        }
        Message::Body(body) => (200, Some(body)),
        Message::Request(_) => (200, None),
    };
    members.push(member("status", &status.to_string()));
    members.extend(body.and_then(body_member));
    format!("{{{}}}", members.join(","))
}

/// What the data says of both sides.
fn side(krate: &Crate<'_>, example: &Example) -> Vec<String> {
    let mut members = vec![member("line", &krate.sources.position(example.span).line.to_string())];
    if !example.holds {
        members.push(member("holds", "false"));
    }
    members
}

fn body_member(body: &Body) -> Option<String> {
    match body {
        Body::Empty => None,
        Body::Json(value) => Some(member("body", &value.to_string())),
        Body::Text(content) => Some(member("text", &text(&content.value))),
    }
}

fn headers(headers: &[Header]) -> Option<String> {
    let members: Vec<String> = headers
        .iter()
        .map(|header| member(&header.name.value.to_lowercase(), &text(&header.value)))
        .collect();
    (!members.is_empty()).then(|| member("headers", &format!("{{{}}}", members.join(","))))
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", text(name))
}

/// A JSON string.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
