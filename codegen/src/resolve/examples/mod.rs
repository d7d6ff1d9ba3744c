//! What an example proves: which operation it belongs to, and whether the model holds of it.

mod beside;
mod convert;
pub(super) mod keys;
pub(super) mod overruled;
pub(super) mod samples;
pub(super) mod spellings;
mod stranger;
pub(super) mod tested;
pub(super) mod verdict;
