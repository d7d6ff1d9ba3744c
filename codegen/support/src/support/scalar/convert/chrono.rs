//! `chrono`.

use ::chrono::{DateTime as Theirs, Datelike, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeDelta};
use ::chrono::{TimeZone, Timelike, Utc};

use super::{read_as, time_of_day};
use crate::support::{Date, DateTime, Duration, Invalid, TimeOfDay};

read_as! {
    Date => NaiveDate, "a date", |date| {
        let (year, month, day) = date.parts().ok()?;
        NaiveDate::from_ymd_opt(year, month.into(), day.into())
    };
    TimeOfDay => NaiveTime, "a time of day", |time| {
        let (hour, minute, second, nanosecond) = time.parts().ok()?;
        NaiveTime::from_hms_nano_opt(hour.into(), minute.into(), second.min(59).into(), nanosecond)
    };
    DateTime => Theirs<Utc>, "a moment in time", |moment| Some(read_with_offset(moment)?.to_utc());
    DateTime => Theirs<FixedOffset>, "a moment in time", read_with_offset;
    Duration => TimeDelta, "a duration of fixed length", |length| TimeDelta::from_std(length.to_std().ok()?).ok();
}

fn read_with_offset(moment: &DateTime) -> Option<Theirs<FixedOffset>> {
    let parts = moment.parts().ok()?;
    let offset = FixedOffset::east_opt(i32::from(parts.offset_minutes?) * 60)?;
    let date = NaiveDate::from_ymd_opt(parts.year, parts.month.into(), parts.day.into())?;
    let second = parts.second.min(59).into();
    let clock = date.and_hms_nano_opt(parts.hour.into(), parts.minute.into(), second, parts.nanosecond)?;
    clock.and_local_timezone(offset).single()
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self::from((date.year(), date.month() as u8, date.day() as u8))
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(time: NaiveTime) -> Self {
        // In a leap second, there are more than a thousand million of them.
        let nanosecond = time.nanosecond().min(999_999_999);
        time_of_day(time.hour() as u8, time.minute() as u8, time.second() as u8, nanosecond)
    }
}

impl<Tz: TimeZone> From<Theirs<Tz>> for DateTime {
    /// With the offset that it has.
    fn from(moment: Theirs<Tz>) -> Self {
        Self::from(moment.fixed_offset().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl TryFrom<TimeDelta> for Duration {
    type Error = Invalid;

    /// Services disagree on how to write a negative one.
    fn try_from(length: TimeDelta) -> Result<Self, Invalid> {
        let length_or_none = length.to_std();
        length_or_none
            .map(Self::from)
            .map_err(|_| Invalid::new(&length.to_string(), "a duration from zero up"))
    }
}
