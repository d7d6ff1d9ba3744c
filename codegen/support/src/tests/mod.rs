//! The support code, used as a generated crate uses it.

mod argument;
mod beside_derive;
mod body;
mod decimal;
mod derived;
#[cfg(feature = "examples")]
mod examples;
mod fixed_query;
mod json;
mod mistaken;
mod path;
mod permission;
mod reply;
mod request;
mod response;
mod scalar;
mod secret;
mod table;
mod unfit;
