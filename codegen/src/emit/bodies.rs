//! The body of a request: the type of its parameter, and what a test calls the function with.

use proc_macro2::TokenStream;
use quote::quote;

use super::Crate;
use super::scope::Scope;
use super::types;
use crate::http::Method;
use crate::model::{Operation, RequestBody};
use crate::names::Ident;

/// The Rust type of the body.
pub(crate) fn type_(
    krate: &Crate<'_>,
    scope: &mut Scope,
    request: &RequestBody,
    lifetime: Option<&TokenStream>,
) -> TokenStream {
    match request {
        RequestBody::None => quote! { () },
        RequestBody::Structured(name) => {
            let type_ = types::named(krate, scope, name);
            quote! { &#lifetime #type_ }
        }
        RequestBody::Collection(element) => {
            let element = types::value(krate, scope, element);
            quote! { &#lifetime [#element] }
        }
        RequestBody::Json => {
            let json = scope.support("Json");
            quote! { &#lifetime #json }
        }
        RequestBody::Content => scope.support("Content"),
        RequestBody::Optional(inside) => {
            let inside = type_(krate, scope, inside, lifetime);
            quote! { Option<#inside> }
        }
    }
}

/// Whether the body is the caller's, and the request only refers to it.
pub(crate) fn borrows(request: &RequestBody) -> bool {
    match request {
        RequestBody::Structured(_) | RequestBody::Collection(_) | RequestBody::Json => true,
        RequestBody::None | RequestBody::Content => false,
        RequestBody::Optional(inside) => borrows(inside),
    }
}

/// The call that makes a body name its type. The service does not know a type for the parameters of an action.
pub(crate) fn naming(krate: &Crate<'_>, operation: &Operation) -> Option<TokenStream> {
    let name = operation.request.type_name().filter(|_| operation.names_type)?;
    krate.structured(name).filter(|type_| type_.owner.is_none())?;
    let name = name.to_string();
    Some(quote! { .naming_type(#name) })
}

/// The body that an example shows, as a test hands it to the function.
pub(crate) fn of_example(request: &RequestBody) -> Option<TokenStream> {
    Some(match request {
        RequestBody::None => return None,
        RequestBody::Structured(_) => quote! { &example.body()? },
        RequestBody::Collection(_) => quote! { example.list()?.as_slice() },
        RequestBody::Json => quote! { &example.json() },
        RequestBody::Content => quote! { example.content() },
        RequestBody::Optional(inside) => match inside.as_ref() {
            RequestBody::Structured(_) => quote! { example.optional(|example| example.body())?.as_ref() },
            RequestBody::Collection(_) => quote! { example.optional(|example| example.list())?.as_deref() },
            RequestBody::Json => quote! { example.optional(|example| Ok(example.json()))?.as_ref() },
            RequestBody::Content => quote! { example.optional(|example| Ok(example.content()))? },
            RequestBody::None | RequestBody::Optional(_) => quote! { None },
        },
    })
}

/// The check of an operation's examples: only where an object is updated a `null` means something.
pub(crate) fn check(operation: &Operation) -> Ident {
    let sent = match &operation.request {
        RequestBody::Optional(inside) => inside.as_ref(),
        request => request,
    };
    match (operation.method, sent) {
        (Method::Patch, RequestBody::Structured(_) | RequestBody::Collection(_)) => {
            Ident::word("check_update")
        }
        _ => Ident::word("check"),
    }
}
