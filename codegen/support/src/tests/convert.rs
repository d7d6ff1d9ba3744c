//! Values as other crates have them.

use crate::support::{Binary, Date, DateTime, Decimal, Duration, Guid, TimeOfDay};

#[test]
fn a_text_is_checked_where_it_is_asked_for() {
    assert_eq!(Date::checked("31.01.2026").unwrap_err().to_string(), "`31.01.2026` is not a date");
    assert_eq!(Date::checked("2026-01-31").unwrap().as_str(), "2026-01-31");
    assert!(Date::checked("2026-02-29").is_err());
    assert!(
        DateTime::checked("2026-01-31T12:00:00Z").is_ok()
            && DateTime::checked("2026-01-31T12:00:00").is_err()
    );
    assert!(TimeOfDay::checked("12:00").is_ok() && TimeOfDay::checked("24:00").is_err());
    assert!(Duration::checked("-PT5S").is_ok() && Duration::checked("5s").is_err());
    assert!(
        Guid::checked("6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21").is_ok() && Guid::checked("id-value").is_err()
    );
    assert!(Binary::checked("AAEC").is_ok() && Binary::checked("A").is_err());
    assert!(Decimal::checked("12.50").is_ok() && Decimal::checked("12,50").is_err());
    assert_eq!(Date::from("31.01.2026").as_str(), "31.01.2026");
}

#[cfg(feature = "jiff")]
#[test]
fn jiff() {
    use ::jiff::{SignedDuration, Timestamp, civil};
    let date = civil::Date::try_from(&Date::from("2024-02-29")).unwrap();
    assert_eq!((date, Date::from(date)), (civil::date(2024, 2, 29), "2024-02-29".into()));
    let time = civil::Time::try_from(&TimeOfDay::from("07:30:00.5")).unwrap();
    assert_eq!((time, TimeOfDay::from(time)), (civil::time(7, 30, 0, 500_000_000), "07:30:00.5".into()));
    let moment = Timestamp::try_from(&DateTime::from("2024-02-29T07:30:00.5+01:00")).unwrap();
    assert_eq!(DateTime::from(moment).as_str(), "2024-02-29T06:30:00.5Z");
    let length = SignedDuration::try_from(&Duration::from("PT1M0.5S")).unwrap();
    assert_eq!((length.as_millis(), Duration::try_from(length).unwrap().as_str()), (60_500, "PT60.5S"));
    assert!(Duration::try_from(-length).is_err());
    assert!(civil::Date::try_from(&Date::from("soon")).is_err());
}

#[cfg(feature = "chrono")]
#[test]
fn chrono() {
    use ::chrono::{DateTime as Theirs, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
    let date = NaiveDate::try_from(&Date::from("2024-02-29")).unwrap();
    assert_eq!((date.to_string().as_str(), Date::from(date).as_str()), ("2024-02-29", "2024-02-29"));
    let time = NaiveTime::try_from(&TimeOfDay::from("07:30:00.5")).unwrap();
    assert_eq!(TimeOfDay::from(time).as_str(), "07:30:00.5");
    let moment = DateTime::from("2024-02-29T07:30:00+01:00");
    assert_eq!(DateTime::from(Theirs::<FixedOffset>::try_from(&moment).unwrap()), moment);
    assert_eq!(DateTime::from(Theirs::<Utc>::try_from(&moment).unwrap()).as_str(), "2024-02-29T06:30:00Z");
    let length = TimeDelta::try_from(&Duration::from("PT1M0.5S")).unwrap();
    assert_eq!(
        (length.num_milliseconds(), Duration::try_from(length).unwrap().as_str()),
        (60_500, "PT60.5S")
    );
    assert!(Duration::try_from(-length).is_err());
    assert!(Theirs::<Utc>::try_from(&DateTime::from("2024-02-29T07:30:00")).is_err());
}

#[cfg(feature = "time")]
#[test]
fn time() {
    use ::time::{Date as TheirDate, Duration as TheirDuration, OffsetDateTime, Time};
    let date = TheirDate::try_from(&Date::from("2024-02-29")).unwrap();
    assert_eq!((date.ordinal(), Date::from(date).as_str()), (60, "2024-02-29"));
    let time = Time::try_from(&TimeOfDay::from("07:30:00.5")).unwrap();
    assert_eq!(TimeOfDay::from(time).as_str(), "07:30:00.5");
    let moment = OffsetDateTime::try_from(&DateTime::from("2024-02-29T07:30:00.5+01:00")).unwrap();
    assert_eq!((moment.hour(), DateTime::from(moment).as_str()), (7, "2024-02-29T06:30:00.5Z"));
    let length = TheirDuration::try_from(&Duration::from("PT1M0.5S")).unwrap();
    assert_eq!(Duration::try_from(length).unwrap().as_str(), "PT60.5S");
    assert!(Duration::try_from(-length).is_err());
    assert!(Time::try_from(&TimeOfDay::from("25:00")).is_err());
}

#[cfg(feature = "uuid")]
#[test]
fn uuid() {
    let guid = Guid::from("6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21");
    let uuid = ::uuid::Uuid::try_from(&guid).unwrap();
    assert_eq!((uuid.to_string().as_str(), Guid::from(uuid)), (guid.as_str(), guid.clone()));
    assert!(::uuid::Uuid::try_from(&Guid::from("id-value")).is_err());
}

#[cfg(feature = "rust_decimal")]
#[test]
fn rust_decimal() {
    let decimal = ::rust_decimal::Decimal::try_from(&Decimal::from("-12.50")).unwrap();
    assert_eq!((decimal.to_string().as_str(), Decimal::from(decimal).as_str()), ("-12.50", "-12.50"));
    let long = Decimal::from("0.1234567890123456789012345678901");
    assert!(::rust_decimal::Decimal::try_from(&long).is_err());
}
