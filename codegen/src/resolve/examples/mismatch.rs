//! The result of checking one message against its operation.

use crate::diagnostic::Code;
use crate::source::Span;
use crate::type_check;

/// The properties of a message that the tables lack, or why it is not a test.
pub(super) type Agreement = Result<Vec<(type_check::Location, Span)>, Mismatch>;

/// Why a message is not a test.
pub(super) struct Mismatch {
    pub(super) code: Code,
    pub(super) span: Span,
    pub(super) message: String,
}
