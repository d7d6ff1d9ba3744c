//! Path templates: `/users/{id | upn}/…`, `f(x={y})`, `root:/{path}:/`, `companies({id})`, cut into segments.

mod address;
mod arguments;
mod call;
mod fill_placeholders;
mod half_open;
mod matching;
mod parameter_names;
mod placeholder;
mod query;
mod query_names;
mod query_reader;
mod root;
mod segments;

#[cfg(test)]
mod query_tests;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use crate::source::Span;

pub(crate) use address::{ReadAddress, concrete_path, concrete_query, read, with_slashes};
pub(crate) use call::{Call, NamedArgument};
pub(crate) use matching::Arguments;
pub(crate) use query::{QueryOption, QueryTemplate, read as read_query};

/// A path with places for arguments.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PathTemplate {
    /// Shared by the page and its operation: few paths change once they are read.
    pub(crate) segments: Arc<[Segment]>,
}

/// What stands between two slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Segment {
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a segment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// Text that stands in every address.
    Literal(String),
    /// A place for an argument.
    Parameter(Parameter),
}

/// A place for an argument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Parameter {
    /// The text between the braces, trimmed: `id`, `id | userPrincipalName`, `...` for an ellipsis.
    pub(crate) name: String,
    pub(crate) kind: ParameterKind,
    /// The name of the function's argument that this is the value of: `address` in `range(address='{x}')`.
    pub(crate) argument: Option<String>,
    /// Whether the argument may be left out of its call.
    pub(crate) optional: bool,
}

/// Where an argument stands; decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ParameterKind {
    /// A segment of its own, or a part of one: `users/{id}`.
    Segment,
    /// Several segments, whose slashes stay: `root:/{path}:/`, `/…/`.
    Path,
    /// Inside quotes: `range(address='{address}')`.
    Quoted,
    /// A bare value in parentheses: `companies({id})`, `reports(period={period})`.
    Bare,
}

impl PathTemplate {
    /// The places for arguments, in order.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        let pieces = self.segments.iter().flat_map(|segment| &segment.pieces);
        pieces.filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Parameter(parameter) => Some(parameter),
        })
    }

    /// Puts a segment in the place of another.
    pub(crate) fn replace(&mut self, index: usize, segment: Segment) {
        if self.segments[index] != segment {
            Arc::make_mut(&mut self.segments)[index] = segment;
        }
    }

    /// The path with a segment behind it.
    pub(crate) fn followed_by(&self, segment: Segment) -> PathTemplate {
        PathTemplate { segments: self.segments.iter().cloned().chain([segment]).collect() }
    }
}

/// A route as documented: what the address is below the service's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) path: PathTemplate,
    /// What stood behind `?`.
    pub(crate) query: Option<String>,
    /// The host (`https://graph.microsoft.com`), where one was written.
    pub(crate) host: Option<String>,
    /// The version (`v1.0`, `beta`), where one was written.
    pub(crate) version: Option<String>,
    pub(crate) span: Span,
}

impl PathTemplate {
    /// Equal for templates of one operation: letter case, the names of parameters and quotes around them differ from
    /// page to page. A call that can do without an argument is another than the one that cannot.
    pub(crate) fn key(&self) -> String {
        let mut key = String::with_capacity(64);
        for segment in self.segments.iter() {
            key.push('/');
            for piece in &segment.pieces {
                match piece {
                    Piece::Literal(text) if text.is_ascii() => {
                        key.extend(text.chars().map(|letter| letter.to_ascii_lowercase()));
                    }
                    Piece::Literal(text) => key.push_str(&text.to_lowercase()),
                    Piece::Parameter(parameter) if parameter.optional => key.push_str("{}?"),
                    Piece::Parameter(_) => key.push_str("{}"),
                }
            }
        }
        match key.contains('\'') {
            true => key.replace("'{}'", "{}").replace("'{}?'", "{}?"),
            false => key,
        }
    }
}

/// The documented template after normalisation: every parameter as `{name}`, whatever brackets the page has,
/// and an ellipsis as `...` where it is a segment.
impl fmt::Display for PathTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in self.segments.iter() {
            f.write_str("/")?;
            for piece in &segment.pieces {
                match piece {
                    Piece::Literal(text) => f.write_str(text)?,
                    // An ellipsis is a place as it stands.
                    Piece::Parameter(parameter) if parameter.name == "..." && segment.pieces.len() == 1 => {
                        f.write_str("...")?;
                    }
                    Piece::Parameter(parameter) => write!(f, "{{{}}}", parameter.name)?,
                }
            }
        }
        Ok(())
    }
}
