//! What an item of the crate rests on.

mod of_operation;
mod of_type;

pub(crate) use of_operation::find as operation;

use crate::api::Api;
use crate::diagnostic::Diagnostic;
use crate::model::{EnumType, QualifiedName, StructuredType};
use crate::resolve::Clue;
use crate::source::Span;

/// An item, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What the item is in the crate.
    pub item: String,
    /// The evidence, in the order in which it is weighed.
    pub reasons: Vec<Reason>,
    /// The findings about it.
    pub findings: Vec<Diagnostic>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// One sentence without a full stop.
    pub text: String,
    /// Where it stands, if it is on a page.
    pub span: Option<Span>,
}

impl Reason {
    fn new(text: impl Into<String>, span: impl Into<Option<Span>>) -> Self {
        Reason { text: text.into(), span: span.into() }
    }
}

/// The answer to a question, or suggestions.
pub(crate) fn answer(api: &Api, trail: &[Clue], question: &str) -> Result<Why, String> {
    if question.trim().contains(char::is_whitespace) {
        return of_operation::why(api, trail, question);
    }
    match (find(api, question), question.rsplit_once('.')) {
        (Some(Item::Structured(type_)), _) => Ok(of_type::structured(api, type_)),
        (Some(Item::Enum(enum_)), _) => Ok(of_type::enumeration(api, enum_)),
        (None, Some((type_, property))) => match find(api, type_) {
            Some(Item::Structured(type_)) => of_type::property(api, type_, property),
            Some(Item::Enum(enum_)) => Ok(of_type::enumeration(api, enum_)),
            None => Err(of_type::nothing(api, type_)),
        },
        (None, None) => Err(of_type::nothing(api, question)),
    }
}

enum Item<'a> {
    Structured(&'a StructuredType),
    Enum(&'a EnumType),
}

/// The type of a name, qualified or not, in any case of its letters.
fn find<'a>(api: &'a Api, name: &str) -> Option<Item<'a>> {
    let fits = |known: &QualifiedName| known.is_written(name) || known.name.eq_ignore_ascii_case(name);
    let structured = api.model.structured.values().find(|it| fits(&it.name));
    let enums = || api.model.enums.values().find(|it| fits(&it.name));
    structured.map(Item::Structured).or_else(|| enums().map(Item::Enum))
}

/// The findings at one of these places.
fn findings_at(api: &Api, places: &[Span]) -> Vec<Diagnostic> {
    let overlaps = |span: &Span| {
        places
            .iter()
            .any(|place| place.file == span.file && place.start() < span.end() && span.start() < place.end())
    };
    let is_there =
        |found: &&Diagnostic| overlaps(&found.span) || found.related.iter().any(|(span, _)| overlaps(span));
    api.diagnostics.iter().filter(is_there).cloned().collect()
}
