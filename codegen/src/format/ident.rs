//! Identifiers as tokens.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::names::Ident;

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        proc_macro2::Ident::new(self, Span::call_site()).to_tokens(tokens);
    }
}
