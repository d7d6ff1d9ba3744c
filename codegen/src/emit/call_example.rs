//! The documented call of an operation as a doc example: the body that the page shows, written in Rust, and what is answered.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal::Literals;
use super::mains::Called;
use super::{Crate, arguments};
use crate::format::Code;
use crate::json::{Kind, Value};
use crate::model::{ExampleBody, Exchange, QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::names::Ident;

/// The most lines that an example may have, for pages that nobody wrote for people.
const LINES: usize = 250;

/// How many properties of an answer an example reads.
const READ: usize = 2;

/// The code of the example; `None` if the call does not need a body, or if the page's body cannot be written in Rust. A
/// page's example may call another of its routes.
pub(crate) fn code(krate: &Crate<'_>, called: Called<'_>) -> Option<Code> {
    documented(krate, called, None)
}

/// The same, sent by a client to the service at a root.
pub(crate) fn sent(krate: &Crate<'_>, called: Called<'_>, root: &str) -> Option<Code> {
    documented(krate, called, Some(root))
}

fn documented(krate: &Crate<'_>, called: Called<'_>, root: Option<&str>) -> Option<Code> {
    let own = called.0.exchanges.iter().map(|exchange| (exchange, given(called, called, exchange)));
    let siblings = krate
        .mains
        .siblings(called.0)
        .iter()
        .filter(|other| other.1.function != called.1.function && other.0.request == called.0.request);
    let others = siblings.flat_map(|other| {
        other.0.exchanges.iter().map(|exchange| (exchange, given(called, *other, exchange)))
    });
    let mut all: Vec<_> = own.chain(others).collect();
    // An example without an address may be about another of the page's objects.
    all.sort_by_key(|(exchange, _)| exchange.arguments.is_none());
    all.into_iter().find_map(|(exchange, given)| of_exchange(krate, called, exchange, &given, root))
}

/// The arguments of an example's address, for a function with parameters of the same names.
fn given(called: Called<'_>, source: Called<'_>, exchange: &Exchange) -> Vec<Option<String>> {
    let text_of = |name: &Ident| {
        let place = source.1.parameters.iter().position(|known| known == name)?;
        exchange.arguments.as_ref()?.get(place)?.clone()
    };
    called.1.parameters.iter().map(text_of).collect()
}

fn of_exchange(
    krate: &Crate<'_>,
    (operation, names): Called<'_>,
    exchange: &Exchange,
    given: &[Option<String>],
    root: Option<&str>,
) -> Option<Code> {
    let (sent, optional) = match &operation.request {
        RequestBody::Optional(inside) => (inside.as_ref(), true),
        request => (request, false),
    };
    let body = names.body.as_ref()?;
    let json = body_value(exchange)?;
    let mut literals = Literals::new(krate);
    let (value, cleared) = match sent {
        RequestBody::Structured(name) => {
            let type_ = krate.structured(name)?;
            let cleared = cleared(json).into_iter().map(|name| clearing(krate, type_, name));
            (literals.object(type_, json)?, cleared.collect::<Vec<_>>())
        }
        RequestBody::Collection(element) => (literals.list(element, json)?, Vec::new()),
        _ => return None,
    };
    let function = literals.imports.function(&names.function)?;
    let arguments = operation.arguments.iter().zip(&names.parameters).zip(given);
    let arguments = arguments
        .map(|((argument, name), given)| arguments::in_example(krate, argument, given.as_deref(), name));
    let sent = if optional {
        quote! { Some(&#body) }
    } else {
        quote! { &#body }
    };
    let request = quote! {
        let #body = #value;
        let request = #function(#(#arguments,)* #sent)#(#cleared)*;
    };
    let package = Ident::of_package(&krate.options.package.name);
    // What the front page installs, and a test of the function's documentation, may have this one area on.
    if !literals.imports.are_on_with(krate, &names.function) {
        return None;
    }
    if let Some(root) = root {
        let (client, show) = (["support", "client"].map(Ident::word), Ident::word("println"));
        let code = literals
            .imports
            .lines(krate)?
            .import(&package, &client, &[&Ident::word("Client")])
            .sorted()
            .blank();
        return code.inside(quote! {
            async fn call(token: &str) -> Result<(), #package::support::Error> {
                #request
                let client = Client::new(reqwest::Client::new(), #root).token(token);
                let answer = client.send(&request).await?;
                #show!("{answer:?}");
                Ok(())
            }
        });
    }
    let answer = answer(krate, &mut literals, &operation.response, exchange);
    // What the answer is read as, too.
    if !literals.imports.are_on_with(krate, &names.function) {
        return None;
    }
    let code = literals.imports.lines(krate)?.blank().reading(&package, quote! { #request #answer })?;
    (code.len() <= LINES).then_some(code)
}

/// Reads the answer, and from it what the page shows first.
fn answer<'a>(
    krate: &'a Crate<'a>,
    literals: &mut Literals<'a>,
    response: &'a ResponseBody,
    exchange: &Exchange,
) -> TokenStream {
    let json = exchange.response.as_ref().filter(|response| response.example.holds && response.status < 400);
    let json = json.and_then(|response| match &response.example.body {
        ExampleBody::Json(json) => Some(json),
        ExampleBody::Empty | ExampleBody::Text(_) => None,
    });
    match response {
        ResponseBody::None => quote! { request.decode(response)?; },
        ResponseBody::One(name) => {
            let read = read(krate, literals, name, json, &quote! { answer });
            quote! {
                let answer = request.decode(response)?;
                #(#read)*
            }
        }
        ResponseBody::Collection(Type::Structured(name)) => {
            let first = json.and_then(|json| json.get("value")?.as_array()?.first());
            let read = read(krate, literals, name, first, &quote! { page.value[0] });
            quote! {
                let page = request.decode(response)?;
                #(#read)*
            }
        }
        ResponseBody::Collection(_) | ResponseBody::Wrapped(_) => quote! {
            let value = request.decode(response)?.value;
        },
        ResponseBody::Reply(inside) => match inside.as_ref() {
            ResponseBody::One(name) => match read(krate, literals, name, json, &quote! { answer }).as_slice()
            {
                [] => quote! { let answer = request.decode(response)?.body(); },
                read => quote! {
                    if let Some(answer) = request.decode(response)?.body() {
                        #(#read)*
                    }
                },
            },
            _ => quote! { let answer = request.decode(response)?.body(); },
        },
        ResponseBody::Count
        | ResponseBody::Json
        | ResponseBody::Content
        | ResponseBody::Download
        | ResponseBody::Receipt => quote! { let answer = request.decode(response)?; },
    }
}

/// Compares properties of an object with what the page shows.
fn read<'a>(
    krate: &'a Crate<'a>,
    literals: &mut Literals<'a>,
    name: &QualifiedName,
    json: Option<&Value>,
    object: &TokenStream,
) -> Vec<TokenStream> {
    let Some((type_, members)) = krate.structured(name).zip(json.and_then(Value::as_object)) else {
        return Vec::new();
    };
    let compared = members.iter().filter_map(|member| literals.compared(type_, member));
    compared.take(READ).map(|(field, value)| quote! { assert_eq!(#object.#field, Some(#value)); }).collect()
}

/// The properties that the body sets to `null`.
fn cleared(json: &Value) -> Vec<&str> {
    let Kind::Object(members) = &json.kind else { return Vec::new() };
    let nulls = members.iter().filter(|member| member.value.kind == Kind::Null);
    nulls.map(|member| member.name.value.as_str()).collect()
}

/// The call that clears a property: by its field, where it has one.
fn clearing(krate: &Crate<'_>, type_: &StructuredType, name: &str) -> TokenStream {
    let mut properties = type_.properties.iter().zip(krate.names.fields(&type_.name));
    match properties.find(|(property, _)| property.name == name) {
        Some((_, field)) => quote! { .clear(|body| &body.#field) },
        None => {
            let path = name.replace('~', "~0").replace('/', "~1");
            quote! { .clear_path(#path) }
        }
    }
}

/// The body of an example that holds.
fn body_value(exchange: &Exchange) -> Option<&Value> {
    let example = &exchange.request.as_ref()?.example;
    match &example.body {
        ExampleBody::Json(json) if example.holds => Some(json),
        ExampleBody::Json(_) | ExampleBody::Empty | ExampleBody::Text(_) => None,
    }
}
