//! Pages whose words contradict what a call answers: the tree's end, or what another page says of the same call.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::{Call, Key};
use super::judge::Judge;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{QualifiedName, ResponseBody};
use crate::source::PageId;

/// The pages that have a finding, with the type that their words name.
pub(super) struct Contradictions {
    /// The paths on each page that answer the type that its words name.
    agreeing: BTreeMap<(PageId, QualifiedName), Vec<String>>,
    reports: BTreeSet<(PageId, QualifiedName)>,
}

impl Contradictions {
    /// Of all calls, before any is decided.
    pub(super) fn among(calls: &BTreeMap<Key, Vec<Call<'_>>>) -> Self {
        let conflicts = calls.values().flatten().filter_map(|call| {
            let name = call.answer.conflict.as_ref()?.by_words.clone();
            Some(((call.page.id, name), Vec::new()))
        });
        let mut agreeing: BTreeMap<(PageId, QualifiedName), Vec<String>> = conflicts.collect();
        for ((_, path), calls) in calls {
            for call in calls.iter().filter(|call| call.answer.conflict.is_none()) {
                if let Some(name) = call.answer.body.type_name()
                    && let Some(paths) = agreeing.get_mut(&(call.page.id, name.clone()))
                {
                    paths.push(path.clone());
                }
            }
        }
        Contradictions { agreeing, reports: BTreeSet::new() }
    }

    /// Whether the words of a call's page are about another of its routes: the call goes on from there, or leads there, or
    /// expands what is there.
    fn is_about_another(&self, call: &Call<'_>, name: &QualifiedName) -> bool {
        let Some(agreeing) = self.agreeing.get(&(call.page.id, name.clone())) else { return false };
        let own = call.route.address.path.key();
        let goes_on = |longer: &str, shorter: &str| {
            longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with('/'))
        };
        let expands = || call.route.address.query.as_ref().is_some_and(|query| query.contains("expand="));
        agreeing.iter().any(|other| goes_on(&own, other) || goes_on(other, &own)) || expands()
    }

    /// Names the page of a call if it contradicts what is decided, by the page that tells best.
    pub(super) fn report(
        &mut self,
        judge: &Judge<'_>,
        call: &Call<'_>,
        best: &Call<'_>,
        decided: &ResponseBody,
        diagnostics: &mut Diagnostics,
    ) {
        if let Some(conflict) = &call.answer.conflict {
            // Of all its routes, once.
            if !self.is_about_another(call, &conflict.by_words)
                && self.reports.insert((call.page.id, conflict.by_words.clone()))
            {
                let decider = Some(best.route.span).filter(|_| best.page.id != call.page.id);
                conflict.report(call.page, call.route, decider, diagnostics);
            }
            return;
        }
        let (Some(own), Some(taken)) = (call.answer.body.type_name(), decided.type_name()) else { return };
        let differs = own != taken && !judge.tree.is_derived(taken, own)
            || call.answer.body.is_collection() != decided.is_collection();
        if differs && !std::ptr::eq(call, best) {
            let message = format!(
                "`{} {}` answers {} on this page, and {} on another one, which is used",
                call.route.method,
                call.route.address.path,
                call.answer.body.noun(own),
                decided.noun(taken)
            );
            let related = vec![(best.route.span, "the other page".to_owned())];
            diagnostics.report_with(Code::ConflictingAnswer, call.route.span, message, related);
        }
    }
}
