//! The files in `support`, tested as a part of a crate that looks like a generated one.
#![allow(unexpected_cfgs, reason = "the feature `reqwest` is one of generated crates")]
#![allow(clippy::unwrap_used, reason = "in the helpers of tests, as in tests")]

#[path = "../support/mod.rs"]
pub mod support;

#[path = "support/sample.rs"]
pub mod sample;

#[path = "support/argument.rs"]
mod argument;
#[path = "support/beside_derive.rs"]
mod beside_derive;
#[path = "support/body.rs"]
mod body;
#[path = "support/decimal.rs"]
mod decimal;
#[path = "support/derived.rs"]
mod derived;
#[path = "support/fixed_query.rs"]
mod fixed_query;
#[path = "support/json.rs"]
mod json;
#[path = "support/mistaken.rs"]
mod mistaken;
#[path = "support/path.rs"]
mod path;
#[path = "support/permission.rs"]
mod permission;
#[path = "support/reply.rs"]
mod reply;
#[path = "support/request.rs"]
mod request;
#[path = "support/response.rs"]
mod response;
#[path = "support/scalar.rs"]
mod scalar;
#[path = "support/secret.rs"]
mod secret;
#[path = "support/table.rs"]
mod table;
