//! Assigns every Rust name: modules, types, fields, variants, functions, constants, parameters.
//!
//! A name depends on its own page, and its word breaks on the resource's. Users' code depends on the names, so an
//! operation's page that is added elsewhere must not rename anything. Only where two names would be one does the later one, in the order of pages, get a number.

mod assign;
mod features;
mod file_name;
mod ident;
mod members;
mod parameters;
mod rename;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Operation, OperationKey, Operations, QualifiedName, by_page};
use crate::source::PageId;
pub(crate) use features::{FULL, Feature, feature, index_module};
pub(crate) use ident::Ident;

/// Where an item lives: the names of the modules from the crate's root.
pub(crate) type ModulePath = Vec<Ident>;

/// All names of a crate.
#[derive(Debug, Default)]
pub(crate) struct Names {
    types: BTreeMap<QualifiedName, ItemName>,
    fields: BTreeMap<QualifiedName, Vec<Ident>>,
    variants: BTreeMap<QualifiedName, Vec<Ident>>,
    operations: BTreeMap<OperationKey, OperationNames>,
    /// The module of each page's operations, whether there are any or not.
    pages: BTreeMap<PageId, ModulePath>,
}

/// An item and its module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ItemName {
    pub(crate) module: ModulePath,
    pub(crate) ident: Ident,
}

/// The names of one operation.
#[derive(Clone, Debug)]
pub(crate) struct OperationNames {
    pub(crate) function: ItemName,
    pub(crate) constant: Ident,
    /// In the order of the path's places, then of those in the query.
    pub(crate) parameters: Vec<Ident>,
    /// The body's parameter.
    pub(crate) body: Option<Ident>,
    /// The names that other pages give the same operation.
    pub(crate) aliases: Vec<Alias>,
}

impl OperationNames {
    /// The constant that holds the permissions.
    pub(crate) fn permissions(&self) -> Ident {
        self.function.ident.constant("PERMISSIONS")
    }
}

/// Another name of an operation.
#[derive(Clone, Debug)]
pub(crate) struct Alias {
    pub(crate) function: ItemName,
    pub(crate) constant: Ident,
    /// The page that gives the name.
    pub(crate) page: PageId,
}

impl Names {
    pub(crate) fn type_(&self, name: &QualifiedName) -> Option<&ItemName> {
        self.types.get(name)
    }

    pub(crate) fn fields(&self, name: &QualifiedName) -> &[Ident] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn variants(&self, name: &QualifiedName) -> &[Ident] {
        self.variants.get(name).map_or(&[], Vec::as_slice)
    }

    /// Forgets all types and operations but these.
    pub(crate) fn retain(&mut self, types: &BTreeSet<QualifiedName>, operations: &Operations) {
        self.types.retain(|name, _| types.contains(name));
        self.operations.retain(|key, _| operations.contains_key(key));
    }

    pub(crate) fn operation(&self, key: &OperationKey) -> Option<&OperationNames> {
        self.operations.get(key)
    }

    pub(crate) fn operations(&self) -> impl Iterator<Item = &OperationNames> {
        self.operations.values()
    }

    /// The operations with their names, in the order of the pages.
    pub(crate) fn named<'a>(
        &'a self,
        operations: &'a Operations,
    ) -> Vec<(&'a Operation, &'a OperationNames)> {
        let named = by_page(operations).into_iter();
        named.filter_map(|(key, operation)| Some((operation, self.operation(key)?))).collect()
    }

    /// The module of each page's operations, whether there are any or not.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (PageId, &ModulePath)> {
        self.pages.iter().map(|(page, module)| (*page, module))
    }
}
