//! Codes for the terminal: headings in bold, text wrapped, code indented.

use clap::builder::styling::Style;
use codegen::Code;
use pulldown_cmark::{Event, Tag, TagEnd};
use textwrap::{Options, fill};

use super::document::{Block, Document, DocumentPart};
use super::{SEVERITIES, of, remark};
use crate::terminal;

/// Wider text is harder to read.
const WIDEST: usize = 100;

/// A blank at which no line ends: code stays whole.
const KEPT: &str = "\u{a0}";

const BOLD: Style = Style::new().bold();
const DIMMED: Style = Style::new().dimmed();

/// All that the catalogue says of a code.
pub(super) fn one(code: Code) -> String {
    let style = terminal::severity_style(code.severity());
    let mut text = format!("{style}{}[{code}]{style:#}\n", code.severity());
    for part in &Document::of(code).parts {
        text.push('\n');
        match part {
            DocumentPart::Heading(heading) => text += &format!("{BOLD}{heading}{BOLD:#}\n"),
            DocumentPart::Text(events) => text += &paragraphs(events),
            DocumentPart::Block(block) => text += &code_block(block),
        }
    }
    if let Some(remark) = remark(code) {
        text += &format!("\n{}\n", fill(&remark, width()));
    }
    text
}

/// A line for each code.
pub(super) fn all() -> String {
    let longest = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
    let mut text = String::new();
    for (severity, heading) in SEVERITIES {
        text += &format!("{BOLD}{heading}{BOLD:#}\n\n");
        let style = terminal::severity_style(severity);
        for code in of(severity) {
            let start = format!("  {style}{:longest$}{style:#}  ", code.as_str());
            let next = " ".repeat(longest + 4);
            let options = Options::new(width()).initial_indent(&start).subsequent_indent(&next);
            text += &(fill(code.explanation(), options) + "\n");
        }
        text.push('\n');
    }
    text + "`explain CODE` says more: why it matters, how to fix it, and examples.\n"
}

fn width() -> usize {
    textwrap::termwidth().min(WIDEST)
}

/// A paragraph, or the items of a list.
fn paragraphs(events: &[Event<'_>]) -> String {
    let emphasis = Style::new().italic();
    let mut lines = vec![String::new()];
    for event in events {
        let line = lines.last_mut().expect("one at least");
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => *line += text,
            Event::Code(code) => *line += &format!("`{}`", code.replace(' ', KEPT)),
            Event::SoftBreak | Event::HardBreak => line.push(' '),
            Event::Start(Tag::Emphasis) => *line += &emphasis.to_string(),
            Event::End(TagEnd::Emphasis) => *line += &format!("{emphasis:#}"),
            Event::Start(Tag::Item) => lines.push("- ".to_owned()),
            _ => {}
        }
    }
    let wrapped = lines.iter().filter(|line| !line.is_empty()).map(|line| {
        let indent = if line.starts_with("- ") { "  " } else { "" };
        fill(line, Options::new(width()).subsequent_indent(indent)).replace(KEPT, " ") + "\n"
    });
    wrapped.collect()
}

/// The lines of a block; those that make the difference have a mark.
fn code_block(block: &Block) -> String {
    let mut text = String::new();
    if let Some(path) = &block.path {
        text += &format!("  {DIMMED}{path}{DIMMED:#}\n");
    }
    for line in &block.lines {
        let (mark, style) = if line.differs { (">", BOLD) } else { (" ", Style::new()) };
        text += format!("  {style}{mark} {}{style:#}", line.text).trim_end();
        text.push('\n');
    }
    text
}
