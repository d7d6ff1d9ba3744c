//! The names of what a type holds, which has a scope of its own.

use super::ident::{Ident, camel, snake};
use crate::case::UsedNames;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{EnumType, StructuredType};

/// The field of every struct that keeps properties unknown to its type.
pub(super) const EXTRA: &str = "extra";

/// The variant of every enum that keeps values unknown to its type.
pub(super) const UNLISTED: &str = "Unlisted";

/// The fields of a struct.
pub(super) fn fields(type_: &StructuredType, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let mut taken: UsedNames = [EXTRA].into_iter().collect();
    let mut fields = Vec::new();
    for property in &type_.properties {
        let wanted = snake(&property.name);
        let field = wanted.clone().unique(&mut taken);
        if field != wanted {
            let message =
                format!("property `{}` would be the field `{wanted}` twice; it is `{field}`", property.name);
            diagnostics.report(Code::NameCollision, property.span, message);
        }
        fields.push(field);
    }
    fields
}

/// The variants of an enum.
pub(super) fn variants(type_: &EnumType, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let mut taken: UsedNames = [UNLISTED].into_iter().collect();
    let mut variants = Vec::new();
    for member in &type_.members {
        let wanted = camel(&member.name);
        let variant = wanted.clone().unique(&mut taken);
        if variant != wanted {
            let message =
                format!("member `{}` would be the variant `{wanted}` twice; it is `{variant}`", member.name);
            diagnostics.report(Code::NameCollision, member.description.span, message);
        }
        variants.push(variant);
    }
    variants
}
