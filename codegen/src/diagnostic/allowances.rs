//! Findings that a page asks to leave out.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// A page's request to leave out findings of a code, in a part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allowed {
    pub(crate) code: Code,
    /// The part of the page.
    pub(crate) scope: Span,
    /// Where the page says so.
    pub(crate) place: Span,
}

impl Allowed {
    /// Whether a finding is allowed.
    pub(crate) fn covers(&self, finding: &Diagnostic) -> bool {
        let (scope, place) = (self.scope, finding.span);
        self.code == finding.code
            && scope.file == place.file
            && (scope.start()..=scope.end()).contains(&place.start())
    }
}

/// The findings that no page allows, in their order, and how many others there were. A request that matches no
/// finding is itself a finding.
pub(crate) fn without_allowed(findings: Vec<Diagnostic>, allowed: &[&Allowed]) -> (Vec<Diagnostic>, usize) {
    let mut places: BTreeMap<(FileId, Code), Vec<usize>> = BTreeMap::new();
    for (index, allowed) in allowed.iter().enumerate() {
        places.entry((allowed.scope.file, allowed.code)).or_default().push(index);
    }
    let mut used = vec![false; allowed.len()];
    let count = findings.len();
    let mut left = Diagnostics::default();
    for finding in findings {
        let here = places.get(&(finding.span.file, finding.code)).into_iter().flatten();
        let covering: Vec<usize> = here.copied().filter(|index| allowed[*index].covers(&finding)).collect();
        covering.iter().for_each(|index| used[*index] = true);
        if covering.is_empty() {
            left.list.push(finding);
        }
    }
    let number = count - left.list.len();
    for (_, allowed) in used.iter().zip(allowed).filter(|(used, _)| !**used) {
        let message = format!("there is no `{0}` here: remove `{0}` from the allowed findings", allowed.code);
        left.report(Code::UnusedSuppression, allowed.place, message);
    }
    (left.into_sorted(), number)
}
