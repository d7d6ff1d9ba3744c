//! Documented scalars as Rust.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::json_macro::json_macro;
use crate::json::Kind;
use crate::primitive::Primitive;

/// A value of a primitive type; `None` for what no literal shows, or what is no such value.
pub(super) fn of(primitive: Primitive, json: &Kind) -> Option<TokenStream> {
    match (primitive, json) {
        (Primitive::Stream, _) => None,
        (Primitive::Untyped, _) => {
            let json = json_macro(json);
            Some(quote! { #json.into() })
        }
        (Primitive::Boolean, Kind::Bool(value)) => Some(quote! { #value }),
        (Primitive::Int32 | Primitive::Int64, Kind::Number(digits)) => {
            digits.parse().ok().map(Literal::i64_unsuffixed).map(|literal| quote! { #literal })
        }
        (Primitive::Double, Kind::Number(digits)) => {
            let value: f64 = digits.parse().ok().filter(|value: &f64| value.is_finite())?;
            let literal = Literal::f64_unsuffixed(value);
            Some(quote! { #literal })
        }
        (Primitive::Decimal, Kind::Number(digits)) => Some(quote! { #digits.into() }),
        (
            Primitive::Boolean | Primitive::Int32 | Primitive::Int64 | Primitive::Double | Primitive::Decimal,
            _,
        ) => None,
        (_, Kind::String(text)) => Some(quote! { #text.into() }),
        (_, _) => None,
    }
}
