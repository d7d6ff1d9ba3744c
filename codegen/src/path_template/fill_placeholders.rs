//! Arguments for examples that have none: `companies({id})` in an example shows where a key stands, but not a key.

use super::{Arguments, Parameter, ParameterKind, PathTemplate, Piece, QueryTemplate, placeholder};

impl PathTemplate {
    /// The arguments, with a stand-in for each that is a placeholder: one in parentheses without quotes would have to be a
    /// literal. Nothing where all are values.
    pub(crate) fn fill_placeholders(
        &self,
        arguments: &[Option<String>],
        value: impl Fn(usize) -> String,
    ) -> Option<Arguments> {
        let mut replaced = false;
        let arguments = self.parameters().zip(arguments).enumerate().map(|(index, (parameter, argument))| {
            let argument = argument.as_ref()?;
            if is_without_value(parameter, argument) {
                replaced = true;
                Some(value(index))
            } else {
                Some(argument.clone())
            }
        });
        let arguments: Arguments = arguments.collect();
        replaced.then_some(arguments)
    }

    /// The address with arguments that are written as they are.
    pub(crate) fn with(&self, arguments: &[Option<String>]) -> String {
        let path = self.without(|at| arguments.get(at).is_some_and(Option::is_none));
        let mut address = String::new();
        let mut arguments = arguments.iter().flatten();
        for segment in path.segments.iter() {
            address.push('/');
            for piece in &segment.pieces {
                match piece {
                    Piece::Literal(text) => address.push_str(text),
                    Piece::Parameter(_) => address.extend(arguments.next().map(String::as_str)),
                }
            }
        }
        address
    }
}

impl QueryTemplate {
    /// The arguments in a query, with a stand-in for each that is a placeholder, and the query that has them. Nothing where
    /// all are values.
    pub(crate) fn fill_placeholders(
        &self,
        query: &str,
        value: impl Fn(usize) -> String,
    ) -> Option<(Vec<String>, String)> {
        let mut arguments = self.matches(query)?;
        let mut replaced = false;
        for (index, (parameter, argument)) in self.parameters().zip(&mut arguments).enumerate() {
            if is_without_value(parameter, argument) {
                replaced = true;
                *argument = value(index);
            }
        }
        let is_own = |pair: &&str| self.options.iter().any(|option| option.is_in(pair));
        let others = query.split('&').filter(|pair| !is_own(pair)).map(str::to_owned);
        let mut left = arguments.iter();
        let own = self.options.iter().map(|option| {
            let pieces = option.value.iter().flatten().map(|piece| match piece {
                Piece::Literal(text) => text.as_str(),
                Piece::Parameter(_) => left.next().map(String::as_str).unwrap_or_default(),
            });
            format!("{}={}", option.name, pieces.collect::<String>())
        });
        let query = own.chain(others).collect::<Vec<_>>().join("&");
        replaced.then_some((arguments, query))
    }
}

/// A place that takes a literal, with a placeholder in it.
fn is_without_value(parameter: &Parameter, argument: &str) -> bool {
    parameter.kind == ParameterKind::Bare && is_placeholder(argument)
}

/// Braces, or a name as such: no literal has either.
fn is_placeholder(argument: &str) -> bool {
    let is_word = argument.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && argument.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        && !placeholder::is_guid(argument)
        && !placeholder::is_literal_value(argument);
    is_word || argument.contains(['{', '<'])
}

#[cfg(test)]
mod tests {
    use crate::path_template::{self, QueryTemplate, read_query};
    use crate::source::Span;

    #[test]
    fn placeholders_in_parentheses_get_a_key_and_values_stay() {
        let address =
            path_template::read("/a({id})/b({id})/c/{id}", Span::default()).expect("a path").address;
        let path = address.path;
        let arguments = |texts: [&str; 3]| texts.map(|text| Some(text.to_owned())).to_vec();
        let key = |index: usize| format!("key-{index}");
        let filled = path.fill_placeholders(&arguments(["{id}", "17", "{x}"]), key).unwrap_or_default();
        assert_eq!(filled, arguments(["key-0", "17", "{x}"]));
        assert_eq!(path.with(&filled), "/a(key-0)/b(17)/c/{x}");
        let guid = "5b049aad-bde4-ea11-bbf2-00155df3a615";
        assert_eq!(path.fill_placeholders(&arguments([guid, "'a b'", "x"]), key), None);
        assert!(path.fill_placeholders(&arguments([guid, "parentId={a},id={b}", "x"]), key).is_some());
    }

    #[test]
    fn a_query_keeps_what_is_not_a_placeholder() {
        let query = read_query("$filter=parentId eq {id} and kind eq '{kind}'");
        let template = QueryTemplate::of(query.options).expect("options");
        let fill = |query: &str| template.fill_placeholders(query, |index| format!("key-{index}"));
        let (arguments, filled) =
            fill("$top=2&$filter=parentId%20eq%20{id}%20and%20kind%20eq%20'{kind}'").unwrap_or_default();
        assert_eq!(arguments, ["key-0", "{kind}"]);
        assert_eq!(filled, "$filter=parentId eq key-0 and kind eq '{kind}'&$top=2");
        assert_eq!(fill("$filter=parentId eq 17 and kind eq '{kind}'"), None);
        assert_eq!(fill("$top=2"), None);
    }
}
