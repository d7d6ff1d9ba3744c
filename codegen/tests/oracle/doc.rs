//! Documentation, read by the parser and with the options that rustdoc uses.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

/// What is documented.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Item,
    /// The crate's front page: its example has no heading above it.
    Page,
}

const HEADINGS: [&str; 8] = [
    "Example",
    "Permissions",
    "Query options",
    "Parameters",
    "Headers",
    "Request body",
    "Response",
    "Notes on the examples",
];

/// Text, emphasis, lists, code spans and links; the headings of our own; code below one of them alone.
pub(crate) fn check(text: &str, kind: Kind, report: &mut impl FnMut(String)) {
    // What it takes for quotes and dashes is no markup.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut heading: Option<String> = None;
    let mut in_heading = false;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let written = || text[range.clone()].to_owned();
        match event {
            Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Emphasis | Tag::Strong) => {}
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                in_heading = true;
                heading = Some(String::new());
            }
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => {
                in_heading = false;
                let heading = heading.as_deref().unwrap_or_default();
                if kind == Kind::Item && !HEADINGS.contains(&heading) {
                    report(format!("has the heading {heading:?}"));
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_meant = ["https://", "http://", "crate::", "support::", "fn@crate::", "fn@super::"]
                    .iter()
                    .any(|start| {
                        dest_url.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
                    });
                if !is_meant || dest_url.contains(char::is_whitespace) {
                    report(format!("links {dest_url:?}"));
                }
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if (info.is_empty()
                    || &*info == "ignore"
                    || kind == Kind::Page && ["rust", "console", "toml"].contains(&&*info))
                    && (kind == Kind::Page || heading.as_deref() == Some("Example")) => {}
            Event::Text(words) if in_heading => {
                heading.get_or_insert_default().push_str(&words);
            }
            Event::End(_) | Event::Text(_) | Event::Code(_) | Event::SoftBreak => {}
            other => report(format!("{other:?} in {:?}", written())),
        }
    }
}
