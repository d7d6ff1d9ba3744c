//! What the parameters of a query are called.

use super::parameter_names::{is_generic, of_placeholder};
use super::{Parameter, Piece, QueryTemplate};
use crate::case::{UsedNames, snake};
use crate::primitive::Primitive;

impl QueryTemplate {
    /// Adds the names of the places in the query, in its order, to those of the path. One that is the whole value of an
    /// option is named for the option: `?search={query}` is `search`.
    pub(crate) fn add_names(&self, names: &mut Vec<String>) {
        let mut taken: UsedNames = names.iter().collect();
        for option in &self.options {
            let mut before = "";
            for piece in option.value.iter().flatten() {
                match piece {
                    Piece::Literal(text) => before = text,
                    Piece::Parameter(parameter) => {
                        names.push(taken.take(name(parameter, before)));
                    }
                }
            }
        }
    }
}

/// `before` is the text before the place. A placeholder that says nothing is named for that: `x/readers/{id}` is
/// `reader_id`, `shelfId eq {value}` is `shelf_id`.
fn name(parameter: &Parameter, before: &str) -> String {
    let placeholder = parameter.name.as_str();
    if let Some(option) = &parameter.argument {
        return snake(option);
    }
    if let Some(segment) = before.strip_suffix('/').and_then(|path| path.rsplit('/').next()) {
        return of_placeholder(placeholder, segment);
    }
    let says_nothing = is_generic(placeholder)
        || placeholder.eq_ignore_ascii_case("value")
        || Primitive::from_word(placeholder).is_some();
    let mut compared = before.trim_end_matches('\'').split_whitespace().rev().skip(1);
    match compared.next().filter(|_| says_nothing) {
        Some(property) => snake(property.rsplit(['/', '(', '=']).next().unwrap_or(property)),
        None => of_placeholder(placeholder, ""),
    }
}

#[cfg(test)]
mod tests {
    use crate::path_template::{QueryTemplate, read_query};

    fn names(query: &str) -> Vec<String> {
        let mut names = vec!["book_id".to_owned()];
        QueryTemplate::of(read_query(query).options).expect("options").add_names(&mut names);
        names.split_off(1)
    }

    #[test]
    fn a_value_is_named_for_its_option_and_a_part_of_one_for_its_placeholder() {
        assert_eq!(names("search={query}&$top={n}&type='{x}'"), ["search", "top", "type"]);
        assert_eq!(names("strict:{Boolean}"), ["strict"]);
        assert_eq!(names("$expand=tags($filter=id eq '{id_value}')"), ["id_value"]);
        assert_eq!(names("$id=https://x.example/v1.0/books/{id}"), ["book_id_2"]);
        assert_eq!(names("$filter=shelf/roomId eq {id} and name ne '{string}'"), ["room_id", "name"]);
        assert_eq!(names("$expand=a($levels=n)"), ["levels"]);
    }
}
