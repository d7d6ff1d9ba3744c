//! The file that says which findings are known: how many of each code on each page. It counts, so that a page may change around
//! its findings.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

use super::finding::Finding;
use crate::paths;

/// The known findings: page, code, number.
type Counts = BTreeMap<String, BTreeMap<String, usize>>;

/// The findings that the file does not cover. Where a page has more of a code than the file says, all of them are shown:
/// it cannot be known which one is new. Gives also how many are covered, and how many of those in the file are gone.
pub(super) fn apply<'a>(
    file: &Path,
    findings: Vec<Finding<'a>>,
) -> anyhow::Result<(Vec<Finding<'a>>, usize, usize)> {
    let known = read(file)?;
    let found = count(&findings);
    let number = |counts: &Counts, page: &str, code: &str| -> usize {
        counts.get(page).and_then(|codes| codes.get(code)).copied().unwrap_or_default()
    };
    let is_new = |finding: &Finding<'_>| {
        let code = finding.diagnostic.code.as_str();
        number(&found, &finding.below, code) > number(&known, &finding.below, code)
    };
    let before = findings.len();
    let left: Vec<Finding<'a>> = findings.into_iter().filter(is_new).collect();
    let entries = known.iter().flat_map(|(page, codes)| codes.iter().map(move |(code, n)| (page, code, *n)));
    let gone = entries.map(|(page, code, n)| n.saturating_sub(number(&found, page, code))).sum();
    let covered = before - left.len();
    Ok((left, covered, gone))
}

/// Writes the findings of now.
pub(super) fn write(file: &Path, findings: &[Finding<'_>]) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(&count(findings))? + "\n";
    fs::write(file, text).with_context(|| format!("{} cannot be written", paths::display(file)))
}

fn read(file: &Path) -> anyhow::Result<Counts> {
    let read = || {
        let text = paths::read_text(file)?;
        anyhow::Ok(serde_json::from_str(&text)?)
    };
    read().with_context(|| {
        format!("the baseline {} cannot be read; --write-baseline makes it", paths::display(file))
    })
}

fn count(findings: &[Finding<'_>]) -> Counts {
    let mut counts = Counts::new();
    for finding in findings {
        let codes = counts.entry(finding.below.clone()).or_default();
        *codes.entry(finding.diagnostic.code.as_str().to_owned()).or_default() += 1;
    }
    counts
}
