//! The imports of a generated module: short names where they are free, full paths where they are not.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::names::{Ident, ItemName};

/// The names in scope of one module.
#[derive(Debug)]
pub(crate) struct Scope {
    module: Vec<Ident>,
    /// Short name to the full path that it stands for; empty for an item of the module itself.
    names: BTreeMap<Ident, Vec<Ident>>,
}

impl Scope {
    /// The scope of a module that defines these items.
    pub(crate) fn new(module: &[Ident], items: impl IntoIterator<Item = Ident>) -> Self {
        Scope { module: module.to_vec(), names: items.into_iter().map(|item| (item, Vec::new())).collect() }
    }

    /// An item of the support module.
    pub(crate) fn support(&mut self, name: &'static str) -> TokenStream {
        self.path(["crate", "support", name].map(Ident::word).to_vec())
    }

    /// An item that this crate generates.
    pub(crate) fn item(&mut self, item: &ItemName) -> TokenStream {
        let is_here = self.names.get(&item.ident).is_some_and(Vec::is_empty);
        if item.module == self.module && is_here {
            let ident = &item.ident;
            return quote! { #ident };
        }
        let mut path = vec![Ident::word("crate")];
        path.extend(item.module.iter().cloned());
        path.push(item.ident.clone());
        self.path(path)
    }

    /// An item of another crate, or of this one by its full path.
    pub(crate) fn path(&mut self, path: Vec<Ident>) -> TokenStream {
        let Some(short) = path.last().cloned() else { return TokenStream::new() };
        let known = self.names.entry(short.clone()).or_insert_with(|| path.clone());
        if *known == path {
            return quote! { #short };
        }
        quote! { #(#path)::* }
    }

    /// The `use` items, grouped by module.
    pub(crate) fn uses(&self) -> TokenStream {
        let mut groups: BTreeMap<&[Ident], Vec<&Ident>> = BTreeMap::new();
        for path in self.names.values().filter(|path| !path.is_empty()) {
            if let Some((name, module)) = path.split_last() {
                groups.entry(module).or_default().push(name);
            }
        }
        let uses = groups.into_iter().map(|(module, names)| match names.len() {
            1 => quote! { use #(#module::)* #(#names)*; },
            _ => quote! { use #(#module::)* { #(#names),* }; },
        });
        quote! { #(#uses)* }
    }
}
