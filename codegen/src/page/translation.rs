//! Pages in another language: what is translated becomes what an English page would say, so that everything below reads
//! one language.
//!
//! A translated heading carries the English name that links use: `## <a name="http-request"></a>HTTP 请求`. Below such a
//! heading, a table's columns are known by the section and by what stands in them.

use std::ops::Range;

use crate::markdown::{Block, BlockKind, MarkdownTable};
use crate::page::outline::{self, Topic};
use crate::page::{tables, type_spelling};
use crate::text::{Inline, RichText};

/// Puts English headings over translated sections and tables; gives whether there were any.
pub(super) fn to_english(blocks: &mut [Block]) -> bool {
    let mut found = false;
    for block in blocks.iter_mut() {
        if let BlockKind::Heading { text, slug: Some(slug), .. } = &mut block.kind
            && let Some(english) = english(&text.plain(), slug)
        {
            text.parts = [Inline::Text(english)].into();
            found = true;
        }
    }
    if found {
        for (topic, range) in sections(blocks) {
            for block in &mut blocks[range] {
                if let BlockKind::Table(table) = &mut block.kind {
                    translate(table, topic);
                }
            }
        }
    }
    found
}

/// The English heading, where the one that is written is not.
fn english(heading: &str, slug: &str) -> Option<String> {
    let words = slug.replace('-', " ");
    let names_topic = outline::names_topic(&words) && !outline::names_topic(heading);
    let is_foreign = heading.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii());
    if !names_topic && !is_foreign {
        return None;
    }
    // The slug has lost the case of names, which are not translated.
    let kept: Vec<&str> = heading.split(|letter: char| !is_name_letter(letter)).collect();
    let written = |word: &str| {
        kept.iter()
            .find(|kept| kept.eq_ignore_ascii_case(word))
            .map_or(word.to_owned(), |kept| (*kept).to_owned())
    };
    Some(words.split_whitespace().map(written).collect::<Vec<_>>().join(" "))
}

fn is_name_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The topic of each section, and its blocks.
fn sections(blocks: &[Block]) -> Vec<(Topic, Range<usize>)> {
    let mut next = 0;
    let passages = outline::passages(blocks).into_iter().map(|passage| {
        let range = next..next + passage.blocks.len();
        next = range.end + 1;
        let heading = passage.heading.map(RichText::plain).unwrap_or_default();
        let lists_members = heading.ends_with(" values") || heading.ends_with(" options");
        (if lists_members { Topic::Members } else { passage.topic }, range)
    });
    passages.collect()
}

/// Gives a table the header that its section's tables have.
fn translate(table: &mut MarkdownTable, topic: Topic) {
    let columns = table.header.len();
    let header: &[&str] = match topic {
        Topic::Permissions if columns == 2 => &["Permission type", "Permissions"],
        Topic::Permissions if columns == 3 => &["Permission type", "Least privileged", "Higher privileged"],
        Topic::Methods if columns == 3 => &["Method", "Return type", "Description"],
        Topic::Methods => &["Method", "Description"],
        Topic::Relationships => &["Relationship", "Type", "Description"],
        Topic::QueryParameters | Topic::FunctionParameters | Topic::Parameters => named("Parameter", table),
        Topic::RequestHeaders => &["Header", "Description"],
        Topic::Properties | Topic::RequestBody | Topic::Representation => named("Property", table),
        Topic::Introduction | Topic::Other if has_types(table) => named("Property", table),
        Topic::Members if columns == 2 => &["Member", "Description"],
        Topic::Members if columns == 3 => &["Member", "Value", "Description"],
        _ => return,
    };
    let known = tables::header(table);
    let is_english =
        |first: &str| known.first().is_some_and(|known| known.starts_with(&first.to_lowercase()));
    if header.len() > columns || is_english(header[0]) {
        return;
    }
    for (cell, title) in table.header.iter_mut().zip(header) {
        *cell = RichText { parts: [Inline::Text((*title).to_owned())].into(), span: cell.span };
    }
}

/// The columns of a table of named things, with a type in the second one or without.
fn named(first: &str, table: &MarkdownTable) -> &'static [&'static str] {
    match (first, has_types(table), table.header.len()) {
        ("Property", true, 2) => &["Property", "Type"],
        ("Property", true, _) => &["Property", "Type", "Description"],
        ("Property", false, _) => &["Property", "Description"],
        (_, true, 2) => &["Parameter", "Type"],
        (_, true, _) => &["Parameter", "Type", "Description"],
        (_, false, _) => &["Parameter", "Description"],
    }
}

/// Whether most cells of the second column can be types: a primitive one, a link, or a name in front of a description.
fn has_types(table: &MarkdownTable) -> bool {
    let second = table.rows.iter().filter_map(|row| row.cells.get(1));
    let is_name = |cell: &RichText| {
        let words = cell.plain();
        !words.is_empty() && words.chars().all(|letter| is_name_letter(letter) || letter == '.')
    };
    let is_type = |cell: &&RichText| {
        let spelling = type_spelling::read(cell);
        spelling.primitive.is_some() || spelling.target.is_some() || table.header.len() > 2 && is_name(cell)
    };
    table.header.len() > 1 && 2 * second.filter(is_type).count() > table.rows.len()
}
