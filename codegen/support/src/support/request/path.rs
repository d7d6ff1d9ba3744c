//! Path templates with their arguments put in. Behind a question mark, a template has the query that belongs to each
//! call of it.
//!
//! The place of an argument decides how it is written:
//!
//! | place | example | the argument is |
//! |---|---|---|
//! | a segment, or a part of one | `/users/{id}` | one segment |
//! | behind `:/`, or an ellipsis    | `/root:/{path}:/content` | several segments; its slashes stay |
//! | in single quotes | `/search(q='{text}')` | the inside of an OData string, quotes doubled |
//! | bare in parentheses | `/companies({id})`, `/range(from={x})` | an OData literal, or else a string, which gets quotes |
//! | in the query, behind an operator | `?$filter=id eq {id}` | the same |
//! | elsewhere in the query | `?search={text}` | the text itself |
//!
//! A named argument that is left out vanishes from its call with its comma; of a call without arguments only the name stays.
//!
//! A key that begins with a dollar sign, which OData has a meaning for, is written in parentheses: `/users('$ada')`.
//!
//! Whatever it is, everything in it but RFC 3986's unreserved characters is percent-encoded. `.` and `..` cannot be
//! segments: URL libraries resolve them, even if they are encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Argument;
use super::argument::Value;
use super::link::ENCODED;
use crate::support::{ArgumentError, Reason};

/// What is encoded in arguments: all but the unreserved characters.
pub(super) const ARGUMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is encoded in the template's own text: only what cannot stand in a path.
const LITERAL: &AsciiSet = &ENCODED.add(b'?');

/// Puts the arguments into a template, in order: `call` stands behind its path. Gives the path and the query, which may be
/// empty.
pub(super) fn fill<'a>(
    template: &'static str,
    call: &'static str,
    arguments: &mut dyn Iterator<Item = Argument<'a>>,
) -> Result<(String, String), ArgumentError> {
    let (path, query) = split(template);
    let mut given = arguments.enumerate();
    let failed = |(parameter, reason): (&str, Reason)| {
        ArgumentError::new(&format!("{{{parameter}}}"), template, reason)
    };
    let mut path = put(path, &mut given, Place::of).map_err(failed)?;
    path.push_str(&put(call, &mut given, Place::of).map_err(failed)?);
    let query = put(query, &mut given, Place::in_query).map_err(failed)?;
    match given.next() {
        None => Ok((path, query)),
        Some((index, _)) => {
            Err(ArgumentError::new(&format!("argument {}", index + 1), template, Reason::Surplus))
        }
    }
}

/// A template's path, and what stands behind its question mark. A parameter's name may have one too.
fn split(template: &'static str) -> (&'static str, &'static str) {
    let mut braces = 0_usize;
    let mark = template.bytes().position(|byte| {
        match byte {
            b'{' => braces += 1,
            b'}' => braces = braces.saturating_sub(1),
            _ => {}
        }
        byte == b'?' && braces == 0
    });
    mark.map_or((template, ""), |mark| (&template[..mark], &template[mark + 1..]))
}

/// Puts arguments into a part of a template. The error names the parameter that an argument does not suit.
fn put<'a>(
    text: &'static str,
    arguments: &mut dyn Iterator<Item = (usize, Argument<'a>)>,
    place: fn(&str, &str) -> Place,
) -> Result<String, (&'static str, Reason)> {
    let mut filled = String::with_capacity(2 * text.len());
    let mut left_out = false;
    let mut rest = text;
    while let Some((literal, parameter, behind)) = next_parameter(text, rest) {
        let place = place(&text[..text.len() - rest.len() + literal.len()], parameter);
        let literal = if left_out { close_gap(&mut filled, literal) } else { literal };
        let (_, argument) = arguments.next().ok_or((parameter, Reason::Missing))?;
        left_out = argument.0 == Value::Absent;
        let end = match name_start(literal) {
            _ if !left_out => literal.len(),
            Some(at) if matches!(place, Place::Quoted | Place::Literal) => at,
            _ => return Err((parameter, Reason::Missing)),
        };
        filled.extend(utf8_percent_encode(&literal[..end], LITERAL));
        write(&mut filled, argument, place).map_err(|reason| (parameter, reason))?;
        rest = behind;
    }
    let literal = if left_out { close_gap(&mut filled, rest) } else { rest };
    filled.extend(utf8_percent_encode(literal, LITERAL));
    Ok(filled)
}

/// Where the name of an argument starts that a text ends with: `a=`, `kind=model.kind'`.
fn name_start(text: &str) -> Option<usize> {
    let at = text.rfind(['(', ',']).map_or(0, |at| at + 1);
    let name = text[at..].trim_start();
    (name.contains('=') && !name.contains([' ', '&'])).then_some(at)
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

/// What stands before the next parameter in the rest of a text, the parameter's own text, and what is left. An ellipsis that
/// is a segment is a parameter without braces.
fn next_parameter<'t>(text: &'t str, rest: &'t str) -> Option<(&'t str, &'t str, &'t str)> {
    let is_segment = |at: &usize| {
        let (before, behind) = (text.len() - rest.len() + at, &rest[at + ELLIPSIS.len()..]);
        text[..before].ends_with('/') && (behind.is_empty() || behind.starts_with('/'))
    };
    let ellipsis = rest.match_indices(ELLIPSIS).map(|(at, _)| at).find(is_segment);
    if let Some(at) = ellipsis.filter(|at| rest.find('{').is_none_or(|brace| *at < brace)) {
        return Some((&rest[..at], ELLIPSIS, &rest[at + ELLIPSIS.len()..]));
    }
    let (literal, rest) = rest.split_once('{')?;
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
    Text,
}

/// The words before a value in a condition.
const OPERATORS: [&str; 7] = [" eq ", " ne ", " gt ", " ge ", " lt ", " le ", " has "];

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

    /// The same in a query.
    fn in_query(before: &str, _: &str) -> Self {
        if before.matches('\'').count() % 2 == 1 {
            Self::Quoted
        } else if OPERATORS.iter().any(|operator| before.ends_with(operator)) {
            Self::Literal
        } else {
            Self::Text
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
        // OData has a meaning for segments that begin with a dollar sign; as a key, one has none.
        Place::Segment if text.starts_with('$') && path.ends_with('/') && path.len() > 1 => {
            path.pop();
            path.push_str("('");
            path.extend(utf8_percent_encode(&text.replace('\'', "''"), ARGUMENT));
            path.push_str("')");
        }
        Place::Segment => write_segment(path, &text)?,
        Place::Segments => {
            for (index, segment) in text.split('/').enumerate() {
                if index > 0 {
                    path.push('/');
                }
                write_segment(path, segment)?;
            }
        }
        Place::Text => path.extend(utf8_percent_encode(&text, ARGUMENT)),
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
