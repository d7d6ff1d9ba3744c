//! What the zones of a group share, and what only some of them have.

use std::collections::{BTreeMap, BTreeSet};

use crate::markdown::{Block, BlockKind, MarkdownTable};
use crate::page::tables;
use crate::text::{Inline, RichText};

/// The blocks of a group's zones, as they are merged.
pub(super) struct Merging<'a> {
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
    /// For a group with this many zones.
    pub(super) fn of(all: usize) -> Self {
        Merging { all, having: BTreeMap::new(), naming: BTreeMap::new(), seen: BTreeMap::new() }
    }

    /// Notes what a block of a zone says.
    pub(super) fn add(&mut self, block: &Block, zone: &'a str) {
        for key in keys(block) {
            self.having.entry(key).or_default().insert(zone);
        }
        for name in row_names(block) {
            self.naming.entry(name).or_default().insert(zone);
        }
    }

    /// The block without what an earlier zone says.
    pub(super) fn merged(&mut self, mut block: Block, zone: &'a str) -> Option<Block> {
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
        // In a table of permissions, the first cell names the kind of caller.
        let marked = if grants { 0 } else { tables::describing_column(table) };
        table.rows.retain_mut(|row| {
            let Some(key) = keys.next() else { return true };
            let is_new = self.is_new(key, zone);
            let zones =
                |map: &BTreeMap<String, BTreeSet<&str>>, key: &str| map.get(key).map_or(0, BTreeSet::len);
            // Others have the row too, and say something else of it.
            let name = row.cells.first().map(RichText::plain).unwrap_or_default();
            let differs = !grants && zones(&self.naming, &name) > zones(&self.having, key);
            if let Some(cell) = row.cells.get_mut(marked).filter(|_| is_new) {
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
        let mut parts = text.parts.to_vec();
        parts.push(Inline::Text(format!("{before}{words} ")));
        for (at, name) in names.iter().enumerate() {
            if at > 0 {
                parts.push(Inline::Text(" and ".to_owned()));
            }
            parts.push(Inline::Code((*name).to_owned()));
        }
        parts.push(Inline::Text(".".to_owned()));
        text.parts = parts.into();
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
            let described = tables::describing_column(table);
            let row = |cells: &[RichText]| {
                let named = cells.iter().enumerate().filter(|(at, _)| *at != described || cells.len() == 1);
                let cells = named.map(|(_, cell)| cell.plain());
                header.iter().cloned().chain(cells).collect::<Vec<_>>().join("|")
            };
            table.rows.iter().map(|of| row(&of.cells)).collect()
        }
        _ => Vec::new(),
    }
}
