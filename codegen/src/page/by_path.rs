//! Objects that an example addresses by their path where the routes have a key: `root:/{path}:/content` beside
//! `items/{id}/content`. Both lead to the same objects, so the page has that route as well.

use crate::path_template::{Parameter, ParameterKind, PathTemplate, Piece, Segment};

/// Whether a path may begin inside of an address in the text: behind a colon, as `https://` does not.
pub(super) fn may_show(text: &str) -> bool {
    text.match_indices(":/").any(|(at, _)| !text[at + 2..].starts_with('/'))
}

/// A route's path, with the object addressed as an example addresses it, if nothing else tells the two apart.
pub(super) fn as_shown(route: &PathTemplate, shown: &PathTemplate) -> Option<PathTemplate> {
    let start = shown.segments.iter().position(opens)?;
    let inside = &shown.segments[start + 1..];
    let end = inside.iter().position(closes).or(inside.len().checked_sub(1))?;
    let (inside, behind) = inside.split_at(end + 1);
    let (before, own) = route.segments.split_at_checked(start)?;
    let ([name, key, own_behind @ ..], true) = (own, own.len() == 2 + behind.len()) else { return None };
    let is_key = matches!(key.pieces.as_slice(), [Piece::Parameter(_)]);
    let are_same =
        |own: &[Segment], shown: &[Segment]| own.iter().zip(shown).all(|(own, shown)| is_same(own, shown));
    if !is_fixed(name) || !is_key || !are_same(before, &shown.segments) || !are_same(own_behind, behind) {
        return None;
    }
    let path = match inside {
        [one] if matches!(one.pieces.first(), Some(Piece::Parameter(_))) => one.clone(),
        _ => path(inside.last().is_some_and(closes)),
    };
    let opening = std::slice::from_ref(&shown.segments[start]);
    let segments = [before, opening, &[path], own_behind].concat();
    Some(PathTemplate { segments: segments.into() })
}

/// The place of a path, of which the example has only a sample.
fn path(is_closed: bool) -> Segment {
    let (name, kind) = ("path".to_owned(), ParameterKind::Path);
    let place = Piece::Parameter(Parameter { name, kind, argument: None, optional: false });
    Segment {
        pieces: [Some(place), is_closed.then(|| Piece::Literal(":".to_owned()))]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// `root:`, behind which a path begins.
fn opens(segment: &Segment) -> bool {
    matches!(segment.pieces.as_slice(), [Piece::Literal(text)] if text.len() > 1 && text.ends_with(':'))
}

/// The end of a path: `{path}:`.
fn closes(segment: &Segment) -> bool {
    matches!(segment.pieces.last(), Some(Piece::Literal(text)) if text.ends_with(':'))
}

fn is_fixed(segment: &Segment) -> bool {
    matches!(segment.pieces.as_slice(), [Piece::Literal(_)])
}

/// Whether a segment of an example stands for one of a route: any for a key.
fn is_same(own: &Segment, shown: &Segment) -> bool {
    match (own.pieces.as_slice(), shown.pieces.as_slice()) {
        ([Piece::Literal(own)], [Piece::Literal(shown)]) => own.eq_ignore_ascii_case(shown),
        ([Piece::Parameter(_)], [_]) => true,
        (own, shown) => own == shown,
    }
}
