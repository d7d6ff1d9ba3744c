//! The items of one file.

use std::collections::{BTreeMap, BTreeSet};

use syn::{FnArg, ImplItem, Item, ItemEnum, ItemFn, ItemImpl, ItemStruct, Pat, ReturnType, Type, Visibility};

use super::types::{self, Names};
use super::{Function, Member, Surface, TypeItem, attributes, call, gates, path, values};

/// What a file has; of what it says in several places, each part.
#[derive(Default)]
pub(super) struct FileSurface {
    surface: Surface,
    /// What the constants for paths and permissions hold.
    texts: BTreeMap<String, String>,
    /// Constants that hold what another one holds.
    same: BTreeMap<String, String>,
    /// The constant of each function's path, and what stands behind it.
    routes: BTreeMap<String, call::Call>,
    /// What each type tells JSON, by the type's path.
    tables: BTreeMap<String, Table>,
}

/// The constants of a type.
#[derive(Default)]
struct Table {
    name: String,
    names: Vec<String>,
    read_only: BTreeSet<usize>,
    /// Texts by variants.
    members: BTreeMap<String, String>,
}

/// Reads a file whose items are named in this module.
pub(super) fn read(module: &[String], text: &str) -> syn::Result<FileSurface> {
    let file = syn::parse_file(text)?;
    let mut part = FileSurface::default();
    let names = names(module, &file.items);
    for item in &file.items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => part.struct_(module, item, &names),
            Item::Enum(item) if is_public(&item.vis) => part.enum_(module, item),
            Item::Impl(item) => part.table(module, item),
            Item::Fn(item) if is_public(&item.vis) => part.function(module, item, &names),
            Item::Const(item) => part.constant(&item.ident.to_string(), &item.expr),
            Item::Use(item) if is_public(&item.vis) => part.alias(module, item),
            Item::Mod(item) => part.module(module, item),
            Item::Macro(item) if item.mac.path.is_ident("modules") => {
                for (name, features) in gates::declared(&item.mac)? {
                    part.surface.gates.insert(path(module, &name), features);
                }
            }
            _ => {}
        }
    }
    Ok(part)
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// What the short names of a file stand for.
fn names(module: &[String], items: &[Item]) -> Names {
    let mut used = Vec::new();
    for item in items {
        match item {
            Item::Use(item) => types::used(&item.tree, &mut Vec::new(), &mut used),
            Item::Struct(ItemStruct { ident, .. }) | Item::Enum(ItemEnum { ident, .. }) => {
                let here = ["crate".to_owned()].into_iter().chain(module.iter().cloned());
                used.push((ident.to_string(), here.chain([ident.to_string()]).collect()));
            }
            _ => {}
        }
    }
    used.into_iter().map(|(short, parts)| (short, types::below_root(&parts))).collect()
}

impl FileSurface {
    fn struct_(&mut self, module: &[String], item: &ItemStruct, names: &Names) {
        let fields = item.fields.iter().filter(|field| is_public(&field.vis)).filter_map(|field| {
            let name = field.ident.as_ref()?.to_string();
            let wire = attributes::renamed(&field.attrs).unwrap_or_default();
            let (type_, docs) = (types::text(&field.ty, names), attributes::docs(&field.attrs));
            Some(Member { name, wire, type_, docs, ..Member::default() })
        });
        // What is not documented is kept by every struct.
        let members = fields.filter(|field| field.name != "extra").collect();
        let item = (path(module, &item.ident.to_string()), attributes::docs(&item.attrs));
        self.surface.types.insert(item.0, TypeItem { members, docs: item.1, ..TypeItem::default() });
    }

    fn enum_(&mut self, module: &[String], item: &ItemEnum) {
        // What is not listed is kept by every enum.
        let listed = item.variants.iter().filter(|variant| variant.fields.is_empty());
        let members = listed.map(|variant| Member {
            name: variant.ident.to_string(),
            docs: attributes::docs(&variant.attrs),
            ..Member::default()
        });
        let docs = attributes::docs(&item.attrs);
        let type_ = TypeItem { is_enum: true, members: members.collect(), docs, ..TypeItem::default() };
        self.surface.types.insert(path(module, &item.ident.to_string()), type_);
    }

    fn table(&mut self, module: &[String], item: &ItemImpl) {
        let Type::Path(of) = item.self_ty.as_ref() else { return };
        let Some(ident) = of.path.get_ident() else { return };
        let table = self.tables.entry(path(module, &ident.to_string())).or_default();
        for item in &item.items {
            let ImplItem::Const(item) = item else { continue };
            let elements = || values::elements(&item.expr).into_iter();
            match item.ident.to_string().as_str() {
                "TYPE" => table.name = values::text(&item.expr).unwrap_or_default(),
                "NAMES" => table.names = elements().filter_map(values::text).collect(),
                "READ_ONLY" => table.read_only = elements().filter_map(values::number).collect(),
                "MEMBERS" => {
                    for (text, variant) in elements().filter_map(values::member) {
                        // What is sent stands first.
                        table.members.entry(variant).or_insert(text);
                    }
                }
                _ => {}
            }
        }
    }

    fn function(&mut self, module: &[String], item: &ItemFn, names: &Names) {
        let arguments = item.sig.inputs.iter().filter_map(|input| {
            let FnArg::Typed(input) = input else { return None };
            let Pat::Ident(name) = input.pat.as_ref() else { return None };
            Some((name.ident.to_string(), types::text(&input.ty, names)))
        });
        let answer = match &item.sig.output {
            ReturnType::Type(_, type_) => match type_.as_ref() {
                // The body stands first, and is an argument.
                Type::Path(request) => {
                    types::arguments(&request.path).last().map(|answer| types::text(answer, names))
                }
                _ => None,
            },
            ReturnType::Default => None,
        };
        let name = path(module, &item.sig.ident.to_string());
        if let Some(call) = call::of(&item.block) {
            self.routes.insert(name.clone(), call);
        }
        let function = Function {
            arguments: arguments.collect(),
            answer: answer.unwrap_or_default(),
            docs: attributes::docs(&item.attrs),
            ..Function::default()
        };
        self.surface.functions.insert(name, function);
    }

    /// `"…"`, `Permissions("…")`, or the name of another constant.
    fn constant(&mut self, name: &str, expr: &syn::Expr) {
        let text = match expr {
            syn::Expr::Call(call) => call.args.first().and_then(values::text),
            expr => values::text(expr),
        };
        if let Some(text) = text {
            self.texts.insert(name.to_owned(), text.split_whitespace().collect::<Vec<_>>().join(" "));
        } else if let Some(other) = values::last_name(expr) {
            self.same.insert(name.to_owned(), other);
        }
    }

    fn alias(&mut self, module: &[String], item: &syn::ItemUse) {
        let mut used = Vec::new();
        types::used(&item.tree, &mut Vec::new(), &mut used);
        let is_function = |name: &str| !name.chars().any(char::is_uppercase);
        for (name, parts) in used.into_iter().filter(|(name, _)| is_function(name)) {
            self.surface.aliases.insert(path(module, &name), types::below_root(&parts));
        }
    }

    fn module(&mut self, module: &[String], item: &syn::ItemMod) {
        if let Some((_, items)) = &item.content {
            for item in items {
                if let Item::Const(item) = item {
                    self.constant(&item.ident.to_string(), &item.expr);
                }
            }
            return;
        }
        if let Some(features) = gates::of(&item.attrs) {
            let key = match is_public(&item.vis) {
                true => path(module, &item.ident.to_string()),
                false => format!("{} (operations)", module.join("::")),
            };
            self.surface.gates.insert(key, features);
        }
    }

    /// Puts together what the file says in several places, and adds it.
    pub(super) fn join(mut self, all: &mut Surface) {
        for (name, function) in &mut self.surface.functions {
            let constant = name.rsplit("::").next().unwrap_or(name).to_uppercase() + "_PERMISSIONS";
            let source = self.same.get(&constant).unwrap_or(&constant);
            function.permissions = self.texts.get(source).cloned();
            if let Some(call) = self.routes.get(name) {
                let template = self.texts.get(&call.path).map_or("", String::as_str);
                function.route = format!("{} {template}{}", call.method, call.behind);
            }
        }
        for (name, type_) in &mut self.surface.types {
            let Some(table) = self.tables.remove(name) else { continue };
            for (index, member) in type_.members.iter_mut().enumerate() {
                member.read_only = table.read_only.contains(&index);
                let wire =
                    if type_.is_enum { table.members.get(&member.name) } else { table.names.get(index) };
                if let Some(wire) = wire {
                    member.wire.clone_from(wire);
                }
            }
            type_.wire = table.name;
        }
        all.functions.append(&mut self.surface.functions);
        all.types.append(&mut self.surface.types);
        all.aliases.append(&mut self.surface.aliases);
        all.gates.append(&mut self.surface.gates);
    }
}
