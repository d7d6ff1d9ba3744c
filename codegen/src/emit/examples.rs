//! The documented examples: data in one file, and as tests one line of code for each operation.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Crate, bodies, checks};
use crate::format::{Doc, File, Header, Json};
use crate::model::{Example, ExampleBody, Exchange, Operation, RequestExample, ResponseExample};
use crate::names::{Ident, ItemName, OperationNames};

/// The hand-written half of the test, copied as it is.
const CHECKER: [(&str, &str); 5] = [
    ("mod.rs", include_str!("../../checker/src/checker/mod.rs")),
    ("example.rs", include_str!("../../checker/src/checker/example.rs")),
    ("json.rs", include_str!("../../checker/src/checker/json.rs")),
    ("options.rs", include_str!("../../checker/src/checker/options.rs")),
    ("value.rs", include_str!("../../checker/src/checker/value.rs")),
];

/// The data, and the files below `tests`.
pub(crate) fn files(krate: &Crate<'_>) -> BTreeMap<String, File> {
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
    let mut files = BTreeMap::from([("src/examples.json".to_owned(), File::json(&examples))]);
    if !examples.is_empty() {
        // The checker finds an operation by bisection.
        checks.sort_by(|(a, _), (b, _)| a.cmp(b));
        files.extend(CHECKER.map(|(path, text)| (format!("tests/checker/{path}"), File::copied("", text))));
        files.insert("tests/examples.rs".to_owned(), test(krate, examples.len(), checks));
    }
    files
}

/// How the data names an operation.
fn key(function: &ItemName) -> String {
    format!("{}::{}", function.module.join("::"), function.ident)
}

fn test(krate: &Crate<'_>, count: usize, checks: Vec<(String, TokenStream)>) -> File {
    let mut doc = Doc::default();
    doc.ours("Every documented example is a test: the pages' requests and responses against this crate.");
    let header = Header::with_doc(&krate.comment(&Default::default()), &doc);
    let count = Literal::usize_unsuffixed(count);
    let findings = Literal::usize_unsuffixed(krate.model.examples.values().map(|count| count.untested).sum());
    let package = Ident::of_package(&krate.options.package.name);
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
    ];
    let first = "/// How each operation is called with what an example says, by the operation's function.\n\
        const CHECKS: &[(&str, Check)] = &[";
    File::rust_and_table(&header, items, first, checks)
}

/// The operation's function, called with the arguments and the body of an example.
fn call(krate: &Crate<'_>, operation: &Operation, names: &OperationNames) -> TokenStream {
    let ItemName { module, ident: function } = &names.function;
    let mut arguments = checks::arguments(krate, operation);
    arguments.extend(bodies::of_example(&operation.request));
    let check = bodies::check(operation);
    quote! { example.#check(api::#(#module::)*#function(#(#arguments),*)) }
}

/// One line of data.
fn example(krate: &Crate<'_>, operation: &Operation, exchange: &Exchange, key: &str) -> Json {
    let sent = exchange.request.as_ref().map(|request| &request.example);
    let first = sent.or(exchange.response.as_ref().map(|response| &response.example));
    let span = first.map(|example| example.span).unwrap_or_default();
    let mut members = vec![
        ("page", Json::string(&krate.sources.display_path(span.file))),
        ("operation", Json::string(key)),
        ("route", Json::string(&operation.path.to_string())),
    ];
    let stand_in = |index: usize| {
        let type_ = operation.arguments.get(index).and_then(|argument| argument.type_.as_ref());
        checks::stand_in(type_, index)
    };
    let stand_ins = exchange
        .arguments
        .as_ref()
        .and_then(|arguments| operation.path.fill_placeholders(arguments, stand_in));
    if let Some(all) = &exchange.arguments {
        // The query's stand behind the path's.
        let stand_ins = stand_ins.as_deref().unwrap_or_default();
        let arguments = stand_ins.iter().chain(all.iter().skip(stand_ins.len()));
        let arguments = arguments.map(|argument| Json::optional(argument.as_deref()));
        members.push(("arguments", Json::array(arguments)));
    }
    if let Some(example) = &exchange.request {
        let path = stand_ins.as_ref().map(|arguments| operation.path.with(arguments));
        members.push(("request", request(krate, example, path)));
    }
    if let Some(example) = &exchange.response {
        members.push(("response", response(krate, example)));
    }
    Json::object(members)
}

/// `path` is the address with stand-ins, where the documented one has placeholders.
fn request(krate: &Crate<'_>, request: &RequestExample, path: Option<String>) -> Json {
    let mut members = side(krate, &request.example);
    if let Some(target) = &request.target {
        members.push(("method", Json::string(target.method.as_str())));
        members.push(("path", Json::string(path.as_ref().unwrap_or(&target.path))));
        if !target.query.is_empty() {
            members.push(("query", Json::string(&target.query)));
        }
    }
    members.extend(headers(&request.example.headers));
    members.extend(body(&request.example.body));
    Json::object(members)
}

fn response(krate: &Crate<'_>, response: &ResponseExample) -> Json {
    let mut members = side(krate, &response.example);
    members.extend(headers(&response.example.headers));
    members.push(("status", Json::number(response.status.into())));
    members.extend(body(&response.example.body));
    Json::object(members)
}

/// What the data says of both sides.
fn side(krate: &Crate<'_>, example: &Example) -> Vec<(&'static str, Json)> {
    let mut members = vec![("line", Json::number(krate.sources.position(example.span).line))];
    if !example.holds {
        members.push(("holds", Json::bool(false)));
    }
    members
}

fn body(body: &ExampleBody) -> Option<(&'static str, Json)> {
    match body {
        ExampleBody::Empty => None,
        ExampleBody::Json(value) => Some(("body", Json::value(value))),
        ExampleBody::Text(content) => Some(("text", Json::string(content))),
    }
}

fn headers(headers: &[(String, String)]) -> Option<(&'static str, Json)> {
    let members = headers.iter().map(|(name, value)| (name.to_lowercase(), Json::string(value)));
    (!headers.is_empty()).then(|| ("headers", Json::object(members)))
}
