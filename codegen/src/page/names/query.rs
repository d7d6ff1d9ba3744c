//! What a route's query adds to the name of its function.

use crate::case::snake;
use crate::path_template::{Piece, QueryTemplate};
use crate::text;

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
    let words = literals.flat_map(|literal| text::words(literal));
    words.filter(|word| word.len() > 1).map(snake).collect()
}
