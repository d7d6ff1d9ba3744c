//! The result of checking one message against its operation.

use crate::diagnostic::Code;
use crate::source::Span;
use crate::type_check;

/// The properties of a message that the tables lack, or why it is not a test.
pub(super) type Agreement = Result<Undocumented, Mismatch>;

/// Where a message has properties that the tables lack.
pub(super) type Undocumented = Vec<(type_check::Location, Span)>;

/// Why a message is not a test.
pub(super) struct Mismatch {
    pub(super) code: Code,
    pub(super) span: Span,
    pub(super) message: String,
    /// Whether it has text where JSON is due, perhaps JSON with a slip.
    pub(super) is_text: bool,
}
