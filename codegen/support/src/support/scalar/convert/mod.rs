//! The values as other crates have them, and back. Each crate is a feature, and adds nothing but conversions.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;

/// `TryFrom<&Ours> for Theirs`, by a function that gives none where the text is nothing of the kind.
#[allow(unused_macros, reason = "no feature is on by default")]
macro_rules! read_as {
    ($($ours:ty => $theirs:ty, $expected:literal, $read:expr;)+) => {
        $(
            impl TryFrom<&$ours> for $theirs {
                type Error = $crate::support::Invalid;

                fn try_from(ours: &$ours) -> Result<Self, Self::Error> {
                    let read: fn(&$ours) -> Option<$theirs> = $read;
                    read(ours).ok_or_else(|| $crate::support::Invalid::new(ours.as_str(), $expected))
                }
            }
        )+
    };
}

#[allow(unused_imports, reason = "no feature is on by default")]
use read_as;

/// A time on the clock as OData writes it, with as many digits of the second as are needed.
#[allow(dead_code, reason = "no feature is on by default")]
fn time_of_day(hour: u8, minute: u8, second: u8, nanosecond: u32) -> super::TimeOfDay {
    let fraction = match nanosecond {
        0 => String::new(),
        nanosecond => format!(".{nanosecond:09}").trim_end_matches('0').to_owned(),
    };
    super::TimeOfDay::from(format!("{hour:02}:{minute:02}:{second:02}{fraction}"))
}
