//! Values for which JSON lacks a type. Each keeps the text it was given, and parses it on demand.
//!
//! Documentation and services are not always right: a GUID may read `id-value`, a date may be empty. Decoding a whole
//! answer must not fail for that, and what was read must be written back unchanged.

mod binary;
mod clock;
mod convert;
mod date;
mod date_time;
mod decimal;
mod duration;
mod flags;
mod guid;
mod invalid;
mod number;
mod open_enum;
pub(crate) mod text;
mod time_of_day;

pub use binary::Binary;
pub use date::Date;
pub use date_time::{DateTime, DateTimeParts};
pub use decimal::Decimal;
pub use duration::Duration;
pub use flags::Flags;
pub use guid::Guid;
pub use invalid::Invalid;
pub use open_enum::OpenEnum;
pub use text::Text;
pub use time_of_day::TimeOfDay;

pub(crate) use number::Number;
pub(crate) use open_enum::open_enum;
