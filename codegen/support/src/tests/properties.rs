//! What holds of every scalar, every argument and every link.

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::{Duration as StdDuration, SystemTime};

use percent_encoding::percent_decode_str;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

use crate::support::odata::Literal;
use crate::support::{
    Argument, Binary, Date, DateTime, Decimal, Duration, Guid, Json, Method, Request, Text, TimeOfDay, quoted,
};

/// What OData, URLs and JSON are made of, and anything else.
fn text() -> impl Strategy<Value = String> {
    const PIECES: [&str; 40] = [
        "a",
        "é",
        "年",
        "'",
        "''",
        "\"",
        "\\",
        "/",
        "//",
        "?",
        "#",
        "%",
        "%2F",
        "%27",
        "&",
        "=",
        "+",
        " ",
        "(",
        ")",
        ",",
        ".",
        "..",
        "$",
        "@a",
        "[",
        "]",
        "-",
        "12",
        "0",
        "e5",
        "T",
        "Z",
        ":",
        "P1D",
        "duration'",
        "true",
        "null",
        "2020-02-30",
        "\u{0}",
    ];
    let pieces = vec(select(&PIECES[..]), 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![2 => pieces, 1 => any::<String>()]
}

/// A number as JSON writes it.
fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,9})([.][0-9]{1,8})?([eE][+-]?[0-9])?"
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Written and read as JSON, it has the same text.
fn comes_back<T: Text + Serialize + DeserializeOwned>(text: &str) -> bool {
    let json = serde_json::to_string(&T::from_text(text)).unwrap();
    serde_json::from_str::<T>(&json).unwrap().as_text() == text && T::from_text(text).as_text() == text
}

/// Whether a text is one string of OData: nothing in it ends it.
fn is_one_string(text: &str) -> bool {
    let inside = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    inside.is_some_and(|inside| !inside.replace("''", "").contains('\''))
}

proptest! {
    /// Any text is kept, written to JSON and read back, whatever it should have been.
    #[test]
    fn any_text_comes_back(text in text()) {
        prop_assert!(comes_back::<Guid>(&text) && comes_back::<Date>(&text) && comes_back::<DateTime>(&text));
        prop_assert!(comes_back::<TimeOfDay>(&text) && comes_back::<Duration>(&text));
        prop_assert!(comes_back::<Binary>(&text) && comes_back::<Decimal>(&text));
    }

    /// A text that is checked is one that can be parsed, and no text makes parsing panic.
    #[test]
    fn what_is_checked_can_be_parsed(text in text()) {
        prop_assert_eq!(Guid::checked(&text).is_ok(), Guid::from(text.as_str()).to_u128().is_ok());
        prop_assert_eq!(Date::checked(&text).is_ok(), Date::from(text.as_str()).parts().is_ok());
        prop_assert_eq!(TimeOfDay::checked(&text).is_ok(), TimeOfDay::from(text.as_str()).parts().is_ok());
        prop_assert_eq!(Binary::checked(&text).is_ok(), Binary::from(text.as_str()).to_bytes().is_ok());
        let moment = DateTime::from(text.as_str());
        prop_assert!(DateTime::checked(&text).is_ok() || moment.to_system_time().is_err());
        prop_assert!(Duration::checked(&text).is_ok() || Duration::from(text.as_str()).to_std().is_err());
        prop_assert!(Decimal::checked(&text).is_ok() || Decimal::from(text.as_str()).to_scaled().is_err());
    }

    /// A number keeps every digit, as a number and as a string of JSON.
    #[test]
    fn a_decimal_keeps_every_digit(text in "-?(0|[1-9][0-9]{0,40})([.][0-9]{1,40})?([eE][+-]?[0-9]{1,8})?") {
        for json in [text.clone(), format!("{text:?}")] {
            let read: Decimal = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), text.as_str());
        }
    }

    /// Decimals are ordered, equal and hashed as the numbers that they are: exactly, however they are written.
    #[test]
    fn decimals_are_compared_by_value(texts in vec(number(), 2), scale in 0_u32..9) {
        let [left, right] = [&texts[0], &texts[1]].map(|text| Decimal::from(text.as_str()));
        let exact = |decimal: &Decimal| {
            let (mantissa, scale) = decimal.to_scaled().unwrap();
            mantissa * 10_i128.pow(17 - scale)
        };
        prop_assert_eq!(left.cmp(&right), exact(&left).cmp(&exact(&right)));
        prop_assert_eq!(left == right, exact(&left) == exact(&right));
        // The same value with more zeros, and with an exponent.
        let (mantissa, own) = left.to_scaled().unwrap();
        let again = Decimal::new(mantissa * 10_i128.pow(scale), own + scale);
        let shifted = Decimal::from(format!("{mantissa}e-{own}"));
        for same in [again, shifted] {
            prop_assert_eq!(left.cmp(&same), Ordering::Equal, "{} {}", left, same);
            prop_assert_eq!(hash(&left), hash(&same));
        }
    }

    /// A decimal gives what it was made of.
    #[test]
    fn a_decimal_gives_what_it_was_made_of(mantissa in any::<i128>(), scale in 0_u32..60) {
        prop_assert_eq!(Decimal::new(mantissa, scale).to_scaled(), Ok((mantissa, scale)));
    }

    /// A decimal is near the floating-point number that the standard library reads.
    #[test]
    fn a_decimal_is_the_nearest_float(text in "-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?") {
        let parsed: f64 = text.parse().unwrap();
        prop_assert_eq!(Decimal::from(text).to_f64().ok(), Some(parsed).filter(|number| number.is_finite()));
    }

    /// A moment comes back from its text, to the nanosecond, before 1970 too.
    #[test]
    fn a_moment_comes_back(seconds in -200_000_000_000_i64..250_000_000_000, nanoseconds in 0_u32..1_000_000_000) {
        let distance = StdDuration::new(seconds.unsigned_abs(), nanoseconds);
        let moment = match seconds < 0 {
            true => SystemTime::UNIX_EPOCH - distance,
            false => SystemTime::UNIX_EPOCH + distance,
        };
        let text = DateTime::from(moment);
        prop_assert_eq!(text.to_system_time(), Ok(moment), "{}", text);
        prop_assert!(DateTime::checked(text.as_str()).is_ok());
    }

    /// An offset moves the clock, not the moment.
    #[test]
    fn an_offset_moves_the_clock(hour in 0_i64..24, minute in 0_i64..60, offset in -839_i64..840) {
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        let text = format!("2020-03-01T{hour:02}:{minute:02}:00{sign}{hours:02}:{minutes:02}");
        let noon = DateTime::from("2020-03-01T00:00:00Z").to_system_time().unwrap();
        let minutes = hour * 60 + minute - offset;
        let distance = StdDuration::from_secs(minutes.unsigned_abs() * 60);
        let moment = if minutes < 0 { noon - distance } else { noon + distance };
        prop_assert_eq!(DateTime::from(text.as_str()).to_system_time(), Ok(moment), "{}", text);
    }

    /// A date that there is comes back, and no other is one.
    #[test]
    fn a_date_is_a_day_of_the_calendar(year in -9999_i32..10_000, month in 0_u8..15, day in 0_u8..34) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let is_day = (1..=12).contains(&month) && (1..=days[usize::from(month.clamp(1, 12)) - 1]).contains(&day);
        let date = Date::from((year, month, day));
        prop_assert_eq!(date.parts().ok(), is_day.then_some((year, month, day)), "{}", date);
    }

    /// A length of time comes back from its text.
    #[test]
    fn a_duration_comes_back(seconds in any::<u64>(), nanoseconds in 0_u32..1_000_000_000) {
        let length = StdDuration::new(seconds, nanoseconds);
        prop_assert_eq!(Duration::from(length).to_std(), Ok(length));
    }

    /// A GUID gives the bits that it was made of, in either case, with braces or without.
    #[test]
    fn a_guid_gives_its_bits(bits in any::<u128>()) {
        let guid = Guid::from(bits);
        for text in [guid.to_string(), guid.as_str().to_uppercase(), format!("{{{guid}}}")] {
            prop_assert_eq!(Guid::from(text).to_u128(), Ok(bits));
        }
    }

    /// Bytes come back from base64 of either alphabet, padded or not.
    #[test]
    fn bytes_come_back(bytes in vec(any::<u8>(), 0..40)) {
        let text = Binary::from_bytes(&bytes).to_string();
        let url_safe = text.replace('+', "-").replace('/', "_");
        for text in [&text, &url_safe, text.trim_end_matches('='), url_safe.trim_end_matches('=')] {
            prop_assert_eq!(Binary::from(text).to_bytes(), Ok(bytes.clone()), "{}", text);
        }
    }

    /// A text in a condition is one string of OData, which says that text.
    #[test]
    fn a_text_is_one_string_of_odata(text in text()) {
        let literal = quoted(&text);
        prop_assert!(is_one_string(&literal));
        prop_assert_eq!(literal[1..literal.len() - 1].replace("''", "'"), text.as_str());
        prop_assert_eq!(Literal::<Option<String>>::literal(&text.as_str()), literal);
    }

    /// What is written where a GUID or a date belongs ends no condition: it is one, or a string, or a word without spaces.
    #[test]
    fn no_value_ends_a_condition(text in text()) {
        let guid = Guid::from(text.as_str());
        for literal in [
            Literal::<Option<Guid>>::literal(&&guid),
            Literal::<Option<Date>>::literal(&text.as_str()),
            Literal::<Option<DateTime>>::literal(&text.as_str()),
            Literal::<Option<TimeOfDay>>::literal(&text.as_str()),
        ] {
            let outside: String = literal.split('\'').step_by(2).collect();
            let is_one = |letter: char| letter.is_ascii_alphanumeric() || "-+.:_@,[]".contains(letter);
            prop_assert!(outside.chars().all(|letter| is_one(letter) || letter == ' ' && literal.starts_with('[')), "{}", literal);
            prop_assert_eq!(literal.matches('\'').count() % 2, 0, "{}", literal);
        }
    }

    /// An argument is one segment, or is refused: it adds no segment, no query and no fragment, and leads nowhere else.
    #[test]
    fn an_argument_is_one_segment_or_refused(text in text()) {
        let arguments = [Argument::from(text.as_str())];
        let request = Request::<(), Json>::call(Method::GET, "/books/{id}/loans", &arguments, ());
        let Ok(sent) = request.to_http("https://host.example/v1.0") else {
            prop_assert!(["", ".", ".."].contains(&text.as_str()), "{:?}", text);
            return Ok(());
        };
        let url = Url::parse(&sent.uri().to_string()).unwrap();
        prop_assert_eq!((url.host_str(), url.query(), url.fragment()), (Some("host.example"), None, None));
        let path = percent_decode_str(url.path()).decode_utf8().unwrap().into_owned();
        let plain = format!("/v1.0/books/{text}/loans");
        let key = format!("/v1.0/books('{}')/loans", text.replace('\'', "''"));
        prop_assert_eq!(path, if text.starts_with('$') { key } else { plain });
        prop_assert_eq!(url.path_segments().unwrap().count(), if text.starts_with('$') { 3 } else { 4 });
    }

    /// Whatever a link is, it is followed to the service that sent it, or refused.
    #[test]
    fn a_link_leads_to_its_service_or_nowhere(link in text(), scheme in select(vec!["", "https://", "//", "https://host.example", "https://host.example/v1.0/"])) {
        let link = format!("{scheme}{link}");
        let request = Request::<(), Json>::link(&link);
        if let Ok(sent) = request.to_http("https://host.example/v1.0") {
            let url = Url::parse(&sent.uri().to_string()).unwrap();
            prop_assert_eq!((url.scheme(), url.host_str(), url.username()), ("https", Some("host.example"), ""));
        }
    }
}
