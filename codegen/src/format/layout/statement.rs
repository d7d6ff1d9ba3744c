//! Statements of examples: calls, and values that are built of structs, arrays and calls around one of these.

use proc_macro2::Delimiter;

use super::flat::{between_commas, flat};
use super::token::Token;
use super::{Layout, braces, fits};

impl Layout {
    pub(super) fn statements(&mut self, mut tokens: &[Token], indent: usize) -> Option<()> {
        while let Some(first) = tokens.first() {
            if first.is_word("if") {
                tokens = self.condition(tokens, indent)?;
                continue;
            }
            let end = tokens.iter().position(|token| token.is_sign(';'))?;
            let (statement, rest) = tokens.split_at(end);
            tokens = &rest[1..];
            match statement {
                [word, Token::Word(name), equals, value @ ..]
                    if word.is_word("let") && equals.is_sign('=') =>
                {
                    self.value(&format!("let {name} = "), value, Behind::all(";"), indent)?;
                }
                [word, ..] if ["let", "fn"].iter().any(|other| word.is_word(other)) => return None,
                _ => self.value("", statement, Behind::all(";"), indent)?,
            }
        }
        Some(())
    }

    /// Statements that a condition guards. Gives what stands behind them.
    fn condition<'t>(&mut self, tokens: &'t [Token], indent: usize) -> Option<&'t [Token]> {
        let at = tokens.iter().position(|token| braces(token).is_some())?;
        let (head, [body, rest @ ..]) = tokens.split_at(at) else { return None };
        if rest.first().is_some_and(|token| token.is_word("else")) {
            return None;
        }
        self.short_line(indent, &format!("{} {{", flat(head)?))?;
        self.statements(braces(body)?, indent + 4)?;
        self.line(indent, "}");
        Some(rest)
    }

    /// A value with what stands before it and behind it on its lines.
    fn value(&mut self, before: &str, value: &[Token], behind: Behind, indent: usize) -> Option<()> {
        let end = &behind.text;
        if let Some(text) = flat(value)
            && fits(indent, before.len() + text.len() + behind.counted)
        {
            self.line(indent, &format!("{before}{text}{end}"));
            return Some(());
        }
        if let [object @ .., dot, Token::Word(_), Token::Group(Delimiter::Parenthesis, _)] = value
            && dot.is_sign('.')
            && matches!(object.last(), Some(Token::Group(Delimiter::Brace, _)))
            && is_block(object)
        {
            // What is called on a struct stands below it.
            self.value(before, object, Behind::all(""), indent)?;
            return self.short_line(indent + 4, &format!("{}{end}", flat(&value[object.len()..])?));
        }
        let (group, head) = value.split_last()?;
        let head = format!("{before}{}", flat(head)?);
        match group {
            Token::Group(Delimiter::Brace, fields) if is_block(value) => {
                self.short_line(indent, &format!("{head} {{"))?;
                for field in between_commas(fields) {
                    match field {
                        [Token::Word(name), colon, value @ ..] if colon.is_sign(':') => {
                            self.value(&format!("{name}: "), value, Behind::all(","), indent + 4)?;
                        }
                        rest => self.short_line(indent + 4, &flat(rest)?)?,
                    }
                }
                self.line(indent, &format!("}}{end}"));
            }
            // Several numbers share a line.
            Token::Group(Delimiter::Bracket, elements) if !elements.iter().any(is_number) => {
                self.short_line(indent, &format!("{head}["))?;
                self.elements(elements, indent + 4)?;
                self.line(indent, &format!("]{end}"));
            }
            // A struct or an array as the only argument stands in the parentheses' place.
            Token::Group(Delimiter::Parenthesis, argument) if is_block(argument) => {
                let behind = Behind { text: format!("){end}"), counted: behind.counted + 1 };
                self.value(&format!("{head}("), argument, behind, indent)?;
            }
            // What is called on a value stands on a line of its own, and the inside of a macro is laid out in another way.
            Token::Group(Delimiter::Parenthesis, arguments)
                if !head.contains(['.', '!']) && !arguments.is_empty() =>
            {
                self.short_line(indent, &format!("{head}("))?;
                self.elements(arguments, indent + 4)?;
                self.line(indent, &format!("){end}"));
            }
            _ => return None,
        }
        Some(())
    }

    /// Elements or arguments, each on lines of its own.
    fn elements(&mut self, elements: &[Token], indent: usize) -> Option<()> {
        let elements: Vec<&[Token]> = between_commas(elements).collect();
        for (at, element) in elements.iter().enumerate() {
            let behind = match at + 1 < elements.len() {
                true => Behind::all(","),
                // It is there only because the element has a line of its own.
                false => Behind { text: ",".to_owned(), counted: 0 },
            };
            self.value("", element, behind, indent)?;
        }
        Some(())
    }
}

fn is_number(token: &Token) -> bool {
    matches!(token, Token::Literal(literal) if !literal.to_string().starts_with('"'))
}

/// What stands behind a value, and how much of it has to fit on the value's line.
struct Behind {
    text: String,
    counted: usize,
}

impl Behind {
    fn all(text: &str) -> Self {
        Behind { text: text.to_owned(), counted: text.len() }
    }
}

/// Whether this is one struct or one array.
fn is_block(value: &[Token]) -> bool {
    let Some((Token::Group(delimiter, _), head)) = value.split_last() else { return false };
    match delimiter {
        Delimiter::Brace => head.iter().all(|token| matches!(token, Token::Word(_))),
        Delimiter::Bracket => head.is_empty(),
        _ => false,
    }
}
