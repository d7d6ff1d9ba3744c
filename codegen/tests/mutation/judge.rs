//! What is asked of every case: no panic, no long wait, no harm, no page lost, and the same crate in any order.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use codegen::{Generated, Input, Options};
use cpu_time::ProcessTime;

use crate::oracle;
use crate::pages;
use crate::random::Random;

/// The most CPU that a handful of pages may take: other work on the machine says nothing of them.
const LONGEST: Duration = Duration::from_secs(2);

fn options() -> Options {
    let page_url = Some("https://reference.example/{page}?view=1".to_owned());
    Options { page_url, implied: true, ..Options::default() }
}

/// What is wrong with the crate that the pages give. The machine's load must not decide a plain test: `timed` asks for it.
/// `reordered` asks whether another order of the pages gives another crate, which takes as long as all else.
pub(crate) fn faults(inputs: Vec<Input>, timed: bool, reordered: bool) -> Vec<String> {
    let sources = pages::sources(inputs.clone());
    let generate = |sources| catch_unwind(AssertUnwindSafe(|| codegen::generate(sources, &options())));
    let start = ProcessTime::now();
    let generated = match generate(&sources) {
        Err(panic) => {
            let words = panic.downcast_ref::<String>().cloned();
            let words = words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()));
            return vec![format!("panics: {}", words.unwrap_or_default())];
        }
        // Changed versions in addresses: the pages are no longer those of one API.
        Ok(Err(_)) => return Vec::new(),
        Ok(Ok(generated)) => generated,
    };
    let mut faults = Vec::new();
    let again = || {
        let start = ProcessTime::now();
        let _ = generate(&sources);
        start.elapsed()
    };
    if timed && start.elapsed() > LONGEST && again() > LONGEST {
        faults.push(format!("takes {:?}", start.elapsed()));
    }
    faults.extend(oracle::faults(&sources, &generated));
    faults.extend(lost(&sources, &inputs, &generated));
    if reordered {
        faults.extend(disordered(inputs, &generated));
    }
    faults
}

/// The pages that neither the crate nor a finding names.
fn lost(sources: &codegen::Sources, inputs: &[Input], generated: &Generated) -> Option<String> {
    let shown =
        |page: &Input| page.path.replace(char::is_control, "\u{fffd}").replace('\u{202e}', "\u{fffd}");
    let is_named = |path: &str| {
        let is_found = |found: &codegen::Diagnostic| {
            let others = found.related.iter().map(|(span, _)| span);
            others.chain([&found.span]).any(|span| sources.display_path(span.file) == path)
        };
        let quoted = format!("`{path}`");
        generated.diagnostics.iter().any(is_found)
            || generated.files.iter().any(|(path, text)| !oracle::is_ours(path) && text.contains(&quoted))
    };
    // A code span drops what is hidden.
    let is_told = |path: &String| is_named(path) || is_named(&path.replace('\u{fffd}', ""));
    // A file that a page includes is a part of that page.
    let whole = inputs.iter().filter(|page| is_told(&shown(page)));
    let parts: Vec<String> = whole.flat_map(codegen::included).map(|path| path.to_lowercase()).collect();
    let is_lost = |path: &String| !is_told(path) && !parts.contains(&path.to_lowercase());
    let lost: Vec<String> = inputs.iter().map(shown).filter(is_lost).collect();
    (!lost.is_empty()).then(|| format!("loses {lost:?}"))
}

/// Whether the pages give something else in another order.
fn disordered(mut inputs: Vec<Input>, expected: &Generated) -> Option<String> {
    if inputs.len() < 2 {
        return None;
    }
    Random::new(7, inputs.len() as u64).shuffle(&mut inputs);
    let paths: Vec<String> = inputs.iter().map(|page| page.path.clone()).collect();
    let mut unique = paths.clone();
    unique.sort();
    unique.dedup();
    let given = codegen::generate(&pages::sources(inputs), &options()).ok()?;
    (unique.len() == paths.len() && given != *expected).then(|| format!("differs in the order {paths:?}"))
}

/// Writes the crate, as a package of its own.
pub(crate) fn write_crate(inputs: Vec<Input>, folder: &Path) {
    let Ok(generated) = codegen::generate(&pages::sources(inputs), &options()) else { return };
    for (path, text) in generated.files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
}
