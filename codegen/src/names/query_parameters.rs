//! The parameters of a request function for the places in its query, and what its options add to its name.

use super::ident::{snake, unique};
use super::parameters::is_generic;
use crate::path_template::{Parameter, QueryTemplate};
use crate::primitive::Primitive;

/// Adds the names of the places in the query, in its order, to those of the path. One that is the whole value of an option
/// is named for the option: `?search={query}` is `search`.
pub(super) fn add(names: &mut Vec<String>, query: Option<&QueryTemplate>) {
    for parameter in query.into_iter().flat_map(QueryTemplate::parameters) {
        let name = unique(name(parameter), |name| names.iter().any(|known| known == name));
        names.push(name);
    }
}

fn name(parameter: &Parameter) -> String {
    let placeholder = parameter.name.as_str();
    let says_nothing = is_generic(placeholder) || Primitive::from_word(placeholder).is_some();
    match &parameter.argument {
        Some(option) => snake(option),
        None if says_nothing => "value".to_owned(),
        None => snake(placeholder.split('|').next().unwrap_or(placeholder)),
    }
}

/// What tells a function from that of the same route without a query: `with_include_lent`.
pub(super) fn with(query: &QueryTemplate) -> String {
    let names: Vec<String> = query.options.iter().map(|option| snake(option.bare_words())).collect();
    format!("with_{}", names.join("_"))
}
