//! `Edm.TimeOfDay`.

use super::Invalid;
use super::clock::Reader;
use super::text::text_type;

text_type! {
    /// A time on the clock, without a date: kept as text, read and written back unchanged.
    ///
    /// Compared and ordered as text: `08:00:00` and `08:00:00.0000000` differ. Compare [`parts`](Self::parts) for the
    /// order in time.
    TimeOfDay
}

impl TimeOfDay {
    /// From a text that is checked: `07:30:00`. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match parse(text).is_some() {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "a time of day")),
        }
    }

    /// Hour, minute, second and nanosecond of a time in the form `07:30`, `07:30:00` or `07:30:00.1234567`.
    pub fn parts(&self) -> Result<(u8, u8, u8, u32), Invalid> {
        parse(&self.0).ok_or_else(|| Invalid::new(&self.0, "a time of day"))
    }

    /// Whether a text is a time of day as OData writes it.
    pub(crate) fn matches(text: &str) -> bool {
        parse(text).is_some()
    }
}

fn parse(text: &str) -> Option<(u8, u8, u8, u32)> {
    let mut reader = Reader(text);
    let time = reader.time()?;
    reader.end(time)
}
