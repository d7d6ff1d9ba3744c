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
//! A named argument that is left out vanishes from its call with its comma; of a call without arguments only the name stays.
//!
//! Whatever it is, everything in it but RFC 3986's unreserved characters is percent-encoded. `.` and `..` cannot be
//! segments: URL libraries resolve them, even if they are encoded.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Argument;
use super::argument::Value;
use crate::support::{ArgumentError, Reason};

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
pub(super) fn fill<'a>(
    template: &'static str,
    arguments: &mut dyn Iterator<Item = Argument<'a>>,
) -> Result<String, ArgumentError> {
    let mut path = String::with_capacity(2 * template.len());
    let mut count = 0;
    let mut left_out = false;
    let mut rest = template;
    while let Some((literal, parameter, behind)) = next_parameter(rest) {
        let place = Place::of(&template[..template.len() - rest.len() + literal.len()], parameter);
        let literal = if left_out { close_gap(&mut path, literal) } else { literal };
        let problem = |reason| ArgumentError::new(&format!("{{{parameter}}}"), template, reason);
        let argument = arguments.next().ok_or_else(|| problem(Reason::Missing))?;
        left_out = argument.0 == Value::Absent;
        if left_out && !matches!(place, Place::Quoted | Place::Literal) {
            return Err(problem(Reason::Missing));
        }
        // The name of an argument goes with it.
        let end = if left_out { literal.rfind(['(', ',']).map_or(0, |at| at + 1) } else { literal.len() };
        path.extend(utf8_percent_encode(&literal[..end], LITERAL));
        write(&mut path, argument, place).map_err(problem)?;
        count += 1;
        rest = behind;
    }
    let literal = if left_out { close_gap(&mut path, rest) } else { rest };
    path.extend(utf8_percent_encode(literal, LITERAL));
    match arguments.next() {
        None => Ok(path),
        Some(_) => Err(ArgumentError::new(&format!("argument {}", count + 1), template, Reason::Surplus)),
    }
}

/// The text behind an argument that was left out, without what would then stand between nothing and the next one.
fn close_gap<'t>(path: &mut String, behind: &'t str) -> &'t str {
    let behind = behind.strip_prefix('\'').unwrap_or(behind);
    match (behind.strip_prefix(','), behind.strip_prefix(')')) {
        (Some(next), _) => next.trim_start(),
        (_, Some(end)) if path.ends_with('(') => {
            path.pop();
            end
        }
        _ => {
            path.truncate(path.trim_end_matches(',').len());
            behind
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

fn write(path: &mut String, argument: Argument<'_>, place: Place) -> Result<(), Reason> {
    let text = match (place, argument.0) {
        (_, Value::Absent) => return Ok(()),
        // An empty string is a value in quotes, and a mistake everywhere else.
        (place, Value::Text("")) if place != Place::Quoted => return Err(Reason::Empty),
        (Place::Literal, argument) => Argument(argument).into_literal(),
        (_, argument) => Argument(argument).into_text(),
    };
    let text = text.unwrap_or_default();
    match place {
        Place::Segment => write_segment(path, &text)?,
        Place::Segments => {
            for (index, segment) in text.split('/').enumerate() {
                if index > 0 {
                    path.push('/');
                }
                write_segment(path, segment)?;
            }
        }
        Place::Quoted => path.extend(utf8_percent_encode(&text.replace('\'', "''"), ARGUMENT)),
        Place::Literal => path.extend(utf8_percent_encode(&text, ARGUMENT)),
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
