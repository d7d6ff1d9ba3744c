//! Findings for people, with the lines of the page. A finding that several pages have in the same words is shown once.

use std::collections::BTreeMap;

use super::finding::{Finding, Pages};
use crate::report::rendered;
use crate::terminal::count;

/// The most further places that are listed below a finding.
const LISTED: usize = 5;

/// The findings, the gravest first.
pub(super) fn render(findings: &[Finding<'_>], pages: &Pages<'_>) -> String {
    let mut groups: BTreeMap<(_, _, &str), Vec<&Finding<'_>>> = BTreeMap::new();
    let mut first: BTreeMap<(_, &str), usize> = BTreeMap::new();
    for (index, finding) in findings.iter().enumerate() {
        let (code, message) = (finding.diagnostic.code, finding.diagnostic.message.as_str());
        let at = *first.entry((code, message)).or_insert(index);
        groups.entry((code.severity(), at, message)).or_default().push(finding);
    }
    groups.into_values().map(|group| group_text(&group, pages)).collect()
}

/// The first of findings that say the same, and where the others are.
fn group_text(group: &[&Finding<'_>], pages: &Pages<'_>) -> String {
    let Some((first, others)) = group.split_first() else { return String::new() };
    let mut text = rendered(pages.sources, first.diagnostic, &|file| pages.path(file)) + "\n";
    let listed = others.iter().take(LISTED);
    text.extend(listed.map(|other| format!("  … and at {}:{}\n", other.path, other.start)));
    if let Some(more @ 1..) = others.len().checked_sub(LISTED) {
        text += &format!("  … and at {}\n", count(more, "more place"));
    }
    text + "\n"
}
