//! Enums that nothing in the crate uses, which suggests that a property or a parameter of that type was not recognised.

use std::collections::{BTreeMap, BTreeSet};

use super::declarations::{Declarations, DeclaredKind};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{ApiModel, QualifiedName};
use crate::source::{FileId, Span};

/// Names each enum that is the type of nothing: neither a property nor an argument, body or answer. Those of a page share
/// one finding.
pub(crate) fn report(model: &ApiModel, declarations: &Declarations<'_>, diagnostics: &mut Diagnostics) {
    let properties = model.structured.values().flat_map(|type_| type_.needs());
    let operations =
        model.operations.values().flat_map(|operation| operation.needs().chain(operation.takes()));
    let used: BTreeSet<&QualifiedName> = properties.chain(operations).collect();
    let mut of_page: BTreeMap<FileId, Vec<(String, Span)>> = BTreeMap::new();
    for name in model.enums.keys().filter(|name| !used.contains(name)) {
        let declared = declarations.get(name).map(|declared| &declared.kind);
        if let Some(DeclaredKind::Enum(places)) = declared
            && let Some((_, table)) = places.first()
        {
            let place = table.name.span;
            of_page.entry(place.file).or_default().push((format!("`{name}`"), place));
        }
    }
    for mut enums in of_page.into_values() {
        enums.sort_by_key(|(_, place)| *place);
        let names: Vec<&str> = enums.iter().map(|(name, _)| name.as_str()).collect();
        let message = match names.as_slice() {
            [only] => {
                format!(
                    "no property and no parameter has the enum {only} as its type; one of them probably should"
                )
            }
            names => format!(
                "no property and no parameter has one of these enums as its type: {}",
                names.join(", ")
            ),
        };
        let Some(((_, first), others)) = enums.split_first() else { continue };
        let related = others.iter().map(|(_, place)| (*place, "this one is unused too".to_owned())).collect();
        diagnostics.report_with(Code::UnusedEnum, *first, message, related);
    }
}
