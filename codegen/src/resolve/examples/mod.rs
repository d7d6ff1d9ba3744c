//! What an example proves: which operation it belongs to, and whether the model holds of it.

pub(super) mod attach;
mod attacher;
mod beside;
mod check;
mod convert;
pub(super) mod keys;
pub(super) mod letter_case;
mod mismatch;
mod other_type;
pub(super) mod partial_tables;
pub(super) mod samples;
pub(super) mod spellings;
mod undocumented;
pub(super) mod wrong_tables;
