//! The tree of modules: a file for each, with the types and operations that live there.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::doc::Doc;
use super::scope::Scope;
use super::{Crate, enums, operations, package, structs};
use crate::format;
use crate::model::{EnumType, Operation, StructuredType};
use crate::names::{Alias, ModulePath, OperationNames};
use crate::source::FileId;

/// What lives in one module.
#[derive(Default)]
struct Module<'a> {
    structured: Vec<&'a StructuredType>,
    enums: Vec<&'a EnumType>,
    operations: Vec<(&'a Operation, &'a OperationNames)>,
    aliases: Vec<(&'a OperationNames, &'a Alias)>,
    children: BTreeSet<String>,
}

/// The files below `src`.
pub(crate) fn files(krate: &Crate<'_>) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (path, module) in modules(krate) {
        let file = match path.as_slice() {
            [] => "src/lib.rs".to_owned(),
            path => format!("src/{}.rs", path.join("/")),
        };
        let text = if path.is_empty() { root(krate, &module) } else { text(krate, &path, &module) };
        files.insert(file, text);
    }
    files
}

fn modules<'a>(krate: &Crate<'a>) -> BTreeMap<ModulePath, Module<'a>> {
    let mut modules: BTreeMap<ModulePath, Module<'a>> = BTreeMap::from([(Vec::new(), Module::default())]);
    for type_ in &krate.model.structured {
        if let Some(name) = krate.names.type_(&type_.name) {
            modules.entry(name.module.clone()).or_default().structured.push(type_);
        }
    }
    for type_ in &krate.model.enums {
        if let Some(name) = krate.names.type_(&type_.name) {
            modules.entry(name.module.clone()).or_default().enums.push(type_);
        }
    }
    for (operation, names) in krate.model.operations.iter().zip(krate.names.operations()) {
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

fn text(krate: &Crate<'_>, path: &[String], module: &Module<'_>) -> String {
    let mut scope = Scope::new(path, defined(krate, module));
    let mut items: Vec<TokenStream> = Vec::new();
    for type_ in &module.structured {
        items.extend(structs::items(krate, &mut scope, type_));
    }
    for type_ in &module.enums {
        items.extend(enums::items(krate, &mut scope, type_));
    }
    for (operation, names) in &module.operations {
        items.extend(operations::items(krate, &mut scope, operation, names));
    }
    for (operation, alias) in &module.aliases {
        items.push(operations::alias(operation, alias));
    }
    let mut all = vec![children(module)];
    all.push(scope.uses());
    all.extend(items);
    all.retain(|tokens| !tokens.is_empty());
    let header =
        krate.header(&pages(module)) + "\n" + &format::inner_doc(&module_doc(path, module).into_lines());
    format::file(&header, all)
}

/// The names that the module's own items have.
fn defined(krate: &Crate<'_>, module: &Module<'_>) -> Vec<String> {
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

fn module_doc(path: &[String], module: &Module<'_>) -> Doc {
    let mut doc = Doc::default();
    let types = module.structured.iter().filter(|type_| type_.owner.is_none()).map(|type_| &type_.name);
    let types: Vec<String> = types
        .chain(module.enums.iter().map(|type_| &type_.name))
        .map(|name| format!("`{}`", name.name))
        .collect();
    let has_operations = !module.operations.is_empty() || !module.aliases.is_empty();
    let name = path.last().map_or("", String::as_str);
    doc.paragraph(&match (types.as_slice(), has_operations) {
        ([], true) => format!("Operations on `{name}`."),
        ([], false) => format!("The namespace `{name}`."),
        (types, true) => format!("{} and its operations.", types.join(", ")),
        (types, false) => format!("{}.", types.join(", ")),
    });
    doc
}

fn children(module: &Module<'_>) -> TokenStream {
    let children = module.children.iter().map(|child| format_ident!("{child}"));
    quote! { #(pub mod #children;)* }
}

fn root(krate: &Crate<'_>, module: &Module<'_>) -> String {
    let header = krate.header(&BTreeSet::new()) + "\n" + &format::inner_doc(&package::front_page(krate));
    let children = children(module);
    format::file(&header, [quote! { pub mod support; #children }])
}
