//! `jiff`.

use ::jiff::civil;
use ::jiff::{SignedDuration, Timestamp};

use super::{read_as, time_of_day};
use crate::support::{Date, DateTime, Duration, Invalid, TimeOfDay};

read_as! {
    Date => civil::Date, "a date of the years -9999 to 9999", |date| {
        let (year, month, day) = date.parts().ok()?;
        civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    };
    TimeOfDay => civil::Time, "a time of day", |time| {
        let (hour, minute, second, nanosecond) = time.parts().ok()?;
        let second = second.min(59);
        civil::Time::new(hour as i8, minute as i8, second as i8, nanosecond as i32).ok()
    };
    DateTime => Timestamp, "a moment in time", |moment| moment.to_system_time().ok()?.try_into().ok();
    Duration => SignedDuration, "a duration of fixed length", |length| length.to_std().ok()?.try_into().ok();
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self::from((i32::from(date.year()), date.month() as u8, date.day() as u8))
    }
}

impl From<civil::Time> for TimeOfDay {
    fn from(time: civil::Time) -> Self {
        time_of_day(
            time.hour() as u8,
            time.minute() as u8,
            time.second() as u8,
            time.subsec_nanosecond() as u32,
        )
    }
}

impl From<Timestamp> for DateTime {
    /// In UTC.
    fn from(moment: Timestamp) -> Self {
        Self::from(moment.to_string())
    }
}

impl TryFrom<SignedDuration> for Duration {
    type Error = Invalid;

    /// Services disagree on how to write a negative one.
    fn try_from(length: SignedDuration) -> Result<Self, Invalid> {
        let length_or_none = std::time::Duration::try_from(length);
        length_or_none
            .map(Self::from)
            .map_err(|_| Invalid::new(&length.to_string(), "a duration from zero up"))
    }
}
