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
    /// Hour, minute, second and nanosecond of a time in the form `07:30`, `07:30:00` or `07:30:00.1234567`.
    pub fn parts(&self) -> Result<(u8, u8, u8, u32), Invalid> {
        let mut reader = Reader(&self.0);
        let time = reader.time().and_then(|time| reader.end(time));
        time.ok_or_else(|| Invalid::new(&self.0, "a time of day"))
    }
}
