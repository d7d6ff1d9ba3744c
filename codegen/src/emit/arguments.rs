//! The parameters of a request function: their Rust types, and how the function hands them on.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Crate;
use super::scope::Scope;
use super::types;
use crate::model::{Argument, Operation, Site, Type};
use crate::names::{Ident, OperationNames};
use crate::primitive::Primitive;

/// The form of an argument in Rust.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum ArgumentForm<'a> {
    /// A text: its place says whether it gets quotes.
    Text,
    /// A number or a truth value.
    Copied(Primitive),
    /// A value of the crate's types, by reference.
    Kept(&'a Type),
    /// A slice of any of them.
    List(&'a Type),
}

impl<'a> ArgumentForm<'a> {
    /// The form of an argument. A text, if Rust lacks a type for its values.
    pub(crate) fn of(krate: &Crate<'_>, argument: &'a Argument) -> ArgumentForm<'a> {
        match &argument.type_ {
            Some(Type::Collection(element)) => ArgumentForm::List(element),
            type_ => ArgumentForm::one(krate, type_.as_ref()),
        }
    }

    /// The form of one value.
    pub(crate) fn one(krate: &Crate<'_>, type_: Option<&'a Type>) -> ArgumentForm<'a> {
        match type_ {
            Some(Type::Primitive(
                primitive @ (Primitive::Boolean | Primitive::Int32 | Primitive::Int64 | Primitive::Double),
            )) => ArgumentForm::Copied(*primitive),
            None | Some(Type::Primitive(Primitive::String | Primitive::Stream | Primitive::Untyped)) => {
                ArgumentForm::Text
            }
            Some(type_ @ Type::Primitive(_)) => ArgumentForm::Kept(type_),
            Some(type_ @ Type::Enum(name)) if krate.names.type_(name).is_some() => ArgumentForm::Kept(type_),
            Some(Type::Enum(_) | Type::Structured(_) | Type::Collection(_)) => ArgumentForm::Text,
        }
    }

    /// The Rust type.
    fn tokens(self, krate: &Crate<'_>, scope: &mut Scope) -> TokenStream {
        match self {
            ArgumentForm::Text => quote! { &str },
            ArgumentForm::Copied(primitive) => types::value(krate, scope, &Type::Primitive(primitive)),
            ArgumentForm::Kept(type_) => {
                let type_ = types::value(krate, scope, type_);
                quote! { &#type_ }
            }
            ArgumentForm::List(element) => match ArgumentForm::one(krate, Some(element)) {
                ArgumentForm::Kept(type_) => {
                    let type_ = types::value(krate, scope, type_);
                    quote! { &[#type_] }
                }
                one => {
                    let one = one.tokens(krate, scope);
                    quote! { &[#one] }
                }
            },
        }
    }
}

/// Whether an argument is a text in the path that is always there, as most are.
pub(crate) fn is_plain(krate: &Crate<'_>, argument: &Argument) -> bool {
    argument.required
        && argument.site == Site::Template
        && ArgumentForm::of(krate, argument) == ArgumentForm::Text
}

/// Whether an argument holds a reference.
pub(crate) fn is_borrowed(krate: &Crate<'_>, argument: &Argument) -> bool {
    !matches!(ArgumentForm::of(krate, argument), ArgumentForm::Copied(_))
}

/// The parameters of the function.
pub(crate) fn parameters(
    krate: &Crate<'_>,
    scope: &mut Scope,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<TokenStream> {
    let arguments = operation.arguments.iter().zip(&names.parameters);
    let parameters = arguments.map(|(argument, name)| {
        let type_ = ArgumentForm::of(krate, argument).tokens(krate, scope);
        match argument.required {
            true => quote! { #name: #type_ },
            false => quote! { #name: Option<#type_> },
        }
    });
    parameters.collect()
}

/// The request, with all arguments in it.
pub(crate) fn request(
    krate: &Crate<'_>,
    scope: &mut Scope,
    operation: &Operation,
    names: &OperationNames,
    sent: &TokenStream,
) -> TokenStream {
    let (request, method) = (scope.support("Request"), scope.support("Method"));
    let (verb, path) = (Ident::word(operation.method.as_str()), &names.constant);
    let mut arguments = Vec::new();
    let mut options = Vec::new();
    for (argument, name) in operation.arguments.iter().zip(&names.parameters) {
        let (ident, key) = (name, &argument.name);
        match argument.site {
            Site::Template => arguments.push((argument, ident)),
            Site::Query => options.push(quote! { .option(#key, #ident.into()) }),
            // A text is a string, whatever it looks like.
            Site::Alias
                if argument.type_.is_some() && ArgumentForm::of(krate, argument) == ArgumentForm::Text =>
            {
                let value = scope.support("Argument");
                options.push(quote! { .alias(#key, #value::string(#ident)) });
            }
            Site::Header => options.push(quote! { .header(#key, #ident) }),
            Site::Alias => options.push(quote! { .alias(#key, #ident.into()) }),
        }
    }
    let idents = arguments.iter().map(|(_, ident)| ident);
    let call = operation.template().call;
    if !call.is_empty() {
        quote! { #request::function(#method::#verb, #path, #call, &[#(#idents.into()),*], #sent)#(#options)* }
    } else if arguments.iter().all(|(argument, _)| is_plain(krate, argument)) {
        quote! { #request::new(#method::#verb, #path, &[#(#idents),*], #sent)#(#options)* }
    } else {
        quote! { #request::call(#method::#verb, #path, &[#(#idents.into()),*], #sent)#(#options)* }
    }
}

/// An argument in a doc example.
pub(crate) fn in_example(
    krate: &Crate<'_>,
    argument: &Argument,
    text: Option<&str>,
    name: &Ident,
) -> TokenStream {
    let text = text.or(Some("*").filter(|_| argument.site == Site::Header));
    let Some(text) = text else {
        return match argument.required {
            true => value(krate, argument, &name.hyphenated()),
            false => quote! { None },
        };
    };
    if argument.site == Site::Header {
        return quote! { #text };
    }
    // The text that a placeholder stands for.
    let placeholder = name.hyphenated();
    let value = value(krate, argument, if text.contains(['{', '<']) { &placeholder } else { text });
    if argument.required {
        value
    } else {
        quote! { Some(#value) }
    }
}

fn value(krate: &Crate<'_>, argument: &Argument, text: &str) -> TokenStream {
    match ArgumentForm::of(krate, argument) {
        ArgumentForm::Text => quote! { #text },
        ArgumentForm::Copied(primitive) => number(primitive, text),
        ArgumentForm::Kept(_) => quote! { &#text.into() },
        ArgumentForm::List(element) => {
            let elements =
                elements(text).into_iter().map(|text| match ArgumentForm::one(krate, Some(element)) {
                    ArgumentForm::Copied(primitive) => number(primitive, &text),
                    ArgumentForm::Kept(_) => quote! { #text.into() },
                    ArgumentForm::Text | ArgumentForm::List(_) => quote! { #text },
                });
            quote! { &[#(#elements),*] }
        }
    }
}

fn number(primitive: Primitive, text: &str) -> TokenStream {
    match primitive {
        Primitive::Boolean => {
            let value = text != "false";
            quote! { #value }
        }
        Primitive::Double => {
            let literal = Literal::f64_unsuffixed(
                text.parse().ok().filter(|value: &f64| value.is_finite()).unwrap_or(1.0),
            );
            quote! { #literal }
        }
        _ => {
            // What the type cannot hold would not compile.
            let is_held = |value: &i64| primitive == Primitive::Int64 || i32::try_from(*value).is_ok();
            let literal = Literal::i64_unsuffixed(text.parse().ok().filter(is_held).unwrap_or(1));
            quote! { #literal }
        }
    }
}

/// The elements of a list as OData writes it, without their quotes.
fn elements(text: &str) -> Vec<String> {
    let inside = text.trim_start_matches('[').trim_end_matches(']');
    inside.split(',').map(|element| element.trim().trim_matches('\'').to_owned()).collect()
}
