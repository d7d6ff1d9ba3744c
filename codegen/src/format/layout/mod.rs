//! The layout of the items that make most of a crate, without parsing them back: it is that of prettyplease. Items that
//! these few rules do not cover are left to prettyplease itself, and tests compare the golden files with its layout.

mod documentation;
mod expression;
mod flat;
mod list;
mod statement;
mod token;

#[cfg(test)]
mod tests;

use proc_macro2::{Delimiter, TokenStream};

use documentation::{by_line, text_of};
use flat::{between_commas, flat};
use token::{Token, tokens};

/// The widest line of what can be broken.
const FITS: usize = 89;

/// What a line holds at least, however far it is indented.
const LEAST: usize = 60;

/// Whether a line that can be broken need not be.
fn fits(indent: usize, length: usize) -> bool {
    indent + length <= FITS || length <= LEAST
}

/// The text of an item, or its tokens where prettyplease has to lay it out.
pub(super) fn item(stream: TokenStream) -> Result<String, TokenStream> {
    let tokens = tokens(stream);
    let mut layout = Layout::default();
    layout.items(&tokens, 0).map(|()| layout.out).ok_or_else(|| by_line(tokens))
}

/// Statements in the body of a function, or their tokens where prettyplease has to lay them out.
pub(super) fn statements(stream: TokenStream) -> Result<String, TokenStream> {
    let tokens = tokens(stream);
    let mut layout = Layout::default();
    layout.statements(&tokens, 4).map(|()| layout.out).ok_or_else(|| by_line(tokens))
}

/// An expression on one line, if it can be.
pub(super) fn expression(stream: TokenStream) -> Option<String> {
    flat(&tokens(stream))
}

#[derive(Default)]
struct Layout {
    out: String,
}

impl Layout {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A line that has to fit.
    fn short_line(&mut self, indent: usize, text: &str) -> Option<()> {
        fits(indent, text.len()).then(|| self.line(indent, text))
    }

    /// A line that has to fit, unless nothing in it could be broken.
    fn atom_or_short(&mut self, indent: usize, tokens: &[Token], end: char) -> Option<()> {
        self.line_of(indent, tokens, &format!("{}{end}", flat(tokens)?))
    }

    /// A line that begins with these tokens, and has to fit unless nothing in them could be broken.
    fn line_of(&mut self, indent: usize, tokens: &[Token], text: &str) -> Option<()> {
        if is_atom(tokens) {
            self.line(indent, text);
            return Some(());
        }
        self.short_line(indent, text)
    }

    fn items(&mut self, mut tokens: &[Token], indent: usize) -> Option<()> {
        while !tokens.is_empty() {
            tokens = self.attributes(tokens, indent)?;
            let end = tokens.iter().position(|token| token.is_sign(';') || braces(token).is_some())?;
            let (head, rest) = tokens.split_at(end);
            tokens = &rest[1..];
            match braces(&rest[0]) {
                Some(list) if head.iter().any(|token| token.is_word("use")) => {
                    self.import(head, list, indent)?;
                    tokens = tokens.get(1..)?;
                }
                Some(body) => self.block(head, body, indent)?,
                None => self.statement(head, indent)?,
            }
        }
        Some(())
    }

    /// Writes the attributes in front, and gives what stands behind them.
    fn attributes<'t>(&mut self, mut tokens: &'t [Token], indent: usize) -> Option<&'t [Token]> {
        while let [hash, Token::Group(_, inside), rest @ ..] = tokens
            && hash.is_sign('#')
        {
            match text_of(inside) {
                Some(text) => self.doc(indent, &text?),
                None => self.short_line(indent, &format!("#[{}]", flat(inside)?))?,
            }
            tokens = rest;
        }
        Some(tokens)
    }

    /// An item with a body.
    fn block(&mut self, head: &[Token], inside: &[Token], indent: usize) -> Option<()> {
        if head.iter().any(|token| token.is_word("where")) {
            return None;
        }
        let keyword = head.iter().find(|token| !token.is_word("pub"))?;
        let Token::Word(keyword) = keyword else { return None };
        if keyword == "fn" {
            return self.function(head, inside, indent);
        }
        let text = flat(head)?;
        if inside.is_empty() {
            return self.short_line(indent, &format!("{text} {{}}"));
        }
        self.short_line(indent, &format!("{text} {{"))?;
        match keyword.to_string().as_str() {
            "impl" | "mod" => self.items(inside, indent + 4)?,
            "struct" | "enum" => {
                for part in between_commas(inside) {
                    let part = self.attributes(part, indent + 4)?;
                    self.field(part, indent + 4)?;
                }
            }
            _ => return None,
        }
        self.line(indent, "}");
        Some(())
    }

    /// An item that ends with a semicolon: a constant, a macro, `use` or `mod`.
    fn statement(&mut self, tokens: &[Token], indent: usize) -> Option<()> {
        let is_constant = tokens.iter().take(2).any(|token| token.is_word("const"));
        let equals = tokens.iter().position(|token| token.is_sign('=')).filter(|_| is_constant);
        let Some(equals) = equals else { return self.atom_or_short(indent, tokens, ';') };
        let (head, value) = (flat(&tokens[..equals])?, &tokens[equals + 1..]);
        match value {
            // A text is not broken, whatever its width.
            [Token::Literal(_)] if is_atom(&tokens[..equals]) || fits(indent, head.len() + 3) => {
                self.line(indent, &format!("{head} = {};", flat(value)?));
            }
            [and, Token::Group(_, list)] if and.is_sign('&') => {
                let text = format!("{head} = {};", flat(value)?);
                if fits(indent, text.len()) {
                    self.line(indent, &text);
                } else {
                    self.short_line(indent, &format!("{head} = &["))?;
                    self.list(list, "];", indent)?;
                }
            }
            [Token::Word(of), Token::Group(_, list)] if list.iter().any(has_lines) => {
                self.line_of(indent, &tokens[..equals], &format!("{head} = {of}("))?;
                self.list(list, ");", indent)?;
            }
            _ if value.iter().all(|token| matches!(token, Token::Word(_))) => {
                self.line(indent, &format!("{head} = {};", flat(value)?));
            }
            _ => self.short_line(indent, &format!("{head} = {};", flat(value)?))?,
        }
        Some(())
    }
}

/// Whether nothing in these tokens could be broken.
fn is_atom(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| match token {
        Token::Word(_) => true,
        Token::Sign(punct) => matches!(punct.as_char(), ':' | '&' | '\''),
        Token::Group(..) | Token::Literal(_) => false,
    })
}

fn braces(token: &Token) -> Option<&[Token]> {
    token.inside(Delimiter::Brace)
}

/// Whether a text has several lines in the source.
fn has_lines(token: &Token) -> bool {
    matches!(token, Token::Literal(literal) if literal.to_string().contains('\n'))
}
