//! Checks a generated crate against its documented examples.
//!
//! The generator copies the folder `checker` as it is to a generated crate's tests. What stands around it here is what
//! the test `examples` has around it, and its tests.

#![allow(dead_code, reason = "the tests of generated crates use it")]

mod checker;
#[path = "../../support/src/support/examples/record.rs"]
mod record;
#[cfg(test)]
mod tests;

use support::support;
