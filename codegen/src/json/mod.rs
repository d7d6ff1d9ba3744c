//! Example bodies: JSON read with places, strictly first and then with the tolerances that pages need.

mod mend;
mod reader;
mod repair;
mod scanner;
mod unquoted;
mod writer;

#[cfg(test)]
mod tests;

pub(crate) use mend::first_end;
pub(crate) use unquoted::is_in_name;

use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Excerpt, Span, Spanned};
use repair::Comments;

/// A JSON value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// The kinds of JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    /// A number, digit for digit.
    Number(Box<str>),
    String(Box<str>),
    Array(Box<[Value]>),
    /// Members in documented order.
    Object(Box<[Member]>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: Spanned<String>,
    pub(crate) value: Value,
}

/// Reads a text that should be one JSON value.
///
/// What is not strict JSON is repaired where there is one meaning only, and reported as one note for the whole text;
/// everything else is reported where the reading stopped, and gives nothing.
pub(crate) fn read(excerpt: &Excerpt, diagnostics: &mut Diagnostics) -> Option<Value> {
    read_with(excerpt, Comments::Repaired, diagnostics)
}

/// The same for an annotation, which may have comments.
pub(crate) fn read_annotation(excerpt: &Excerpt, diagnostics: &mut Diagnostics) -> Option<Value> {
    read_with(excerpt, Comments::Fine, diagnostics)
}

fn read_with(excerpt: &Excerpt, comments: Comments, diagnostics: &mut Diagnostics) -> Option<Value> {
    let reading = reader::read(excerpt);
    match reading.result {
        Ok(value) => {
            if let Some((span, message)) = reading.repairs.summary(excerpt, comments) {
                diagnostics.report(Code::RepairedJson, span, message).with_fix(mend::repairs(
                    excerpt,
                    &reading.repairs,
                    &value,
                ));
            }
            for (later, earlier, name) in reading.duplicates {
                let message = format!("the object has the member `{name}` twice; the last one counts");
                let related = vec![(earlier, "first here".to_owned())];
                diagnostics.report_with(Code::DuplicateMember, later, message, related);
            }
            Some(value)
        }
        Err(failure) => {
            let span = excerpt.span(failure.at..failure.end);
            let fix = mend::slip(excerpt, failure.at);
            let message = format!("the JSON cannot be read: {}", failure.message);
            diagnostics.report(Code::UnreadableJson, span, message).with_fix(fix);
            None
        }
    }
}

/// Whether a text is the inside of an object: `"name": "value"`.
pub(crate) fn is_fragment(excerpt: &Excerpt) -> bool {
    let text = excerpt.text.trim();
    let object = format!("{{{text}}}");
    text.starts_with('"') && reader::read(&Excerpt::whole(&object, excerpt.file, 0)).result.is_ok()
}

impl Value {
    /// The value of an object's member.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.iter().find(|member| member.name.value == name).map(|member| &member.value)
    }

    /// The members, if this is an object.
    pub(crate) fn as_object(&self) -> Option<&[Member]> {
        match &self.kind {
            Kind::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The elements, if this is an array.
    pub(crate) fn as_array(&self) -> Option<&[Value]> {
        match &self.kind {
            Kind::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The text, if this is a string.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, if this is one.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self.kind {
            Kind::Bool(value) => Some(value),
            _ => None,
        }
    }
}
