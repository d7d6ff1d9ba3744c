//! Pages whose words contradict what a call answers: the tree's end, or what another page says of the same call.

use std::collections::BTreeSet;

use super::calls::Call;
use super::judge::Judge;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{QualifiedName, ResponseBody};
use crate::source::FileId;

/// What has been said of pages and the types that their words name.
#[derive(Default)]
pub(super) struct Contradictions {
    told: BTreeSet<(FileId, QualifiedName)>,
}

impl Contradictions {
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
            if self.told.insert((call.page.file, conflict.told.clone())) {
                let decider = Some(best.route.span).filter(|_| best.page.file != call.page.file);
                conflict.report(call.page, call.route, decider, diagnostics);
            }
            return;
        }
        let (Some(told), Some(taken)) = (call.answer.body.type_name(), decided.type_name()) else { return };
        let differs = told != taken && !judge.tree.is_derived(taken, told)
            || call.answer.body.is_collection() != decided.is_collection();
        if differs && !std::ptr::eq(call, best) {
            let message = format!(
                "`{} {}` answers {} here, and {} on another page, which is taken",
                call.route.method,
                call.route.address.path,
                call.answer.body.noun(told),
                decided.noun(taken)
            );
            let related = vec![(best.route.span, "the other page".to_owned())];
            diagnostics.report_with(Code::ConflictingAnswer, call.route.span, message, related);
        }
    }
}
