//! The parameters of a request function for the places in its query, and what its options add to its name.

use super::ident::{snake, unique};
use super::parameters::{is_generic, of_placeholder};
use crate::path_template::{Parameter, Piece, QueryTemplate};
use crate::primitive::Primitive;

/// Adds the names of the places in the query, in its order, to those of the path. One that is the whole value of an option
/// is named for the option: `?search={query}` is `search`.
pub(super) fn add(names: &mut Vec<String>, query: Option<&QueryTemplate>) {
    for option in query.iter().flat_map(|query| &query.options) {
        let mut before = "";
        for piece in option.value.iter().flatten() {
            match piece {
                Piece::Literal(text) => before = text,
                Piece::Parameter(parameter) => {
                    let name = name(parameter, before);
                    names.push(unique(name, |name| names.iter().any(|known| known == name)));
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

/// What tells a function from that of the same route without a query: `with_include_lent`.
pub(super) fn with(query: &QueryTemplate) -> String {
    let names: Vec<String> = query.options.iter().map(|option| snake(option.bare_words())).collect();
    format!("with_{}", names.join("_"))
}

/// The words of a query, without its places.
pub(super) fn words(query: &QueryTemplate) -> Vec<String> {
    let pieces = query.options.iter().flat_map(|option| option.value.iter().flatten());
    let literals = pieces.filter_map(|piece| match piece {
        Piece::Literal(text) => Some(text),
        Piece::Parameter(_) => None,
    });
    let words = literals.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| word.len() > 1).map(snake).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path_template::read_query;

    fn names(query: &str) -> Vec<String> {
        let mut names = vec!["book_id".to_owned()];
        add(&mut names, QueryTemplate::of(read_query(query).options).as_ref());
        names.split_off(1)
    }

    #[test]
    fn a_value_is_named_for_its_option_and_a_part_of_one_for_its_placeholder() {
        assert_eq!(names("search={query}&$top={n}&type='{x}'"), ["search", "top", "type_"]);
        assert_eq!(names("strict:{Boolean}"), ["strict"]);
        assert_eq!(names("$expand=tags($filter=id eq '{id_value}')"), ["id_value"]);
        assert_eq!(names("$id=https://x.example/v1.0/books/{id}"), ["book_id_2"]);
        assert_eq!(names("$filter=shelf/roomId eq {id} and name ne '{string}'"), ["room_id", "name"]);
        assert_eq!(names("$expand=a($levels=n)"), ["levels"]);
    }
}
