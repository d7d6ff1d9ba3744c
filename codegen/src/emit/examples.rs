//! The documented examples: data in one file, and as tests one line of code for each operation.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Crate, bodies, checks};
use crate::format;
use crate::model::{Example, ExampleBody, Exchange, Operation, RequestExample, ResponseExample};
use crate::names::{ItemName, OperationNames};

/// The hand-written half of the test, copied as it is.
const CHECKER: [(&str, &str); 5] = [
    ("mod.rs", include_str!("../../checker/src/checker/mod.rs")),
    ("example.rs", include_str!("../../checker/src/checker/example.rs")),
    ("json.rs", include_str!("../../checker/src/checker/json.rs")),
    ("options.rs", include_str!("../../checker/src/checker/options.rs")),
    ("value.rs", include_str!("../../checker/src/checker/value.rs")),
];

/// The data, and the files below `tests`.
pub(crate) fn files(krate: &Crate<'_>) -> BTreeMap<String, String> {
    let mut examples = Vec::new();
    let mut checks = Vec::new();
    for (operation, names) in krate.names.named(&krate.model.operations) {
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
    let findings = Literal::usize_unsuffixed(krate.model.examples.values().map(|count| count.untested).sum());
    let package = format_ident!("{}", krate.options.package.name.replace('-', "_"));
    let checks = checks.into_iter().map(|(key, call)| quote! { (#key, |example| #call) });
    let items = [
        quote! {
            mod checker;
            #[allow(dead_code, reason = "the crate itself reads all of it")]
            #[path = "../src/support/examples/record.rs"]
            mod record;
        },
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
    arguments.extend(bodies::of_example(&operation.request));
    let check = bodies::check(operation);
    quote! { example.#check(api::#(#module::)*#function(#(#arguments),*)) }
}

/// One line of data.
fn example(krate: &Crate<'_>, operation: &Operation, exchange: &Exchange, key: &str) -> String {
    let sent = exchange.request.as_ref().map(|request| &request.example);
    let first = sent.or(exchange.response.as_ref().map(|response| &response.example));
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
    if let Some(all) = &exchange.arguments {
        // The query's stand behind the path's.
        let stand_ins = stand_ins.as_deref().unwrap_or_default();
        let arguments = stand_ins.iter().chain(all.iter().skip(stand_ins.len()));
        let arguments = arguments.map(|argument| argument.as_deref().map_or("null".to_owned(), text));
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
fn request(krate: &Crate<'_>, request: &RequestExample, path: Option<String>) -> String {
    let mut members = side(krate, &request.example);
    if let Some(target) = &request.target {
        members.push(member("method", &text(target.method.as_str())));
        members.push(member("path", &text(path.as_ref().unwrap_or(&target.path))));
        if !target.query.is_empty() {
            members.push(member("query", &text(&target.query)));
        }
    }
    members.extend(headers(&request.example.headers));
    members.extend(body(&request.example.body));
    format!("{{{}}}", members.join(","))
}

fn response(krate: &Crate<'_>, response: &ResponseExample) -> String {
    let mut members = side(krate, &response.example);
    members.extend(headers(&response.example.headers));
    members.push(member("status", &response.status.to_string()));
    members.extend(body(&response.example.body));
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

fn body(body: &ExampleBody) -> Option<String> {
    match body {
        ExampleBody::Empty => None,
        ExampleBody::Json(value) => Some(member("body", &value.to_string())),
        ExampleBody::Text(content) => Some(member("text", &text(content))),
    }
}

fn headers(headers: &[(String, String)]) -> Option<String> {
    let members: Vec<String> =
        headers.iter().map(|(name, value)| member(&name.to_lowercase(), &text(value))).collect();
    (!members.is_empty()).then(|| member("headers", &format!("{{{}}}", members.join(","))))
}

fn member(name: &str, value: &str) -> String {
    format!("{}:{value}", text(name))
}

/// A JSON string.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
