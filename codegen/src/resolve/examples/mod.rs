//! What an example proves: which route it belongs to, and whether the model holds of it.

pub(super) mod exchanges;
mod stranger;
pub(super) mod tested;
pub(super) mod verdict;
