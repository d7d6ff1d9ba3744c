//! All operations, and the key of each.

use std::collections::BTreeMap;

use super::{Operation, QualifiedName};
use crate::http::Method;

/// All operations. Names and files follow the order of the pages: see [`by_page`].
pub(crate) type Operations = BTreeMap<OperationKey, Operation>;

/// The key of an operation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OperationKey {
    /// The path, whatever its parameters are called.
    pub(crate) path: String,
    pub(crate) method: Method,
    /// The query that belongs to the call, whatever its parameters are called.
    pub(crate) query: Option<String>,
    /// The type that these pages send, if other pages send another type to the same address.
    pub(crate) body: Option<QualifiedName>,
}

impl OperationKey {
    /// The operation that a method and a path are.
    pub(crate) fn plain(method: Method, path: String) -> Self {
        OperationKey { path, method, query: None, body: None }
    }
}

/// The operations in the order of the pages that document them; those that no page documents come last.
pub(crate) fn by_page(operations: &Operations) -> Vec<(&OperationKey, &Operation)> {
    let mut sorted: Vec<(&OperationKey, &Operation)> = operations.iter().collect();
    sorted.sort_by_key(|(_, operation)| {
        let first = operation.places.first().copied();
        (first.is_none(), first)
    });
    sorted
}
