//! Rust files, read by syn: no item that the model does not have, and no documentation that is more than words.

use std::collections::{BTreeMap, BTreeSet};

use codegen::Generated;
use syn::{Attribute, Expr, Item, Lit, Meta};

use super::{doc, is_ours};

/// What the files of a crate hold together.
#[derive(Default)]
struct Count {
    types: usize,
    functions: usize,
    /// The modules that files declare, and those that have a file, by path.
    declared: BTreeSet<String>,
    files: BTreeSet<String>,
}

pub(super) fn check(generated: &Generated, faults: &mut Vec<String>) {
    let mut count = Count::default();
    for (path, text) in generated.files.iter().filter(|(path, _)| path.ends_with(".rs") && !is_ours(path)) {
        let mut report = |fault: String| faults.push(format!("{path}: {fault}"));
        match syn::parse_file(text) {
            Ok(file) if path == "tests/examples.rs" => check_docs(&file.attrs, doc::Kind::Item, &mut report),
            Ok(file) => check_file(path, &file, &mut count, &mut report),
            Err(error) => report(error.to_string()),
        }
    }
    let declared = count.declared.iter().filter(|module| *module != "support");
    if !declared.clone().eq(count.files.iter()) {
        faults.push(format!("modules: {:?} are declared, {:?} are files", count.declared, count.files));
    }
    let summary = generated.summary;
    if (count.types, count.functions) != (summary.types, summary.operations) {
        faults.push(format!("{} types, {} functions, but {summary:?}", count.types, count.functions));
    }
}

fn check_file(path: &str, file: &syn::File, count: &mut Count, report: &mut impl FnMut(String)) {
    let module = path.trim_start_matches("src/").trim_end_matches(".rs");
    let is_root = module == "lib";
    if !is_root {
        count.files.insert(module.to_owned());
    }
    check_docs(&file.attrs, if is_root { doc::Kind::Page } else { doc::Kind::Item }, report);
    let (mut types, mut values, mut described) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
    for item in &file.items {
        match item {
            Item::Mod(item) => {
                check_docs(&item.attrs, doc::Kind::Item, report);
                match &item.content {
                    Some((_, items)) => check_constants(items, &mut values, report),
                    None => {
                        count.declared.insert(format!("{}{}", above(module), item.ident));
                    }
                }
            }
            Item::Use(_) => {}
            Item::Struct(item) => {
                *types.entry(item.ident.to_string()).or_insert(0) += 1;
                check_docs(&item.attrs, doc::Kind::Item, report);
                item.fields.iter().for_each(|field| check_docs(&field.attrs, doc::Kind::Item, report));
                let fields: BTreeSet<String> =
                    item.fields.iter().filter_map(|field| Some(field.ident.as_ref()?.to_string())).collect();
                if fields.len() != item.fields.len() {
                    report(format!("{} has a field twice", item.ident));
                }
            }
            Item::Enum(item) => {
                *types.entry(item.ident.to_string()).or_insert(0) += 1;
                check_docs(&item.attrs, doc::Kind::Item, report);
                item.variants.iter().for_each(|variant| check_docs(&variant.attrs, doc::Kind::Item, report));
                let variants: BTreeSet<String> =
                    item.variants.iter().map(|variant| variant.ident.to_string()).collect();
                if variants.len() != item.variants.len() {
                    report(format!("{} has a variant twice", item.ident));
                }
            }
            Item::Fn(item) => {
                count.functions += 1;
                *values.entry(item.sig.ident.to_string()).or_insert(0) += 1;
                check_docs(&item.attrs, doc::Kind::Item, report);
                if !matches!(
                    item.block.stmts.as_slice(),
                    [syn::Stmt::Expr(Expr::MethodCall(_) | Expr::Call(_), None)]
                ) {
                    report(format!("{} does more than build a request", item.sig.ident));
                }
            }
            Item::Impl(item) => {
                if let syn::Type::Path(self_type) = &*item.self_ty
                    && let Some(ident) = self_type.path.get_ident()
                {
                    described.insert(ident.to_string());
                }
            }
            Item::Macro(item) if item.ident.is_none() => {
                let name = item.mac.path.segments.last().map(|part| part.ident.to_string());
                match name.as_deref() {
                    Some("table" | "open_enum") => {}
                    Some("modules") => count.declared.extend(declared(&item.mac, &above(module))),
                    Some("stand_ins") if module == "off" => {}
                    Some("types") if module == "types" => {}
                    _ => report(format!("calls the macro {name:?}")),
                }
            }
            Item::Macro(item) if is_root || ["off", "types"].contains(&module) => {
                if !item
                    .ident
                    .as_ref()
                    .is_some_and(|name| name == "modules" || name == "stand_ins" || name == "types")
                {
                    report("has a macro of its own".to_owned());
                }
            }
            _ => report("has an item of another kind".to_owned()),
        }
    }
    count.types += types.len();
    if !described.iter().eq(types.keys()) {
        report(format!("implements something for {described:?}, has {types:?}"));
    }
    for (name, number) in types.iter().chain(&values).filter(|(_, number)| **number > 1) {
        report(format!("has `{name}` {number} times"));
    }
}

/// The path in front of the modules that a file declares.
fn above(module: &str) -> String {
    if module == "lib" { String::new() } else { format!("{module}/") }
}

/// The modules that a call of `modules!` declares: names and nothing else behind features.
fn declared(call: &syn::Macro, above: &str) -> Vec<String> {
    let text = call.tokens.to_string();
    let groups = text.split(';').filter_map(|group| group.split_once("=>"));
    groups.flat_map(|(_, names)| names.split_whitespace().map(|name| format!("{above}{name}"))).collect()
}

/// The items of a module that stands in the file: paths and permissions, and what brings other items into scope.
fn check_constants(items: &[Item], values: &mut BTreeMap<String, usize>, report: &mut impl FnMut(String)) {
    for item in items {
        match item {
            Item::Use(_) => {}
            Item::Mod(item) => {
                let inside = item.content.as_ref().map_or(&[][..], |(_, items)| items);
                check_constants(inside, values, report);
            }
            Item::Const(item) => {
                let name = item.ident.to_string();
                *values.entry(name.clone()).or_insert(0) += 1;
                check_docs(&item.attrs, doc::Kind::Item, report);
                if !name.ends_with("_PATH") && !name.ends_with("_PERMISSIONS") {
                    report(format!("has the constant {name}"));
                }
            }
            _ => report("has an item of another kind in a module of constants".to_owned()),
        }
    }
}

/// The documentation in these attributes, and nothing else that does anything.
fn check_docs(attributes: &[Attribute], kind: doc::Kind, report: &mut impl FnMut(String)) {
    let mut lines = Vec::new();
    for attribute in attributes {
        match (&attribute.meta, attribute.path().get_ident().map(ToString::to_string).as_deref()) {
            (Meta::NameValue(value), Some("doc")) => match &value.value {
                Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => {
                    let text = text.value();
                    if text.contains('\n') {
                        report(format!("documents with a line break: {text:?}"));
                    }
                    lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned());
                }
                _ => report("documents with no text".to_owned()),
            },
            // A fence that is only one where its features are on.
            (Meta::List(list), Some("cfg_attr")) => {
                if list.tokens.to_string().ends_with(", doc = \"```rust\"") {
                    lines.push("```rust".to_owned());
                }
            }
            (_, Some("doc" | "derive" | "non_exhaustive" | "allow" | "serde" | "cfg")) => {}
            (meta, Some("deprecated")) => {
                if let Meta::List(list) = meta
                    && let Ok(note) = list.parse_args::<syn::MetaNameValue>()
                    && let Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) = &note.value
                {
                    doc::check(&text.value(), doc::Kind::Item, report);
                }
            }
            (_, other) => report(format!("has the attribute {other:?}")),
        }
    }
    doc::check(&lines.join("\n"), kind, report);
}
