//! What a generated module brings into scope: short names where they are free, full paths where they are not.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::names::ItemName;

/// The names in scope of one module.
#[derive(Debug)]
pub(crate) struct Scope {
    module: Vec<String>,
    /// Short name to the full path that it stands for; empty for an item of the module itself.
    names: BTreeMap<String, Vec<String>>,
}

impl Scope {
    /// The scope of a module that defines these items.
    pub(crate) fn new(module: &[String], items: impl IntoIterator<Item = String>) -> Self {
        Scope { module: module.to_vec(), names: items.into_iter().map(|item| (item, Vec::new())).collect() }
    }

    /// An item of the support module.
    pub(crate) fn support(&mut self, name: &str) -> TokenStream {
        self.path(vec!["crate".to_owned(), "support".to_owned(), name.to_owned()])
    }

    /// An item that this crate generates.
    pub(crate) fn item(&mut self, item: &ItemName) -> TokenStream {
        let is_here = self.names.get(&item.ident).is_some_and(Vec::is_empty);
        if item.module == self.module && is_here {
            let ident = format_ident!("{}", item.ident);
            return quote! { #ident };
        }
        let mut path = vec!["crate".to_owned()];
        path.extend(item.module.iter().cloned());
        path.push(item.ident.clone());
        self.path(path)
    }

    /// An item of another crate, or of this one by its full path.
    pub(crate) fn path(&mut self, path: Vec<String>) -> TokenStream {
        let short = path.last().cloned().unwrap_or_default();
        let known = self.names.entry(short.clone()).or_insert_with(|| path.clone());
        if *known == path {
            let ident = format_ident!("{short}");
            return quote! { #ident };
        }
        let parts = path.iter().map(|part| format_ident!("{part}"));
        quote! { #(#parts)::* }
    }

    /// The `use` items, grouped by module.
    pub(crate) fn uses(&self) -> TokenStream {
        let mut groups: BTreeMap<&[String], Vec<&String>> = BTreeMap::new();
        for path in self.names.values().filter(|path| !path.is_empty()) {
            if let Some((name, module)) = path.split_last() {
                groups.entry(module).or_default().push(name);
            }
        }
        let uses = groups.into_iter().map(|(module, names)| {
            let module = module.iter().map(|part| format_ident!("{part}"));
            let idents = names.iter().map(|name| format_ident!("{name}"));
            match names.len() {
                1 => quote! { use #(#module::)* #(#idents)*; },
                _ => quote! { use #(#module::)* { #(#idents),* }; },
            }
        });
        quote! { #(#uses)* }
    }
}
