//! What a page says of a structured type: properties, relationships, representations, methods, the base.

use crate::diagnostic::Diagnostics;
use crate::json;
use crate::markdown::{BlockKind, Table};
use crate::page::fences::{Fence, Fences, Role};
use crate::page::outline::{Passage, Topic};
use crate::page::{MethodRow, Representation, ResourcePart, base, tables, type_spelling};

/// Reads everything on a page that describes a resource.
pub(super) fn read(
    passages: &[Passage<'_>],
    fences: &Fences<'_>,
    diagnostics: &mut Diagnostics,
) -> ResourcePart {
    let mut part = ResourcePart { base: base::read(passages), ..ResourcePart::default() };
    for passage in passages {
        for block in passage.blocks {
            if let BlockKind::Table(table) = &block.kind {
                read_table(table, passage.topic, &mut part, diagnostics);
            }
        }
    }
    for fence in fences.list.iter().filter(|fence| is_representation(fence)) {
        let value = json::read(&fence.body, diagnostics);
        part.representations.push(Representation { annotation: fence.annotation.clone(), value });
    }
    for annotation in fences.unbound.iter().filter(|annotation| annotation.block_type == "resource") {
        part.representations.push(Representation { annotation: Some(annotation.clone()), value: None });
    }
    part
}

/// What a page calls a representation, or has under that heading.
pub(super) fn is_representation(fence: &Fence<'_>) -> bool {
    match fence.block_type() {
        "resource" => true,
        "request" | "response" | "example" | "samples" => false,
        _ => fence.topic == Topic::Representation && fence.role() == Role::Json,
    }
}

fn read_table(table: &Table, topic: Topic, part: &mut ResourcePart, diagnostics: &mut Diagnostics) {
    let header = tables::header(table);
    let first = header.first().map_or("", String::as_str);
    if topic == Topic::Methods
        || first.starts_with("method")
        || first == "function"
        || first.ends_with("task")
    {
        let methods = methods(table, &header);
        // A table whose header was copied from the methods', but which names no pages.
        if methods.is_empty() && topic == Topic::Properties {
            part.properties.extend(tables::rows(table, true, diagnostics));
        }
        part.methods.extend(methods);
    } else if first.starts_with("relationship") || first.starts_with("navigation") {
        part.relationships.extend(tables::rows(table, true, diagnostics));
    } else if tables::lists_properties(&header) {
        let rows = match topic {
            Topic::Relationships => &mut part.relationships,
            Topic::Introduction | Topic::Properties | Topic::Representation | Topic::Other => {
                &mut part.properties
            }
            _ => return,
        };
        rows.extend(tables::rows(table, true, diagnostics));
    }
}

fn methods(table: &Table, header: &[String]) -> Vec<MethodRow> {
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
