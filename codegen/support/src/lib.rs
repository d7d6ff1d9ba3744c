//! The half of every generated crate that is written by hand.
//!
//! The generator copies the folder `support` as it is, so that it is a module of the same name here and there. What
//! stands around it here is what a generated crate has around it, and its tests.

#[cfg(test)]
pub mod sample;
pub mod support;
#[cfg(test)]
mod tests;
