//! Tokens as prettyplease writes them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::visible::is_hidden;

/// A file; none if the tokens are not Rust.
pub(super) fn file(tokens: TokenStream) -> Option<String> {
    Some(prettyplease::unparse(&syn::parse2::<syn::File>(tokens).ok()?))
}

/// The text with numbers for hidden characters, which stand only in string literals: `quote` takes some for letters.
pub(super) fn numbered(text: String) -> String {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    let is_hidden = |letter: char| letter != '\n' && is_hidden(letter);
    match !text.bytes().all(is_plain) && text.contains(is_hidden) {
        true => text
            .chars()
            .map(|c| if is_hidden(c) { c.escape_unicode().to_string() } else { c.to_string() })
            .collect(),
        false => text,
    }
}

/// The inside of a function as prettyplease writes it.
pub(super) fn inside(statements: TokenStream) -> Option<String> {
    let text = file(quote! { fn main() { #statements } })?;
    Some(text.strip_prefix("fn main() {\n")?.strip_suffix("}\n")?.to_owned())
}
