//! Lists that need several lines.

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
        let mut line = String::new();
        for (at, name) in names.iter().enumerate() {
            // The comma behind the last name is none of the list's.
            let comma = usize::from(at + 1 < names.len());
            if !line.is_empty() && indent + 4 + line.len() + 1 + name.len() + comma > FITS {
                self.line(indent + 4, &std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(name);
            line.push(',');
        }
        self.line(indent + 4, &line);
        self.line(indent, "};");
        Some(())
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

    /// What stands in brackets, each on a line of its own.
    pub(super) fn list(&mut self, open: &str, list: &[Token], close: &str, indent: usize) -> Option<()> {
        self.short_line(indent, open)?;
        for element in between_commas(list) {
            let text = flat(element)?;
            match element {
                [Token::Literal(_)] if text.starts_with('"') => {
                    self.line(indent + 4, &format!("{text},"));
                }
                // Several numbers share a line.
                [Token::Literal(_)] => return None,
                _ => self.short_line(indent + 4, &format!("{text},"))?,
            }
        }
        self.line(indent, close);
        Some(())
    }
}
