//! Two versions of one API cannot be read as one: the same names would mean different things.

use std::collections::BTreeMap;

use crate::page::{Page, Pages};
use crate::path_template;
use crate::refusal::Refusal;
use crate::source::{PageId, Sources};

/// How many of a folder's examples have to say a version before it counts: pages copy addresses from each other.
const ENOUGH: usize = 3;

/// Refuses folders whose examples are mostly of different versions. A folder is the one above `api` and `resources`.
pub(crate) fn check(pages: &Pages, sources: &Sources) -> Result<(), Refusal> {
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (id, page) in pages {
        for version in versions(page) {
            *counts.entry(folder(sources, *id)).or_default().entry(version).or_default() += 1;
        }
    }
    let mut found = counts.iter().filter_map(|(folder, counts)| {
        let (version, count) = counts.iter().max_by_key(|(_, count)| **count)?;
        (*count >= ENOUGH).then(|| (folder.clone(), version.clone()))
    });
    let Some(first) = found.next() else { return Ok(()) };
    match found.find(|(_, version)| *version != first.1) {
        Some(second) => Err(Refusal::TwoVersions { first, second }),
        None => Ok(()),
    }
}

fn versions(page: &Page) -> impl Iterator<Item = String> {
    let urls = page.api.exchanges.iter().filter_map(|exchange| Some(&exchange.http_request()?.url));
    urls.filter_map(|url| path_template::read(&url.value, url.span).ok()?.address.version)
}

/// The folder of a page above the one that says what kind of page it is.
fn folder(sources: &Sources, id: PageId) -> String {
    let root = sources.root_name(id.file);
    let path = &sources.get(id.file).path;
    let above: Vec<&str> = path.split('/').collect();
    let above = &above[..above.len().saturating_sub(2)];
    [&[root], above].concat().join("/")
}
