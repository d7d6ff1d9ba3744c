//! Functions whose bodies are one expression: a `match`, a call, or a chain of calls.

use proc_macro2::{Delimiter, Group, TokenTree};

use super::flat::{between_commas, flat};
use super::{Layout, braces, fits, is_punct, is_word};

impl Layout {
    pub(super) fn function(&mut self, head: &[TokenTree], body: &[TokenTree], indent: usize) -> Option<()> {
        let text = format!("{} {{", flat(head)?);
        if fits(indent + text.len())? {
            self.line(indent, &text);
        } else {
            let at = head.iter().position(|token| parentheses(token).is_some())?;
            let parameters: Vec<TokenTree> = parentheses(&head[at])?.stream().into_iter().collect();
            // Without parameters, the answer's type is what breaks.
            if parameters.is_empty() {
                return None;
            }
            self.short_line(indent, &format!("{}(", flat(&head[..at])?))?;
            for parameter in between_commas(&parameters) {
                self.short_line(indent + 4, &format!("{},", flat(parameter)?))?;
            }
            self.short_line(indent, &format!("){} {{", flat(&head[at + 1..])?))?;
        }
        self.body(body, indent + 4)?;
        self.line(indent, "}");
        Some(())
    }

    fn body(&mut self, body: &[TokenTree], indent: usize) -> Option<()> {
        // Between values, an angle compares.
        if body.is_empty() || body.iter().any(|token| is_punct(token, ';') || is_punct(token, '<')) {
            return None;
        }
        if let [word, value @ .., arms] = body
            && is_word(word, "match")
        {
            return self.arms(value, &braces(arms)?, indent);
        }
        let text = flat(body)?;
        if fits(indent + text.len())? {
            self.line(indent, &text);
            return Some(());
        }
        // The links of the chain begin with a dot each.
        let mut links = Vec::new();
        let mut start = 0;
        for at in 1..body.len() {
            if is_punct(&body[at], '.') {
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
        if !further.is_empty() && fits(indent + text.len())? {
            self.line(indent, &text);
        } else {
            self.short_line(indent, &format!("{}(", flat(function)?))?;
            let arguments: Vec<TokenTree> = arguments.stream().into_iter().collect();
            for argument in between_commas(&arguments) {
                self.short_line(inside + 4, &format!("{},", flat(argument)?))?;
            }
            self.line(inside, ")");
        }
        for link in further {
            self.short_line(indent + 4, &flat(link)?)?;
        }
        Some(())
    }

    fn arms(&mut self, value: &[TokenTree], arms: &Group, indent: usize) -> Option<()> {
        let arms: Vec<TokenTree> = arms.stream().into_iter().collect();
        self.short_line(indent, &format!("match {} {{", flat(value)?))?;
        for arm in between_commas(&arms) {
            self.short_line(indent + 4, &format!("{},", flat(arm)?))?;
        }
        self.line(indent, "}");
        Some(())
    }
}

fn parentheses(token: &TokenTree) -> Option<Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.clone()),
        _ => None,
    }
}
