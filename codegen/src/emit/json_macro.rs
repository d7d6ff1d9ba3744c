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

/// A number that Rust cannot hold is shown as its digits. One that `i32` cannot hold says what it is: Rust would take it for one.
fn number(digits: &str) -> TokenStream {
    let literal = match (digits.parse::<i64>(), digits.parse::<u64>()) {
        (Ok(number), _) if i32::try_from(number).is_ok() => Literal::i64_unsuffixed(number),
        (Ok(number), _) => Literal::i64_suffixed(number),
        (_, Ok(number)) => Literal::u64_suffixed(number),
        _ => match digits.parse().ok().filter(|number: &f64| number.is_finite()) {
            Some(number) => Literal::f64_unsuffixed(number),
            None => return quote! { #digits },
        },
    };
    quote! { #literal }
}
