//! Types from a JSON representation: a skeleton whose values are words for types.

use super::lookup::Lookup;
use crate::json::{Kind, Value};
use crate::model::Type;
use crate::page::Page;
use crate::primitive::Primitive;

/// The type that a member of a representation stands for: `"String (identifier)"`, `1024`,
/// `[{"@odata.type": "microsoft.graph.recipient"}]`.
pub(crate) fn type_of(lookup: &Lookup<'_>, page: &Page, name: &str, value: &Value) -> Option<Type> {
    Some(match &value.kind {
        Kind::Null => return None,
        Kind::Bool(_) => Type::Primitive(Primitive::Boolean),
        Kind::Number(text) => Type::Primitive(number(name, text)),
        Kind::String(text) => word(lookup, page, text)?,
        Kind::Array(elements) => match elements.first() {
            Some(element) => type_of(lookup, page, name, element)?.collection(),
            None => return None,
        },
        Kind::Object(members) => {
            let named = members.iter().find(|member| member.name.value == "@odata.type");
            match named.map(|member| &member.value.kind) {
                Some(Kind::String(name)) => lookup.named(page, name)?,
                _ => return None,
            }
        }
    })
}

/// A whole number as a sample may stand for a fraction, where the name says that it is a share of something.
fn number(name: &str, text: &str) -> Primitive {
    let name = name.to_ascii_lowercase();
    if ["percent", "percentage", "ratio", "rate"].iter().any(|word| name.ends_with(word)) {
        return Primitive::Double;
    }
    match text.parse::<i64>() {
        Ok(value) if i32::try_from(value).is_ok() => Primitive::Int32,
        Ok(_) => Primitive::Int64,
        Err(_) => Primitive::Double,
    }
}

/// A word for a type, with what stands behind it in parentheses.
fn word(lookup: &Lookup<'_>, page: &Page, text: &str) -> Option<Type> {
    let text = text.trim();
    if let Some(inner) = strip_collection(text) {
        return word(lookup, page, inner).map(Type::collection);
    }
    if let Some((word, note)) = text.split_once('(') {
        let noted = noted(note.trim_end_matches([')', ' ']));
        return noted.or_else(|| Primitive::from_word(word)).map(Type::Primitive);
    }
    lookup.named(page, text)
}

/// The type that a note in parentheses tells: `timestamp`, `time of day`, `ISO 8601 duration`.
fn noted(note: &str) -> Option<Primitive> {
    let squeezed: String = note.split_whitespace().collect();
    let last = note.split_whitespace().last().unwrap_or_default();
    Primitive::from_word(&squeezed).or_else(|| Primitive::from_word(last))
}

fn strip_collection(text: &str) -> Option<&str> {
    let head = text.get(..11).filter(|head| head.eq_ignore_ascii_case("collection("))?;
    text[head.len()..].strip_suffix(')')
}
