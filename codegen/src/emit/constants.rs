//! The module `constants` of a module: the paths of its functions and what these need, as data.
//!
//! Rustdoc lists constants before functions, whatever their order in the file: in a module of their own they leave the front to
//! the functions. They are in scope, and can be named, without that module too.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::mains::Called;
use crate::case::UsedNames;
use crate::format::{Address, Doc, Markdown, lines_literal};
use crate::model::Operation;
use crate::names::{Ident, OperationNames};

/// The module, and the import of its items; empty if it has none. `taken` are the names that other modules here have.
pub(crate) fn items(operations: &[Called<'_>], mut taken: UsedNames) -> Vec<TokenStream> {
    if operations.is_empty() {
        return Vec::new();
    }
    let module = Ident::word("constants").unique(&mut taken);
    let mut constants = PermissionConstants::of(operations);
    let own = operations.iter().flat_map(|(operation, names)| {
        let permissions = constants.constant(names);
        std::iter::once(path(operation, names)).chain(permissions)
    });
    let own: Vec<TokenStream> = own.collect();
    let uses = (!constants.written.is_empty()).then(|| quote! { use crate::support::Permissions; });
    vec![
        quote! {
            #[doc(hidden)]
            pub use #module::*;
        },
        quote! {
            /// The paths of this module's functions, and the permissions that these need.
            ///
            /// The module around this one re-exports them, so that both paths work.
            pub mod #module {
                #uses
                #(#own)*
            }
        },
    ]
}

/// The path of an operation.
fn path(operation: &Operation, names: &OperationNames) -> TokenStream {
    let ident = &names.constant;
    let path = operation.template().constant;
    let mut doc = Doc::default();
    doc.paragraph(&match operation.fixed_query {
        None => Markdown::with("The path of {}.", [function(names)]),
        Some(_) => Markdown::with("The path of {}, with the query that belongs to it.", [function(names)]),
    });
    let plain = format!("{} {path}", operation.method.as_str());
    if operation.documented != plain {
        doc.paragraph(&Markdown::with("Documented as {}.", [Markdown::code(&operation.documented)]));
    }
    let doc = doc.tokens();
    quote! { #doc pub const #ident: &str = #path; }
}

/// A function of the module around the constants.
fn function(names: &OperationNames) -> Markdown {
    let ident = &names.function.ident;
    Markdown::link(&Markdown::code(ident), &Address::function_above(ident))
}

/// The constants for permissions: one for what several functions of a page need, under the name of the first of them.
#[derive(Default)]
struct PermissionConstants<'a> {
    /// What each constant holds, and the functions that need it.
    by_name: BTreeMap<Ident, (Vec<String>, Vec<&'a OperationNames>)>,
    /// The constants by what they hold, once they are written: another page that names the same does not repeat it.
    written: BTreeMap<Vec<String>, Ident>,
}

impl<'a> PermissionConstants<'a> {
    fn of(operations: &[Called<'a>]) -> Self {
        let mut same: BTreeMap<_, Vec<&'a OperationNames>> = BTreeMap::new();
        for (operation, names) in operations {
            if let Some(lines) = lines(operation) {
                let page = operation.places.first().map(|place| place.page);
                same.entry((page, lines)).or_default().push(names);
            }
        }
        let mut constants = PermissionConstants::default();
        for ((_, lines), mut functions) in same {
            functions.sort_by_key(|names| names.function.ident.len());
            constants.by_name.insert(functions[0].permissions(), (lines, functions));
        }
        constants
    }

    /// The constant with a function's name, if it has one.
    fn constant(&mut self, names: &OperationNames) -> Option<TokenStream> {
        let ident = names.permissions();
        let (lines, functions) = self.by_name.get(&ident)?;
        let functions: Vec<Markdown> = functions.iter().map(|names| function(names)).collect();
        let mut doc = Doc::default();
        doc.paragraph(&match functions.as_slice() {
            [one] => Markdown::with("What {} needs, for each kind of caller.", [one.clone()]),
            _ => Markdown::with(
                "What each of these needs, for each kind of caller: {}.",
                [Markdown::join(functions, ", ")],
            ),
        });
        let doc = doc.tokens();
        if let Some(same) = self.written.get(lines) {
            return Some(quote! { #doc pub const #ident: Permissions = #same; });
        }
        self.written.insert(lines.clone(), ident.clone());
        let text = lines_literal(lines.iter().cloned());
        Some(quote! { #doc pub const #ident: Permissions = Permissions(#text); })
    }
}

/// The permissions of an operation, a line for each kind of caller, if the page names any.
fn lines(operation: &Operation) -> Option<Vec<String>> {
    if operation.permissions.iter().all(|permission| permission.sets.is_empty()) {
        return None;
    }
    let lines = operation.permissions.iter().map(|permission| {
        let mut sets: Vec<String> = permission.sets.iter().map(|set| set.join(" and ")).collect();
        if sets.is_empty() {
            sets.extend(refusal(&permission.text.plain()));
        }
        let caller = permission.kind.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{caller}: {}", sets.join(", ")).trim_end().to_owned()
    });
    Some(lines.collect())
}

/// The page's words for a kind of caller that cannot be allowed: `not supported`. `Permissions` does not count it as a
/// permission.
fn refusal(words: &str) -> Option<String> {
    let words = words.trim_end_matches('.').to_lowercase();
    if words == "n/a" {
        return Some("not applicable".to_owned());
    }
    ["not supported", "not available", "not applicable"].contains(&words.as_str()).then_some(words)
}
