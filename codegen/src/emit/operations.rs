//! Operations: the path's constant and the request function.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{Crate, arguments, bodies, operation_doc, types};
use crate::format::{Doc, Markdown, lines_literal};
use crate::model::{Operation, ResponseBody};
use crate::names::{Alias, Ident, OperationNames};

/// The items of an operation: its constant and its function.
pub(crate) fn items(
    krate: &Crate<'_>,
    scope: &mut Scope,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<TokenStream> {
    let mut items = vec![constant(operation, names)];
    items.extend(permissions(scope, operation, names));
    items.push(function(krate, scope, operation, names));
    items
}

/// The permissions as data, where the page names any.
fn permissions(scope: &mut Scope, operation: &Operation, names: &OperationNames) -> Option<TokenStream> {
    if operation.permissions.iter().all(|permission| permission.sets.is_empty()) {
        return None;
    }
    let type_ = scope.support("Permissions");
    let ident = names.permissions();
    let lines = operation.permissions.iter().map(|permission| {
        let sets: Vec<String> = permission.sets.iter().map(|set| set.join(" and ")).collect();
        let caller = permission.kind.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{caller}: {}", sets.join(", ")).trim_end().to_owned()
    });
    let text = lines_literal(lines);
    let mut doc = Doc::default();
    doc.paragraph(&Markdown::with(
        "What [{}] needs, for each kind of caller.",
        [function_code(&names.function.ident)],
    ));
    let doc = doc.tokens();
    Some(quote! { #doc pub const #ident: #type_ = #type_(#text); })
}

/// A function of the module as the text of a link. The parentheses tell it from a macro that Rust knows by the same name, such
/// as `column`.
fn function_code(ident: &Ident) -> Markdown {
    Markdown::code(&format!("{ident}()"))
}

/// The names that another page gives the operation.
pub(crate) fn alias(function: &OperationNames, alias: &Alias) -> TokenStream {
    let module = &function.function.module;
    let (from, to) = (&function.function.ident, &alias.function.ident);
    let (from_path, to_path) = (&function.constant, &alias.constant);
    if from == to {
        return quote! {
            #[doc(inline)]
            pub use crate::#(#module)::*::{#from, #from_path};
        };
    }
    quote! {
        #[doc(inline)]
        pub use crate::#(#module)::*::{#from as #to, #from_path as #to_path};
    }
}

fn constant(operation: &Operation, names: &OperationNames) -> TokenStream {
    let ident = &names.constant;
    let (path, _) = operation.template();
    let function = function_code(&names.function.ident);
    let mut doc = Doc::default();
    doc.paragraph(&match operation.fixed_query {
        None => Markdown::with("The path of [{}].", [function]),
        Some(_) => Markdown::with("The path of [{}], with the query that belongs to it.", [function]),
    });
    let plain = format!("{} {path}", operation.method.as_str());
    if operation.documented != plain {
        doc.paragraph(&Markdown::with("Documented as {}.", [Markdown::code(&operation.documented)]));
    }
    let doc = doc.tokens();
    quote! { #doc pub const #ident: &str = #path; }
}

fn function(
    krate: &Crate<'_>,
    scope: &mut Scope,
    operation: &Operation,
    names: &OperationNames,
) -> TokenStream {
    let doc = operation_doc::of(krate, operation, names).tokens();
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
    let answer = answer(krate, scope, &operation.response);
    let built = arguments::request(krate, scope, operation, names, &sent);
    quote! {
        #doc
        #deprecated
        #many
        pub fn #ident #generics (#(#parameters),*) -> #request<#body_type, #answer> {
            #built #naming #advanced
        }
    }
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
