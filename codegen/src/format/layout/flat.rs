//! Tokens on one line.

use proc_macro2::{Delimiter, Spacing};

use super::token::Token;

/// The widest struct on one line, without its last brace.
const WIDEST_STRUCT: usize = 34;

/// Writes tokens as the formatter writes them where they fit on a line; none where it is not sure how.
pub(super) fn flat(tokens: &[Token]) -> Option<String> {
    let mut out = String::new();
    write(tokens, &mut out)?;
    Some(out)
}

fn write(tokens: &[Token], out: &mut String) -> Option<()> {
    let mut before = Before::Nothing;
    let mut in_bars = false;
    let mut tokens = tokens.iter().peekable();
    while let Some(token) = tokens.next() {
        before = match token {
            Token::Word(ident) => {
                if matches!(before, Before::Word | Before::Closed | Before::Lifetime) {
                    out.push(' ');
                }
                push(out, ident);
                let is_lifetime = matches!(before, Before::Tick);
                if is_lifetime { Before::Lifetime } else { Before::Word }
            }
            Token::Literal(literal) => {
                if matches!(before, Before::Word | Before::Closed | Before::Lifetime) {
                    return None;
                }
                push(out, literal);
                Before::Word
            }
            Token::Group(Delimiter::Brace, inside) => {
                // Of braces, only those of a struct's fields stand on one line.
                if !matches!(before, Before::Word) || !holds_fields(inside) {
                    return None;
                }
                let name = out
                    .rfind(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | ':'))
                    .map_or(0, |at| at + 1);
                out.push_str(" { ");
                write(without_last_comma(inside), out)?;
                // A wider one has a line for each field.
                if out.len() + 1 - name > WIDEST_STRUCT {
                    return None;
                }
                out.push_str(" }");
                Before::Closed
            }
            Token::Group(delimiter, inside) => {
                let (open, close) = match delimiter {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Bracket => ('[', ']'),
                    _ => return None,
                };
                if matches!(before, Before::Lifetime) {
                    out.push(' ');
                }
                out.push(open);
                // On one line nothing has a comma behind the last.
                write(without_last_comma(inside), out)?;
                out.push(close);
                Before::Closed
            }
            Token::Sign(punct) => {
                let joint = punct.spacing() == Spacing::Joint;
                let next = tokens.peek().and_then(|next| match next {
                    Token::Sign(next) => Some(next.as_char()),
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
                    ('.', Some('.')) if joint => {
                        tokens.next();
                        out.push_str("..");
                        Before::Nothing
                    }
                    ('.', _) if !joint => {
                        out.push('.');
                        Before::Nothing
                    }
                    ('>', _) => {
                        out.push('>');
                        Before::Closed
                    }
                    // The parameters of a closure.
                    ('|', _) if in_bars || matches!(before, Before::Nothing) => {
                        out.push_str(if in_bars { "| " } else { "|" });
                        in_bars = !in_bars;
                        Before::Nothing
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
    /// A token that does not take a space behind it, or has one already.
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
pub(super) fn between_commas(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut angles = 0_usize;
    let mut before = ' ';
    let split = tokens.split(move |token| {
        let Token::Sign(punct) = token else {
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

/// Whether these are the fields of a struct: `name: value`, or `..rest`.
fn holds_fields(inside: &[Token]) -> bool {
    match inside {
        [Token::Word(_), Token::Sign(colon), ..] => {
            colon.as_char() == ':' && colon.spacing() == Spacing::Alone
        }
        [first, second, ..] => first.is_sign('.') && second.is_sign('.'),
        _ => false,
    }
}

/// A list of tokens without the comma at its end.
fn without_last_comma(list: &[Token]) -> &[Token] {
    match list.split_last() {
        Some((last, rest)) if last.is_sign(',') => rest,
        _ => list,
    }
}
