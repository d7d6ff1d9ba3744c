//! Parts of a page that are for one kind of reader only: `:::zone pivot="desk-v1"` … `:::zone-end`, and tabs.
//!
//! The parts say the same call or type in several ways. What several of them share is read once; what only some have is
//! marked in the documentation.

mod merging;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use merging::Merging;

use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::limits;
use crate::markdown::Block;
use crate::page::Route;
use crate::source::{Excerpt, Span};

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
                zones.push(Zone { group: 0, place: start.start..text.span(at..at).start(), name });
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
                open = Some((place.start()..place.end(), name));
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
        self.zones.iter().rfind(|zone| zone.place.contains(&place.start()))
    }

    /// Everything that the zones of a group are for.
    fn all(&self, group: usize) -> BTreeSet<&str> {
        self.zones.iter().filter(|zone| zone.group == group).map(|zone| zone.name.as_str()).collect()
    }

    /// Those that a route of the page is for, where it is not for all of them. `page` is the page's text, and the routes of the
    /// same call begin at `starts`.
    fn only(&self, page: &str, route: &Route, starts: &[usize]) -> Option<String> {
        let group = self.zone(route.span)?.group;
        let shows = |place: &Range<usize>| {
            let text = page.get(place.start..place.end.min(page.len()));
            text.is_some_and(|zone| zone.contains(&route.text))
                || starts.iter().any(|start| place.contains(start))
        };
        let zones = self.zones.iter().filter(|zone| zone.group == group && shows(&zone.place));
        let having: BTreeSet<&str> = zones.map(|zone| zone.name.as_str()).collect();
        let some = having.len() < self.all(group).len() || having.len() == 1;
        some.then(|| having.into_iter().collect::<Vec<_>>().join(" and "))
    }

    /// Says of each route of the page what it is for. A call that several zones of a group have, though with another host or
    /// version in front, is left only once.
    pub(super) fn merge_routes(&self, page: &str, routes: &mut Vec<Route>) {
        if self.zones.is_empty() {
            return;
        }
        let calls: Vec<Call> = routes.iter().map(call).collect();
        let mut starts: BTreeMap<&Call, Vec<usize>> = BTreeMap::new();
        for (route, call) in routes.iter().zip(&calls) {
            starts.entry(call).or_default().push(route.span.start());
        }
        let mut kept: BTreeMap<&Call, Vec<&Zone>> = BTreeMap::new();
        let mut merged = Vec::new();
        for (mut route, call) in std::mem::take(routes).into_iter().zip(&calls) {
            route.only = self.only(page, &route, starts.get(call).map_or(&[], Vec::as_slice));
            let zone = self.zone(route.span);
            let beside =
                |other: &&Zone| zone.is_some_and(|own| own.group == other.group && own.name != other.name);
            let zones = kept.entry(call).or_default();
            if !zones.iter().any(beside) {
                zones.extend(zone);
                merged.push(route);
            }
        }
        *routes = merged;
    }

    /// Leaves what several zones share only once, and marks what only some of them have.
    pub(super) fn merge(&self, blocks: Vec<Block>) -> Vec<Block> {
        if self.zones.is_empty() {
            return blocks;
        }
        let mut groups: BTreeMap<usize, Merging<'_>> = BTreeMap::new();
        for (block, zone) in blocks.iter().filter_map(|block| Some((block, self.zone(block.span)?))) {
            let merging = groups.entry(zone.group).or_insert_with(|| Merging::of(self.all(zone.group).len()));
            merging.add(block, &zone.name);
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

/// A route without the host and the version in front.
type Call = (Method, String, Option<String>);

fn call(route: &Route) -> Call {
    (route.method, route.address.path.key(), route.address.query.clone())
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
