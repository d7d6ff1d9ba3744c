//! How a test calls an operation: each argument as the documented address has it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Crate;
use super::arguments::ArgumentForm;
use crate::model::{Argument, Operation, Site, Type};
use crate::primitive::Primitive;

/// The arguments of the function's call.
pub(crate) fn arguments(krate: &Crate<'_>, operation: &Operation) -> Vec<TokenStream> {
    operation.arguments.iter().enumerate().map(|(index, argument)| one(krate, index, argument)).collect()
}

fn one(krate: &Crate<'_>, index: usize, argument: &Argument) -> TokenStream {
    let (index, name) = (Literal::usize_unsuffixed(index), &argument.name);
    // An option that may be left out comes with the documented query.
    if argument.site != Site::Template && !argument.required {
        return quote! { None };
    }
    if argument.site == Site::Header {
        return quote! { example.header(#name) };
    }
    let found = match argument.site {
        Site::Template => quote! { example.found(#index) },
        Site::Query | Site::Alias | Site::Header => quote! { example.option(#name) },
    };
    let stand_in = stand_in(argument.type_.as_ref(), 0);
    match (ArgumentForm::of(krate, argument), argument.required) {
        (ArgumentForm::Text, true) if argument.site == Site::Template => quote! { example.argument(#index) },
        (ArgumentForm::Text, true) => quote! { checker::value::text(#found) },
        (ArgumentForm::Text, false) => found,
        (ArgumentForm::Copied(_), true) => quote! { checker::value::parsed(#found, #stand_in) },
        (ArgumentForm::Copied(_), false) => {
            quote! { #found.map(|text| checker::value::parsed(Some(text), #stand_in)) }
        }
        (ArgumentForm::Kept(_), true) => quote! { &checker::value::kept(#found, #stand_in) },
        (ArgumentForm::Kept(_), false) => {
            quote! { #found.map(|text| checker::value::kept(Some(text), #stand_in)).as_ref() }
        }
        (ArgumentForm::List(element), required) => {
            let list = match ArgumentForm::one(krate, Some(element)) {
                ArgumentForm::Text | ArgumentForm::List(_) => quote! { checker::value::texts },
                ArgumentForm::Copied(_) => quote! { checker::value::parsed_list },
                ArgumentForm::Kept(_) => quote! { checker::value::kept_list },
            };
            match required {
                true => quote! { &#list(#found) },
                false => quote! { #found.map(|text| #list(Some(text))).as_deref() },
            }
        }
    }
}

/// A value of a type, for an example that shows none.
pub(crate) fn stand_in(type_: Option<&Type>, index: usize) -> String {
    match type_ {
        Some(Type::Primitive(primitive)) => match primitive {
            Primitive::Boolean => "true".to_owned(),
            Primitive::Int32 | Primitive::Int64 | Primitive::Double | Primitive::Decimal => "1".to_owned(),
            Primitive::Date => "2000-01-01".to_owned(),
            Primitive::DateTimeOffset => "2000-01-01T00:00:00Z".to_owned(),
            Primitive::TimeOfDay => "12:00:00".to_owned(),
            Primitive::Duration => "PT1H".to_owned(),
            _ => format!("00000000-0000-0000-0000-{:012}", index + 1),
        },
        Some(Type::Collection(element)) => match element.as_ref() {
            Type::Primitive(Primitive::String) | Type::Enum(_) => "['1']".to_owned(),
            element => format!("[{}]", stand_in(Some(element), index)),
        },
        Some(Type::Enum(_) | Type::Structured(_)) | None => {
            format!("00000000-0000-0000-0000-{:012}", index + 1)
        }
    }
}
