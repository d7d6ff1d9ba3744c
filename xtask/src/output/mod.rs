//! The folder that is written: what of it is the generator's, what would change, and the writing itself.
//!
//! The generator owns the files of its manifest as long as their content is what the manifest says, and nothing else.

mod at_once;
mod disk;
mod manifest;
mod place;
mod plan;
mod staging;
#[cfg(test)]
mod tests;
mod turn;
mod write;

pub(crate) use manifest::{NAME as MANIFEST, digest, hex};
pub(crate) use plan::{Change, Plan, unchanged};
pub(crate) use turn::Turn;
pub(crate) use write::{replace, write};
