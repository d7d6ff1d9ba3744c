//! Rust types as texts that are the same wherever they are written: `message::Message`, and no `use`.

use std::collections::BTreeMap;

use syn::{GenericArgument, PathArguments, Type, UseTree};

/// What short names of a file stand for.
pub(super) type Names = BTreeMap<String, String>;

/// A type without lifetimes, with the paths below the crate's root; what is of the support code has its name alone.
pub(super) fn text(type_: &Type, names: &Names) -> String {
    match type_ {
        Type::Path(path) => path_text(&path.path, names),
        Type::Reference(reference) => format!("&{}", text(&reference.elem, names)),
        Type::Slice(slice) => format!("[{}]", text(&slice.elem, names)),
        Type::Tuple(tuple) => format!("({})", list(tuple.elems.iter(), names)),
        Type::Paren(inner) => text(&inner.elem, names),
        Type::Group(inner) => text(&inner.elem, names),
        _ => "_".to_owned(),
    }
}

fn path_text(path: &syn::Path, names: &Names) -> String {
    let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let name = match parts.as_slice() {
        [short] => names.get(short).unwrap_or(short).clone(),
        _ => below_root(&parts),
    };
    let inner = arguments(path);
    if inner.is_empty() { name } else { format!("{name}<{}>", list(inner.into_iter(), names)) }
}

/// The types between a path's angle brackets.
pub(super) fn arguments(path: &syn::Path) -> Vec<&Type> {
    let Some(PathArguments::AngleBracketed(inner)) = path.segments.last().map(|last| &last.arguments) else {
        return Vec::new();
    };
    let types = inner.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(type_) => Some(type_),
        _ => None,
    });
    types.collect()
}

fn list<'a>(types: impl Iterator<Item = &'a Type>, names: &Names) -> String {
    types.map(|type_| text(type_, names)).collect::<Vec<_>>().join(", ")
}

/// A path without the crate's root; of the support code, the name alone.
pub(super) fn below_root(parts: &[String]) -> String {
    match parts {
        [root, support, .., name] if root == "crate" && support == "support" => name.clone(),
        [root, rest @ ..] if root == "crate" => rest.join("::"),
        parts => parts.join("::"),
    }
}

/// The names that a `use` brings, each with the path that it stands for. The names that a `*` brings are unknown.
pub(super) fn used(tree: &UseTree, before: &mut Vec<String>, found: &mut Vec<(String, Vec<String>)>) {
    let leaf = |name: &syn::Ident, to: &syn::Ident, before: &[String]| {
        (to.to_string(), before.iter().cloned().chain([name.to_string()]).collect())
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            used(&path.tree, before, found);
            before.pop();
        }
        UseTree::Name(name) => found.push(leaf(&name.ident, &name.ident, before)),
        UseTree::Rename(rename) => found.push(leaf(&rename.ident, &rename.rename, before)),
        UseTree::Group(group) => group.items.iter().for_each(|tree| used(tree, before, found)),
        _ => {}
    }
}
