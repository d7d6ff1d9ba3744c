//! What the parameters of a path are called.

use super::{ParameterKind, PathTemplate, Piece};
use crate::case::{Taken, snake};
use crate::plural::singular;

impl PathTemplate {
    /// What the path's parameters are called, in snake case and in the path's order; no two alike. A placeholder that
    /// names no more than an id is named for what stands before it: `companies/{id}` is `company_id`.
    pub(crate) fn parameter_names(&self) -> Vec<String> {
        let mut taken = Taken::default();
        let mut names: Vec<String> = Vec::new();
        let mut before = String::new();
        for segment in &self.segments {
            let mut literal = before.clone();
            for piece in &segment.pieces {
                match piece {
                    Piece::Literal(text) => {
                        if let Some(name) =
                            text.split(['(', '\'', '=', ',', ')']).find(|word| !word.is_empty())
                        {
                            literal = name.to_owned();
                        }
                    }
                    Piece::Parameter(parameter) => {
                        let name = match (&parameter.argument, parameter.kind) {
                            (_, ParameterKind::Path) if is_generic(&parameter.name) => "path".to_owned(),
                            (Some(argument), _) => snake(argument),
                            _ => of_placeholder(&parameter.name, &literal),
                        };
                        names.push(taken.take(name));
                    }
                }
            }
            if let [Piece::Literal(text)] = segment.pieces.as_slice() {
                before = text.trim_end_matches(':').to_owned();
            } else if literal != before {
                before = literal;
            }
        }
        names
    }
}

pub(super) fn of_placeholder(placeholder: &str, before: &str) -> String {
    let first = placeholder.split('|').next().unwrap_or(placeholder);
    let name = snake(first);
    if is_generic(placeholder) && !before.is_empty() {
        let what = singular(&snake(before.rsplit('.').next().unwrap_or(before)));
        let kind = if name == "name" { "name" } else { "id" };
        return format!("{what}_{kind}");
    }
    name
}

/// Whether a placeholder says no more than that something is identified.
pub(super) fn is_generic(placeholder: &str) -> bool {
    let first = placeholder.split('|').next().unwrap_or(placeholder).trim();
    matches!(snake(first).as_str(), "id" | "name" | "key" | "blank" | "id1" | "id2")
}

#[cfg(test)]
mod tests {
    use crate::path_template;
    use crate::source::Span;

    fn names(path: &str) -> Vec<String> {
        let (address, _) = path_template::read(path, Span::default()).expect("a path");
        address.path.parameter_names()
    }

    #[test]
    fn a_bare_id_is_named_for_the_segment_before_it() {
        assert_eq!(
            names("/financials/companies/{id}/customerPaymentJournals/{id}/customerPayments"),
            ["company_id", "customer_payment_journal_id"]
        );
        assert_eq!(names("/users/{id | userPrincipalName}/messages/{message-id}"), ["user_id", "message_id"]);
        assert_eq!(names("companies({id})/customers({id})"), ["company_id", "customer_id"]);
    }

    #[test]
    fn arguments_of_functions_are_named_for_themselves() {
        assert_eq!(
            names("/workbook/worksheets/{id|name}/range(address='<address>')"),
            ["worksheet_id", "address"]
        );
        assert_eq!(names("/drive/root:/{item-path}:/children"), ["item_path"]);
    }
}
