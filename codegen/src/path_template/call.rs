//! A call in a path: the name of a function, and its arguments by their names.

use super::{ParameterKind, PathTemplate, Piece, Segment, placeholder};

/// A segment such as `range(address='{address}')`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) arguments: Vec<NamedArgument>,
}

/// An argument and what is written behind its `=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedArgument {
    pub(crate) name: String,
    value: Vec<Piece>,
}

impl Call {
    /// Reads a segment as a call; `None` if it is only a name, or if an argument lacks one.
    pub(crate) fn of(segment: &Segment) -> Option<Call> {
        let mut reader = CallReader::default();
        for piece in &segment.pieces {
            match piece {
                Piece::Parameter(_) if reader.depth == 0 => return None,
                Piece::Parameter(_) => reader.value.push(piece.clone()),
                Piece::Literal(text) => text.chars().try_for_each(|letter| reader.read(letter))?,
            }
        }
        let is_closed = reader.depth == 0 && !reader.call.arguments.is_empty();
        is_closed.then_some(reader.call)
    }

    /// The segment that the call is written as: of one without arguments, the name alone.
    pub(crate) fn into_segment(self) -> Segment {
        let mut segment = Segment { pieces: Vec::new() };
        segment.push_text(&self.name);
        for (index, argument) in self.arguments.iter().enumerate() {
            segment.push_text(if index == 0 { "(" } else { "," });
            segment.push_text(&argument.name);
            segment.push_text("=");
            for piece in &argument.value {
                match piece {
                    Piece::Literal(text) => segment.push_text(text),
                    Piece::Parameter(_) => segment.pieces.push(piece.clone()),
                }
            }
        }
        if !self.arguments.is_empty() {
            segment.push_text(")");
        }
        segment
    }
}

impl NamedArgument {
    /// An argument with a place for its value, between what stands `before` it and the quote that this may open.
    pub(crate) fn place(name: &str, placeholder: &str, before: &str, optional: bool) -> NamedArgument {
        let is_quoted = before.ends_with('\'');
        let kind = if is_quoted { ParameterKind::Quoted } else { ParameterKind::Bare };
        let mut parameter = placeholder::parameter(placeholder, kind);
        parameter.argument = Some(name.to_owned());
        parameter.optional = optional;
        let text = |text: &str| (!text.is_empty()).then(|| Piece::Literal(text.to_owned()));
        let value = text(before).into_iter().chain([Piece::Parameter(parameter)]);
        let value = value.chain(text(if is_quoted { "'" } else { "" })).collect();
        NamedArgument { name: name.to_owned(), value }
    }

    /// The value as it stands, where it is not a place.
    pub(crate) fn sample(&self) -> Option<&str> {
        match self.value.as_slice() {
            [Piece::Literal(text)] => Some(text),
            _ => None,
        }
    }

    /// Replaces the value.
    pub(crate) fn set_sample(&mut self, text: &str) {
        self.value = vec![Piece::Literal(text.to_owned())];
    }

    /// Whether the argument may be left out of the call.
    pub(crate) fn is_optional(&self) -> bool {
        self.value.iter().any(|piece| matches!(piece, Piece::Parameter(place) if place.optional))
    }

    /// The placeholder of the one place in the value, and what stands before it.
    pub(crate) fn placeholder(&self) -> Option<(&str, &str)> {
        match self.value.as_slice() {
            [Piece::Parameter(place)] => Some((&place.name, "")),
            [Piece::Literal(before), Piece::Parameter(place), Piece::Literal(after)] if after == "'" => {
                Some((&place.name, before))
            }
            _ => None,
        }
    }
}

impl Segment {
    /// The name of what is called or addressed: the text before any parenthesis.
    pub(crate) fn name(&self) -> Option<&str> {
        match self.pieces.first()? {
            Piece::Literal(text) => text.split('(').next(),
            Piece::Parameter(_) => None,
        }
    }

    fn push_text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Literal(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Literal(text.to_owned())),
        }
    }
}

impl PathTemplate {
    /// The same path without the optional arguments for which this says so, by their position among all parameters.
    pub(super) fn without(&self, is_left_out: impl Fn(usize) -> bool) -> PathTemplate {
        let mut position = 0;
        let segments = self.segments.iter().map(|segment| {
            let places = segment.pieces.iter().filter(|piece| matches!(piece, Piece::Parameter(_))).count();
            let first = position;
            position += places;
            match Call::of(segment) {
                Some(mut call) if (first..position).any(&is_left_out) => {
                    let mut place = first;
                    call.arguments.retain(|argument| {
                        let places =
                            argument.value.iter().filter(|piece| matches!(piece, Piece::Parameter(_)));
                        let own = place..place + places.count();
                        place = own.end;
                        !own.into_iter().any(&is_left_out)
                    });
                    call.into_segment()
                }
                _ => segment.clone(),
            }
        });
        PathTemplate { segments: segments.collect() }
    }
}

/// A call that has been read up to some letter.
struct CallReader {
    call: Call,
    depth: usize,
    quoted: bool,
    /// The name of the argument, once its `=` has come.
    argument: Option<String>,
    word: String,
    value: Vec<Piece>,
}

impl Default for CallReader {
    fn default() -> Self {
        let call = Call { name: String::new(), arguments: Vec::new() };
        CallReader { call, depth: 0, quoted: false, argument: None, word: String::new(), value: Vec::new() }
    }
}

impl CallReader {
    /// Reads a letter; none where the text cannot be a call.
    fn read(&mut self, letter: char) -> Option<()> {
        match (letter, self.depth) {
            ('(', 0) if self.call.arguments.is_empty() && !self.call.name.is_empty() => self.depth = 1,
            (_, 0) if self.call.arguments.is_empty() => self.call.name.push(letter),
            // Something stands behind the closing parenthesis.
            (_, 0) => return None,
            (',' | ')', 1) if !self.quoted => {
                let value = std::mem::take(&mut self.value);
                let name = self.argument.take().filter(|name| !name.is_empty() && !value.is_empty())?;
                self.call.arguments.push(NamedArgument { name, value });
                self.depth = usize::from(letter == ',');
            }
            ('=', 1) if !self.quoted && self.argument.is_none() => {
                self.argument = Some(std::mem::take(&mut self.word));
            }
            _ if self.argument.is_none() => self.word.push(letter),
            _ => {
                match letter {
                    '\'' => self.quoted = !self.quoted,
                    '(' | '[' if !self.quoted => self.depth += 1,
                    ')' | ']' if !self.quoted => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                self.push(letter);
            }
        }
        Some(())
    }

    fn push(&mut self, letter: char) {
        match self.value.last_mut() {
            Some(Piece::Literal(text)) => text.push(letter),
            _ => self.value.push(Piece::Literal(letter.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path_template;
    use crate::source::Span;

    fn path(text: &str) -> PathTemplate {
        path_template::read(text, Span::default()).expect(text).address.path
    }

    fn call(text: &str) -> Option<Call> {
        Call::of(path(text).segments.last()?)
    }

    #[test]
    fn a_call_is_cut_into_arguments_and_put_together_again() {
        for text in ["/f(a='x,y',b=2,c={c})", "/f(a=n.k'{a}',b=({b}))", "/x/n.f(a=['x','y'],b=@b)"] {
            let segment = path(text).segments.last().cloned().expect("a segment");
            let call = Call::of(&segment).expect(text);
            assert_eq!(call.into_segment(), segment, "{text}");
        }
        let call = call("/f(a='x,y',b=2,c={c},d=n.k'{e}')").expect("a call");
        let names: Vec<&str> = call.arguments.iter().map(|argument| argument.name.as_str()).collect();
        assert_eq!((call.name.as_str(), names), ("f", vec!["a", "b", "c", "d"]));
        let [a, b, c, d] = call.arguments.as_slice() else { panic!("four arguments") };
        assert_eq!((a.sample(), b.sample(), c.sample()), (Some("'x,y'"), Some("2"), None));
        assert_eq!((c.placeholder(), d.placeholder()), (Some(("c", "")), Some(("e", "n.k'"))));
    }

    #[test]
    fn keys_and_names_are_no_calls() {
        for text in ["/f", "/f()", "/f({id})", "/f('{id}')", "/f({a},{b})"] {
            assert_eq!(call(text), None, "{text}");
        }
    }

    #[test]
    fn arguments_are_left_out_by_their_position() {
        let path = path("/x/{id}/f(a={a},b='{b}',c=1)/y/{z}");
        assert_eq!(path.without(|at| at == 1).to_string(), "/x/{id}/f(b='{b}',c=1)/y/{z}");
        assert_eq!(path.without(|at| at == 1 || at == 2).to_string(), "/x/{id}/f(c=1)/y/{z}");
        assert_eq!(path.without(|_| false), path);
    }
}
