//! What the documentation asks of those who know where links lead.

use super::address::Address;
use crate::text::RichText;

/// Where links on a page lead to in the crate's documentation.
pub(crate) trait LinkTarget {
    /// The destination of `target`, written on the page of `text`.
    fn destination(&self, text: &RichText, target: &str) -> Option<Address>;
}
