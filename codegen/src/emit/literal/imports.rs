//! What the literals of an example bring into scope.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::Crate;
use crate::format::Code;
use crate::names::{Ident, ItemName};

/// The names in scope: items by themselves, and the module of the function that is called.
#[derive(Default)]
pub(crate) struct Imports<'a> {
    /// Name to module.
    items: BTreeMap<&'a Ident, &'a [Ident]>,
    /// The module whose functions are called by its name.
    called: Option<&'a [Ident]>,
    /// What is imported from the support module: the trait `Model`, if one of its methods is called.
    support: BTreeSet<&'static str>,
}

impl<'a> Imports<'a> {
    /// The path of a function, whose module is imported; `None` at the crate's root.
    pub(crate) fn function(&mut self, function: &'a ItemName) -> Option<TokenStream> {
        let (module, ident) = (function.module.last()?, &function.ident);
        self.called = Some(&function.module);
        Some(quote! { #module::#ident })
    }

    /// The name of an item, which is imported; `None` if another item of that name is in scope.
    pub(crate) fn item(&mut self, item: &'a ItemName) -> Option<&'a Ident> {
        let module = self.items.entry(&item.ident).or_insert(&item.module);
        (*module == item.module.as_slice()).then_some(&item.ident)
    }

    /// Imports an item of the support module.
    pub(super) fn support(&mut self, name: &'static str) {
        self.support.insert(name);
    }

    /// Whether all that is imported is on whenever a function is.
    pub(crate) fn are_on_with(&self, krate: &Crate<'_>, function: &ItemName) -> bool {
        let gate = krate.features.of_operations(&function.module);
        self.items.values().all(|module| krate.features.of_module(module).is_open_with(gate))
    }

    /// The lines that import all this; `None` if two items have one name.
    pub(crate) fn lines(&self, krate: &Crate<'_>) -> Option<Code> {
        let package = Ident::of_package(&krate.options.package.name);
        let mut modules: BTreeMap<&[Ident], Vec<&Ident>> = BTreeMap::new();
        for (ident, module) in &self.items {
            modules.entry(module).or_default().push(ident);
        }
        if self.items.keys().any(|ident| self.support.contains(&***ident)) {
            return None;
        }
        let own = Ident::word("self");
        if let Some(called) = self.called {
            match modules.get_mut(called) {
                Some(idents) => idents.insert(0, &own),
                None => {
                    let (last, above) = called.split_last()?;
                    modules.entry(above).or_default().push(last);
                }
            }
        }
        let import =
            |code: Code, (module, idents): (&[Ident], Vec<&Ident>)| code.import(&package, module, &idents);
        let code = modules.into_iter().fold(Code::default(), import);
        let support: Vec<Ident> = self.support.iter().copied().map(Ident::word).collect();
        Some(match support.is_empty() {
            true => code,
            false => code.import(&package, &[Ident::word("support")], &support.iter().collect::<Vec<_>>()),
        })
    }
}
