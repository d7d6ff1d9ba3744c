//! The tree of modules: a file for each, with the types and operations that live there.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use rayon::prelude::*;

use super::features::Gate;
use super::scope::Scope;
use super::{Crate, constants, enums, operations, root, structs};
use crate::format::{Doc, File, FilePart, Groups, Header, Markdown};
use crate::model::{EnumType, Operation, StructuredType};
use crate::names::{Alias, Ident, ModulePath, OperationNames};
use crate::plural;
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
    let mut modules: Vec<_> = modules(krate).into_iter().collect();
    // The largest first: no core is left with one at the end.
    modules.sort_by_key(|(_, module)| Reverse(module.operations.len() + module.structured.len()));
    let files = modules.into_par_iter().with_max_len(1).map(|(path, module)| of_module(krate, &path, module));
    files.flatten_iter().collect()
}

fn of_module<'a>(krate: &Crate<'a>, path: &[Ident], mut module: Module<'a>) -> Vec<(String, File)> {
    if path.is_empty() {
        return root::files(krate, children(krate, &[], &module));
    }
    let mut files = Vec::new();
    let name = path.join("/");
    if let Some((inner, operations)) = module.split_off_operations(krate, path) {
        let doc = Markdown::with("The operations of {}.", [Markdown::code(&path.join("::"))]);
        let doc = with_feature(doc, krate.features.of_operations(path));
        files.push((format!("src/{name}/{inner}.rs"), text(krate, path, &operations, &[doc])));
    }
    files.push((format!("src/{name}.rs"), text(krate, path, &module, &description(krate, path, &module))));
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
        let features = gate.features()?;
        if krate.features.of_module(path).features() == Some(features) {
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

fn text(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>, doc: &[Markdown]) -> File {
    let mut scope = Scope::new(path, defined(krate, module));
    let mut items: Vec<FilePart> = Vec::new();
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
        items.push(operations::alias(function, alias).into());
    }
    let taken = module.children.iter().collect();
    let mut constants = constants::items(&module.operations, taken).into_iter();
    let mut all = vec![children(krate, path, module)];
    let head = [scope.uses(), inner(krate, path, module)];
    let first = constants.next();
    all.extend(head.into_iter().chain(first).map(FilePart::from));
    all.extend(items);
    all.extend(constants.map(FilePart::from));
    all.retain(|piece| !piece.is_empty());
    let mut docs = Doc::default();
    doc.iter().for_each(|paragraph| {
        docs.paragraph(paragraph);
    });
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
    let aliases = module.aliases.iter().map(|(_, alias)| &alias.page.file);
    structured.chain(enums).chain(operations).chain(aliases).copied().collect()
}

/// What a module holds, and which features it needs.
fn description(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>) -> Vec<Markdown> {
    let types = krate.features.of_module(path);
    let (all, others) = match module.inner {
        Some(_) => {
            let all = krate.features.of_operations(path);
            let others = types.others(all);
            (all, others.map(|others| Markdown::with("The types alone are also on with {}.", [others])))
        }
        None => {
            let others = types.others(Gate::default());
            (types, others.map(|others| Markdown::with("Also on with {}.", [others])))
        }
    };
    [Some(with_feature(content(path, module), all)), others].into_iter().flatten().collect()
}

/// A sentence about a part of the crate, with the feature that it needs.
fn with_feature(sentence: Markdown, gate: Gate<'_>) -> Markdown {
    Markdown::join([Some(sentence), gate.words()].into_iter().flatten(), " ")
}

fn content(path: &[Ident], module: &Module<'_>) -> Markdown {
    let types = module.structured.iter().filter(|type_| type_.owner.is_none()).map(|type_| &type_.name);
    let types: Vec<Markdown> = types
        .chain(module.enums.iter().map(|type_| &type_.name))
        .map(|name| Markdown::code(&name.name))
        .collect();
    let has_operations =
        !module.operations.is_empty() || !module.aliases.is_empty() || module.inner.is_some();
    let name = path.last().map_or("", |name| name);
    let words = name.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match (types.is_empty(), has_operations) {
        (true, true) => Markdown::with("Operations on {}.", [Markdown::text(&plural::plural(&words))]),
        (true, false) => Markdown::with("The namespace {}.", [Markdown::code(name)]),
        (false, true) => Markdown::with("{} and its operations.", [Markdown::join(types, ", ")]),
        (false, false) => Markdown::with("{}.", [Markdown::join(types, ", ")]),
    }
}

/// The modules below one, each with its gate.
fn children(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>) -> FilePart {
    let mut gated = Groups::of(root::MODULES);
    let mut all = TokenStream::new();
    for child in &module.children {
        let path = [path, std::slice::from_ref(child)].concat();
        match krate.features.of_module(&path).features() {
            Some(features) => gated.name(features, child),
            None => all.extend(quote! { pub mod #child; }),
        }
    }
    if gated.is_empty() { all.into() } else { gated.into() }
}

/// The module that holds the operations.
fn inner(krate: &Crate<'_>, path: &[Ident], module: &Module<'_>) -> TokenStream {
    let Some(name) = &module.inner else { return TokenStream::new() };
    let gate = krate.features.of_operations(path).attribute();
    quote! {
        #gate
        mod #name;
        #gate
        pub use #name::*;
    }
}
