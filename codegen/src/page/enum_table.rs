//! What a page says of an enum.

use crate::source::{Span, Spanned};
use crate::text::RichText;

/// A list of members.
#[derive(Clone, Debug)]
pub(crate) struct EnumTable {
    /// The name that the page's title or the heading gives: `importance` of "importance values".
    pub(crate) name: Spanned<String>,
    /// The anchor of its heading.
    pub(crate) anchor: Option<String>,
    /// The paragraphs between its heading and the table.
    pub(crate) about: Vec<RichText>,
    /// Those behind it.
    pub(crate) notes: Vec<RichText>,
    pub(crate) members: Vec<EnumMember>,
    pub(crate) span: Span,
}

/// A member of an enum.
#[derive(Clone, Debug)]
pub(crate) struct EnumMember {
    pub(crate) name: Spanned<String>,
    pub(crate) value: Option<i64>,
    pub(crate) description: RichText,
}
