//! String literals that are laid out; any other text is one by `quote` itself.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A string literal with each line on a line of the source, below an item of a module in the file.
pub(crate) fn lines_literal(lines: impl Iterator<Item = String>) -> TokenStream {
    let escaped = lines.map(|line| {
        let literal = Literal::string(&line).to_string();
        format!("            {}\n", &literal[1..literal.len() - 1])
    });
    let text = format!("\"\n{}        \"", escaped.collect::<String>());
    text.parse::<Literal>().map_or_else(|_| quote! { #text }, |literal| quote! { #literal })
}
