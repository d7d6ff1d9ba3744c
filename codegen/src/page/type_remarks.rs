//! What to know of a type: the prose around its tables, and what stands in sections of its own.

use std::collections::BTreeSet;

use crate::markdown::{Block, BlockKind, MarkdownTable};
use crate::page::explained_names::ListedProperties;
use crate::page::outline::{self, Passage, Topic};
use crate::page::parts::TypePart;
use crate::page::remarks::{self, RemarkReader, TableUse};
use crate::page::{EnumTable, ResourcePart, tables};
use crate::source::Span;
use crate::text::{Inline, RichText};

/// Reads the prose of a type's sections. The text at the members of an enum is about those.
pub(super) fn read(part: &TypePart<'_>, resource: &ResourcePart, enums: &[EnumTable]) -> Vec<RichText> {
    let is_of_enum = |block: &Block| {
        matches!(block.kind, BlockKind::Table(_)) && enums.iter().any(|table| table.span.holds(block.span))
    };
    let about = part.passages.iter().filter(|passage| !passage.blocks.iter().any(is_of_enum));
    let use_of = |table: &MarkdownTable| match has_reader(table, resource) {
        true => TableUse::Elsewhere,
        false => TableUse::Rows,
    };
    let texts = about.flat_map(|passage| match passage.topic {
        Topic::Properties | Topic::Relationships => of_section(passage, Topic::Properties, &use_of),
        Topic::Methods => of_section(passage, Topic::Methods, &|table| match tables::links_names(table) {
            true => TableUse::Elsewhere,
            false => use_of(table),
        }),
        Topic::Detail => of_section(passage, Topic::Properties, &|_| TableUse::Rows),
        _ => Vec::new(),
    });
    texts.chain(remarks::besides(&part.passages)).collect()
}

/// Whether a table lists what the type has.
fn has_reader(table: &MarkdownTable, resource: &ResourcePart) -> bool {
    let header = tables::header(table);
    if tables::lists_properties(&header)
        || tables::lists_methods(&header)
        || tables::lists_relationships(&header)
    {
        return true;
    }
    let known: BTreeSet<Span> = resource.rows().map(|row| row.span).collect();
    table.rows.iter().any(|row| known.contains(&row.span))
}

fn of_section(
    passage: &Passage<'_>,
    topic: Topic,
    show: &dyn Fn(&MarkdownTable) -> TableUse,
) -> Vec<RichText> {
    let listed = ListedProperties::of(passage);
    let mut reader = RemarkReader::new(topic, show);
    for block in passage.blocks {
        if let BlockKind::Table(table) = &block.kind
            && show(table) == TableUse::Rows
            && reader.texts.is_empty()
        {
            reader.texts.extend(lead(passage));
        }
        if listed.row(block).is_none() {
            reader.block(block);
        }
    }
    reader.drop_lead();
    reader.texts
}

/// The heading as the words that introduce a table, where no others do.
fn lead(passage: &Passage<'_>) -> Option<RichText> {
    let heading = passage.heading.filter(|heading| !outline::names_topic(&heading.plain()))?;
    let has_colon = heading.plain().ends_with(':');
    let colon = Some(Inline::Text(":".to_owned())).filter(|_| !has_colon);
    Some(RichText { parts: heading.parts.iter().cloned().chain(colon).collect(), span: heading.span })
}
