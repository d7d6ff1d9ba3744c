//! Values that keep their text.

use std::time::{Duration as StdDuration, SystemTime};

use crate::sample::{Importance, Payment, delete_payment};
use crate::support::{Binary, Date, DateTime, Duration, Flags, Guid, OpenEnum, TimeOfDay};

#[test]
fn any_text_is_kept() {
    for text in ["", "id-value", "2021-02-30", "a \"quoted\" text", "é"] {
        let json = serde_json::to_string(text).unwrap();
        let guid: Guid = serde_json::from_str(&json).unwrap();
        assert_eq!(guid.as_str(), text);
        assert_eq!(serde_json::to_string(&guid).unwrap(), json);
        assert_eq!(text.parse(), Ok(guid));
    }
    assert_eq!(Date::from("x".to_owned()).to_string(), "x");
    assert_eq!(Guid::from("id-value").to_u128().unwrap_err().to_string(), "`id-value` is not a GUID");
}

#[test]
fn guids() {
    let bits = 0x5d11_5c9c_44e3_ea11_bb43_000d_3a2f_eca1;
    let text = "5d115c9c-44e3-ea11-bb43-000d3a2feca1";
    assert_eq!(Guid::from(text).to_u128(), Ok(bits));
    assert_eq!(Guid::from(format!("{{{}}}", text.to_uppercase())).to_u128(), Ok(bits));
    assert_eq!(Guid::from(bits).as_str(), text);
    assert_eq!(Guid::from(text).to_bytes().unwrap()[..2], [0x5d, 0x11]);
    for wrong in [
        "5d115c9c44e3ea11bb43000d3a2feca1",
        "5d115c9c-44e3-ea11-bb43-000d3a2feca",
        &text.replace('5', "é"),
        &text.replace("5d", "é"),
    ] {
        assert!(Guid::from(wrong).to_u128().is_err(), "{wrong}");
    }
}

#[test]
fn a_guid_that_was_read_goes_into_the_next_call() {
    let read = Payment { id: Some("5d115c9c-44e3-ea11-bb43-000d3a2feca1".into()), ..Default::default() };
    let path =
        |call: crate::support::Request<(), ()>| call.to_http("https://a.example").unwrap().uri().to_string();
    let expected = "https://a.example/payments/5d115c9c-44e3-ea11-bb43-000d3a2feca1";
    assert_eq!(path(delete_payment(read.id.as_ref().unwrap())), expected);
    assert_eq!(path(delete_payment(read.id.as_deref().unwrap())), expected);
}

#[test]
fn dates() {
    assert_eq!(Date::from("2020-02-29").parts(), Ok((2020, 2, 29)));
    assert_eq!(Date::from("0001-01-01").parts(), Ok((1, 1, 1)));
    assert_eq!(Date::from((2021, 3, 4)).as_str(), "2021-03-04");
    for wrong in
        ["2021-02-29", "1900-02-29", "2021-13-01", "2021-00-01", "2021-1-01", "2021-01-01Z", "21-01-01", "é"]
    {
        assert!(Date::from(wrong).parts().is_err(), "{wrong}");
    }
}

#[test]
fn times_of_day() {
    assert_eq!(TimeOfDay::from("07:30").parts(), Ok((7, 30, 0, 0)));
    assert_eq!(TimeOfDay::from("07:30:05.1234567").parts(), Ok((7, 30, 5, 123_456_700)));
    for wrong in ["24:00:00", "7:30", "07:60", "07:30:00.", "07:30:00Z", ""] {
        assert!(TimeOfDay::from(wrong).parts().is_err(), "{wrong}");
    }
}

#[test]
fn dates_with_times() {
    let parts = DateTime::from("2021-02-28T07:30:00.25+05:30").parts().unwrap();
    assert_eq!(
        (parts.day, parts.hour, parts.nanosecond, parts.offset_minutes),
        (28, 7, 250_000_000, Some(330))
    );
    assert_eq!(DateTime::from("2021-02-28T07:30").parts().unwrap().offset_minutes, None);
    for (text, seconds) in [
        ("1970-01-01T00:00:00Z", 0),
        ("2000-03-01T00:00:00Z", 951_868_800),
        ("2021-02-28T07:30:00+05:30", 1_614_477_600),
        ("2016-12-31T23:59:60Z", 1_483_228_800),
    ] {
        let moment = SystemTime::UNIX_EPOCH + StdDuration::from_secs(seconds);
        assert_eq!(DateTime::from(text).to_system_time(), Ok(moment), "{text}");
    }
    let before = SystemTime::UNIX_EPOCH - StdDuration::from_millis(1500);
    assert_eq!(DateTime::from(before).as_str(), "1969-12-31T23:59:58.5Z");
    assert_eq!(DateTime::from("1969-12-31T23:59:58.5z").to_system_time(), Ok(before));
    for wrong in
        ["2021-02-28", "2021-02-28 07:30:00Z", "2021-02-28T07:30:00+0530", "2021-02-28T07:30:00Zx", "never"]
    {
        assert!(DateTime::from(wrong).parts().is_err(), "{wrong}");
    }
    assert!(DateTime::from("2021-02-28T07:30:00").to_system_time().is_err());
}

#[test]
fn moments_come_back() {
    // Every 400 years the calendar repeats; steps of about a month and a bit pass all its corners.
    for step in 0..6000 {
        let moment = SystemTime::UNIX_EPOCH + StdDuration::from_secs(step * 2_345_678);
        assert_eq!(DateTime::from(moment).to_system_time(), Ok(moment));
    }
}

#[test]
fn durations() {
    let seconds = |text: &str| Duration::from(text).to_std().ok().map(|length| length.as_secs_f64());
    assert_eq!(seconds("P1DT2H30M5.5S"), Some(95_405.5));
    assert_eq!(seconds("PT0S"), Some(0.0));
    assert_eq!(seconds("P2W"), Some(1_209_600.0));
    for wrong in [
        "P",
        "PT",
        "P1DT",
        "1D",
        "-PT1S",
        "P1Y",
        "P1M",
        "PT1S1M",
        "PT1",
        "PT0.5H",
        "PT1M1M",
        "PT99999999999999999999S",
        "",
    ] {
        assert_eq!(seconds(wrong), None, "{wrong}");
    }
    assert_eq!(Duration::from(StdDuration::from_millis(5_400_500)).as_str(), "PT5400.5S");
}

#[test]
fn bytes() {
    for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
        assert_eq!(Binary::from_bytes(bytes.as_bytes()).as_str(), text);
        assert_eq!(Binary::from(text).to_bytes().unwrap(), bytes.as_bytes());
        assert_eq!(Binary::from(text.trim_end_matches('=')).to_bytes().unwrap(), bytes.as_bytes());
    }
    assert_eq!(Binary::from("-_8").to_bytes(), Binary::from("+/8=").to_bytes());
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(Binary::from_bytes(&all).to_bytes().unwrap(), all);
    for wrong in ["Z", "Zh==", "Zg=", "Zg===", "Zm 8", "=", "Z===", "é"] {
        assert!(Binary::from(wrong).to_bytes().is_err(), "{wrong}");
    }
}

#[test]
fn enums_are_open() {
    let read = |json: &str| serde_json::from_str::<Importance>(json).unwrap();
    assert_eq!(read("\"high\""), Importance::High);
    assert_eq!(read("\"High\""), Importance::Other("High".into()));
    assert_eq!(serde_json::to_string(&read("\"unheard\"")).unwrap(), "\"unheard\"");
    for (text, member) in Importance::MEMBERS {
        assert_eq!(
            (member.as_str(), member.to_string().as_str(), &Importance::from(*text)),
            (*text, *text, member)
        );
    }
}

#[test]
fn flags_are_lists() {
    let flags: Flags<Importance> = serde_json::from_str("\"low, unheard,high\"").unwrap();
    assert!(flags.contains(&Importance::High) && !flags.contains(&Importance::Normal));
    assert_eq!(
        flags.iter().collect::<Vec<_>>(),
        [Importance::Low, Importance::from("unheard"), Importance::High]
    );
    assert_eq!(serde_json::to_string(&flags).unwrap(), "\"low, unheard,high\"");
    assert_eq!([Importance::High, Importance::Low].into_iter().collect::<Flags<_>>().as_str(), "high,low");
    assert_eq!(Flags::<Importance>::from("high,low"), Flags::from("low, high"));
    assert_ne!(Flags::<Importance>::from("high,low"), Flags::from("high"));
    assert_eq!(Flags::<Importance>::from("").iter().count(), 0);
}

#[test]
fn enums_and_flags_are_texts_both_ways() {
    let high: Importance = "high".parse().unwrap();
    assert_eq!((&high, high.as_ref(), high.to_string().as_str()), (&Importance::High, "high", "high"));
    assert_eq!("urgent".parse(), Ok(Importance::Other("urgent".into())));
    let flags: Flags<Importance> = "low,high".parse().unwrap();
    assert_eq!((flags.as_ref(), flags.to_string().as_str()), ("low,high", "low,high"));
    assert_eq!(Flags::from("low,high".to_owned()), flags);
}
