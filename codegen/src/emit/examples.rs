//! The documented examples: data in one file, and as tests one line of code for each operation.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::record::{Message, Record};
use super::{Crate, bodies, checks};
use crate::format::{Doc, File, Header};
use crate::model::{Exchange, Operation};
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
    let named = krate.names.named(&krate.model.operations).into_iter();
    let documented = named.filter(|(operation, _)| !operation.exchanges.is_empty());
    let mut documented: Vec<_> =
        documented.map(|(operation, names)| (names.function.path(), operation, names)).collect();
    let records = documented.iter().flat_map(|(key, operation, _)| {
        operation.exchanges.iter().map(move |exchange| record(krate, operation, exchange, key))
    });
    let mut files = BTreeMap::from([("src/examples.json".to_owned(), File::json(records))]);
    let count = documented.iter().map(|(_, operation, _)| operation.exchanges.len()).sum();
    if count > 0 {
        // The checker finds an operation by bisection.
        documented.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        let checks = documented.iter().map(|(key, operation, names)| {
            let call = call(krate, operation, names);
            quote! { (#key, |example| #call) }
        });
        files.extend(CHECKER.map(|(path, text)| (format!("tests/checker/{path}"), File::copied("", text))));
        files.insert("tests/examples.rs".to_owned(), test(krate, count, checks));
    }
    files
}

fn test(krate: &Crate<'_>, count: usize, checks: impl Iterator<Item = TokenStream>) -> File {
    let mut doc = Doc::default();
    doc.ours("Every documented example is a test: the pages' requests and responses against this crate.");
    let header = Header::with_doc(&krate.comment(&Default::default()), &doc);
    let count = Literal::usize_unsuffixed(count);
    let findings = Literal::usize_unsuffixed(krate.model.examples.values().map(|count| count.untested).sum());
    let package = Ident::of_package(&krate.options.package.name);
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
            /// The examples on the pages that are not tests; `diagnostics.txt` says why.
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
fn record<'a>(krate: &Crate<'_>, operation: &Operation, exchange: &'a Exchange, key: &'a str) -> Record<'a> {
    let sent = exchange.request.as_ref().map(|request| &request.example);
    let first = sent.or(exchange.response.as_ref().map(|response| &response.example));
    let span = first.map(|example| example.span).unwrap_or_default();
    let value = |index: usize| {
        let type_ = operation.arguments.get(index).and_then(|argument| argument.type_.as_ref());
        checks::stand_in(type_, index)
    };
    let in_address = exchange.arguments.as_ref();
    // Those of the query stand behind those of the path.
    let in_path = operation.path.parameters().count();
    let filled = in_address.and_then(|arguments| operation.path.fill_placeholders(arguments, value));
    let in_query = exchange.request.as_ref().and_then(|request| {
        let template = operation.fixed_query.as_ref().filter(|_| in_address.is_some())?;
        template.fill_placeholders(&request.target.as_ref()?.query, |index| value(in_path + index))
    });
    let arguments = in_address.map(|all| {
        let (path, query) = all.split_at(in_path.min(all.len()));
        let mut arguments = filled.as_deref().unwrap_or(path).to_vec();
        match &in_query {
            Some((filled, _)) => arguments.extend(filled.iter().cloned().map(Some)),
            None => arguments.extend_from_slice(query),
        }
        arguments
    });
    let path = filled.map(|arguments| operation.path.with(&arguments));
    let query = in_query.map(|(_, query)| query);
    Record {
        page: krate.sources.display_path(span.file),
        operation: key,
        route: operation.path.to_string(),
        arguments,
        request: exchange.request.as_ref().map(|example| Message::sent(krate, example, path, query)),
        response: exchange.response.as_ref().map(|example| Message::answered(krate, example)),
    }
}
