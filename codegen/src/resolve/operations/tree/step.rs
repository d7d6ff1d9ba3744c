//! A route's path as steps through the tree.

use crate::path_template::{PathTemplate, Piece, Segment};

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// A name: of an entity set, a property, an action. In lower case.
    Name(String),
    /// One of many: `{id}`, `({id})`.
    Key,
    /// A qualified name: of a type to cast to, or of an action or a function.
    Qualified(String),
    /// A call with parentheses: `range(address='{address}')`.
    Call(String),
    /// `$value`, `$count`, `$ref`: asks for another form of what stands before it.
    Form,
    /// Segments that the page does not spell out.
    Gap,
}

/// The steps of a path. A path inside (`root:/{path}:`) leads from one object to another of its type: no step.
pub(super) fn steps(path: &PathTemplate) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut inside = false;
    for segment in path.segments.iter() {
        let ends = matches!(segment.pieces.last(), Some(Piece::Literal(text)) if text.ends_with(':'));
        if inside {
            inside = !ends;
            continue;
        }
        inside = ends;
        step(segment, &mut steps);
    }
    steps
}

fn step(segment: &Segment, steps: &mut Vec<Step>) {
    let text = match segment.pieces.first() {
        Some(Piece::Literal(text)) => text.trim_end_matches(':').to_lowercase(),
        Some(Piece::Parameter(parameter)) if parameter.name == "..." => return steps.push(Step::Gap),
        Some(Piece::Parameter(_)) => return steps.push(Step::Key),
        None => return,
    };
    let (name, arguments) = match text.split_once('(') {
        Some((name, arguments)) => (name.to_owned(), Some(arguments)),
        None => (text.clone(), None),
    };
    match arguments {
        _ if name.starts_with('$') => steps.push(Step::Form),
        None if name.contains('.') => steps.push(Step::Qualified(name)),
        None => steps.push(Step::Name(name)),
        // A key has no name, and its value may stand in quotes.
        Some("" | "'") if segment.pieces.len() > 1 => steps.extend([Step::Name(name), Step::Key]),
        Some(arguments) if arguments.contains('=') || arguments.starts_with(')') => {
            steps.push(Step::Call(name.rsplit('.').next().unwrap_or(&name).to_owned()));
        }
        Some(_) if name.is_empty() => steps.push(Step::Key),
        Some(_) => steps.extend([Step::Name(name), Step::Key]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, steps};
    use crate::path_template;
    use crate::source::Span;

    fn of(path: &str) -> Vec<Step> {
        let address = path_template::read(path, Span::default()).expect("a path").address;
        steps(&address.path)
    }

    fn name(name: &str) -> Step {
        Step::Name(name.to_owned())
    }

    #[test]
    fn keys_calls_and_forms_are_told_apart() {
        assert_eq!(of("/shelves/{id}/Books"), [name("shelves"), Step::Key, name("books")]);
        assert_eq!(of("shelves({id})/books('{id}')"), [name("shelves"), Step::Key, name("books"), Step::Key]);
        assert_eq!(of("/books/{id}/cover/$value"), [name("books"), Step::Key, name("cover"), Step::Form]);
        assert_eq!(
            of("/books/found(by='{author}')/$count"),
            [name("books"), Step::Call("found".to_owned()), Step::Form]
        );
        assert_eq!(of("/books/recent()"), [name("books"), Step::Call("recent".to_owned())]);
        assert_eq!(of("/media/x.film"), [name("media"), Step::Qualified("x.film".to_owned())]);
    }

    #[test]
    fn a_path_inside_is_no_step() {
        assert_eq!(of("/room/root:/{path}:/children"), [name("room"), name("root"), name("children")]);
        assert_eq!(of("/rooms/{id}:/{path}:/text"), [name("rooms"), Step::Key, name("text")]);
        assert_eq!(of("/.../books"), [Step::Gap, name("books")]);
    }
}
