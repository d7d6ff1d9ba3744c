//! The names of what a type holds, which has a scope of its own.

use super::ident::{Ident, camel, snake};
use crate::case::UsedNames;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{EnumType, StructuredType};
use crate::source::Span;

/// The field of every struct that keeps properties unknown to its type.
pub(super) const EXTRA: &str = "extra";

/// The variant of every enum that keeps values unknown to its type.
pub(super) const UNLISTED: &str = "Unlisted";

/// The fields of a struct.
pub(super) fn fields(type_: &StructuredType, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let wanted = type_.properties.iter().map(|it| (it.name.as_str(), snake(&it.name), it.span));
    distinct(wanted, EXTRA, ["property", "field"], diagnostics)
}

/// The variants of an enum.
pub(super) fn variants(type_: &EnumType, diagnostics: &mut Diagnostics) -> Vec<Ident> {
    let wanted = type_.members.iter().map(|it| (it.name.as_str(), camel(&it.name), it.span));
    distinct(wanted, UNLISTED, ["member", "variant"], diagnostics)
}

/// These names, each once and beside `ours`. `words` are what the pages call such a thing, and what Rust calls it.
fn distinct<'a>(
    wanted: impl Iterator<Item = (&'a str, Ident, Span)>,
    ours: &'static str,
    [documented, item]: [&str; 2],
    diagnostics: &mut Diagnostics,
) -> Vec<Ident> {
    let mut taken: UsedNames = [ours].into_iter().collect();
    let free = wanted.map(|(name, wanted, span)| {
        let free = wanted.clone().unique(&mut taken);
        if free != wanted {
            let message =
                format!("{documented} `{name}` would become a second {item} `{wanted}`; it is `{free}`");
            diagnostics.report(Code::NameCollision, span, message);
        }
        free
    });
    free.collect()
}
