//! The part of a query that belongs to a route: `?includeHidden=true`, `?$id={id}`, `?$filter=id eq '{id}'`.

use std::fmt;

use super::query_reader::QueryReader;
use super::{Parameter, ParameterKind, Piece};
use crate::path_template::matching::{self, Token};

/// What an address has to have behind its `?`, and may have more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct QueryTemplate {
    /// In documented order; never empty.
    pub(crate) options: Vec<QueryOption>,
}

/// An option of a query, with the value that the route gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct QueryOption {
    pub(crate) name: String,
    /// None where the name stands alone. A place is in quotes, bare behind an operator, or else a segment, which is sent as
    /// it is. Text is decoded but for what would end it.
    pub(crate) value: Option<Vec<Piece>>,
}

/// What was found behind a `?`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) options: Vec<QueryOption>,
    /// What had to be repaired.
    pub(crate) repairs: Vec<String>,
    /// Options that the page only hints at: `$filter=…`, `{query options}`.
    pub(crate) elided: Vec<String>,
}

/// Reads the query of a documented route. It holds whatever pages write: nothing is refused.
pub(crate) fn read(text: &str) -> Query {
    let mut query = Query::default();
    for pair in pairs(&text.replace("&amp;", "&")) {
        let (name, value) = match split(pair) {
            Some((name, Separator::Equals, value)) => (name, Some(value)),
            Some((name, Separator::Colon, value)) => {
                query.repairs.push(format!("`=` is missing behind `{name}`"));
                (name, Some(value))
            }
            None => (pair, None),
        };
        let (name, value) = (name.trim(), value.map(str::trim));
        if name.is_empty() || name.contains(['{', '<']) || is_elided(pair) {
            query.elided.push(pair.to_owned());
            continue;
        }
        let value = value.map(|value| QueryReader::read(name, value, &mut query.repairs));
        query.options.push(QueryOption { name: name.to_owned(), value });
    }
    query
}

/// What stands between the `&` of a query, outside braces and quotes.
fn pairs(text: &str) -> Vec<&str> {
    let (mut pairs, mut start) = (Vec::new(), 0);
    let (mut braces, mut quoted) = (0_usize, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            '\'' => quoted = !quoted,
            '&' if braces == 0 && !quoted => {
                pairs.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pairs.push(&text[start..]);
    pairs.into_iter().map(str::trim).filter(|pair| !pair.is_empty()).collect()
}

enum Separator {
    Equals,
    Colon,
}

/// Splits name and value; a colon before a placeholder is meant as an equals sign.
fn split(pair: &str) -> Option<(&str, Separator, &str)> {
    if let Some((name, value)) = pair.split_once('=') {
        return Some((name, Separator::Equals, value));
    }
    let (name, value) = pair.split_once(':')?;
    value.trim_start().starts_with(['{', '<']).then_some((name, Separator::Colon, value))
}

fn is_elided(pair: &str) -> bool {
    pair.contains('…') || pair.contains("...")
}

impl QueryTemplate {
    /// A template of options, if there are any.
    pub(crate) fn of(options: Vec<QueryOption>) -> Option<QueryTemplate> {
        (!options.is_empty()).then_some(QueryTemplate { options })
    }

    /// Equal for templates of one operation: letter case, the names of parameters and quotes around them differ from page
    /// to page, and so does the dollar sign.
    pub(crate) fn key(&self) -> String {
        let keys: Vec<String> = self.options.iter().map(QueryOption::key).collect();
        keys.join("&")
    }

    /// The places for arguments, in order.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        let pieces = self.options.iter().flat_map(|option| option.value.iter().flatten());
        pieces.filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Parameter(parameter) => Some(parameter),
        })
    }

    /// The arguments, in order, with which an address has this query, whatever else is in it.
    pub(crate) fn matches(&self, query: &str) -> Option<Vec<String>> {
        let pairs: Vec<(String, String)> = query.split('&').map(name_and_value).collect();
        let mut arguments = Vec::new();
        for option in &self.options {
            arguments.extend(pairs.iter().find_map(|(name, value)| option.matches(name, value))?);
        }
        Some(arguments)
    }
}

impl QueryOption {
    fn key(&self) -> String {
        let value = self.value.iter().flatten().map(|piece| match piece {
            Piece::Literal(text) => text.to_lowercase(),
            Piece::Parameter(_) => "{}".to_owned(),
        });
        let value: String = value.collect::<String>().replace("'{}'", "{}").replace(' ', "");
        format!("{}={value}", self.bare_name())
    }

    /// The name without the dollar sign of OData's own.
    pub(crate) fn bare_words(&self) -> &str {
        self.name.trim_start_matches('$')
    }

    /// The same in small letters.
    pub(crate) fn bare_name(&self) -> String {
        self.bare_words().to_lowercase()
    }

    /// Whether the pair of a query is this option.
    pub(super) fn is_in(&self, pair: &str) -> bool {
        let (name, value) = name_and_value(pair);
        self.matches(&name, &value).is_some()
    }

    fn matches(&self, name: &str, value: &str) -> Option<Vec<String>> {
        if name != self.name || value.len() > matching::MAX_LENGTH {
            return None;
        }
        let pieces: &[Piece] = self.value.as_deref().unwrap_or_default();
        let literal = |piece: &Piece| match piece {
            Piece::Literal(text) => decoded(text),
            Piece::Parameter(_) => String::new(),
        };
        let literals: Vec<String> = pieces.iter().map(literal).collect();
        let tokens = pieces.iter().zip(&literals).map(|(piece, literal)| match piece {
            Piece::Literal(_) => Token::Literal(literal),
            // Any text, slashes too.
            Piece::Parameter(Parameter { kind: ParameterKind::Quoted, .. }) => {
                Token::Argument(ParameterKind::Quoted)
            }
            Piece::Parameter(_) => Token::Argument(ParameterKind::Path),
        });
        let arguments = matching::bind(&tokens.collect::<Vec<_>>(), value)?;
        // Letter case counts: it is sent as it is.
        (self.with(&arguments) == value).then_some(arguments)
    }

    /// The value with arguments put in.
    fn with(&self, arguments: &[String]) -> String {
        let mut arguments = arguments.iter();
        let pieces = self.value.iter().flatten().map(|piece| match piece {
            Piece::Literal(text) => decoded(text),
            Piece::Parameter(parameter) => {
                let argument = arguments.next().cloned().unwrap_or_default();
                match parameter.kind {
                    ParameterKind::Quoted => argument.replace('\'', "''"),
                    _ => argument,
                }
            }
        });
        pieces.collect()
    }
}

fn name_and_value(pair: &str) -> (String, String) {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    (decoded(name), decoded(value))
}

fn decoded(text: &str) -> String {
    matching::decode(text).replace(matching::ENCODED_SLASH, "/")
}

/// As a request is built from it: options as they are decoded, parameters as `{name}`.
impl fmt::Display for QueryTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, option) in self.options.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { "&" })?;
            f.write_str(&option.name)?;
            f.write_str(if option.value.is_some() { "=" } else { "" })?;
            for piece in option.value.iter().flatten() {
                match piece {
                    Piece::Literal(text) => f.write_str(text)?,
                    Piece::Parameter(parameter) => write!(f, "{{{}}}", parameter.name)?,
                }
            }
        }
        Ok(())
    }
}
