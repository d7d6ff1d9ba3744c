//! Tokens that are taken apart once: those of the compiler copy what is inside of a group for each look at it.

use proc_macro2::{Delimiter, Ident, Literal, Punct, TokenStream, TokenTree};

/// One token, with what is inside of it.
pub(super) enum Token {
    Word(Ident),
    Sign(Punct),
    Literal(Literal),
    Group(Delimiter, Vec<Token>),
}

impl Token {
    pub(super) fn is_sign(&self, sign: char) -> bool {
        matches!(self, Token::Sign(punct) if punct.as_char() == sign)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Token::Word(ident) if ident == word)
    }

    /// Whether this is an integer.
    pub(super) fn is_integer(&self) -> bool {
        let is_integer = |text: String| text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains('.');
        matches!(self, Token::Literal(literal) if is_integer(literal.to_string()))
    }

    /// What stands in it, if these are its brackets.
    pub(super) fn inside(&self, brackets: Delimiter) -> Option<&[Token]> {
        match self {
            Token::Group(delimiter, inside) if *delimiter == brackets => Some(inside),
            _ => None,
        }
    }
}

pub(super) fn tokens(stream: TokenStream) -> Vec<Token> {
    let token = |tree| match tree {
        TokenTree::Ident(ident) => Token::Word(ident),
        TokenTree::Punct(punct) => Token::Sign(punct),
        TokenTree::Literal(literal) => Token::Literal(literal),
        TokenTree::Group(group) => {
            let (delimiter, stream) = (group.delimiter(), group.stream());
            // What nobody else holds is moved.
            drop(group);
            Token::Group(delimiter, tokens(stream))
        }
    };
    stream.into_iter().map(token).collect()
}
