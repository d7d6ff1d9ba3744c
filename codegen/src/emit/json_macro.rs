//! JSON whose shape is not documented, as Rust: serde's macro.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::json::Kind;

/// The call of the macro that makes the value.
pub(crate) fn json_macro(json: &Kind) -> TokenStream {
    let json = tokens(json);
    quote! { serde_json::json!(#json) }
}

fn tokens(json: &Kind) -> TokenStream {
    match json {
        Kind::Null => quote! { null },
        Kind::Bool(value) => quote! { #value },
        Kind::Number(digits) => number(digits),
        Kind::String(text) => quote! { #text },
        Kind::Array(elements) => {
            let elements = elements.iter().map(|element| tokens(&element.kind));
            quote! { [#(#elements),*] }
        }
        Kind::Object(members) => {
            let members = members.iter().map(|member| {
                let (name, value) = (&member.name.value, tokens(&member.value.kind));
                quote! { #name: #value }
            });
            quote! { { #(#members),* } }
        }
    }
}

/// A number that Rust cannot hold is shown as its digits.
fn number(digits: &str) -> TokenStream {
    if let Ok(number) = digits.parse().map(Literal::i64_unsuffixed) {
        return quote! { #number };
    }
    match digits.parse().ok().filter(|number: &f64| number.is_finite()).map(Literal::f64_unsuffixed) {
        Some(number) => quote! { #number },
        None => quote! { #digits },
    }
}
