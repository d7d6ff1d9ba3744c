//! What a type has from its bases: their properties, and their enums for its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::primitive::Primitive;
use crate::source::Span;

/// Lays the properties of each type's bases flat into it, behind its own.
pub(crate) fn inherit(types: &mut BTreeMap<QualifiedName, StructuredType>, diagnostics: &mut Diagnostics) {
    let bases: BTreeSet<&QualifiedName> = types.values().filter_map(|type_| type_.base.as_ref()).collect();
    let bases: BTreeMap<QualifiedName, (Option<QualifiedName>, Vec<Property>)> = bases
        .into_iter()
        .filter_map(|name| types.get(name))
        .map(|type_| (type_.name.clone(), (type_.base.clone(), type_.properties.clone())))
        .collect();
    for derived in types.values_mut() {
        let own = derived.properties.len();
        let mut known: BTreeSet<String> =
            derived.properties.iter().map(|property| property.name.clone()).collect();
        let mut seen = BTreeSet::from([derived.name.clone()]);
        let mut next = derived.base.clone();
        while let Some(base) = next {
            let is_new = seen.insert(base.clone());
            if !is_new || seen.len() > limits::BASES {
                let (code, why) = match is_new {
                    false => (Code::ConflictingType, "inherits from itself".to_owned()),
                    true => (Code::OverLimit, format!("extends more than {} types", limits::BASES)),
                };
                report_base(derived, code, &why, diagnostics);
                derived.base = None;
                break;
            }
            let Some((further, properties)) = bases.get(&base) else { break };
            take_enums(derived, own, properties, diagnostics);
            let new = properties.iter().filter(|property| known.insert(property.name.clone()));
            // One more than there may be tells that there are too many.
            let room = own + limits::INHERITED + 1 - derived.properties.len();
            derived.properties.extend(new.take(room).cloned());
            if derived.properties.len() > own + limits::INHERITED {
                derived.properties.truncate(own + limits::INHERITED);
                report_rest(derived, diagnostics);
                break;
            }
            next = further.clone();
        }
    }
}

/// Gives a type's properties, the `own` ones and those of nearer bases, the enums that a base has for them, where their pages call
/// these texts.
fn take_enums(derived: &mut StructuredType, own: usize, of_base: &[Property], diagnostics: &mut Diagnostics) {
    let enums = of_base.iter().filter(|property| matches!(property.type_.element(), Type::Enum(_)));
    let enums: BTreeMap<&str, &Type> =
        enums.map(|property| (property.name.as_str(), &property.type_)).collect();
    for (at, property) in derived.properties.iter_mut().enumerate() {
        let Some(type_) = enums.get(property.name.as_str()) else { continue };
        let text = Type::Primitive(Primitive::String);
        if property.type_ != text || type_.element() != *type_ {
            continue;
        }
        property.type_ = (*type_).clone();
        // What is a base's is reported there.
        if at < own {
            let message = format!(
                "the table says that `{}` is a string, but the base of `{}` has an enum for it; the crate uses the enum",
                property.name, derived.name
            );
            diagnostics.report(Code::EnumByValues, property.span, message);
        }
    }
}

/// Reports that a type inherits too much.
pub(super) fn report_rest(derived: &StructuredType, diagnostics: &mut Diagnostics) {
    let why = format!("inherits more than {} properties; the rest is missing", limits::INHERITED);
    report_base(derived, Code::OverLimit, &why, diagnostics);
}

fn report_base(derived: &StructuredType, code: Code, why: &str, diagnostics: &mut Diagnostics) {
    let row = derived.properties.first().map(|property| property.span);
    let page = derived.description.pages.first().map(|page| Span::top(*page));
    if let Some(span) = row.or(page) {
        diagnostics.report(code, span, format!("`{}` {why}", derived.name));
    }
}
