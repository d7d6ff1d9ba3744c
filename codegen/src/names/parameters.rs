//! The parameters of a request function, beside the body's.

use super::ident::snake;
use crate::case;
use crate::model::Operation;

/// The names of an operation's parameters, in the order of its arguments: those of the path's places and of the query's,
/// then what stands behind a name of its own.
pub(super) fn of(operation: &Operation) -> Vec<String> {
    let mut names = operation.path.parameter_names();
    if let Some(query) = &operation.fixed_query {
        query.add_names(&mut names);
    }
    for argument in operation.arguments.iter().skip(names.len()) {
        let name = case::snake(&argument.name);
        names.push(case::unique(name, |name| names.iter().any(|known| known == name)));
    }
    names.iter().map(|name| snake(name)).collect()
}
