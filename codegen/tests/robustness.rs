//! Whatever the bytes, the generator gives a crate; and the same pages give the same bytes.

mod pages;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use codegen::Input;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Pages at most this long are cut after every byte, longer ones at as many places.
const CUTS: usize = 100;

/// The project's own pages and those of the golden folders, a list for each folder.
fn fixtures() -> Vec<Vec<Input>> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    let golden = pages::entries(&pages::golden()).into_iter().map(|folder| folder.join("pages"));
    golden.chain([own]).map(|folder| pages::files(&folder)).collect()
}

#[test]
fn every_prefix_of_every_page_is_generated() {
    for page in fixtures().into_iter().flatten() {
        let step = page.bytes.len().div_ceil(CUTS).max(1);
        for end in (0..page.bytes.len()).step_by(step) {
            survives(&page, page.bytes[..end].to_vec());
        }
    }
}

/// Generates the page with other bytes: no panic, and its findings point into it.
fn survives(page: &Input, bytes: Vec<u8>) {
    let shown = String::from_utf8_lossy(&bytes).into_owned();
    let sources = pages::sources(vec![Input { bytes, ..page.clone() }]);
    let run = || codegen::generate(&sources, &codegen::Options::default()).expect("one version");
    let generated = std::panic::catch_unwind(run).unwrap_or_else(|_| panic!("{}:\n{shown}", page.path));
    for diagnostic in &generated.diagnostics {
        let span = diagnostic.span;
        let place = sources.text(span.file).get(span.start()..span.end());
        assert!(place.is_some(), "{}: {span:?} in\n{shown}", diagnostic.code);
    }
}

/// What becomes of a page's lines: one is lost, or another one is put where it stands, or the two are swapped.
type Change = (Index, Index, u8);

fn changed<'a>(page: &'a Input, changes: &[Change]) -> Vec<&'a [u8]> {
    let mut lines: Vec<&[u8]> = page.bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for (at, other, how) in changes {
        if lines.is_empty() {
            break;
        }
        let (at, other) = (at.index(lines.len()), other.index(lines.len()));
        match how {
            0 => drop(lines.remove(at)),
            1 => lines.insert(other, lines[at]),
            _ => lines.swap(at, other),
        }
    }
    lines
}

/// A page of the fixtures.
fn page() -> impl Strategy<Value = Input> {
    select(fixtures().into_iter().flatten().collect::<Vec<_>>())
}

proptest! {
    /// A page with lost, doubled and swapped lines is generated, and its findings point into it.
    #[test]
    fn pages_with_changed_lines_are_generated(
        page in page(),
        changes in vec((any::<Index>(), any::<Index>(), 0_u8..3), 1..8),
    ) {
        survives(&page, changed(&page, &changes).concat());
    }

    /// The same pages give the same bytes, whatever their order.
    #[test]
    fn the_order_of_the_pages_does_not_matter(
        (folder, shuffled) in select(fixtures()).prop_flat_map(|folder| (Just(folder.clone()), Just(folder).prop_shuffle())),
    ) {
        prop_assert!(pages::generated(folder) == pages::generated(shuffled));
    }
}

/// With `GRAPH_DOCS=folder`, each folder in it is a root of real pages.
#[test]
fn real_pages_are_all_accounted_for() {
    let Some(docs) = std::env::var_os("GRAPH_DOCS").map(PathBuf::from) else {
        println!("skipped: GRAPH_DOCS names no folder of real pages");
        return;
    };
    for root in pages::entries(&docs).into_iter().filter(|root| root.is_dir()) {
        let inputs: Vec<_> =
            pages::files(&root).into_iter().filter(|file| file.path.ends_with(".md")).collect();
        let sources = pages::sources(inputs.clone());
        let generated = codegen::generate(&sources, &codegen::Options::default()).expect("one version");
        let places = |found: &codegen::Diagnostic| -> Vec<codegen::Span> {
            std::iter::once(found.span).chain(found.related.iter().map(|(span, _)| *span)).collect()
        };
        let named = generated.diagnostics.iter().flat_map(places).map(|span| sources.display_path(span.file));
        // The documentation of every item names its pages in backticks.
        let quoted = generated.files.values().flat_map(|text| text.split('`').map(str::to_owned));
        let accounted: BTreeSet<String> = named.chain(quoted).collect();
        let lost: Vec<_> =
            inputs.into_iter().map(|page| page.path).filter(|path| !accounted.contains(path)).collect();
        println!("{}: {}", root.display(), generated.summary_line());
        assert!(lost.is_empty(), "neither generated nor named: {lost:#?}");
    }
}
