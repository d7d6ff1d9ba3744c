//! Parts of a page that are for one kind of reader only: `:::zone pivot="desk-v1"` … `:::zone-end`, and tabs.
//!
//! The parts say the same call or type in several ways. What several of them share is read once; what only some have is
//! marked in the documentation.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::markdown::{Block, BlockKind, MarkdownTable};
use crate::page::Route;
use crate::source::{Excerpt, Span};
use crate::text::{Inline, RichText};

/// The zones of a page.
#[derive(Debug, Default)]
pub(super) struct Pivots {
    zones: Vec<Zone>,
}

#[derive(Debug)]
struct Zone {
    /// The zones of one group say the same in several ways: all that are written as zones, or the tabs of one group.
    group: usize,
    place: Range<usize>,
    /// What it is for.
    name: String,
}

impl Pivots {
    /// Takes the lines that begin and end zones out of the text: blanks stand in their place, so that nothing moves.
    pub(super) fn take(text: &mut Excerpt, diagnostics: &mut Diagnostics) -> Self {
        let mut zones = Vec::new();
        let mut open: Option<(Range<usize>, String)> = None;
        let mut taken = String::with_capacity(text.text.len());
        for line in text.text.split_inclusive('\n') {
            let at = taken.len();
            let Some(directive) = directive(line) else {
                taken.push_str(line);
                continue;
            };
            let end = line.trim_end().len();
            taken.extend(std::iter::repeat_n(' ', end));
            taken.push_str(&line[end..]);
            if let Some((start, name)) = open.take_if(|_| !matches!(directive, Directive::Layout)) {
                zones.push(Zone { group: 0, place: start.start..text.span(at..at).start, name });
            }
            if let Directive::Start(name) = directive {
                let place = text.span(at..at + end);
                if zones.len() >= limits::ZONES {
                    let message = format!(
                        "a page can have {} zones; the text of this one is shown for all",
                        limits::ZONES
                    );
                    diagnostics.report(Code::OverLimit, place, message);
                    continue;
                }
                open = Some((place.start..place.end, name));
            }
        }
        if let Some((start, name)) = open {
            let message = format!("the zone `{name}` is never closed; it ends with the page");
            diagnostics.report(Code::UnclosedZone, Span::new(text.file, start.clone()), message);
            zones.push(Zone { group: 0, place: start.start..usize::MAX, name });
        }
        text.text = taken;
        Pivots { zones }
    }

    /// Adds groups of tabs that do not show one thing in several languages: the places and the labels of each.
    pub(super) fn add(&mut self, groups: Vec<Vec<(Range<usize>, String)>>) {
        for (group, mut tabs) in groups.into_iter().enumerate() {
            // What stands in further ones is for all.
            tabs.truncate(limits::ZONES.saturating_sub(self.zones.len()));
            let zones = tabs.into_iter().map(|(place, name)| Zone { group: group + 1, place, name });
            self.zones.extend(zones);
        }
    }

    /// What a place is for, where it is not for everybody.
    pub(super) fn of(&self, place: Span) -> Option<&str> {
        self.zone(place).map(|zone| zone.name.as_str())
    }

    fn zone(&self, place: Span) -> Option<&Zone> {
        self.zones.iter().rfind(|zone| zone.place.contains(&place.start))
    }

    /// Everything that the zones of a group are for.
    fn all(&self, group: usize) -> BTreeSet<&str> {
        self.zones.iter().filter(|zone| zone.group == group).map(|zone| zone.name.as_str()).collect()
    }

    /// Those that a route of the page is for, where it is not for all of them. `page` is the page's text.
    pub(super) fn only(&self, page: &str, route: &Route) -> Option<String> {
        let group = self.zone(route.span)?.group;
        let shows = |place: &Range<usize>| {
            page.get(place.start..place.end.min(page.len())).is_some_and(|zone| zone.contains(&route.text))
        };
        let zones = self.zones.iter().filter(|zone| zone.group == group && shows(&zone.place));
        let having: BTreeSet<&str> = zones.map(|zone| zone.name.as_str()).collect();
        let some = having.len() < self.all(group).len() || having.len() == 1;
        some.then(|| having.into_iter().collect::<Vec<_>>().join(" and "))
    }

    /// Leaves what several zones share only once, and marks what only some of them have.
    pub(super) fn merge(&self, blocks: Vec<Block>) -> Vec<Block> {
        if self.zones.is_empty() {
            return blocks;
        }
        let mut groups: BTreeMap<usize, Merging<'_>> = BTreeMap::new();
        for (block, zone) in blocks.iter().filter_map(|block| Some((block, self.zone(block.span)?))) {
            let merging = groups.entry(zone.group).or_insert_with(|| Merging {
                all: self.all(zone.group).len(),
                having: BTreeMap::new(),
                naming: BTreeMap::new(),
                seen: BTreeMap::new(),
            });
            for key in keys(block) {
                merging.having.entry(key).or_default().insert(&zone.name);
            }
            for name in row_names(block) {
                merging.naming.entry(name).or_default().insert(&zone.name);
            }
        }
        let kept = blocks.into_iter().filter_map(|block| {
            let zone = self.zone(block.span);
            match zone.and_then(|zone| Some((groups.get_mut(&zone.group)?, zone))) {
                Some((merging, zone)) => merging.merged(block, &zone.name),
                None => Some(block),
            }
        });
        kept.collect()
    }
}

/// What a line that begins with `:::` says.
enum Directive {
    Start(String),
    End,
    /// Columns, pictures: how the page looks.
    Layout,
}

fn directive(line: &str) -> Option<Directive> {
    let words = line.trim().strip_prefix(":::")?.trim();
    let value = |name: &str| {
        let (_, value) = words.split_once(name)?;
        value.split(['"', '\'']).map(str::trim).find(|part| !part.is_empty()).map(str::to_owned)
    };
    let word = words.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next()?;
    match word {
        "zone" | "moniker" => {
            ["pivot=", "range=", "target="].into_iter().find_map(value).map(Directive::Start)
        }
        "zone-end" | "moniker-end" => Some(Directive::End),
        "row" | "row-end" | "column" | "column-end" | "image" | "image-end" => Some(Directive::Layout),
        _ => None,
    }
}

struct Merging<'a> {
    /// How many kinds of reader there are.
    all: usize,
    /// Which zones have a paragraph, a code block, a row.
    having: BTreeMap<String, BTreeSet<&'a str>>,
    /// Which zones have a row of a name, whatever else it says.
    naming: BTreeMap<String, BTreeSet<&'a str>>,
    /// In whose zone each of them is kept.
    seen: BTreeMap<String, &'a str>,
}

impl<'a> Merging<'a> {
    /// The block without what an earlier zone says.
    fn merged(&mut self, mut block: Block, zone: &'a str) -> Option<Block> {
        let keys = keys(&block);
        match &mut block.kind {
            BlockKind::Table(table) => {
                self.merge_rows(table, &keys, zone);
                (!table.rows.is_empty()).then_some(block)
            }
            BlockKind::Paragraph { text, .. } => {
                let key = keys.into_iter().next()?;
                self.is_new(&key, zone).then(|| self.mark(text, &key, "Only for"))?;
                Some(block)
            }
            BlockKind::Code { .. } => keys.iter().all(|key| self.is_new(key, zone)).then_some(block),
            _ => Some(block),
        }
    }

    fn merge_rows(&mut self, table: &mut MarkdownTable, keys: &[String], zone: &'a str) {
        let grants =
            table.header.first().is_some_and(|cell| cell.plain().to_lowercase().starts_with("permission"));
        let mut keys = keys.iter();
        table.rows.retain_mut(|row| {
            let Some(key) = keys.next() else { return true };
            let is_new = self.is_new(key, zone);
            let zones =
                |map: &BTreeMap<String, BTreeSet<&str>>, key: &str| map.get(key).map_or(0, BTreeSet::len);
            // Others have the row too, and say something else of it.
            let name = row.cells.first().map(RichText::plain).unwrap_or_default();
            let differs = !grants && zones(&self.naming, &name) > zones(&self.having, key);
            // The last cell is a description; in a table of permissions, the first cell names the kind of caller.
            let cell = if grants { row.cells.first_mut() } else { row.cells.last_mut() };
            if let Some(cell) = cell.filter(|_| is_new) {
                self.mark(cell, key, if differs { "In this form only for" } else { "Only for" });
            }
            is_new
        });
    }

    /// Whether no earlier zone says it.
    fn is_new(&mut self, key: &str, zone: &'a str) -> bool {
        *self.seen.entry(key.to_owned()).or_insert(zone) == zone
    }

    /// Says which zones have it, unless all do.
    fn mark(&self, text: &mut RichText, key: &str, words: &str) {
        let Some(names) = self.having.get(key) else { return };
        if names.len() == self.all && self.all > 1 {
            return;
        }
        let before = if text.parts.is_empty() { "" } else { " " };
        text.parts.push(Inline::Text(format!("{before}{words} ")));
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                text.parts.push(Inline::Text(" and ".to_owned()));
            }
            text.parts.push(Inline::Code((*name).to_owned()));
        }
        text.parts.push(Inline::Text(".".to_owned()));
    }
}

/// The names of a table's rows.
fn row_names(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Table(table) => {
            table.rows.iter().filter_map(|row| row.cells.first()).map(RichText::plain).collect()
        }
        _ => Vec::new(),
    }
}

/// What is compared: a paragraph's words, a block's code; of a table each row, without what describes it.
fn keys(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Paragraph { text, .. } => vec![text.plain()],
        BlockKind::Code { body, .. } => vec![body.text.trim().to_owned()],
        BlockKind::Table(table) => {
            let header: Vec<String> = table.header.iter().map(RichText::plain).collect();
            let named = table.header.len().saturating_sub(1).max(1);
            let row = |cells: &[RichText]| {
                let cells = cells.iter().take(named).map(RichText::plain);
                header.iter().cloned().chain(cells).collect::<Vec<_>>().join("|")
            };
            table.rows.iter().map(|of| row(&of.cells)).collect()
        }
        _ => Vec::new(),
    }
}
