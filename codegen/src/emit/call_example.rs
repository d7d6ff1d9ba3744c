//! The documented call of an operation as a doc example: the body that the page shows, written in Rust.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal::Literals;
use super::mains::Called;
use super::{Crate, arguments};
use crate::format::Code;
use crate::json::{Kind, Value};
use crate::model::{ExampleBody, Exchange, RequestBody, StructuredType};

/// The most lines that an example may have: longer ones help nobody.
const LINES: usize = 24;

/// The code of the example; none where the call needs no body, or where the page shows no body that can be written so.
pub(crate) fn code(krate: &Crate<'_>, (operation, names): Called<'_>) -> Option<Code> {
    let (sent, optional) = match &operation.request {
        RequestBody::Optional(inside) => (inside.as_ref(), true),
        request => (request, false),
    };
    let RequestBody::Structured(name) = sent else { return None };
    let body = names.body.as_ref()?;
    let type_ = krate.structured(name)?;
    operation.exchanges.iter().find_map(|exchange| {
        let (json, given) = shown(exchange)?;
        let mut literals = Literals::new(krate);
        let object = literals.object(type_, json)?;
        let function = literals.import(&names.function)?;
        let arguments = operation.arguments.iter().zip(&names.parameters).enumerate();
        let given = |at: usize| given.get(at).and_then(Option::as_deref);
        let arguments =
            arguments.map(|(at, (argument, name))| arguments::shown(krate, argument, given(at), name));
        let cleared: Vec<TokenStream> =
            cleared(json).into_iter().map(|name| clearing(krate, type_, name)).collect();
        let sent = if optional {
            quote! { Some(&#body) }
        } else {
            quote! { &#body }
        };
        let code = literals.uses()?.blank().and(quote! {
            let #body = #object;
            let request = #function(#(#arguments,)* #sent)#(#cleared)*;
        })?;
        (code.len() <= LINES).then_some(code)
    })
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

/// The body of an example that holds, and the arguments of its address.
fn shown(exchange: &Exchange) -> Option<(&Value, &[Option<String>])> {
    let example = &exchange.request.as_ref()?.example;
    match &example.body {
        ExampleBody::Json(json) if example.holds => Some((json, exchange.arguments.as_deref()?)),
        ExampleBody::Json(_) | ExampleBody::Empty | ExampleBody::Text(_) => None,
    }
}
