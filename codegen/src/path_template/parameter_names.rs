//! What the parameters of a path are called.

use super::placeholder::ID;
use super::{ParameterKind, PathTemplate, Piece, Segment};
use crate::case::{UsedNames, snake};
use crate::plural::one_of;

impl PathTemplate {
    /// What the path's parameters are called, in snake case and in the path's order; no two alike. A placeholder that
    /// says only "an id" is named for the segment before it: `companies/{id}` is `company_id`.
    pub(crate) fn parameter_names(&self) -> Vec<String> {
        let mut taken = UsedNames::default();
        let mut names: Vec<String> = Vec::new();
        let mut before = String::new();
        for segment in self.segments.iter() {
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
                        // One place is not named for what stands at another, unless it is a part of a key.
                        let is_again = taken.contains(&name) && !literal.is_empty();
                        let name = match is_again && is_alone(segment) {
                            true => of_placeholder(ID, &literal),
                            false => name,
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

/// Whether a segment has one place.
fn is_alone(segment: &Segment) -> bool {
    segment.pieces.iter().filter(|piece| matches!(piece, Piece::Parameter(_))).count() == 1
}

pub(super) fn of_placeholder(placeholder: &str, before: &str) -> String {
    let first = placeholder.split('|').next().unwrap_or(placeholder);
    let name = snake(first);
    if before.is_empty() {
        return name;
    }
    let many = snake(before.rsplit('.').next().unwrap_or(before));
    let one = one_of(&many);
    if is_generic(placeholder) {
        let kind = if name == "name" { "name" } else { "id" };
        return if one == kind { one } else { format!("{one}_{kind}") };
    }
    respelt(&name, &many, &one).unwrap_or(name)
}

/// A name that is made of the words in front of it and of `id`, however the page writes it, with the words' breaks and in the
/// singular: `{companyid}` and `{companies-id}` behind `companies`, `{invoiceid}` behind `salesInvoices`.
fn respelt(name: &str, many: &str, one: &str) -> Option<String> {
    let letters = |text: &str| text.replace('_', "");
    let stem = letters(name.strip_suffix("id")?);
    let mut starts = [0].into_iter().chain(one.match_indices('_').map(|(at, _)| at + 1));
    let whole = (stem == letters(many)).then_some(one);
    let named = whole.or_else(|| starts.by_ref().map(|at| &one[at..]).find(|tail| letters(tail) == stem))?;
    let breaks = |text: &str| text.matches('_').count();
    (breaks(named) + 1 >= breaks(name)).then(|| format!("{named}_id"))
}

/// Whether a placeholder says only that it is an id.
pub(super) fn is_generic(placeholder: &str) -> bool {
    let first = placeholder.split('|').next().unwrap_or(placeholder).trim();
    matches!(snake(first).as_str(), "id" | "name" | "key" | "blank" | "id1" | "id2")
}

#[cfg(test)]
mod tests {
    use crate::path_template;
    use crate::source::Span;

    fn names(path: &str) -> Vec<String> {
        let address = path_template::read(path, Span::default()).expect("a path").address;
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
        assert_eq!(names("/books/{id}/names/{name}"), ["book_id", "name"]);
        assert_eq!(names("/unitsOfMeasure({id})"), ["unit_of_measure_id"]);
    }

    #[test]
    fn a_placeholder_has_the_spelling_of_the_segment_before_it() {
        assert_eq!(names("/companies({companyid})/bookOrders({orderid})"), ["company_id", "order_id"]);
        assert_eq!(names("/readers/{readersId}/loans/{loan_id}"), ["reader_id", "loan_id"]);
        assert_eq!(names("/readers/{user-id}/books/{bookid}"), ["user_id", "book_id"]);
        assert_eq!(names("/bookcases/{book_case_id}"), ["book_case_id"]);
        assert_eq!(names("/shelves/{id}"), ["shelf_id"]);
        assert_eq!(names("/l\u{149}oans/{loanid}"), ["loanid"]);
    }

    #[test]
    fn two_places_with_one_placeholder_are_two_arguments() {
        assert_eq!(names("/loans({loanId})/fines({loanId},{fineId})"), ["loan_id", "loan_id_2", "fine_id"]);
        assert_eq!(names("/loans({loanId})/picture({loanId})/content"), ["loan_id", "picture_id"]);
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
