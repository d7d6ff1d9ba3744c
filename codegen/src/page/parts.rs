//! Pages that describe several types: which part of the page belongs to which of them.
//!
//! A section is a type's where its heading names one and a table of properties or a representation stands in it; so is
//! each block that is annotated as another resource than the ones before. The page's own type has all the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use crate::markdown::{Block, BlockKind};
use crate::page::fences::{Fence, Fences};
use crate::page::outline::{self, Passage, Topic};
use crate::page::tables;
use crate::source::Span;
use crate::text::RichText;

/// Words behind a name that say that it is a type's.
const KINDS: [&str; 6] = ["resource type", "complex type", "entity type", "resource", "facet", "object"];

/// The passages that describe one type.
#[derive(Debug, Default)]
pub(super) struct TypePart<'a> {
    /// The heading that names the type; none for the page's own, or where only an annotation tells them apart.
    pub(super) heading: Option<&'a RichText>,
    pub(super) passages: Vec<Passage<'a>>,
}

impl<'a> TypePart<'a> {
    fn blocks(&self) -> impl Iterator<Item = &'a Block> + use<'_, 'a> {
        self.passages.iter().flat_map(|passage| passage.blocks)
    }

    /// Whether a place on the page belongs to this part.
    pub(super) fn holds(&self, span: Span) -> bool {
        self.blocks().any(|block| block.span.holds(span))
    }
}

/// Cuts the page into the parts of its types; the first one is the page's own.
pub(super) fn parts<'a>(passages: &[Passage<'a>], fences: &Fences<'a>) -> Vec<TypePart<'a>> {
    let starts = starts(passages, fences);
    let mut parts = vec![TypePart::default()];
    // The parts of the headings that the current one stands below.
    let mut above: Vec<(u8, usize)> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        while above.last().is_some_and(|(level, _)| *level >= passage.level) {
            above.pop();
        }
        if starts.contains(&at) {
            above.push((passage.level, parts.len()));
            parts.push(TypePart { heading: passage.heading, passages: Vec::new() });
        }
        let part = above.last().map_or(0, |(_, part)| *part);
        parts[part].passages.push(*passage);
    }
    parts.into_iter().flat_map(|part| by_annotations(part, fences)).collect()
}

/// The passages whose headings start a type.
fn starts(passages: &[Passage<'_>], fences: &Fences<'_>) -> BTreeSet<usize> {
    let annotated =
        |part: &TypePart<'_>| annotated(fences, part).map(|(_, name)| name).collect::<BTreeSet<_>>();
    let whole = TypePart { heading: None, passages: passages.to_vec() };
    let by_annotation = annotated(&whole).len() > 1;
    let linked = linked(&whole);
    let mut named: BTreeMap<usize, bool> = BTreeMap::new();
    let mut starts = BTreeSet::new();
    let mut owners: Vec<(u8, usize)> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        owners.retain(|(level, _)| *level < passage.level);
        let Some(heading) = passage.heading.map(RichText::plain) else { continue };
        // The first heading is the page's title.
        let is_owner = !outline::names_topic(&heading) || is_inside(&heading, &linked);
        if is_owner && at > 0 && passages[..at].iter().any(|it| it.heading.is_some()) {
            owners.push((passage.level, at));
        }
        let Some((_, owner)) = owners.last().copied() else { continue };
        let part = TypePart { heading: None, passages: vec![*passage] };
        if by_annotation && !annotated(&part).is_empty() {
            starts.insert(owner);
        }
        let name = passages[owner].heading.map(RichText::plain).unwrap_or_default();
        let bare = outline::bare(&name);
        let is_sure = is_type(bare) || linked.contains(&outline::anchor(&name));
        let header = if is_type(bare) { tables::lists_fields } else { tables::lists_properties };
        if (is_sure || tables::is_name(bare)) && (has_table(passage, header) || shows(&part, fences)) {
            named.insert(owner, is_sure);
        }
    }
    // One heading of a single word may be anything; several are as many names.
    let several = named.len() > 1;
    starts.extend(named.into_iter().filter(|(_, is_sure)| *is_sure || several).map(|(at, _)| at));
    starts
}

/// Whether a heading says that it is about a type: `loan resource type`.
fn is_type(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    KINDS.iter().any(|kind| heading.strip_suffix(kind).is_some_and(|name| tables::is_name(name.trim())))
}

/// Whether a heading such as `Fee object properties` is about what a row holds: a cell of the page leads to it.
fn is_inside(heading: &str, linked: &BTreeSet<String>) -> bool {
    outline::bare(heading).to_lowercase().ends_with(" properties")
        && linked.contains(&outline::anchor(heading))
}

/// Whether a passage has a table of properties, told by its header.
fn has_table(passage: &Passage<'_>, lists_properties: fn(&[String]) -> bool) -> bool {
    use Topic::{Introduction, Other, Properties, Representation};
    matches!(passage.topic, Introduction | Other | Properties | Representation)
        && passage.blocks.iter().any(|block| match &block.kind {
            BlockKind::Table(table) => lists_properties(&tables::header(table)),
            _ => false,
        })
}

/// Whether a part has a representation.
fn shows(part: &TypePart<'_>, fences: &Fences<'_>) -> bool {
    fences.list.iter().any(|fence| fence.is_representation() && part.holds(fence.span))
}

/// The anchors on this page that cells of tables link.
fn linked(page: &TypePart<'_>) -> BTreeSet<String> {
    let tables = page.blocks().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let targets = cells.flat_map(RichText::links).filter_map(|link| link.target.split_once('#'));
    targets.map(|(_, anchor)| anchor.to_lowercase()).collect()
}

/// The code blocks of a part that are annotated as a resource, and as which.
fn annotated<'f>(
    fences: &'f Fences<'_>,
    part: &TypePart<'_>,
) -> impl Iterator<Item = (&'f Fence<'f>, &'f str)> + use<'f> {
    let resources = fences.list.iter().filter(|fence| fence.block_type() == "resource");
    let mine = resources.filter(|fence| part.holds(fence.span));
    let named = mine.filter_map(|fence| {
        let name = fence.annotation.as_ref()?.odata_type.as_ref()?;
        Some((fence, name.value.as_str()))
    });
    named.collect::<Vec<_>>().into_iter()
}

/// Cuts a part where a block in it is annotated as another resource than those before. The table of a type stands behind
/// its block, unless one stands in front of the first block.
fn by_annotations<'a>(part: TypePart<'a>, fences: &Fences<'a>) -> Vec<TypePart<'a>> {
    let mut known = BTreeSet::new();
    let first: Vec<_> =
        annotated(fences, &part).filter(|(_, name)| known.insert(name.to_lowercase())).collect();
    if first.len() < 2 {
        return vec![part];
    }
    let is_table = |block: &&Block| matches!(block.kind, BlockKind::Table(_));
    let tables_lead =
        part.blocks().find(is_table).is_some_and(|table| table.span.start() < first[0].0.span.start());
    let cuts = first.windows(2).map(|pair| match (tables_lead, &pair[1].0.annotation) {
        (true, _) => pair[0].0.span.end(),
        (false, Some(annotation)) => annotation.span.start(),
        (false, None) => pair[1].0.span.start(),
    });
    let mut parts = Vec::new();
    let mut rest = part;
    for cut in cuts {
        let behind = split_off(&mut rest, cut);
        parts.push(std::mem::replace(&mut rest, behind));
    }
    parts.into_iter().chain(iter::once(rest)).collect()
}

/// Takes off what stands behind a place, from the block that holds it on.
fn split_off<'a>(part: &mut TypePart<'a>, cut: usize) -> TypePart<'a> {
    let mut behind = TypePart::default();
    let mut before = Vec::new();
    for passage in std::mem::take(&mut part.passages) {
        let at = passage.blocks.iter().take_while(|block| block.span.end() <= cut).count();
        let (first, second) = passage.blocks.split_at(at);
        let starts_behind = first.is_empty() && passage.span.start() >= cut;
        if !starts_behind {
            before.push(Passage { blocks: first, ..passage });
        }
        if starts_behind || !second.is_empty() {
            behind.passages.push(Passage { blocks: second, ..passage });
        }
    }
    part.passages = before;
    behind
}
