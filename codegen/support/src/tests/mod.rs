//! The support code, used as a generated crate uses it.

mod argument;
mod batch;
mod beside_derive;
mod body;
mod by_type;
mod changes;
#[cfg(feature = "client")]
mod client;
mod convert;
mod decimal;
mod derived;
mod empty;
#[cfg(feature = "examples")]
mod examples;
mod fixed_query;
mod fuzz;
mod json;
mod link;
mod mistaken;
mod notification;
mod object;
mod odata;
mod path;
mod permission;
mod properties;
mod removed;
mod reply;
mod request;
mod response;
mod scalar;
mod secret;
mod service;
mod table;
mod transport_error;
mod unfit;
mod upload;
