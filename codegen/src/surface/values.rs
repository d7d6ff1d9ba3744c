//! The constants by which items say what JSON calls them.

use syn::{Expr, Lit};

/// The text of a literal.
pub(super) fn text(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Group(group) => text(&group.expr),
        _ => None,
    }
}

/// The elements of `&[…]`.
pub(super) fn elements(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Reference(reference) => elements(&reference.expr),
        Expr::Array(array) => array.elems.iter().collect(),
        _ => Vec::new(),
    }
}

/// The number of a literal.
pub(super) fn number(expr: &Expr) -> Option<usize> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

/// A member of an enum: its text and its variant.
pub(super) fn member(expr: &Expr) -> Option<(String, String)> {
    let Expr::Tuple(pair) = expr else { return None };
    let mut parts = pair.elems.iter();
    Some((text(parts.next()?)?, last_name(parts.next()?)?))
}

/// The last name of a path.
pub(super) fn last_name(expr: &Expr) -> Option<String> {
    let Expr::Path(path) = expr else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}
