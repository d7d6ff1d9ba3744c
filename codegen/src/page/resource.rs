//! What a page says of a structured type: properties, relationships, representations, methods, the base.

use crate::diagnostic::{Code, Diagnostics};
use crate::json;
use crate::markdown::{BlockKind, MarkdownTable};
use crate::page::explained_names::ListedProperties;
use crate::page::fences::Fences;
use crate::page::notes::NoteReader;
use crate::page::outline::{self, Topic};
use crate::page::parts::TypePart;
use crate::page::{
    MethodRow, Representation, ResourcePart, base, derived, introduction, prose, tables, type_spelling,
};
use crate::text::{Inline, RichText};

/// Reads what the part of a page says that describes one type.
pub(super) fn read(part: &TypePart<'_>, fences: &Fences<'_>, diagnostics: &mut Diagnostics) -> ResourcePart {
    let heading = part.heading.map(outline::bare_text);
    let (summary, notes) = part.heading.map(|_| summary(part)).unwrap_or_default();
    let mut resource = ResourcePart {
        summary,
        heading,
        base: base::read(&part.passages),
        derived: derived::read(&part.passages),
        remarks: notes,
        says_open: says_open(part),
        says_none: says_none(part),
        ..ResourcePart::default()
    };
    let representations =
        fences.list.iter().filter(|fence| fence.is_representation() && part.holds(fence.span));
    for fence in representations {
        let value = json::read(&fence.body, diagnostics);
        resource.representations.push(Representation { annotation: fence.annotation.clone(), value });
    }
    for passage in &part.passages {
        let listed = ListedProperties::of(passage);
        let mut lead = None;
        for block in passage.blocks {
            match &block.kind {
                BlockKind::Paragraph { text, .. } => match listed.row(block) {
                    Some(row) if passage.topic == Topic::Relationships => resource.relationships.push(row),
                    Some(row) => resource.properties.push(row),
                    None => lead = Some(text),
                },
                BlockKind::Table(table) => match lead.take().and_then(|lead| outer(lead, table, &resource)) {
                    Some(outer) => {
                        let message =
                            format!("the table describes what `{outer}` holds, not properties of this type");
                        diagnostics.report(Code::InnerTable, block.span, message);
                    }
                    None => read_table(table, passage.topic, &mut resource, diagnostics),
                },
                _ => {}
            }
        }
    }
    let unbound = fences.unbound.iter().filter(|annotation| annotation.block_type == "resource");
    for annotation in unbound.filter(|annotation| part.holds(annotation.span)) {
        resource.representations.push(Representation { annotation: Some(annotation.clone()), value: None });
    }
    resource
}

/// The member of the representations whose inside a table describes: the words before the table call it an array, and the
/// representations have none of the rows.
fn outer<'a>(lead: &'a RichText, table: &MarkdownTable, resource: &ResourcePart) -> Option<&'a str> {
    let has = |name: &str| resource.skeletons().any(|skeleton| skeleton.get(name).is_some());
    let words = lead.plain().to_lowercase();
    let mut names = lead.parts.iter().filter_map(|part| match part {
        Inline::Code(name) => Some(name.as_str()),
        _ => None,
    });
    let outer = names.find(|name| words.contains(&format!("{} array", name.to_lowercase())) && has(name))?;
    let mut rows = table.rows.iter().filter_map(|row| row.cells.first());
    (!rows.any(|cell| has(&tables::name(cell).0))).then_some(outer)
}

/// Whether the page says in words that its type is open: in its title, or in a sentence about itself.
fn says_open(part: &TypePart<'_>) -> bool {
    let says = |text: &RichText| {
        let words = text.plain().to_lowercase();
        ["is an open type", "is an opentype", "are open types"].iter().any(|phrase| words.contains(phrase))
    };
    part.passages.iter().filter(|passage| passage.topic != Topic::Example).any(|passage| {
        let titled =
            passage.heading.is_some_and(|heading| heading.plain().to_lowercase().ends_with("(open type)"));
        titled
            || passage.blocks.iter().any(|block| match &block.kind {
                BlockKind::Paragraph { text, .. } => says(text),
                _ => false,
            })
    })
}

/// Whether the section of properties says that there are none, in a word or in a row.
fn says_none(part: &TypePart<'_>) -> bool {
    let is_none = |text: &RichText| {
        let words = text.plain().to_lowercase();
        ["none", "no properties", "n/a"].contains(&words.trim_matches(['.', ' ', '-']))
    };
    let section = part.passages.iter().filter(|passage| passage.topic == Topic::Properties);
    section.flat_map(|passage| passage.blocks).any(|block| match &block.kind {
        BlockKind::Paragraph { text, .. } => is_none(text),
        BlockKind::Table(table) => match table.rows.as_slice() {
            [row] => row.cells.split_first().is_some_and(|(first, rest)| {
                is_none(first) && rest.iter().all(|cell| cell.is_empty() || is_none(cell))
            }),
            _ => false,
        },
        _ => false,
    })
}

/// The paragraphs of a section in front of its table or code, and the notes among them.
fn summary(part: &TypePart<'_>) -> (Vec<RichText>, Vec<RichText>) {
    let blocks = part.passages.first().map_or(&[][..], |passage| passage.blocks);
    let ahead =
        blocks.iter().take_while(|block| !matches!(block.kind, BlockKind::Table(_) | BlockKind::Code { .. }));
    let paragraphs = ahead.filter_map(|block| match &block.kind {
        BlockKind::Paragraph { text, place } => Some((text, *place)),
        _ => None,
    });
    let mut reader = NoteReader::default();
    let (mut summary, mut notes) = (Vec::new(), Vec::new());
    for (text, place) in paragraphs {
        let list = if reader.is_note(text, place) { &mut notes } else { &mut summary };
        list.extend(introduction::without_namespace(prose::placed(text, place)));
    }
    (summary, notes)
}

fn read_table(table: &MarkdownTable, topic: Topic, part: &mut ResourcePart, diagnostics: &mut Diagnostics) {
    let header = tables::header(table);
    if topic == Topic::Methods || tables::lists_methods(&header) {
        let methods = methods(table, &header);
        // A table whose header was copied from the table of methods, but which does not name pages.
        if methods.is_empty() && topic == Topic::Properties {
            part.properties.extend(tables::typed_rows(table, diagnostics));
        }
        part.methods.extend(methods);
    } else if tables::lists_relationships(&header) {
        part.relationships.extend(tables::typed_rows(table, diagnostics));
    } else if part.says_none && topic == Topic::Properties && table.rows.len() == 1 {
        // The one row says that there are none.
    } else if tables::lists_properties(&header)
        || part.heading.is_some() && tables::lists_fields(&header)
        || topic == Topic::Properties && tables::lists_parameters(&header) && represents(part, table)
    {
        let rows = match topic {
            Topic::Relationships => &mut part.relationships,
            Topic::Introduction
            | Topic::Properties
            | Topic::Representation
            | Topic::Remarks
            | Topic::Other => &mut part.properties,
            _ => return,
        };
        rows.extend(tables::typed_rows(table, diagnostics));
    }
}

/// Whether the representations have what a table lists.
fn represents(part: &ResourcePart, table: &MarkdownTable) -> bool {
    let mut names = table.rows.iter().filter_map(|row| row.cells.first()).map(|cell| tables::name(cell).0);
    names.any(|name| part.skeletons().any(|skeleton| skeleton.get(&name).is_some()))
}

fn methods(table: &MarkdownTable, header: &[String]) -> Vec<MethodRow> {
    let returns = header.iter().position(|cell| cell.contains("return"));
    let rows = table.rows.iter().map(|row| MethodRow {
        target: row.cells.first().and_then(|cell| cell.links().first().map(|link| link.target.to_owned())),
        returns: returns
            .and_then(|column| row.cells.get(column))
            .filter(|cell| !cell.is_empty())
            .map(type_spelling::read),
    });
    rows.filter(|row| row.target.is_some()).collect()
}
