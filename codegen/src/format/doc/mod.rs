//! Documentation: what a page says, in rustdoc's Markdown. Text cannot become markup, a link or a doctest.

mod address;
mod dead_ends;
mod escape;
mod link_target;
mod markdown;
mod prose;
mod wrap;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Code, Toml};
use crate::text::RichText;
pub(crate) use address::Address;
use escape::TIED;
pub(crate) use link_target::LinkTarget;
pub(crate) use markdown::Markdown;
use wrap::{list_entry, nested_entry, wrap};

/// The most lists around a list: the lines of more would be too short to read.
const DEEPEST: usize = 4;

/// Documentation of one item: paragraphs, each wrapped, with empty lines between.
#[derive(Debug, Default)]
pub(crate) struct Doc {
    lines: Vec<String>,
    /// Where the last lines are items of a list, in how many lists that is.
    in_list: Option<usize>,
}

impl Doc {
    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, text: &Markdown) -> &mut Self {
        self.block(wrap(text, ""))
    }

    /// Adds a paragraph of our words.
    pub(crate) fn ours(&mut self, words: &'static str) -> &mut Self {
        self.paragraph(&Markdown::ours(words))
    }

    /// Adds lines of ours as they are.
    pub(crate) fn lines(&mut self, lines: &[&'static str]) -> &mut Self {
        self.block(lines.iter().map(|line| (*line).to_owned()).collect())
    }

    /// Adds a paragraph of a page's prose; nothing if it is empty.
    pub(crate) fn prose(&mut self, text: &RichText, links: &dyn LinkTarget) -> &mut Self {
        if let Some(depth) = text.depth() {
            return self.item(&Markdown::prose(text, links), depth);
        }
        for (depth, paragraph) in prose::paragraphs(text, links) {
            match depth {
                Some(depth) => self.item(&paragraph, depth),
                None => self.paragraph(&paragraph),
            };
        }
        self
    }

    /// Adds an item to a list, which it starts unless the item before belongs to it. A list is in another one only behind an
    /// item of that.
    fn item(&mut self, text: &Markdown, depth: usize) -> &mut Self {
        let depth = self.in_list.map_or(0, |last| depth.min(last + 1).min(DEEPEST));
        let entry = nested_entry(text, depth);
        if self.in_list.is_none() || entry.is_empty() {
            self.block(entry);
        } else {
            self.lines.extend(entry);
        }
        self.in_list = Some(depth);
        self
    }

    /// Adds a section's heading and a list below it, if the list has entries.
    pub(crate) fn section(&mut self, heading: &'static str, entries: &[Markdown]) -> &mut Self {
        if entries.is_empty() {
            return self;
        }
        self.block(vec![format!("# {heading}")]);
        self.block(entries.iter().flat_map(list_entry).collect())
    }

    /// Adds a section's heading with what `below` adds; nothing if that is nothing.
    pub(crate) fn headed(&mut self, heading: &'static str, below: impl FnOnce(&mut Self)) -> &mut Self {
        let before = self.lines.len();
        self.block(vec![format!("# {heading}")]);
        let end = self.lines.len();
        below(self);
        if self.lines.len() == end {
            self.lines.truncate(before);
        }
        self
    }

    /// Adds a heading with something of the crate's in it.
    pub(crate) fn titled(&mut self, heading: &Markdown) -> &mut Self {
        self.block(vec![format!("# {}", wrap(heading, "").join(" "))])
    }

    /// Adds a list whose entries stay on a line each, so that a line can be searched for.
    pub(crate) fn rows(&mut self, entries: &[Markdown]) -> &mut Self {
        self.block(entries.iter().map(|entry| format!("- {}", entry.0.replace(TIED, " "))).collect())
    }

    /// Adds a list.
    pub(crate) fn list(&mut self, entries: &[Markdown]) -> &mut Self {
        self.block(entries.iter().flat_map(list_entry).collect())
    }

    /// Adds Rust code behind a fence that names the language, and the feature that the code needs besides.
    pub(crate) fn code_block(&mut self, code: Code, feature: Option<&'static str>) -> &mut Self {
        self.block(code.named_block(feature).collect())
    }

    /// Adds commands. A word that a shell would not take as it is leaves the whole out.
    pub(crate) fn console(&mut self, commands: &[&[&str]]) -> &mut Self {
        let is_plain = |word: &&str| word.chars().all(|c| c.is_ascii_alphanumeric() || "-_,".contains(c));
        if !commands.iter().all(|words| words.iter().all(is_plain)) {
            return self;
        }
        let lines = commands.iter().map(|words| format!("$ {}", words.join(" ")));
        self.fenced("console", lines)
    }

    /// Adds a piece of a manifest. A text that would end the block leaves the whole out.
    pub(crate) fn toml(&mut self, toml: Toml) -> &mut Self {
        let text = toml.into_text();
        if text.contains("```") {
            return self;
        }
        self.fenced("toml", text.lines().map(str::to_owned))
    }

    fn fenced(&mut self, language: &str, lines: impl Iterator<Item = String>) -> &mut Self {
        self.block([format!("```{language}")].into_iter().chain(lines).chain(["```".to_owned()]).collect())
    }

    /// Adds Rust code, which rustdoc compiles as a test.
    pub(crate) fn code(&mut self, code: Code) -> &mut Self {
        self.block(code.block().collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The attribute that holds the documentation: what lays it out writes each line by itself.
    pub(crate) fn tokens(&self) -> TokenStream {
        if self.is_empty() {
            return TokenStream::new();
        }
        let mut text = String::with_capacity(self.lines.iter().map(|line| line.len() + 2).sum());
        for (at, line) in self.lines.iter().enumerate() {
            text.push_str(match (at, line.as_str()) {
                (0, "") => "",
                (0, _) => " ",
                (_, "") => "\n",
                (_, _) => "\n ",
            });
            text.push_str(line);
        }
        quote! { #[doc = #text] }
    }

    /// The lines of an item's documentation, each with its mark.
    pub(super) fn outer(&self) -> String {
        self.marked("///")
    }

    /// The lines of a module's documentation, each with its mark.
    pub(super) fn inner(&self) -> String {
        self.marked("//!")
    }

    fn marked(&self, mark: &str) -> String {
        self.lines.iter().map(|line| format!("{mark} {line}").trim_end().to_owned() + "\n").collect()
    }

    /// The lines as one literal.
    pub(super) fn literal(&self) -> proc_macro2::Literal {
        proc_macro2::Literal::string(&(String::from("\n") + &self.lines.join("\n")))
    }

    /// The documentation as a text of its own.
    pub(super) fn below(&self, heading: &Markdown) -> String {
        format!("# {}\n\n{}\n", wrap(heading, "").join(" "), self.lines.join("\n"))
    }

    fn block(&mut self, lines: Vec<String>) -> &mut Self {
        self.in_list = None;
        if lines.is_empty() {
            return self;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self
    }
}
