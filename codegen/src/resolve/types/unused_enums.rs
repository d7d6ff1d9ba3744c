//! Enums that nothing in the crate has: a sign that a property or a parameter of that type was not recognised.

use std::collections::BTreeSet;

use super::declare::{Declarations, DeclaredKind};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Model, QualifiedName};

/// Names each enum that no property, no argument, no body and no answer has.
pub(crate) fn report(model: &Model, declarations: &Declarations<'_>, diagnostics: &mut Diagnostics) {
    let properties = model.structured.values().flat_map(|type_| type_.needs());
    let operations =
        model.operations.values().flat_map(|operation| operation.needs().chain(operation.takes()));
    let used: BTreeSet<&QualifiedName> = properties.chain(operations).collect();
    for name in model.enums.keys().filter(|name| !used.contains(name)) {
        let declared = declarations.get(name).map(|declared| &declared.kind);
        if let Some(DeclaredKind::Enum(places)) = declared
            && let Some((_, table)) = places.first()
        {
            let message = format!(
                "no property and no parameter has the enum `{name}` as its type; one of them probably should"
            );
            diagnostics.report(Code::UnusedEnum, table.name.span, message);
        }
    }
}
