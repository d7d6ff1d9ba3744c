//! The layout of the items that make most of a crate, without parsing them back: it is that of prettyplease, and what could
//! be laid out in another way than these few is left to prettyplease itself. The golden files are held against it.

mod expression;
mod flat;

#[cfg(test)]
mod tests;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use flat::{between_commas, flat};

/// A line that is no wider fits for certain; one that is wider than the other does not. What lies between is left to
/// prettyplease, whose widest line has 89 columns.
const FITS: usize = 84;
const BREAKS: usize = 94;

/// The text of an item; none where prettyplease has to lay it out.
pub(super) fn item(tokens: &TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut layout = Layout::default();
    layout.items(&tokens, 0)?;
    Some(layout.out)
}

#[derive(Default)]
struct Layout {
    out: String,
}

/// Whether something of this width is written on one line; none where only prettyplease knows.
fn fits(width: usize) -> Option<bool> {
    match width {
        ..=FITS => Some(true),
        BREAKS.. => Some(false),
        _ => None,
    }
}

impl Layout {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A line that has to fit.
    fn short_line(&mut self, indent: usize, text: &str) -> Option<()> {
        (indent + text.len() <= FITS).then(|| self.line(indent, text))
    }

    fn items(&mut self, mut tokens: &[TokenTree], indent: usize) -> Option<()> {
        while !tokens.is_empty() {
            tokens = self.attributes(tokens, indent)?;
            let end = tokens.iter().position(|token| is_punct(token, ';') || braces(token).is_some())?;
            let (head, rest) = tokens.split_at(end);
            match braces(&rest[0]) {
                Some(body) => self.block(head, &body, indent)?,
                None => self.statement(head, indent)?,
            }
            tokens = &rest[1..];
        }
        Some(())
    }

    /// Writes the attributes in front, and gives what stands behind them.
    fn attributes<'t>(&mut self, mut tokens: &'t [TokenTree], indent: usize) -> Option<&'t [TokenTree]> {
        while let [TokenTree::Punct(hash), TokenTree::Group(group), rest @ ..] = tokens
            && hash.as_char() == '#'
        {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            match doc(&inside) {
                Some(text) => self.line(indent, &format!("///{}", text?.trim_end_matches(' '))),
                None => self.short_line(indent, &format!("#[{}]", flat(&inside)?))?,
            }
            tokens = rest;
        }
        Some(tokens)
    }

    /// An item with a body.
    fn block(&mut self, head: &[TokenTree], body: &Group, indent: usize) -> Option<()> {
        let inside: Vec<TokenTree> = body.stream().into_iter().collect();
        if head.iter().any(|token| is_word(token, "where")) {
            return None;
        }
        let keyword = head.iter().find(|token| !is_word(token, "pub"))?.to_string();
        if keyword == "fn" {
            return self.function(head, &inside, indent);
        }
        let text = flat(head)?;
        if inside.is_empty() {
            return self.short_line(indent, &format!("{text} {{}}"));
        }
        self.short_line(indent, &format!("{text} {{"))?;
        match keyword.as_str() {
            "impl" | "mod" => self.items(&inside, indent + 4)?,
            "struct" | "enum" => {
                for part in between_commas(&inside) {
                    let part = self.attributes(part, indent + 4)?;
                    self.short_line(indent + 4, &format!("{},", flat(part)?))?;
                }
            }
            _ => return None,
        }
        self.line(indent, "}");
        Some(())
    }

    /// An item that ends with a semicolon: a constant, a macro, `use` or `mod`.
    fn statement(&mut self, tokens: &[TokenTree], indent: usize) -> Option<()> {
        let is_constant = tokens.iter().take(2).any(|token| is_word(token, "const"));
        let equals = tokens.iter().position(|token| is_punct(token, '=')).filter(|_| is_constant);
        let Some(equals) = equals else { return self.short_line(indent, &format!("{};", flat(tokens)?)) };
        let (head, value) = (flat(&tokens[..equals])?, &tokens[equals + 1..]);
        match value {
            // A text is not broken, whatever its width.
            [TokenTree::Literal(_)] if indent + head.len() + 3 <= FITS => {
                self.line(indent, &format!("{head} = {};", flat(value)?));
            }
            [TokenTree::Punct(and), TokenTree::Group(list)] if and.as_char() == '&' => {
                let text = format!("{head} = {};", flat(value)?);
                if fits(indent + text.len())? {
                    self.line(indent, &text);
                } else {
                    self.list(&format!("{head} = &["), list, "];", indent)?;
                }
            }
            [TokenTree::Ident(of), TokenTree::Group(list)] if list.to_string().contains('\n') => {
                self.list(&format!("{head} = {of}("), list, ");", indent)?;
            }
            _ => self.short_line(indent, &format!("{head} = {};", flat(value)?))?,
        }
        Some(())
    }

    /// What stands in brackets, each on a line of its own.
    fn list(&mut self, open: &str, list: &Group, close: &str, indent: usize) -> Option<()> {
        let inside: Vec<TokenTree> = list.stream().into_iter().collect();
        self.short_line(indent, open)?;
        for element in between_commas(&inside) {
            let text = flat(element)?;
            match element {
                [TokenTree::Literal(_)] if text.starts_with('"') => {
                    self.line(indent + 4, &format!("{text},"));
                }
                // Several numbers share a line.
                [TokenTree::Literal(_)] => return None,
                _ => self.short_line(indent + 4, &format!("{text},"))?,
            }
        }
        self.line(indent, close);
        Some(())
    }
}

/// The text of a documentation's line, if the attribute is one; none inside where only prettyplease can read it.
fn doc(attribute: &[TokenTree]) -> Option<Option<String>> {
    let [TokenTree::Ident(name), _, TokenTree::Literal(text)] = attribute else { return None };
    if name != "doc" {
        return None;
    }
    Some(unescaped(&text.to_string()))
}

/// The text of a literal.
fn unescaped(literal: &str) -> Option<String> {
    // A comment of ours comes as a raw literal.
    let (raw, quoted) = match literal.strip_prefix('r') {
        Some(quoted) => (true, quoted),
        None => (false, literal),
    };
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inside.len());
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' if !raw => letters.next().filter(|escaped| matches!(escaped, '"' | '\\' | '\''))?,
            letter => letter,
        });
    }
    (!text.starts_with('/')).then_some(text)
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn braces(token: &TokenTree) -> Option<Group> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.clone()),
        _ => None,
    }
}
