//! What an example proves: which operation it belongs to, and whether the model holds of it.

mod convert;
mod stranger;
pub(super) mod tested;
pub(super) mod verdict;
