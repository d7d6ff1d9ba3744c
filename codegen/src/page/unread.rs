//! The sections of a page that nothing reads.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostics};
use crate::markdown::{Block, BlockKind};
use crate::page::outline::{self, Passage, Topic};
use crate::page::{Page, PageKind, ResourcePart, boilerplate, route_remarks, tables};
use crate::source::Span;
use crate::text::RichText;

/// Names these sections: they hold neither a type nor a route.
pub(super) fn report(passages: &[Passage<'_>], page: &Page, diagnostics: &mut Diagnostics) {
    let routes = route_remarks::sections_of_routes(passages, &page.api.routes);
    let actions = &page.resource.actions;
    let is_read = |passage: &Passage<'_>| {
        let holds = |span: Span| passage.blocks.iter().any(|block| block.span.holds(span));
        routes.iter().any(|known| known.span == passage.span)
            || actions.iter().any(|action| holds(action.route.span))
            || page.enums.iter().any(|table| holds(table.span))
    };
    let of_types = RowsOfTypes::of(page);
    let tells = |block: &Block| match &block.kind {
        BlockKind::Paragraph { text, .. } => {
            let text = boilerplate::without(text, Topic::Remarks);
            text.and_then(|text| boilerplate::without_lead(&text)).is_some()
        }
        BlockKind::Table(table) => {
            let header = tables::header(table);
            let lists_properties = tables::lists_relationships(&header) || tables::lists_properties(&header);
            !(tables::lists_methods(&header) || lists_properties && of_types.have(block.span))
        }
        _ => false,
    };
    // Prose among examples is about these; a table tells more.
    let tells_at_example = |block: &Block| matches!(block.kind, BlockKind::Table(_)) && tells(block);
    let says = |passage: &Passage<'_>| match passage.topic {
        Topic::Properties if page.kind == PageKind::Api => passage.blocks.iter().any(tells_at_example),
        Topic::Other => passage.blocks.iter().any(tells),
        Topic::Example => passage.blocks.iter().any(tells_at_example),
        _ => false,
    };
    let unread = passages.iter().filter(|passage| says(passage) && !is_read(passage));
    let headings = unread.filter_map(|passage| passage.heading);
    let headings: Vec<&RichText> =
        headings.filter(|heading| !leads_elsewhere(outline::bare(&heading.plain()))).collect();
    let Some(first) = headings.first() else { return };
    let names: Vec<String> = headings.iter().map(|heading| format!("`{}`", heading.plain())).collect();
    let message = format!("the crate's docs leave out the text below {}", names.join(", "));
    diagnostics.report(Code::UnreadSection, first.span, message);
}

/// The rows of the page's types; on an operation's page, only an annotated block makes a type.
struct RowsOfTypes {
    of_all: bool,
    rows: BTreeSet<Span>,
}

impl RowsOfTypes {
    fn of(page: &Page) -> Self {
        let of_all = page.kind != PageKind::Api;
        let types = page.resources().filter(|resource| !of_all && resource.annotations().next().is_some());
        let rows = types.flat_map(ResourcePart::rows).map(|row| row.span);
        RowsOfTypes { of_all, rows: rows.collect() }
    }

    /// Whether a table of properties belongs to a type.
    fn have(&self, table: Span) -> bool {
        self.of_all || self.rows.range(table..).next().is_some_and(|row| table.holds(*row))
    }
}

/// Whether a section is one of links.
fn leads_elsewhere(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let starts = ["see also", "related", "next step", "what's new", "additional resources"];
    starts.iter().any(|start| heading.starts_with(start))
}
