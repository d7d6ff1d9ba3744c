//! What an example proves: which route it belongs to, and whether the model holds of it.

mod convert;
pub(super) mod exchanges;
pub(super) mod tested;
pub(super) mod verdict;
