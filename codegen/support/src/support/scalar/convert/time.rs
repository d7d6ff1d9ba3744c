//! `time`.

use std::time::SystemTime;

use ::time::{Date as TheirDate, Duration as TheirDuration, Month, OffsetDateTime, Time, UtcOffset};

use super::{read_as, time_of_day};
use crate::support::{Date, DateTime, Duration, Invalid, TimeOfDay};

read_as! {
    Date => TheirDate, "a date of the years -9999 to 9999", |date| {
        let (year, month, day) = date.parts().ok()?;
        TheirDate::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    };
    TimeOfDay => Time, "a time of day", |time| {
        let (hour, minute, second, nanosecond) = time.parts().ok()?;
        Time::from_hms_nano(hour, minute, second.min(59), nanosecond).ok()
    };
    DateTime => OffsetDateTime, "a moment in time", |moment| {
        let offset = i32::from(moment.parts().ok()?.offset_minutes?) * 60;
        let moment = OffsetDateTime::from(moment.to_system_time().ok()?);
        moment.checked_to_offset(UtcOffset::from_whole_seconds(offset).ok()?)
    };
    Duration => TheirDuration, "a duration of fixed length", |length| length.to_std().ok()?.try_into().ok();
}

impl From<TheirDate> for Date {
    fn from(date: TheirDate) -> Self {
        Self::from((date.year(), u8::from(date.month()), date.day()))
    }
}

impl From<Time> for TimeOfDay {
    fn from(time: Time) -> Self {
        time_of_day(time.hour(), time.minute(), time.second(), time.nanosecond())
    }
}

impl From<OffsetDateTime> for DateTime {
    /// In UTC.
    fn from(moment: OffsetDateTime) -> Self {
        Self::from(SystemTime::from(moment))
    }
}

impl TryFrom<TheirDuration> for Duration {
    type Error = Invalid;

    /// Services disagree on how to write a negative one.
    fn try_from(length: TheirDuration) -> Result<Self, Invalid> {
        let length_or_none = std::time::Duration::try_from(length);
        length_or_none
            .map(Self::from)
            .map_err(|_| Invalid::new(&length.to_string(), "a duration from zero up"))
    }
}
