//! The parameters of a request function, beside the body's.

use super::ident::{Ident, snake};
use crate::case;
use crate::model::Operation;

/// The names of an operation's parameters, in the order of its arguments: those of the path's places and of the query's,
/// then what stands behind a name of its own.
pub(super) fn of(operation: &Operation) -> Vec<Ident> {
    let mut names = operation.path.parameter_names();
    if let Some(query) = &operation.fixed_query {
        query.add_names(&mut names);
    }
    for argument in operation.arguments.iter().skip(names.len()) {
        let name = case::snake(&argument.name);
        names.push(case::unique(name, |name| names.iter().any(|known| known == name)));
    }
    let mut idents: Vec<Ident> = Vec::new();
    for name in &names {
        // What Rust adds to a name may make two of them one.
        idents.push(snake(name).unique(|name| idents.iter().any(|known| **known == *name)));
    }
    idents
}
