//! Bodies of another type than their operation's. That type knows none of their properties, so a program would get an
//! empty object.

use super::mismatch::Mismatch;
use crate::diagnostic::Code;
use crate::json::{Kind, Member, Value};
use crate::model::{Derived, QualifiedName, Type};
use crate::resolve::operations::fit::is_envelope;
use crate::type_check;

/// The mismatch of a body of which its type does not know a single property. The elements of a list count together.
pub(super) fn found(types: &Derived<'_>, type_: &Type, value: &Value) -> Option<Mismatch> {
    let Type::Structured(name) = type_.element() else { return None };
    let known = |value: &Value| type_check::knows_any(types, name, value);
    // To an open type any property may be added.
    let is_open = types.model.structured.get(name).is_some_and(|type_| type_.open && type_.owner.is_none());
    let strange = |value: &Value| !is_open && has_properties(value) && known(value) == Some(false);
    let message = match (type_, &value.kind) {
        (Type::Structured(_), Kind::Object(_)) if is_list(value) && known(value) == Some(false) => {
            format!("the example shows a list; the operation answers with one `{name}`")
        }
        (Type::Structured(_), Kind::Object(members))
            if known(value) == Some(false) && is_wrapped(types, name, members) =>
        {
            format!(
                "the example has an object around `{name}`; the body is `{name}` itself, so the crate leaves the outer object out"
            )
        }
        (Type::Structured(_), Kind::Object(_)) if strange(value) => {
            format!("the example has none of the properties of `{name}`, which is the type of this body")
        }
        (Type::Collection(_), Kind::Array(elements)) => {
            let mut objects = elements.iter().filter(|element| has_properties(element)).peekable();
            objects.peek()?;
            if !objects.all(strange) {
                return None;
            }
            format!(
                "the example's elements have none of the properties of `{name}`, which is the type of this list"
            )
        }
        _ => return None,
    };
    Some(Mismatch { code: Code::ExampleOfAnotherType, span: value.span, message, is_text: false })
}

/// Whether the only member of an object has the type's name, and is one.
fn is_wrapped(types: &Derived<'_>, name: &QualifiedName, members: &[Member]) -> bool {
    let mut own = members.iter().filter(|member| !member.name.value.contains('@'));
    let (Some(only), None) = (own.next(), own.next()) else { return false };
    only.name.value.eq_ignore_ascii_case(&name.name)
        && type_check::knows_any(types, name, &only.value) == Some(true)
}

/// Whether an object has anything but annotations.
fn has_properties(value: &Value) -> bool {
    match &value.kind {
        Kind::Object(members) => members.iter().any(|member| !member.name.value.contains('@')),
        _ => false,
    }
}

fn is_list(value: &Value) -> bool {
    is_envelope(value) && value.get("value").is_some_and(|inner| matches!(inner.kind, Kind::Array(_)))
}
