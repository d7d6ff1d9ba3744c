//! The tree of modules: a file for each, with the types and operations that live there.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use rayon::prelude::*;

use super::scope::Scope;
use super::{Crate, constants, enums, operations, package, structs};
use crate::format::{Doc, File, Header, Markdown};
use crate::model::{EnumType, Operation, StructuredType};
use crate::names::{Alias, Ident, ModulePath, OperationNames};
use crate::source::FileId;

/// What lives in one module.
#[derive(Default)]
struct Module<'a> {
    structured: Vec<&'a StructuredType>,
    enums: Vec<&'a EnumType>,
    operations: Vec<(&'a Operation, &'a OperationNames)>,
    aliases: Vec<(&'a OperationNames, &'a Alias)>,
    children: BTreeSet<Ident>,
    /// The module that holds the operations, where they are not always on with the types.
    inner: Option<Ident>,
}

/// The files below `src`. A module is emitted by itself, so that all can be emitted at once.
pub(crate) fn files(krate: &Crate<'_>) -> BTreeMap<String, File> {
    let modules: Vec<_> = modules(krate).into_iter().collect();
    modules.into_par_iter().flat_map_iter(|(path, module)| of_module(krate, &path, module)).collect()
}

fn of_module<'a>(krate: &Crate<'a>, path: &[Ident], mut module: Module<'a>) -> Vec<(String, File)> {
    if path.is_empty() {
        return vec![("src/lib.rs".to_owned(), root(krate, &module))];
    }
    let mut files = Vec::new();
    let name = path.join("/");
    if let Some((inner, operations)) = module.split_off_operations(krate, path) {
        let doc = Markdown::with(
            "The operations of {}, which are not on wherever its types are.",
            [Markdown::code(&path.join("::"))],
        );
        files.push((format!("src/{name}/{inner}.rs"), text(krate, path, &operations, &doc)));
    }
    files.push((format!("src/{name}.rs"), text(krate, path, &module, &description(path, &module))));
    files
}

fn modules<'a>(krate: &Crate<'a>) -> BTreeMap<ModulePath, Module<'a>> {
    let mut modules: BTreeMap<ModulePath, Module<'a>> = BTreeMap::from([(Vec::new(), Module::default())]);
    for (name, type_) in &krate.model.structured {
        if let Some(name) = krate.names.type_(name) {
            modules.entry(name.module.clone()).or_default().structured.push(type_);
        }
    }
    for (name, type_) in &krate.model.enums {
        if let Some(name) = krate.names.type_(name) {
            modules.entry(name.module.clone()).or_default().enums.push(type_);
        }
    }
    for (operation, names) in krate.names.named(&krate.model.operations) {
        modules.entry(names.function.module.clone()).or_default().operations.push((operation, names));
        for alias in &names.aliases {
            modules.entry(alias.function.module.clone()).or_default().aliases.push((names, alias));
        }
    }
    let paths: Vec<ModulePath> = modules.keys().cloned().collect();
    for path in paths {
        for length in (0..path.len()).rev() {
            modules.entry(path[..length].to_vec()).or_default().children.insert(path[length].clone());
        }
    }
    modules
}

impl<'a> Module<'a> {
    /// Moves the operations and their bodies to a module of their own, whose name is given too, if the module is on
    /// where they are off.
    fn split_off_operations(&mut self, krate: &Crate<'a>, path: &[Ident]) -> Option<(Ident, Module<'a>)> {
        let gate = krate.features.of_operations(path);
        if gate.is_empty() || gate == krate.features.of_module(path) {
            return None;
        }
        let (bodies, structured) = self.structured.drain(..).partition(|type_| type_.owner.is_some());
        self.structured = structured;
        let operations = Module {
            structured: bodies,
            operations: std::mem::take(&mut self.operations),
            aliases: std::mem::take(&mut self.aliases),
            ..Module::default()
        };
        let name = Ident::word("operations").unique(&mut self.children.iter().collect());
        self.inner = Some(name.clone());
        Some((name, operations))
    }
}

fn text(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>, doc: &Markdown) -> File {
    let mut scope = Scope::new(path, defined(krate, module));
    let mut items: Vec<TokenStream> = Vec::new();
    for type_ in &module.structured {
        items.extend(structs::items(krate, &mut scope, type_));
    }
    for type_ in &module.enums {
        items.extend(enums::items(krate, &mut scope, type_));
    }
    for (operation, names) in &module.operations {
        items.push(operations::function(krate, &mut scope, operation, names));
    }
    for (function, alias) in &module.aliases {
        items.push(operations::alias(function, alias));
    }
    let taken = module.children.iter().collect();
    let mut constants = constants::items(&module.operations, taken).into_iter();
    let mut all = vec![children(krate, path, module)];
    all.push(scope.uses());
    all.push(inner(krate, path, module));
    all.extend(constants.next());
    items.extend(constants);
    all.extend(items);
    all.retain(|tokens| !tokens.is_empty());
    let mut docs = Doc::default();
    docs.paragraph(doc);
    File::rust(&Header::with_doc(&krate.comment(&pages(module)), &docs), all)
}

/// The names that the module's own items have.
fn defined(krate: &Crate<'_>, module: &Module<'_>) -> Vec<Ident> {
    let types = module.structured.iter().map(|type_| &type_.name);
    let types = types.chain(module.enums.iter().map(|type_| &type_.name));
    types.filter_map(|name| krate.names.type_(name)).map(|name| name.ident.clone()).collect()
}

fn pages(module: &Module<'_>) -> BTreeSet<FileId> {
    let structured = module.structured.iter().flat_map(|type_| &type_.description.pages);
    let enums = module.enums.iter().flat_map(|type_| &type_.description.pages);
    let operations = module.operations.iter().flat_map(|(operation, _)| &operation.description.pages);
    let aliases = module.aliases.iter().map(|(_, alias)| &alias.page);
    structured.chain(enums).chain(operations).chain(aliases).copied().collect()
}

fn description(path: &[Ident], module: &Module<'_>) -> Markdown {
    let types = module.structured.iter().filter(|type_| type_.owner.is_none()).map(|type_| &type_.name);
    let types: Vec<Markdown> = types
        .chain(module.enums.iter().map(|type_| &type_.name))
        .map(|name| Markdown::code(&name.name))
        .collect();
    let has_operations =
        !module.operations.is_empty() || !module.aliases.is_empty() || module.inner.is_some();
    let name = Markdown::code(path.last().map_or("", |name| name));
    match (types.is_empty(), has_operations) {
        (true, true) => Markdown::with("Operations on {}.", [name]),
        (true, false) => Markdown::with("The namespace {}.", [name]),
        (false, true) => Markdown::with("{} and its operations.", [Markdown::join(types, ", ")]),
        (false, false) => Markdown::with("{}.", [Markdown::join(types, ", ")]),
    }
}

/// The modules below one, each with its gate, and what stands in for them when it is closed.
fn children(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>) -> TokenStream {
    let children = module.children.iter().map(|child| {
        let path = [path, std::slice::from_ref(child)].concat();
        let gate = krate.features.of_module(&path);
        let open = gate.open();
        let stand_in = gate.closed().and_then(|closed| Some((closed, stand_in(krate, &path)?)));
        let stand_in = stand_in.map(|(closed, items)| {
            quote! {
                #closed
                #[allow(unused_imports, reason = "what needs them may be off too")]
                mod #child { #items }
            }
        });
        quote! { #open pub mod #child; #stand_in }
    });
    quote! { #(#children)* }
}

/// What a module that is off must hold for those that are on.
fn stand_in(krate: &Crate<'_>, path: &[Ident]) -> Option<TokenStream> {
    let mut items = TokenStream::new();
    for (module, types) in krate.features.stand_ins(path) {
        let types = types.iter();
        let uses = quote! { #(pub(crate) use crate::support::FeatureOff as #types;)* };
        let nested = module[path.len()..].iter().rev();
        items.extend(nested.fold(uses, |inside, part| quote! { pub(crate) mod #part { #inside } }));
    }
    (!items.is_empty()).then_some(items)
}

/// The module that holds the operations.
fn inner(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>) -> TokenStream {
    let Some(name) = &module.inner else { return TokenStream::new() };
    let gate = krate.features.of_operations(path).open();
    quote! {
        #gate
        mod #name;
        #gate
        pub use #name::*;
    }
}

fn root(krate: &Crate<'_>, module: &Module<'_>) -> File {
    let children = children(krate, &[], module);
    File::rust(&package::crate_header(krate), [quote! { pub mod support; #children }])
}
