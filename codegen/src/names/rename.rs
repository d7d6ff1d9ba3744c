//! Names that a user chose.

use super::assign::path_constant;
use super::ident::{Ident, camel, snake, type_name};
use super::{ItemName, Names, members};
use crate::correction::{Change, Correction, Stale};
use crate::model::{ApiModel, OperationKey, QualifiedName};
use crate::source::PageId;

/// One item that a user may name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    Type(QualifiedName),
    Field(QualifiedName, usize),
    Variant(QualifiedName, usize),
    Function(OperationKey),
    /// The name that another page gives an operation.
    Alias(OperationKey, PageId),
}

impl Names {
    /// Gives items the names that a user chose. All paths (`module::Item`, `module::Type::field`) are those before any
    /// renaming.
    pub(crate) fn rename(&mut self, model: &ApiModel, corrections: &[Correction]) -> Result<(), Stale> {
        let renames = corrections.iter().filter_map(|correction| match &correction.change {
            Change::Rename { item, to } => Some((correction, item.as_str(), to.as_str())),
            _ => None,
        });
        let mut chosen: Vec<(&Correction, Item, Ident)> = Vec::new();
        for (correction, path, to) in renames {
            let item = self.find(path, to).map_err(|why| correction.stale(why))?;
            let to = fitting(&item, to).map_err(|why| correction.stale(why))?;
            if chosen.iter().any(|(_, known, _)| *known == item) {
                return Err(correction.stale(format!("`{path}` is renamed twice")));
            }
            chosen.push((correction, item, to));
        }
        for (_, item, to) in &chosen {
            self.set(item, to);
        }
        for (correction, item, to) in &chosen {
            if self.is_twice(item, to) {
                return Err(correction.stale(format!("the name `{to}` is taken there")));
            }
        }
        self.name_bodies(model);
        Ok(())
    }

    fn find(&self, path: &str, to: &str) -> Result<Item, String> {
        if path.rsplit("::").next() == Some(to) {
            return Err(format!("`{path}` has that name already: remove the entry"));
        }
        let renamed = path.rsplit_once("::").map(|(before, _)| format!("{before}::{to}"));
        self.item(path).ok_or_else(|| match renamed.filter(|renamed| self.item(renamed).is_some()) {
            Some(renamed) => format!("the crate has no `{path}`; it now has `{renamed}`"),
            None => format!("the crate has no type, field, variant or function `{path}`"),
        })
    }

    fn item(&self, path: &str) -> Option<Item> {
        let is = |name: &ItemName| name.path() == path;
        let type_ =
            |path: &str| self.types.iter().find(|(_, name)| name.path() == path).map(|(name, _)| name);
        if let Some(name) = type_(path) {
            return Some(Item::Type(name.clone()));
        }
        for (key, operation) in &self.operations {
            if is(&operation.function) {
                return Some(Item::Function(key.clone()));
            }
            if let Some(alias) = operation.aliases.iter().find(|alias| is(&alias.function)) {
                return Some(Item::Alias(key.clone(), alias.page));
            }
        }
        let (owner, part) = path.rsplit_once("::")?;
        let owner = type_(owner)?;
        let position = |names: &[Ident]| names.iter().position(|name| **name == *part);
        let field = position(self.fields(owner)).map(|at| Item::Field(owner.clone(), at));
        field.or_else(|| position(self.variants(owner)).map(|at| Item::Variant(owner.clone(), at)))
    }

    fn set(&mut self, item: &Item, to: &Ident) {
        let set_part = |names: Option<&mut Vec<Ident>>, at: &usize| {
            if let Some(name) = names.and_then(|names| names.get_mut(*at)) {
                *name = to.clone();
            }
        };
        match item {
            Item::Type(name) => {
                if let Some(name) = self.types.get_mut(name) {
                    name.ident = to.clone();
                }
            }
            Item::Field(owner, at) => set_part(self.fields.get_mut(owner), at),
            Item::Variant(owner, at) => set_part(self.variants.get_mut(owner), at),
            Item::Function(key) => {
                if let Some(operation) = self.operations.get_mut(key) {
                    operation.function.ident = to.clone();
                    operation.constant = path_constant(to);
                }
            }
            Item::Alias(key, page) => {
                let aliases = self.operations.get_mut(key).map(|operation| &mut operation.aliases);
                if let Some(alias) = aliases.into_iter().flatten().find(|alias| alias.page == *page) {
                    alias.function.ident = to.clone();
                    alias.constant = path_constant(to);
                }
            }
        }
    }

    /// Whether another item beside this one has its name.
    fn is_twice(&self, item: &Item, to: &Ident) -> bool {
        let count = |names: &[Ident]| names.iter().filter(|name| *name == to).count();
        let name = match item {
            Item::Field(owner, _) => return count(self.fields(owner)) > 1 || **to == *members::EXTRA,
            Item::Variant(owner, _) => return count(self.variants(owner)) > 1 || **to == *members::UNLISTED,
            Item::Type(name) => self.types.get(name),
            Item::Function(key) => self.operation(key).map(|operation| &operation.function),
            Item::Alias(key, page) => self.operation(key).and_then(|operation| {
                let alias = operation.aliases.iter().find(|alias| alias.page == *page)?;
                Some(&alias.function)
            }),
        };
        let functions = self.operations.values().flat_map(|operation| {
            std::iter::once(&operation.function).chain(operation.aliases.iter().map(|alias| &alias.function))
        });
        self.types.values().chain(functions).filter(|known| Some(*known) == name).count() > 1
    }

    /// Names the bodies' parameters again: they follow the types.
    fn name_bodies(&mut self, model: &ApiModel) {
        for (key, operation) in &model.operations {
            let Some(names) = self.operation(key) else { continue };
            let body = self.body(&operation.request, &names.parameters);
            if let Some(names) = self.operations.get_mut(key) {
                names.body = body;
            }
        }
    }
}

impl ItemName {
    /// The path below the crate's root.
    pub(crate) fn path(&self) -> String {
        format!("{}::{}", self.module.join("::"), self.ident)
    }
}

/// Whether Rust takes the name for an item of this kind without complaint; suggests one if not.
fn fitting(item: &Item, to: &str) -> Result<Ident, String> {
    let near = match item {
        Item::Type(_) => type_name(to),
        Item::Variant(..) => camel(to),
        Item::Field(..) | Item::Function(_) | Item::Alias(..) => snake(to),
    };
    let message = format!("`{to}` is not a valid Rust name for this item: write `{near}`");
    Ident::chosen(to, near).ok_or(message)
}
