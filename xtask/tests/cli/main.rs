//! Runs the program as its users do, in folders of its own.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails with the test")]

mod attribution;
#[cfg(unix)]
mod changing;
mod check;
mod checkout;
mod corrections;
mod diff;
mod documents;
mod explain;
#[cfg(unix)]
mod faults;
mod harm;
mod input;
mod lint;
mod overlay;
mod ownership;
mod project;
#[cfg(unix)]
mod remembered;
mod report;
mod settings;
mod slice;
mod terminal;
mod usage;
mod watch;
