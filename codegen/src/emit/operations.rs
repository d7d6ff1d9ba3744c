//! Operations: the request functions.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{Crate, arguments, bodies, operation_doc, other_route, types};
use crate::format::FilePart;
use crate::model::{Operation, ResponseBody};
use crate::names::{Alias, Ident, OperationNames};

/// The names that another page gives the function and the constant of its path.
pub(crate) fn alias(function: &OperationNames, alias: &Alias) -> TokenStream {
    let module = &function.function.module;
    let again = |from: &Ident, to: &Ident| {
        let renamed = (from != to).then(|| quote! { as #to });
        quote! { crate::#(#module::)*#from #renamed }
    };
    let path = again(&function.constant, &alias.constant);
    let function = again(&function.function.ident, &alias.function.ident);
    quote! {
        #[doc(inline)]
        pub use #function;
        #[doc(hidden)]
        pub use #path;
    }
}

/// The request function of an operation.
pub(crate) fn function(
    krate: &Crate<'_>,
    scope: &mut Scope,
    operation: &Operation,
    names: &OperationNames,
) -> FilePart {
    let called = (operation, names);
    let doc = match krate.mains.elsewhere(called) {
        Some(main) => other_route::doc(krate, called, main),
        None => operation_doc::doc(krate, called),
    };
    let deprecated = super::deprecated(&operation.description);
    let request = scope.support("Request");
    let ident = &names.function.ident;
    let mut parameters = arguments::parameters(krate, scope, operation, names);
    let many = (parameters.len() > 6).then(|| quote! { #[allow(clippy::too_many_arguments)] });
    let body = names.body.as_ref();
    // The body's lifetime is written out only where there are other references to tell it from.
    let is_borrowed = operation.arguments.iter().any(|argument| arguments::is_borrowed(krate, argument));
    let lifetime = is_borrowed.then(|| quote! { 'a });
    let body_type = bodies::type_(krate, scope, &operation.request, lifetime.as_ref());
    let generics =
        lifetime.filter(|_| bodies::borrows(&operation.request)).map(|lifetime| quote! { <#lifetime> });
    let sent = match body {
        Some(body) => {
            parameters.push(quote! { #body: #body_type });
            quote! { #body }
        }
        None => quote! { () },
    };
    let naming = bodies::naming(krate, operation);
    let advanced = operation.has_advanced_queries().then(|| quote! { .advanced_queries() });
    let preferences = operation.preferences.iter().map(|wish| quote! { .prefer(#wish) });
    let answer = answer(krate, scope, &operation.response);
    let built = arguments::request(krate, scope, operation, names, &sent);
    let function = quote! {
        #deprecated
        #many
        pub fn #ident #generics (#(#parameters),*) -> #request<#body_type, #answer> {
            #built #naming #advanced #(#preferences)*
        }
    };
    FilePart::Documented(doc, function)
}

/// The Rust type of what an operation answers.
fn answer(krate: &Crate<'_>, scope: &mut Scope, response: &ResponseBody) -> TokenStream {
    match response {
        ResponseBody::None => quote! { () },
        ResponseBody::One(name) => types::named(krate, scope, name),
        ResponseBody::Collection(element) => {
            let (collection, element) = (scope.support("Collection"), types::value(krate, scope, element));
            quote! { #collection<#element> }
        }
        ResponseBody::Wrapped(type_) => {
            let (wrapped, type_) = (scope.support("Wrapped"), types::value(krate, scope, type_));
            quote! { #wrapped<#type_> }
        }
        ResponseBody::Count => quote! { i64 },
        ResponseBody::Json => scope.support("Json"),
        ResponseBody::Content => quote! { Vec<u8> },
        ResponseBody::Download => scope.support("Download"),
        ResponseBody::Receipt => scope.support("Receipt"),
        ResponseBody::Reply(body) => {
            let (reply, body) = (scope.support("Reply"), answer(krate, scope, body));
            quote! { #reply<#body> }
        }
    }
}
