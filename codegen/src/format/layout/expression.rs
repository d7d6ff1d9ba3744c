//! Functions whose bodies are one expression: a `match`, a call, or a chain of calls.

use proc_macro2::Delimiter;

use super::flat::{between_commas, flat};
use super::token::Token;
use super::{FITS, Layout, braces};

impl Layout {
    pub(super) fn function(&mut self, head: &[Token], body: &[Token], indent: usize) -> Option<()> {
        let text = format!("{} {{", flat(head)?);
        if indent + text.len() <= FITS {
            self.line(indent, &text);
        } else {
            let at = head.iter().position(|token| parentheses(token).is_some())?;
            let parameters = parentheses(&head[at])?;
            // Without parameters, the answer's type is what breaks.
            if parameters.is_empty() {
                return None;
            }
            self.short_line(indent, &format!("{}(", flat(&head[..at])?))?;
            for parameter in between_commas(parameters) {
                self.atom_or_short(indent + 4, parameter, ',')?;
            }
            self.short_line(indent, &format!("){} {{", flat(&head[at + 1..])?))?;
        }
        self.body(body, indent + 4)?;
        self.line(indent, "}");
        Some(())
    }

    fn body(&mut self, body: &[Token], indent: usize) -> Option<()> {
        // Between values, an angle compares.
        if body.is_empty() || body.iter().any(|token| token.is_sign(';') || token.is_sign('<')) {
            return None;
        }
        if let [word, value @ .., arms] = body
            && word.is_word("match")
        {
            return self.arms(value, braces(arms)?, indent);
        }
        let text = flat(body)?;
        if indent + text.len() <= FITS {
            self.line(indent, &text);
            return Some(());
        }
        // The links of the chain begin with a dot each.
        let mut links = Vec::new();
        let mut start = 0;
        for at in 1..body.len() {
            if body[at].is_sign('.') {
                links.push(&body[start..at]);
                start = at;
            }
        }
        links.push(&body[start..]);
        let [first, further @ ..] = links.as_slice() else { return None };
        let (arguments, function) = first.split_last()?;
        let arguments = parentheses(arguments)?;
        // A call inside of a chain is indented once more.
        let inside = if further.is_empty() { indent } else { indent + 4 };
        let text = flat(first)?;
        if !further.is_empty() && indent + text.len() <= FITS {
            self.line(indent, &text);
        } else {
            self.short_line(indent, &format!("{}(", flat(function)?))?;
            for argument in between_commas(arguments) {
                self.short_line(inside + 4, &format!("{},", flat(argument)?))?;
            }
            self.line(inside, ")");
        }
        for link in further {
            self.short_line(indent + 4, &flat(link)?)?;
        }
        Some(())
    }

    fn arms(&mut self, value: &[Token], arms: &[Token], indent: usize) -> Option<()> {
        self.short_line(indent, &format!("match {} {{", flat(value)?))?;
        for arm in between_commas(arms) {
            let text = flat(arm)?;
            if indent + 4 + text.len() <= FITS {
                self.line(indent + 4, &format!("{text},"));
                continue;
            }
            let arrow = arm.iter().position(|token| token.is_sign('='))?;
            self.short_line(indent + 4, &format!("{} => {{", flat(&arm[..arrow])?))?;
            self.body(&arm[arrow + 2..], indent + 8)?;
            self.line(indent + 4, "}");
        }
        self.line(indent, "}");
        Some(())
    }
}

fn parentheses(token: &Token) -> Option<&[Token]> {
    token.inside(Delimiter::Parenthesis)
}
