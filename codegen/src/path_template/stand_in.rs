//! Arguments for examples that have none: `companies({id})` in an example shows where a key stands, and no key.

use super::{ParameterKind, PathTemplate, Piece, placeholder};

impl PathTemplate {
    /// The arguments, with a stand-in for each that is a placeholder: one in parentheses without quotes would have to be a
    /// literal. Nothing where all are values.
    pub(crate) fn stand_ins(&self, arguments: &[String]) -> Option<Vec<String>> {
        let mut replaced = false;
        let pieces = self.segments.iter().flat_map(|segment| &segment.pieces);
        let parameters = pieces.filter_map(|piece| match piece {
            Piece::Literal(_) => None,
            Piece::Parameter(parameter) => Some(parameter),
        });
        let parameters = parameters.zip(arguments).enumerate();
        let arguments = parameters.map(|(index, (parameter, argument))| {
            if parameter.kind == ParameterKind::Bare && is_placeholder(argument) {
                replaced = true;
                format!("00000000-0000-0000-0000-{:012}", index + 1)
            } else {
                argument.clone()
            }
        });
        let arguments: Vec<String> = arguments.collect();
        replaced.then_some(arguments)
    }

    /// The address with arguments that are written as they are.
    pub(crate) fn with(&self, arguments: &[String]) -> String {
        let mut address = String::new();
        let mut arguments = arguments.iter();
        for segment in &self.segments {
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
    use crate::path_template;
    use crate::source::Span;

    #[test]
    fn placeholders_in_parentheses_get_a_key_and_values_stay() {
        let (address, _) = path_template::read("/a({id})/b({id})/c/{id}", Span::default()).expect("a path");
        let path = address.path;
        let arguments = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
        let stand_ins = path.stand_ins(&arguments(["{id}", "17", "{x}"])).unwrap_or_default();
        assert_eq!(stand_ins, ["00000000-0000-0000-0000-000000000001", "17", "{x}"]);
        assert_eq!(path.with(&stand_ins), "/a(00000000-0000-0000-0000-000000000001)/b(17)/c/{x}");
        let guid = "5b049aad-bde4-ea11-bbf2-00155df3a615";
        assert_eq!(path.stand_ins(&arguments([guid, "'a b'", "x"])), None);
        assert!(path.stand_ins(&arguments([guid, "parentId={a},id={b}", "x"])).is_some());
    }
}
