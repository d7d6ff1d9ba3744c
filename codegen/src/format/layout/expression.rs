//! Functions whose bodies end in one expression: a `match`, a call, or a chain of calls.

use proc_macro2::Delimiter;

use super::flat::{between_commas, flat};
use super::token::Token;
use super::{Layout, braces, fits};

impl Layout {
    pub(super) fn function(&mut self, head: &[Token], body: &[Token], indent: usize) -> Option<()> {
        let text = format!("{} {{", flat(head)?);
        if fits(indent, text.len()) {
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
            self.answer(&head[at + 1..], indent)?;
        }
        self.body(body, indent + 4)?;
        self.line(indent, "}");
        Some(())
    }

    /// What a function answers, behind its parameters. Of a type that is too wide, each argument stands on a line.
    fn answer(&mut self, answer: &[Token], indent: usize) -> Option<()> {
        let text = format!("){} {{", flat(answer)?);
        if fits(indent, text.len()) {
            self.line(indent, &text);
            return Some(());
        }
        let open = answer.iter().position(|token| token.is_sign('<'))?;
        let (head, [_, arguments @ .., close]) = answer.split_at(open) else { return None };
        if !close.is_sign('>') {
            return None;
        }
        self.short_line(indent, &format!("){}<", flat(head)?))?;
        for argument in between_commas(arguments) {
            self.short_line(indent + 4, &format!("{},", flat(argument)?))?;
        }
        self.line(indent, "> {");
        Some(())
    }

    fn body(&mut self, body: &[Token], indent: usize) -> Option<()> {
        // Between values, an angle compares.
        if body.iter().any(|token| token.is_sign('<')) {
            return None;
        }
        if body.first()?.is_word("let") {
            let end = body.iter().position(|token| token.is_sign(';'))?;
            self.short_line(indent, &format!("{};", flat(&body[..end])?))?;
            return self.body(&body[end + 1..], indent);
        }
        if body.iter().any(|token| token.is_sign(';')) {
            return None;
        }
        if let [word, value @ .., arms] = body
            && word.is_word("match")
        {
            return self.arms(value, braces(arms)?, indent);
        }
        let text = flat(body)?;
        if fits(indent, text.len()) {
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
        if !further.is_empty() && fits(indent, text.len()) {
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
            if fits(indent + 4, text.len()) {
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
