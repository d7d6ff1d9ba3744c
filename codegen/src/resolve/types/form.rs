//! The form of a type in JSON, in words.

use crate::model::Type;
use crate::primitive::Primitive;

/// The form of a list: `a list of strings`.
pub(crate) fn list_of(form: &str) -> String {
    format!("a list of {}s", form.trim_start_matches("an ").trim_start_matches("a "))
}

/// The form of a type in JSON; `None` if it may be anything.
pub(crate) fn form(type_: &Type) -> Option<String> {
    Some(match type_ {
        Type::Collection(element) => list_of(&form(element)?),
        Type::Structured(_) => "an object".to_owned(),
        Type::Enum(_) => "a string".to_owned(),
        Type::Primitive(primitive) => match primitive {
            Primitive::Boolean => "a Boolean",
            Primitive::Int32 | Primitive::Int64 | Primitive::Double | Primitive::Decimal => "a number",
            Primitive::Stream | Primitive::Untyped => return None,
            _ => "a string",
        }
        .to_owned(),
    })
}
