//! A page's prose as Markdown.

use super::dead_ends;
use super::escape::{code_span, escape, escape_words, first_of_code, first_of_words};
use super::link_target::LinkTarget;
use super::markdown::Markdown;
use crate::text::{Inline, RichText};

/// Between paragraphs. No word of a page holds a line's end.
const APART: &str = "\n\n";

/// What may end a sentence, or stand between its parts.
const ENDS: [char; 6] = ['.', ',', ';', ':', '!', '?'];

impl Markdown {
    /// A page's prose on one line.
    pub(crate) fn prose(text: &RichText, links: &dyn LinkTarget) -> Self {
        let mut line = String::new();
        let mut last = None;
        for (depth, Markdown(paragraph)) in paragraphs(text, links) {
            line += match (last, depth) {
                (None, _) => "",
                (Some(Some(_)), Some(_)) if !line.ends_with(ENDS) => "; ",
                (Some(Some(_)), None) if !line.ends_with(ENDS) && starts_sentence(&paragraph) => ". ",
                _ => " ",
            };
            line += &paragraph;
            last = Some(depth);
        }
        Markdown(line)
    }
}

fn starts_sentence(paragraph: &str) -> bool {
    paragraph.starts_with(char::is_uppercase)
}

/// The paragraphs of a text, none of them empty. The items of a list inside of it have the list's depth.
pub(super) fn paragraphs(text: &RichText, links: &dyn LinkTarget) -> Vec<(Option<usize>, Markdown)> {
    let text = &dead_ends::without(text, links);
    let mut paragraphs = Vec::new();
    for piece in text.parts.chunk_by(|_, next| !matches!(next, Inline::Bullet(_))) {
        let mut writer = Writer { out: String::new(), text, links, in_link: false, in_mark: false };
        writer.write(piece, None);
        let mut depth = match piece.first() {
            Some(Inline::Bullet(depth)) => Some(*depth),
            _ => None,
        };
        let lines = writer.out.split(APART).map(str::trim).filter(|paragraph| !paragraph.is_empty());
        paragraphs.extend(lines.map(|line| (depth.take(), Markdown(line.to_owned()))));
    }
    paragraphs
}

struct Writer<'a> {
    out: String,
    text: &'a RichText,
    links: &'a dyn LinkTarget,
    /// Inside a link: further links and paragraphs become text.
    in_link: bool,
    /// Inside emphasis: further emphasis is dropped, since marks side by side are read otherwise.
    in_mark: bool,
}

impl Writer<'_> {
    /// Writes the parts; `after` are the parts behind them.
    fn write(&mut self, parts: &[Inline], after: Option<char>) {
        for (index, part) in parts.iter().enumerate() {
            let after = first(&parts[index + 1..]).or(after);
            match part {
                Inline::Text(plain) if self.in_link => self.out.push_str(&escape_words(plain)),
                Inline::Text(plain) => self.push(&escape(plain)),
                Inline::Code(code) => self.push(&code_span(code)),
                Inline::Strong(inner) => self.wrapped("**", inner, after),
                Inline::Emphasis(inner) => self.wrapped("*", inner, after),
                Inline::Link(link) => self.link(&link.text, &link.target, after),
                Inline::Break => self.out.push_str(if self.in_link { " " } else { APART }),
                Inline::Bullet(_) => {}
            }
        }
    }

    /// Adds Markdown. Two code spans would be one without a space between, and `![` begins an image.
    fn push(&mut self, markdown: &str) {
        if self.out.ends_with('!') && markdown.starts_with('[') {
            self.out.insert(self.out.len() - 1, '\\');
        }
        if self.out.ends_with('`') && markdown.starts_with('`') {
            self.out.push(' ');
        }
        self.out.push_str(markdown);
    }

    /// Adds a space that stood inside of markup, and must not.
    fn space(&mut self, is_there: bool) {
        if is_there {
            self.out.push(' ');
        }
    }

    fn link(&mut self, inner: &[Inline], target: &str, after: Option<char>) {
        let is_named = inner.iter().any(|part| first(std::slice::from_ref(part)).is_some());
        match self.links.destination(self.text, target) {
            Some(address) if !self.in_link && is_named => {
                let before = std::mem::take(&mut self.out);
                self.in_link = true;
                self.write(inner, None);
                self.in_link = false;
                let label = std::mem::replace(&mut self.out, before);
                // Code in it that would end the label of a reference, which a paragraph can begin with.
                if label.contains("]:") {
                    return self.write(inner, after);
                }
                self.space(label.starts_with(' '));
                self.push(&Markdown::link(&Markdown(label.trim().to_owned()), &address).0);
                self.space(label.ends_with(' '));
            }
            _ => self.write(inner, after),
        }
    }

    /// Emphasis needs its marks right beside the words, and what stands outside must not hide them.
    fn wrapped(&mut self, mark: &str, inner: &[Inline], after: Option<char>) {
        if self.in_mark {
            return self.write(inner, after);
        }
        let before = std::mem::take(&mut self.out);
        self.in_mark = true;
        self.write(inner, after);
        self.in_mark = false;
        let words = std::mem::replace(&mut self.out, before);
        let trimmed = words.trim();
        let before = self.out.chars().next_back().filter(|_| !words.starts_with(' '));
        let after = after.filter(|_| !words.ends_with(' '));
        let starts = is_open(before, trimmed.chars().next(), trimmed);
        let ends = is_open(after, trimmed.chars().next_back(), trimmed);
        if trimmed.is_empty() || trimmed.contains(APART) || !starts || !ends {
            self.push(&words);
            return;
        }
        self.space(words.starts_with(' '));
        self.out.push_str(&format!("{mark}{trimmed}{mark}"));
        self.space(words.ends_with(' '));
    }
}

/// Whether a mark is read as one between these letters, the one outside and the one inside of it.
fn is_open(outside: Option<char>, inside: Option<char>, words: &str) -> bool {
    let is_letter = inside.is_some_and(char::is_alphanumeric) && !words.contains('*');
    let is_apart = |letter: char| letter.is_whitespace() || (letter.is_ascii_punctuation() && letter != '*');
    outside.is_none_or(|outside| is_apart(outside) || (outside != '*' && is_letter))
}

/// The first letter that is written for these parts, if any.
fn first(parts: &[Inline]) -> Option<char> {
    parts.iter().find_map(|part| match part {
        Inline::Text(text) => first_of_words(text),
        Inline::Code(code) => first_of_code(code),
        Inline::Strong(inner) | Inline::Emphasis(inner) => first(inner).map(|_| '*'),
        // The link's bracket, or the words alone where it leads nowhere.
        Inline::Link(link) => first(&link.text),
        Inline::Break => Some('\n'),
        Inline::Bullet(_) => None,
    })
}
