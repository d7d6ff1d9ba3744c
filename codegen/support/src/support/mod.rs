//! The hand-written half of this crate: what every generated module builds on.
//!
//! * [`Model`] is what all structured types share; each is a table that one reader and one writer go through (`model`).
//! * [`Json`], [`Related`], [`Stream`] and [`Extra`] keep JSON as it came (`json`).
//! * [`Guid`], [`Date`], [`DateTime`], [`TimeOfDay`], [`Duration`], [`Binary`], [`Decimal`], [`OpenEnum`] and [`Flags`]
//!   are the values that JSON has no types for; they keep the text they were given (`scalar`).
//! * [`Request`] is one call, before any HTTP client; [`Argument`], [`Body`] and [`Answer`] are what it is made of, what it
//!   sends and what it decodes (`request`).
//! * `field!` and `fields!` name properties for a request's options (`odata`).
//! * [`validation`] answers the service that asks whether notifications are wanted (`notification`).
//! * [`Permissions`] is what a caller needs, as data (`permission`).
//! * [`Error`] is everything that can go wrong (`error`).
//! * With the feature `client`, or that of an HTTP client, `client` sends calls, authorizes them, and tries again where the
//!   service is busy (`client`).
//! * With the feature `examples`, `examples::respond` stands in for the service (`examples`).
//!
//! The examples in these modules call a library's service: `shelf::list()`, `book::create(…)` and `reader::get(…)` stand for
//! functions of a crate such as this one, and `Shelf` and `Book` for its types. Use this crate's own functions and types instead.
//! (The file `library.rs` has the library. It is no module: the examples alone include it, so that the compiler checks them.)

#[cfg(feature = "client")]
pub mod client;
mod error;
#[cfg(feature = "examples")]
pub mod examples;
mod header;
mod json;
mod model;
mod notification;
pub mod odata;
mod permission;
mod request;
pub(crate) mod scalar;

pub use error::{
    ArgumentError, DecodeError, EmptyAnswer, Error, Reason, ServiceError, TransportError, UrlReason,
};
pub use http::Method;
pub use json::{Extra, FeatureOff, Json, Related, Stream};
pub use model::{Changes, Model, Unfit};
#[doc(hidden)]
pub use model::{
    JsonSlot, Object, ObjectSlot, ObjectsSlot, Slot, Table, TextSlot, TextsSlot, ValueSlot, View,
    debug_table, put, read_table, write_table,
};
pub use notification::validation;
pub use permission::{Permission, Permissions};
pub use request::{
    Answer, Argument, AsEtag, Authorization, Batch, BatchAnswers, BatchPart, Body, Collection, Content,
    Delta, Download, Element, Multipart, Part, Receipt, Reply, Request, Upload, Wrapped, quoted,
};
pub use scalar::{
    Binary, Date, DateTime, DateTimeParts, Decimal, Duration, Flags, Guid, Invalid, OpenEnum, Text, TimeOfDay,
};

#[allow(unused_imports, reason = "not every crate has one")]
pub(crate) use model::table;
#[allow(unused_imports, reason = "not every crate has one")]
pub(crate) use scalar::open_enum;
