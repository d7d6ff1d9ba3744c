//! The parameters of a request function, beside the body's.

use super::ident::{Ident, snake};
use crate::case::{self, UsedNames};
use crate::model::Operation;

/// The names of an operation's parameters, in the order of its arguments: those of the path's places and of the query's,
/// then what stands behind a name of its own.
pub(super) fn of(operation: &Operation) -> Vec<Ident> {
    let mut names = operation.path.parameter_names();
    if let Some(query) = &operation.fixed_query {
        query.add_names(&mut names);
    }
    let mut taken: UsedNames = names.iter().collect();
    for argument in operation.arguments.iter().skip(names.len()) {
        names.push(taken.take(case::snake(&argument.name)));
    }
    // Rust's rules may make two names equal.
    let mut taken = UsedNames::default();
    names.iter().map(|name| snake(name).unique(&mut taken)).collect()
}
