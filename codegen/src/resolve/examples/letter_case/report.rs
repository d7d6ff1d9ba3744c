//! What is said of names that tables, representations and examples spell differently.

use super::Evidence;
use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::resolve::types::representation::RepresentedName;
use crate::source::Span;

/// Reports that a page's tables begin names otherwise than all examples.
pub(super) fn page(row: Span, capital: bool, evidence: &Evidence<'_>, diagnostics: &mut Diagnostics) {
    let (table, examples) = match capital {
        true => ("a capital", "a small letter"),
        false => ("a small letter", "a capital"),
    };
    let Some((name, first)) = evidence.wrong.first() else { return };
    let others = match evidence.wrong.len() - 1 {
        1 => "another name".to_owned(),
        count => format!("{count} other names"),
    };
    let message = format!(
        "the tables of this page start property names with {table}, as in `{name}`; every example starts it and {others} with \
         {examples}, as in `{}`, and so does the crate",
        first.value
    );
    let related = vec![(first.span, "an example".to_owned())];
    diagnostics.report_with(Code::PropertySpelling, row, message, related);
}

/// Reports that a representation and a table differ, and which of them the crate follows.
pub(super) fn representation(
    name: &RepresentedName,
    used: Option<&String>,
    proof: Option<Span>,
    diagnostics: &mut Diagnostics,
) {
    let RepresentedName { row, table, written } = name;
    let mut related = vec![(*row, "the table's row".to_owned())];
    let Some(example) = proof else {
        // The page's tables lose, and what is right is found already.
        if used == Some(&written.value) {
            return;
        }
        let message = format!("the representation writes `{}`; the table spells it `{table}`", written.value);
        let fix = Fix::new(format!("write `{table}`"), written.span, format!("\"{table}\""));
        let differs_in_case = table.eq_ignore_ascii_case(&written.value);
        let found = diagnostics.report_with(Code::SpellingDiffers, written.span, message, related);
        found.with_fix(differs_in_case.then_some(fix));
        return;
    };
    related.push((example, "an example".to_owned()));
    let message = format!(
        "the table spells it `{table}`; the representation and all examples write `{}`, which is used",
        written.value
    );
    diagnostics.report_with(Code::PropertySpelling, written.span, message, related);
}
