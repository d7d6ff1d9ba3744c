//! Documentation: one attribute holds all lines of an item's.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;

use super::Layout;
use super::token::Token;

impl Layout {
    pub(super) fn doc(&mut self, indent: usize, text: &str) {
        for line in text.split('\n') {
            self.out.extend(std::iter::repeat_n(' ', indent));
            self.out.push_str("///");
            self.out.push_str(line.trim_end_matches(' '));
            self.out.push('\n');
        }
    }
}

/// The tokens, where each line of documentation has an attribute of its own: so prettyplease takes it.
pub(super) fn by_line(tokens: Vec<Token>) -> TokenStream {
    let mut all = TokenStream::new();
    for token in tokens {
        match token {
            Token::Word(ident) => all.extend([TokenTree::from(ident)]),
            Token::Sign(punct) => all.extend([TokenTree::from(punct)]),
            Token::Literal(literal) => all.extend([TokenTree::from(literal)]),
            Token::Group(delimiter, inside) => match text_of(&inside) {
                // The first sign stands there already.
                Some(text) => {
                    let text = text.or_else(|| parsed(&inside)).unwrap_or_default();
                    let lines = text.split('\n').map(|line| quote! { [doc = #line] });
                    all.extend(quote! { #(#lines)#* });
                }
                None => all.extend([TokenTree::from(Group::new(delimiter, by_line(inside)))]),
            },
        }
    }
    all
}

/// The text that an attribute ends with.
fn parsed(attribute: &[Token]) -> Option<String> {
    let Token::Literal(text) = attribute.last()? else { return None };
    syn::parse_str::<syn::LitStr>(&text.to_string()).ok().map(|text| text.value())
}

/// The text of a documentation, if the attribute is one; none inside where only prettyplease can read it.
pub(super) fn text_of(attribute: &[Token]) -> Option<Option<String>> {
    let [Token::Word(name), _, Token::Literal(text)] = attribute else { return None };
    if name != "doc" {
        return None;
    }
    Some(unescaped(&text.to_string()))
}

/// The text of a literal.
fn unescaped(literal: &str) -> Option<String> {
    // A comment of ours comes as a raw literal.
    let (raw, quoted) = match literal.strip_prefix('r') {
        Some(quoted) => (true, quoted),
        None => (false, literal),
    };
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inside.len());
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' if !raw => match letters.next()? {
                'n' => '\n',
                escaped => Some(escaped).filter(|escaped| matches!(escaped, '"' | '\\' | '\''))?,
            },
            letter => letter,
        });
    }
    (!text.split('\n').any(|line| line.starts_with('/'))).then_some(text)
}
