//! Prose to rustdoc's Markdown. Nothing from a page is trusted: text cannot become markup, a link or a doctest.

mod escape;
mod wrap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::text::{Inline, RichText};
use escape::escape_word;
pub(crate) use escape::{code_span, escape};
use wrap::{list_entry, wrap};

/// Where links on a page lead to in the crate's documentation.
pub(crate) trait LinkTarget {
    /// The destination of `target`, written on the page of `text`: an item's path or an address.
    fn destination(&self, text: &RichText, target: &str) -> Option<String>;
}

/// Documentation of one item: paragraphs, each wrapped, with empty lines between.
#[derive(Debug, Default)]
pub(crate) struct Doc {
    lines: Vec<String>,
    /// Whether the last lines are items of a list.
    in_list: bool,
}

impl Doc {
    /// Adds a paragraph of Markdown that is safe already.
    pub(crate) fn paragraph(&mut self, markdown: &str) -> &mut Self {
        self.block(wrap(markdown, ""))
    }

    /// Adds a paragraph of a page's prose; nothing if it is empty.
    pub(crate) fn prose(&mut self, text: &RichText, links: &dyn LinkTarget) -> &mut Self {
        if text.is_item() {
            return self.item(&markdown(text, links));
        }
        for paragraph in markdown(text, links).split("\n\n") {
            if !paragraph.trim().is_empty() {
                self.paragraph(paragraph.trim());
            }
        }
        self
    }

    /// Adds an item to a list, which it starts unless the item before belongs to it.
    fn item(&mut self, markdown: &str) -> &mut Self {
        let entry = list_entry(markdown);
        if !self.in_list || entry.is_empty() {
            self.block(entry);
        } else {
            self.lines.extend(entry);
        }
        self.in_list = true;
        self
    }

    /// Adds a section's heading and a list below it, if the list has entries.
    pub(crate) fn section(&mut self, heading: &str, entries: &[String]) -> &mut Self {
        if entries.is_empty() {
            return self;
        }
        self.block(vec![format!("# {heading}")]);
        self.block(entries.iter().flat_map(|entry| list_entry(entry)).collect())
    }

    /// Adds a section's heading.
    pub(crate) fn heading(&mut self, heading: &str) -> &mut Self {
        self.block(vec![format!("# {heading}")])
    }

    /// Adds Rust code, which rustdoc compiles as a test.
    pub(crate) fn example(&mut self, lines: Vec<String>) -> &mut Self {
        self.block(vec!["# Example".to_owned()]);
        let fence = || ["```".to_owned()];
        self.block(fence().into_iter().chain(lines).chain(fence()).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines.
    #[cfg(test)]
    fn into_lines(self) -> Vec<String> {
        self.lines
    }

    /// The attributes that hold the documentation.
    pub(crate) fn tokens(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| match line.as_str() {
            "" => String::new(),
            line => format!(" {line}"),
        });
        quote! { #(#[doc = #lines])* }
    }

    fn block(&mut self, lines: Vec<String>) -> &mut Self {
        self.in_list = false;
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines.into_iter().map(|line| line.replace(is_bidi_control, "")));
        self
    }
}

/// Signs that change the direction of text: the compiler refuses them in comments.
fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Prose as Markdown on one line; a double line break separates paragraphs.
pub(crate) fn markdown(text: &RichText, links: &dyn LinkTarget) -> String {
    let mut writer = Writer { out: String::new(), text, links, in_link: false };
    writer.write(&text.parts);
    let out = writer.out.replace("\n\n\n\n", "\n\n");
    out.trim().to_owned()
}

struct Writer<'a> {
    out: String,
    text: &'a RichText,
    links: &'a dyn LinkTarget,
    /// Inside a link there are no further links and no paragraphs.
    in_link: bool,
}

impl Writer<'_> {
    fn write(&mut self, parts: &[Inline]) {
        for part in parts {
            match part {
                Inline::Text(plain) if self.in_link => self.out.push_str(&escape_word(plain)),
                Inline::Text(plain) => self.out.push_str(&escape(plain)),
                Inline::Code(code) => self.out.push_str(&code_span(code)),
                Inline::Strong(inner) => self.wrapped("**", inner),
                Inline::Emphasis(inner) => self.wrapped("*", inner),
                Inline::Link { text: inner, target } => self.link(inner, target),
                Inline::Break => self.out.push_str(if self.in_link { " " } else { "\n\n" }),
                Inline::Bullet => {}
            }
        }
    }

    fn link(&mut self, inner: &[Inline], target: &str) {
        match self.links.destination(self.text, target) {
            Some(destination) if !self.in_link => {
                self.out.push('[');
                self.in_link = true;
                self.write(inner);
                self.in_link = false;
                match destination.contains(['(', ')']) {
                    true => self.out.push_str(&format!("](<{destination}>)")),
                    false => self.out.push_str(&format!("]({destination})")),
                }
            }
            _ => self.write(inner),
        }
    }

    /// Emphasis needs its marks right beside the words.
    fn wrapped(&mut self, mark: &str, inner: &[Inline]) {
        let before = std::mem::take(&mut self.out);
        self.write(inner);
        let words = std::mem::replace(&mut self.out, before);
        let trimmed = words.trim();
        if trimmed.is_empty() || trimmed.contains("\n\n") {
            self.out.push_str(&words);
            return;
        }
        if words.starts_with(' ') {
            self.out.push(' ');
        }
        self.out.push_str(&format!("{mark}{trimmed}{mark}"));
        if words.ends_with(' ') {
            self.out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct NoLinks;

    impl LinkTarget for NoLinks {
        fn destination(&self, _: &RichText, target: &str) -> Option<String> {
            target.starts_with("https://").then(|| target.to_owned())
        }
    }

    fn of(parts: Vec<Inline>) -> String {
        markdown(&RichText { parts, span: Default::default() }, &NoLinks)
    }

    #[test]
    fn signs_of_markdown_are_escaped() {
        let text = Inline::Text("a [b] <c> *d* `e` f_g $h https://i.example/j_k.".to_owned());
        assert_eq!(of(vec![text]), r"a \[b\] \<c\> \*d\* \`e\` f_g $h <https://i.example/j_k>.");
    }

    #[test]
    fn links_lead_somewhere_or_are_text() {
        let link = |target: &str| Inline::Link {
            text: vec![Inline::Text("x".to_owned())],
            target: target.to_owned(),
        };
        assert_eq!(of(vec![link("https://example.com/")]), "[x](https://example.com/)");
        assert_eq!(of(vec![link("../y.md")]), "x");
    }

    #[test]
    fn a_link_holds_no_link_and_no_paragraph() {
        let text = vec![Inline::Text("https://a.example/".to_owned()), Inline::Break];
        let link = Inline::Link { text, target: "https://b.example/".to_owned() };
        assert_eq!(of(vec![link]), "[https://a.example/ ](https://b.example/)");
    }

    #[test]
    fn an_address_with_placeholders_is_code() {
        let text = Inline::Text("see https://a.example/<id>/{key}, then go".to_owned());
        assert_eq!(of(vec![text]), "see `https://a.example/<id>/{key}`, then go");
    }

    #[test]
    fn code_with_backticks_gets_a_longer_fence() {
        assert_eq!(code_span("a"), "`a`");
        assert_eq!(code_span("a `` b"), "``` a `` b ```");
    }

    #[test]
    fn no_line_starts_a_block() {
        let mut doc = Doc::default();
        doc.paragraph("# one").paragraph(&format!("{} - 1. tail", "word ".repeat(19).trim()));
        let lines = doc.into_lines();
        assert_eq!(lines[0], "\\# one");
        assert_eq!(
            (wrap::guard("1."), wrap::guard("-"), wrap::guard("\\>")),
            ("1\\.".to_owned(), "\\-".to_owned(), "\\>".to_owned())
        );
        assert!(
            lines[2..].iter().all(|line| line.starts_with("word") || line.starts_with("tail")),
            "{lines:?}"
        );
    }
}
