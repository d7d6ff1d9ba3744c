//! Path templates with their arguments put in.
//!
//! The place of an argument decides how it is written:
//!
//! | place | example | the argument is |
//! |---|---|---|
//! | a segment, or a part of one | `/users/{id}` | one segment |
//! | behind `:/`, or an ellipsis    | `/root:/{path}:/content` | several segments; its slashes stay |
//! | in single quotes | `/search(q='{text}')` | the inside of an OData string, quotes doubled |
//! | bare in parentheses | `/companies({id})`, `/range(from={x})` | an OData literal, or else a string, which gets quotes |
//!
//! Whatever it is, everything in it but RFC 3986's unreserved characters is percent-encoded. `.` and `..` cannot be
//! segments: URL libraries resolve them, even if they are encoded.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::support::scalar::Number;
use crate::support::{ArgumentError, Date, DateTime, Guid, Reason};

/// What is encoded in arguments: all but the unreserved characters.
pub(super) const ARGUMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is encoded in the template's own text: only what cannot stand in a path.
const LITERAL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Puts the arguments into a template, in order.
pub(super) fn fill(template: &'static str, arguments: &[&str]) -> Result<String, ArgumentError> {
    let mut path = String::with_capacity(template.len() + 40 * arguments.len());
    let mut arguments = arguments.iter().enumerate();
    let mut rest = template;
    while let Some((literal, parameter, behind)) = next_parameter(rest) {
        path.extend(utf8_percent_encode(literal, LITERAL));
        let before = &template[..template.len() - rest.len() + literal.len()];
        let written = match arguments.next() {
            Some((_, argument)) => write(&mut path, argument, Place::of(before, parameter)),
            None => Err(Reason::Missing),
        };
        written.map_err(|reason| ArgumentError::new(&format!("{{{parameter}}}"), template, reason))?;
        rest = behind;
    }
    path.extend(utf8_percent_encode(rest, LITERAL));
    match arguments.next() {
        None => Ok(path),
        Some((index, _)) => {
            Err(ArgumentError::new(&format!("argument {}", index + 1), template, Reason::Surplus))
        }
    }
}

/// The text before the next parameter, the parameter's own, and the rest. An ellipsis is a parameter without braces.
fn next_parameter(text: &str) -> Option<(&str, &str, &str)> {
    let ellipsis = text.find(ELLIPSIS).filter(|at| text.find('{').is_none_or(|brace| *at < brace));
    if let Some(at) = ellipsis {
        return Some((&text[..at], ELLIPSIS, &text[at + ELLIPSIS.len()..]));
    }
    let (literal, rest) = text.split_once('{')?;
    let (parameter, behind) = rest.split_once('}')?;
    Some((literal, parameter, behind))
}

/// Stands for any number of segments.
const ELLIPSIS: &str = "...";

/// Where an argument stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Segment,
    Segments,
    Quoted,
    Literal,
}

impl Place {
    /// From the template's text before the parameter, and the parameter's own.
    fn of(before: &str, parameter: &str) -> Self {
        let outside = |text: &str, wanted: char| {
            text.split('\'').step_by(2).flat_map(|part| part.matches(wanted)).count()
        };
        if before.matches('\'').count() % 2 == 1 {
            Self::Quoted
        } else if before.ends_with(['(', '=', ',']) && outside(before, '(') > outside(before, ')') {
            Self::Literal
        } else if before.ends_with(":/") || parameter == ELLIPSIS {
            Self::Segments
        } else {
            Self::Segment
        }
    }
}

fn write(path: &mut String, argument: &str, place: Place) -> Result<(), Reason> {
    // An empty string is a value in quotes, and a mistake everywhere else.
    if argument.is_empty() && place != Place::Quoted {
        return Err(Reason::Empty);
    }
    match place {
        Place::Segment => write_segment(path, argument)?,
        Place::Segments => {
            for (index, segment) in argument.split('/').enumerate() {
                if index > 0 {
                    path.push('/');
                }
                write_segment(path, segment)?;
            }
        }
        Place::Quoted => path.extend(utf8_percent_encode(&argument.replace('\'', "''"), ARGUMENT)),
        Place::Literal if is_literal(argument) => path.extend(utf8_percent_encode(argument, ARGUMENT)),
        Place::Literal => {
            path.extend(utf8_percent_encode(&super::quoted(argument), ARGUMENT));
        }
    }
    Ok(())
}

fn write_segment(path: &mut String, segment: &str) -> Result<(), Reason> {
    match segment {
        "" => return Err(Reason::Empty),
        "." | ".." => return Err(Reason::Dots),
        _ => path.extend(utf8_percent_encode(segment, ARGUMENT)),
    }
    Ok(())
}

/// Whether a text is an OData literal as it stands: a number, a GUID, a date, a string in quotes, …
fn is_literal(text: &str) -> bool {
    let string = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    matches!(text, "true" | "false" | "null")
        || Number::parse(text).is_some()
        || Guid::matches(text)
        || Date::matches(text)
        || DateTime::matches(text)
        || string.is_some_and(|inside| !inside.replace("''", "").contains('\''))
}
