//! `Edm.DateTimeOffset`.

use std::time::{Duration, SystemTime};

use super::Invalid;
use super::clock::{Reader, date_from_days, days_from_date};
use super::text::text_type;

text_type! {
    /// A date and time, kept as text: whatever the service sends is read and written back unchanged.
    ///
    /// Compared and ordered as text: `2021-01-01T00:00:00Z` and `2021-01-01T01:00:00+01:00` differ. Compare
    /// [`to_system_time`](Self::to_system_time) for the order in time.
    DateTime
}

/// What a [`DateTime`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTimeParts {
    /// The year; negative before the year 0.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59; 60 in a leap second.
    pub second: u8,
    /// The fraction of the second; digits beyond the ninth are left out.
    pub nanosecond: u32,
    /// Minutes east of UTC, if the text says so: 0 for `Z`, 330 for `+05:30`.
    pub offset_minutes: Option<i16>,
}

impl DateTime {
    /// From a text that is checked: `2021-02-28T07:30:00Z`. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match Self::matches(text) {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "a date and time with an offset")),
        }
    }

    /// The parts of a text in the form `2021-02-28T07:30:00.1234567Z`; seconds and offset may be missing.
    pub fn parts(&self) -> Result<DateTimeParts, Invalid> {
        parse(&self.0).ok_or_else(|| Invalid::new(&self.0, "a date and time"))
    }

    /// The moment that it names. A text without an offset names none.
    pub fn to_system_time(&self) -> Result<SystemTime, Invalid> {
        let moment = self.parts()?.moment();
        moment.ok_or_else(|| Invalid::new(&self.0, "a moment in time: it has no offset, or is out of range"))
    }

    /// Whether a text is a date and time as OData writes it: with an offset.
    pub(crate) fn matches(text: &str) -> bool {
        parse(text).is_some_and(|parts| parts.offset_minutes.is_some())
    }
}

impl DateTimeParts {
    fn moment(&self) -> Option<SystemTime> {
        let days = days_from_date((self.year, self.month, self.day));
        let minutes = (days * 24 + i64::from(self.hour)) * 60 + i64::from(self.minute);
        let seconds = (minutes - i64::from(self.offset_minutes?)) * 60 + i64::from(self.second);
        let distance = Duration::from_secs(seconds.unsigned_abs());
        let second = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        };
        second?.checked_add(Duration::from_nanos(self.nanosecond.into()))
    }
}

impl From<SystemTime> for DateTime {
    /// In UTC, with as many digits of the second as are needed.
    fn from(moment: SystemTime) -> Self {
        let nanoseconds = match moment.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => after.as_nanos() as i128,
            Err(before) => -(before.duration().as_nanos() as i128),
        };
        let seconds = nanoseconds.div_euclid(1_000_000_000) as i64;
        let (year, month, day) = date_from_days(seconds.div_euclid(86_400));
        let second = seconds.rem_euclid(86_400);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        let fraction = match nanoseconds.rem_euclid(1_000_000_000) {
            0 => String::new(),
            nanosecond => format!(".{nanosecond:09}").trim_end_matches('0').to_owned(),
        };
        let sign = if year < 0 { "-" } else { "" };
        let date = format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs());
        Self(format!("{date}T{hour:02}:{minute:02}:{second:02}{fraction}Z").into())
    }
}

fn parse(text: &str) -> Option<DateTimeParts> {
    let mut reader = Reader(text);
    let (year, month, day) = reader.date()?;
    reader.any_of(&['T'])?;
    let (hour, minute, second, nanosecond) = reader.time()?;
    let offset_minutes = reader.offset()?;
    reader.end(DateTimeParts { year, month, day, hour, minute, second, nanosecond, offset_minutes })
}
