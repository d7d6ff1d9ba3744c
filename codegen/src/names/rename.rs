//! Names that a user chose.

use super::{ItemName, Names};
use crate::model::Model;

impl Names {
    /// Gives the item at a path (`module::Item`, `module::Type::field`) another name; says why it cannot.
    pub(crate) fn rename(&mut self, model: &Model, item: &str, to: &str) -> Result<(), String> {
        if is_identifier(to) {
            return self
                .rename_item(item, to)
                .or_else(|| self.rename_field(model, item, to))
                .unwrap_or_else(|| Err(format!("the crate has no item `{item}`")));
        }
        Err(format!("`{to}` is no name"))
    }

    /// A type or a function.
    fn rename_item(&mut self, item: &str, to: &str) -> Option<Result<(), String>> {
        let taken = format!("{}::{to}", item.rsplit_once("::")?.0);
        let all = self.types.values().chain(self.operations.iter().map(|operation| &operation.function));
        if all.clone().any(|name| path(name) == taken) && all.clone().any(|name| path(name) == item) {
            return Some(Err(format!("`{taken}` is taken")));
        }
        if let Some(name) = self.types.values_mut().find(|name| path(name) == item) {
            name.ident = to.to_owned();
            return Some(Ok(()));
        }
        let operation = self.operations.iter_mut().find(|operation| path(&operation.function) == item)?;
        operation.function.ident = to.to_owned();
        operation.constant = format!("{}_PATH", to.to_uppercase());
        Some(Ok(()))
    }

    fn rename_field(&mut self, model: &Model, item: &str, to: &str) -> Option<Result<(), String>> {
        let (owner, field) = item.rsplit_once("::")?;
        let type_ = model
            .structured
            .iter()
            .find(|type_| self.types.get(&type_.name).is_some_and(|name| path(name) == owner))?;
        let fields = self.fields.get_mut(&type_.name)?;
        if fields.iter().any(|known| known == to) {
            return Some(Err(format!("`{owner}` has a field `{to}`")));
        }
        let known = fields.iter_mut().find(|known| *known == field)?;
        *known = to.to_owned();
        Some(Ok(()))
    }
}

fn path(name: &ItemName) -> String {
    format!("{}::{}", name.module.join("::"), name.ident)
}

/// Whether a text is a Rust identifier that is no keyword.
fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
        && !super::ident::is_taken(text)
}
