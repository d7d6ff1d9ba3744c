//! Clients over each HTTP client that there is a feature for, against a server of the test's own.

mod answers;
mod backends;
mod batches;
mod canned;
mod hyper;
mod pages;
mod retries;
mod server;
mod tokens;
#[cfg(feature = "tracing")]
mod traces;
mod uploads;

use backends::{BACKENDS, Backend, Setup};
use server::{Answer, Server};
