//! Tokens on one line.

use proc_macro2::{Delimiter, Spacing, TokenTree};

/// Writes tokens as the formatter writes them where they fit on a line; none where it is not sure how.
pub(super) fn flat(tokens: &[TokenTree]) -> Option<String> {
    let mut out = String::new();
    write(tokens, &mut out)?;
    Some(out)
}

fn write(tokens: &[TokenTree], out: &mut String) -> Option<()> {
    let mut before = Before::Nothing;
    let mut tokens = tokens.iter().peekable();
    while let Some(token) = tokens.next() {
        before = match token {
            TokenTree::Ident(ident) => {
                if matches!(before, Before::Word | Before::Closed | Before::Lifetime) {
                    out.push(' ');
                }
                push(out, ident);
                let is_lifetime = matches!(before, Before::Tick);
                if is_lifetime { Before::Lifetime } else { Before::Word }
            }
            TokenTree::Literal(literal) => {
                if matches!(before, Before::Word | Before::Closed | Before::Lifetime) {
                    return None;
                }
                push(out, literal);
                Before::Word
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::Brace | Delimiter::None => return None,
                };
                if matches!(before, Before::Lifetime) {
                    out.push(' ');
                }
                out.push(open);
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                // On one line nothing has a comma behind the last.
                let inside = inside.strip_suffix_comma();
                write(inside, out)?;
                out.push(close);
                Before::Closed
            }
            TokenTree::Punct(punct) => {
                let joint = punct.spacing() == Spacing::Joint;
                let next = tokens.peek().and_then(|next| match next {
                    TokenTree::Punct(next) => Some(next.as_char()),
                    _ => None,
                });
                match (punct.as_char(), next) {
                    ('-' | '=', Some('>')) if joint => {
                        tokens.next();
                        out.push(' ');
                        out.push(punct.as_char());
                        out.push_str("> ");
                        Before::Nothing
                    }
                    (':', Some(':')) if joint => {
                        tokens.next();
                        out.push_str("::");
                        Before::Nothing
                    }
                    (':', _) => {
                        out.push_str(": ");
                        Before::Nothing
                    }
                    (',', _) => {
                        out.push_str(", ");
                        Before::Nothing
                    }
                    ('=', _) if !joint => {
                        out.push_str(" = ");
                        Before::Nothing
                    }
                    ('\'', _) => {
                        out.push('\'');
                        Before::Tick
                    }
                    ('.', _) if !joint => {
                        out.push('.');
                        Before::Nothing
                    }
                    ('>', _) => {
                        out.push('>');
                        Before::Closed
                    }
                    (sign @ ('&' | '<' | '!' | '?' | '*'), _) => {
                        // A reference stands apart from a word such as `mut`.
                        if sign == '&' && !matches!(before, Before::Nothing) {
                            return None;
                        }
                        out.push(sign);
                        Before::Nothing
                    }
                    _ => return None,
                }
            }
        };
    }
    Some(())
}

/// What stands before a token, as far as a space depends on it.
enum Before {
    /// Something that takes no space behind it, or has one already.
    Nothing,
    Word,
    /// A closing bracket.
    Closed,
    /// The tick of a lifetime.
    Tick,
    Lifetime,
}

fn push(out: &mut String, token: &impl std::fmt::Display) {
    use std::fmt::Write;
    let _ = write!(out, "{token}");
}

/// What stands between commas.
pub(super) fn between_commas(tokens: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    let mut angles = 0_usize;
    let mut before = ' ';
    let split = tokens.split(move |token| {
        let TokenTree::Punct(punct) = token else {
            before = ' ';
            return false;
        };
        let sign = punct.as_char();
        match sign {
            '<' => angles += 1,
            '>' if !matches!(before, '-' | '=') => angles = angles.saturating_sub(1),
            _ => {}
        }
        before = sign;
        sign == ',' && angles == 0
    });
    split.filter(|part| !part.is_empty())
}

/// A list of tokens without the comma at its end.
pub(super) trait StripComma {
    fn strip_suffix_comma(&self) -> &[TokenTree];
}

impl StripComma for [TokenTree] {
    fn strip_suffix_comma(&self) -> &[TokenTree] {
        match self.split_last() {
            Some((TokenTree::Punct(punct), rest)) if punct.as_char() == ',' => rest,
            _ => self,
        }
    }
}
