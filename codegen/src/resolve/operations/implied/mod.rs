//! Reads that OData implies although no page documents them: the collection that an entity with a key is one of, one of a
//! collection by its key, what a navigation property leads to, and the content of a stream.
//!
//! Each follows from documented operations alone, never from another that is implied, and has the name that the missing
//! page would give it. If another function already has the name, the read is left out, and a note says so.

mod collections;
mod documented;
mod keys;
mod naming;
mod paths;
mod properties;
mod streams;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Tree;
use crate::case::snake;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::model::{
    Basis, Description, Implied, Operation, OperationKey, Operations, QualifiedName, ResponseBody,
    StructuredType,
};
use crate::page::{Page, Pages};
use crate::path_template::PathTemplate;
use crate::source::FileId;
use crate::text::RichText;
use documented::Documented;
use naming::Naming;

/// A read that is implied.
struct Read {
    path: PathTemplate,
    response: ResponseBody,
    implied: Implied,
    deprecation: Option<RichText>,
}

/// Adds the implied reads behind the documented operations.
pub(crate) fn add(
    operations: &mut Operations,
    types: &BTreeMap<QualifiedName, StructuredType>,
    tree: &Tree<'_>,
    pages: &Pages,
    diagnostics: &mut Diagnostics,
) {
    let documented = Documented::of(operations, types, tree, pages);
    let naming = Naming::of(&documented);
    let mut reads = collections::implied(&documented, &naming);
    reads.extend(keys::implied(&documented, &naming));
    reads.extend(properties::implied(&documented, &naming));
    reads.extend(streams::implied(&documented, &naming));
    let mut known: BTreeSet<String> = documented.places().map(str::to_owned).collect();
    let mut names: BTreeSet<(String, String, String)> =
        pages.values().flat_map(|page| functions(page)).collect();
    let mut added = Operations::new();
    for read in reads {
        let namespace = pages.get(&read.implied.beside).map_or("", |page| page.namespace());
        let name = name(namespace, &read.implied.resource, &read.implied.function);
        if !known.insert(paths::place(&read.path)) {
            continue;
        }
        if names.contains(&name) {
            left_out(&read, diagnostics);
            continue;
        }
        names.insert(name);
        added.insert(OperationKey::plain(Method::Get, read.path.key()), operation(read));
    }
    operations.extend(added);
}

/// Names a read that is left out, where the pages say what implies it.
fn left_out(read: &Read, diagnostics: &mut Diagnostics) {
    let Some(span) = read.implied.from.first() else { return };
    let Implied { rule, function, .. } = &read.implied;
    let message = format!(
        "`{} {}` is implied ({}) but left out, because another function is already called `{function}`",
        Method::Get,
        read.path,
        rule.reason()
    );
    diagnostics.report(Code::ImpliedOperation, *span, message);
}

/// What a page calls its functions.
fn functions(page: &Page) -> impl Iterator<Item = (String, String, String)> {
    page.names.functions.iter().map(|function| name(page.namespace(), &page.names.resource, function))
}

fn name(namespace: &str, resource: &str, function: &str) -> (String, String, String) {
    (namespace.to_owned(), snake(resource), snake(function))
}

fn operation(read: Read) -> Operation {
    let Read { path, response, implied, deprecation } = read;
    let documented = format!("{} {path}", Method::Get);
    let pages: BTreeSet<FileId> = implied.from.iter().map(|span| span.file).collect();
    let pages = pages.into_iter().collect();
    Operation {
        response,
        implied: Some(implied),
        description: Description { pages, deprecation, ..Description::default() },
        ..Operation::bare(Method::Get, path, documented, Basis::Implied)
    }
}
