//! Paths that follow from paths: without the key, with a key, with a name behind them.

use crate::path_template::{Parameter, ParameterKind, PathTemplate, Piece, Segment};

/// How a reference writes keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum KeyStyle {
    /// `users/{id}`
    Segment,
    /// `companies({id})`
    Parentheses,
    /// `companies('{id}')`
    Quotes,
}

/// A text that is equal for paths to the same place, however they write their keys.
pub(super) fn place(path: &PathTemplate) -> String {
    path.key().replace("({})", "/{}")
}

/// The name at the end of a path that ends in a name.
pub(super) fn last_name(path: &PathTemplate) -> Option<&str> {
    match path.segments.last()?.pieces.as_slice() {
        [Piece::Literal(name)] if is_name(name) => Some(name),
        _ => None,
    }
}

/// Whether every segment is spelt out, and all of them are names and keys.
pub(super) fn is_plain(path: &PathTemplate) -> bool {
    path.segments.iter().all(|segment| match segment.pieces.as_slice() {
        [Piece::Literal(name)] => is_name(name),
        [Piece::Parameter(key)] => key.kind != ParameterKind::Path,
        [Piece::Literal(before), Piece::Parameter(key), Piece::Literal(after)] => {
            key.argument.is_none() && before.ends_with(['(', '\'']) && after.ends_with(')')
        }
        _ => false,
    })
}

fn is_name(text: &str) -> bool {
    !text.starts_with('$')
        && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '_'))
}

/// The path without the key that it ends with.
pub(super) fn without_key(path: &PathTemplate) -> Option<PathTemplate> {
    let (last, before) = path.segments.split_last()?;
    let mut path = PathTemplate { segments: before.into() };
    if let Piece::Literal(text) = last.pieces.first()? {
        let (name, _) = text.split_once('(').filter(|(name, _)| !name.is_empty())?;
        path = below(&path, name);
    }
    last_name(&path).is_some().then_some(path)
}

/// The way in which a path writes its last key.
pub(super) fn style(path: &PathTemplate) -> Option<KeyStyle> {
    path.segments.iter().rev().find_map(|segment| match segment.pieces.as_slice() {
        [Piece::Parameter(_)] => Some(KeyStyle::Segment),
        [Piece::Literal(before), Piece::Parameter(_), _] if before.ends_with('\'') => Some(KeyStyle::Quotes),
        [Piece::Literal(before), Piece::Parameter(_), _] if before.ends_with('(') => {
            Some(KeyStyle::Parentheses)
        }
        _ => None,
    })
}

/// The path with a key behind it.
pub(super) fn with_key(path: &PathTemplate, style: KeyStyle) -> PathTemplate {
    let (kind, open, close) = match style {
        KeyStyle::Segment => (ParameterKind::Segment, "", ""),
        KeyStyle::Parentheses => (ParameterKind::Bare, "(", ")"),
        KeyStyle::Quotes => (ParameterKind::Quoted, "('", "')"),
    };
    let key = Parameter { name: "id".to_owned(), kind, argument: None, optional: false };
    match (style, path.segments.split_last()) {
        (KeyStyle::Parentheses | KeyStyle::Quotes, Some((last, before))) => {
            let mut pieces = last.pieces.clone();
            if let Some(Piece::Literal(name)) = pieces.last_mut() {
                name.push_str(open);
            }
            pieces.extend([Piece::Parameter(key), Piece::Literal(close.to_owned())]);
            PathTemplate { segments: before.into() }.followed_by(Segment { pieces })
        }
        _ => path.followed_by(Segment { pieces: vec![Piece::Parameter(key)] }),
    }
}

/// The path with a name behind it.
pub(super) fn below(path: &PathTemplate, name: &str) -> PathTemplate {
    path.followed_by(Segment { pieces: vec![Piece::Literal(name.to_owned())] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path_template;
    use crate::source::Span;

    fn path(text: &str) -> PathTemplate {
        path_template::read(text, Span::default()).expect("a path").address.path
    }

    #[test]
    fn a_key_is_taken_off_and_put_behind_in_the_same_way() {
        for (one, style) in [
            ("/shelves/{id}/books/{id}", KeyStyle::Segment),
            ("/shelves({id})/books({id})", KeyStyle::Parentheses),
            ("/shelves('{id}')/books('{id}')", KeyStyle::Quotes),
        ] {
            let many = without_key(&path(one)).expect("a collection");
            assert!(many.to_string().ends_with("/books"), "{many}");
            assert_eq!(super::style(&path(one)), Some(style));
            let again = with_key(&many, style);
            assert_eq!(again.to_string(), one);
            assert_eq!(again.key(), path(one).key());
        }
    }

    #[test]
    fn one_place_is_one_however_it_is_written() {
        assert_eq!(place(&path("/Shelves/{shelf-id}/books")), place(&path("shelves({id})/books")));
        assert_ne!(place(&path("/shelves/{id}")), place(&path("/shelves")));
    }

    #[test]
    fn what_is_no_name_and_no_key_is_not_plain() {
        for plain in ["/shelves/{id}/books", "/shelves({id})/x.atlas"] {
            assert!(is_plain(&path(plain)), "{plain}");
        }
        for other in
            ["/books/{id}/$value", "/books/found(by='{x}')", "/rooms/root:/{path}:/text", "/.../books"]
        {
            assert!(!is_plain(&path(other)), "{other}");
        }
    }
}
