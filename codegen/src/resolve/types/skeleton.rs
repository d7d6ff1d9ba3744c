//! Types from a JSON representation: a skeleton whose values are words for types, or samples of values.

use super::lookup::Lookup;
use crate::json::{Kind, Value};
use crate::model::Type;
use crate::page::Page;
use crate::primitive::Primitive;

/// The type that a member of a representation stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SkeletonType {
    /// A type that it names, or that its JSON has: `"String (identifier)"`, `1024`,
    /// `[{"@odata.type": "microsoft.graph.recipient"}]`.
    Named(Type),
    /// A sample, of this type where nothing else tells: `"user"` may be a text just as well as the name of a type. It
    /// does not contradict other evidence.
    Sample(Type),
}

impl SkeletonType {
    pub(crate) fn into_type(self) -> Type {
        match self {
            SkeletonType::Named(type_) | SkeletonType::Sample(type_) => type_,
        }
    }

    fn collection(self) -> SkeletonType {
        match self {
            SkeletonType::Named(type_) => SkeletonType::Named(type_.collection()),
            SkeletonType::Sample(type_) => SkeletonType::Sample(type_.collection()),
        }
    }
}

/// What the member `name` of a representation stands for.
pub(crate) fn of_value(lookup: &Lookup<'_>, page: &Page, name: &str, value: &Value) -> Option<SkeletonType> {
    Some(match &value.kind {
        Kind::Null => return None,
        Kind::Bool(_) => SkeletonType::Named(Type::Primitive(Primitive::Boolean)),
        Kind::Number(text) => SkeletonType::Named(Type::Primitive(number(name, text))),
        Kind::String(text) => word(lookup, page, name, text),
        Kind::Array(elements) => of_value(lookup, page, name, elements.first()?)?.collection(),
        Kind::Object(members) => {
            let named = members
                .iter()
                .find(|member| member.name.value == "@odata.type" || member.name.value == "@type");
            match named.map(|member| &member.value.kind) {
                Some(Kind::String(name)) => SkeletonType::Named(lookup.named(page, name)?),
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

/// A word for a type, with what stands behind it in parentheses, or a sample.
fn word(lookup: &Lookup<'_>, page: &Page, name: &str, text: &str) -> SkeletonType {
    let text = text.trim();
    if let Some(inner) = strip_collection(text) {
        return word(lookup, page, name, inner).collection();
    }
    if let Some((word, note)) = text.split_once('(') {
        return in_parentheses(word, note.trim_end_matches([')', ' ']));
    }
    let qualified = text.contains('.').then(|| lookup.named(page, text)).flatten();
    if let Some(type_) = qualified {
        return SkeletonType::Named(type_);
    }
    match Primitive::from_word(text) {
        Some(primitive) if is_plain_word(text) => SkeletonType::Sample(Type::Primitive(spoken(primitive))),
        Some(primitive) => SkeletonType::Named(Type::Primitive(primitive)),
        None => sample(lookup, page, name, text),
    }
}

/// A text that does not name a primitive type. What is written like a name may be the name of a type.
fn sample(lookup: &Lookup<'_>, page: &Page, name: &str, text: &str) -> SkeletonType {
    let is_name = text.chars().all(char::is_alphanumeric) && text.chars().skip(1).any(char::is_uppercase);
    SkeletonType::Sample(match lookup.named(page, text) {
        Some(type_ @ Type::Enum(_)) if is_name || text.eq_ignore_ascii_case(name) => type_,
        _ if is_name => Type::Primitive(Primitive::Untyped),
        _ => Type::Primitive(Primitive::String),
    })
}

/// `String (identifier)`, `String (timestamp)`. A number in a text may be either.
fn in_parentheses(word: &str, note: &str) -> SkeletonType {
    let (word, noted) = (Primitive::from_word(word), noted(note));
    match (word, noted) {
        (Some(Primitive::String), Some(noted)) if !is_text(noted) => {
            SkeletonType::Sample(Type::Primitive(Primitive::Untyped))
        }
        (_, Some(type_)) | (Some(type_), None) => SkeletonType::Named(Type::Primitive(type_)),
        (None, None) => SkeletonType::Sample(Type::Primitive(Primitive::String)),
    }
}

/// Whether JSON has values of this type as strings.
fn is_text(primitive: Primitive) -> bool {
    use Primitive::{Binary, Date, DateTimeOffset, Duration, Guid, String, TimeOfDay};
    matches!(primitive, String | Guid | Date | DateTimeOffset | TimeOfDay | Duration | Binary)
}

/// Words for types that are words of the language too: a kind of underline may be `Single`.
fn is_plain_word(text: &str) -> bool {
    const WORDS: [&str; 14] = [
        "single", "double", "float", "long", "byte", "number", "numeric", "date", "time", "duration", "text",
        "binary", "stream", "object",
    ];
    WORDS.contains(&text.to_ascii_lowercase().as_str())
}

/// The type of a sample that is such a word: a text.
fn spoken(primitive: Primitive) -> Primitive {
    if is_text(primitive) { primitive } else { Primitive::Untyped }
}

/// The type that a note in parentheses names: `timestamp`, `time of day`, `ISO 8601 duration`.
fn noted(note: &str) -> Option<Primitive> {
    let squeezed: String = note.split_whitespace().collect();
    let last = note.split_whitespace().last().unwrap_or_default();
    Primitive::from_word(&squeezed).or_else(|| Primitive::from_word(last))
}

fn strip_collection(text: &str) -> Option<&str> {
    let head = text.get(..11).filter(|head| head.eq_ignore_ascii_case("collection("))?;
    text[head.len()..].strip_suffix(')')
}
