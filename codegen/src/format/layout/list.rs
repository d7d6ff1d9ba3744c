//! Lists that need several lines.

use proc_macro2::Delimiter;

use super::flat::{between_commas, flat};
use super::token::Token;
use super::{FITS, Layout, fits};

impl Layout {
    /// An import of several names: as many on a line as fit, where not all do.
    pub(super) fn import(&mut self, head: &[Token], list: &[Token], indent: usize) -> Option<()> {
        let (head, names) = (flat(head)?, between_commas(list).map(flat).collect::<Option<Vec<String>>>()?);
        if let [name] = names.as_slice() {
            // It needs no braces.
            return (name != "self").then(|| self.line(indent, &format!("{head}{name};")));
        }
        let text = format!("{head}{{{}}};", names.join(", "));
        if fits(indent, text.len()) {
            self.line(indent, &text);
            return Some(());
        }
        self.line(indent, &format!("{head}{{"));
        self.filled(&names, indent + 4);
        self.line(indent, "};");
        Some(())
    }

    /// As many elements on a line as fit.
    fn filled(&mut self, elements: &[String], indent: usize) {
        let mut line = String::new();
        for (at, element) in elements.iter().enumerate() {
            // The comma behind the last element is none of the list's.
            let comma = usize::from(at + 1 < elements.len());
            if !line.is_empty() && indent + line.len() + 1 + element.len() + comma > FITS {
                self.line(indent, &std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(element);
            line.push(',');
        }
        self.line(indent, &line);
    }

    /// A field or a variant. The type of a long one is broken where its argument stands.
    pub(super) fn field(&mut self, field: &[Token], indent: usize) -> Option<()> {
        let text = format!("{},", flat(field)?);
        if fits(indent, text.len()) {
            self.line(indent, &text);
            return Some(());
        }
        let open = field.iter().position(|token| token.is_sign('<'))?;
        let (head, rest) = field.split_at(open + 1);
        let (close, argument) = rest.split_last()?;
        if !close.is_sign('>') || between_commas(argument).count() != 1 {
            return None;
        }
        self.short_line(indent, &flat(head)?)?;
        self.short_line(indent + 4, &format!("{},", flat(argument)?))?;
        self.line(indent, ">,");
        Some(())
    }

    /// What stands in brackets that are open, and the line that closes them: as many integers on a line as fit, and anything
    /// else on a line of its own.
    pub(super) fn list(&mut self, list: &[Token], close: &str, indent: usize) -> Option<()> {
        if list.is_empty() {
            return None;
        }
        let is_integer = |element: &[Token]| matches!(element, [token] if token.is_integer());
        if between_commas(list).all(is_integer) {
            let numbers = between_commas(list).map(flat).collect::<Option<Vec<String>>>()?;
            self.filled(&numbers, indent + 4);
        } else {
            between_commas(list).try_for_each(|element| self.element(element, indent + 4))?;
        }
        self.line(indent, close);
        Some(())
    }

    /// An element on a line; of a tuple that is too wide, each part.
    fn element(&mut self, element: &[Token], indent: usize) -> Option<()> {
        let text = flat(element)?;
        match element {
            [Token::Literal(_)] if text.starts_with('"') => self.line(indent, &format!("{text},")),
            [Token::Literal(_)] => return None,
            [Token::Group(Delimiter::Parenthesis, parts)] if !fits(indent, text.len() + 1) => {
                self.line(indent, "(");
                for part in between_commas(parts) {
                    self.short_line(indent + 4, &format!("{},", flat(part)?))?;
                }
                self.line(indent, "),");
            }
            _ => self.short_line(indent, &format!("{text},"))?,
        }
        Some(())
    }
}
