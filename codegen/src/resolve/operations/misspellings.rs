//! Segments that are spelt almost like the ones in their place on other pages: `purchaseInvoide`.
//!
//! A segment is known where two pages write it, where its page is named for it, or where it is named for a resource. One
//! that is not, and that stands where several pages have another name of nearly the same letters, is a slip. The route is
//! taken as it stands: only the service knows.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostics};
use crate::page::{Page, PageKind, Pages, Route};
use crate::path_template::{Piece, Segment};
use crate::source::{FileId, Sources, Span, file_stem};
use crate::text::letters;

/// Shorter names are too much alike.
pub(super) const SHORTEST: usize = 5;

/// The most letters that a slip changes, adds, drops or swaps.
const SLIP: usize = 2;

/// The segments that are misspelt, as findings.
pub(crate) fn found(pages: &Pages, sources: &Sources) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let named: Vec<SegmentName<'_>> = pages.values().flat_map(|page| names(page)).collect();
    let mut pages_of: BTreeMap<&str, BTreeSet<FileId>> = BTreeMap::new();
    let mut below: BTreeMap<&str, BTreeMap<&str, Vec<&SegmentName<'_>>>> = BTreeMap::new();
    for name in &named {
        pages_of.entry(&name.name).or_default().insert(name.page.id.file);
        below.entry(&name.parent).or_default().entry(&name.name).or_default().push(name);
    }
    // A spelling that only one page has does not count as right.
    let is_shared =
        |places: &[&SegmentName<'_>]| places.iter().any(|place| place.page.id.file != places[0].page.id.file);
    let below: BTreeMap<&str, Vec<NameInPlace<'_>>> = below
        .into_iter()
        .map(|(parent, names)| {
            let names = names.into_iter().filter(|(_, places)| is_shared(places));
            (parent, names.map(|(name, places)| NameInPlace { name, letters: mask(name), places }).collect())
        })
        .collect();
    let resources: BTreeSet<String> = pages
        .values()
        .filter(|page| page.kind == PageKind::Resource)
        .filter_map(|page| page.title.value.split_whitespace().next().map(|name| letters(name).collect()))
        .collect();
    let mut reported = BTreeSet::new();
    for name in &named {
        let of_one_page = pages_of.get(name.name.as_str()).is_some_and(|pages| pages.len() == 1);
        if !of_one_page || name.name.len() < SHORTEST || !reported.insert((&name.name, &name.parent)) {
            continue;
        }
        let path = &sources.get(name.page.id.file).path;
        let is_named_for_it = [&name.page.title.value, file_stem(path)]
            .map(|text| letters(text).collect::<String>())
            .iter()
            .any(|words| words.contains(&name.name));
        let letters = mask(&name.name);
        let others = below.get(name.parent.as_str()).into_iter().flatten();
        let alike = others
            .filter(|other| other.may_be(&name.name, letters))
            .filter(|NameInPlace { name: other, places, .. }| {
                let is_number = is_of_other_number(other, &name.name);
                let is_known = is_named_for_it || resources.contains(singular(&name.name));
                match is_number {
                    // One and many are both right, but a key belongs to many.
                    true => name.has_key && places.iter().any(|place| place.has_key),
                    false => !is_known && is_slip(&name.name, other),
                }
            })
            .map(|other| &other.places)
            .filter(|places| other_pages(places, name) > 1)
            .max_by_key(|places| places.len());
        if let Some(places) = alike
            && let Some(first) = places.first()
        {
            let message = format!(
                "only this page has `{}` here; {} other routes have `{}`",
                name.written,
                other_pages(places, name),
                first.written,
            );
            let related = vec![(first.span, "another page's route".to_owned())];
            diagnostics.report_with(Code::MisspeltSegment, name.span, message, related);
        }
    }
    diagnostics
}

/// A name that several pages have in one place.
struct NameInPlace<'a> {
    name: &'a str,
    /// Which letters it has, to compare names quickly: there may be many in one place.
    letters: u32,
    places: Vec<&'a SegmentName<'a>>,
}

impl NameInPlace<'_> {
    /// Whether the names may differ by a slip: in length, and in which letters they have.
    fn may_be(&self, name: &str, letters: u32) -> bool {
        self.name.len().abs_diff(name.len()) <= SLIP * 4
            && (self.letters ^ letters).count_ones() as usize <= SLIP * 2
    }
}

/// A bit for each letter; some share one.
fn mask(name: &str) -> u32 {
    name.chars().fold(0, |mask, letter| mask | 1 << (u32::from(letter) % 32))
}

/// The name of a segment, where it stands.
struct SegmentName<'a> {
    page: &'a Page,
    /// In lower case.
    name: String,
    written: &'a str,
    /// The name before it; empty at the root.
    parent: String,
    has_key: bool,
    span: Span,
}

fn names(page: &Page) -> Vec<SegmentName<'_>> {
    let actions = page.resource.actions.iter().map(|action| &action.route);
    page.api.routes.iter().chain(actions).flat_map(|route| of_route(page, route)).collect()
}

fn of_route<'a>(page: &'a Page, route: &'a Route) -> Vec<SegmentName<'a>> {
    let mut parent = String::new();
    let mut names = Vec::new();
    for (at, segment) in route.address.path.segments.iter().enumerate() {
        let Some(written) = name_of(segment) else { continue };
        let next = route.address.path.segments.get(at + 1);
        let has_key = segment.pieces.len() > 1 || next.is_some_and(|next| name_of(next).is_none());
        let name = written.to_lowercase();
        let parent = std::mem::replace(&mut parent, name.clone());
        names.push(SegmentName { page, name, written, parent, has_key, span: route.span });
    }
    names
}

/// The name in front of a key or of arguments.
pub(super) fn name_of(segment: &Segment) -> Option<&str> {
    let Piece::Literal(text) = segment.pieces.first()? else { return None };
    let name = text.split('(').next().unwrap_or(text);
    (!name.is_empty() && name.chars().all(char::is_alphanumeric)).then_some(name)
}

fn other_pages(places: &[&SegmentName<'_>], name: &SegmentName<'_>) -> usize {
    let files: BTreeSet<FileId> = places.iter().map(|place| place.page.id.file).collect();
    files.iter().filter(|file| **file != name.page.id.file).count()
}

/// Whether two names differ by so little that one is a slip for the other: not by a number, and not by most of a word.
pub(super) fn is_slip(name: &str, other: &str) -> bool {
    let without_digits =
        |name: &str| name.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>();
    let distance = strsim::osa_distance(name, other);
    (1..=SLIP).contains(&distance)
        && distance * 6 <= name.len().max(other.len())
        && without_digits(name) != without_digits(other)
}

pub(super) fn is_of_other_number(name: &str, other: &str) -> bool {
    name != other && singular(name) == singular(other)
}

fn singular(name: &str) -> &str {
    name.strip_suffix('s').unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::{is_of_other_number, is_slip};

    #[test]
    fn a_slip_changes_little_of_a_name() {
        assert!(is_slip("purchaseinvoide", "purchaseinvoices"));
        assert!(is_slip("parcles", "parcels"));
        assert!(!is_slip("loans", "loads2"));
        assert!(!is_slip("stage1", "stage2"));
        assert!(!is_slip("books", "cooks"));
        assert!(is_of_other_number("parcel", "parcels"));
    }
}
