//! `Edm.Duration`.

use super::Invalid;
use super::clock::Reader;
use super::text::text_type;

text_type! {
    /// A length of time in the notation of ISO 8601, kept as text: read and written back unchanged.
    ///
    /// Compared and ordered as text: `PT60M` and `PT1H` differ. Compare [`to_std`](Self::to_std) for the length.
    Duration
}

impl Duration {
    /// From a text that is checked: `P1DT2H30M`, `-PT5S`. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match parse(text.strip_prefix('-').unwrap_or(text)).is_some() {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "a duration")),
        }
    }

    /// The length of a text such as `P1DT2H30M5.5S` or `P2W`.
    ///
    /// It is an error for a negative duration, and for one with years or months, which have no fixed length.
    pub fn to_std(&self) -> Result<std::time::Duration, Invalid> {
        parse(&self.0).ok_or_else(|| Invalid::new(&self.0, "a duration of fixed length"))
    }
}

impl From<std::time::Duration> for Duration {
    /// In seconds: `PT5400S`.
    fn from(length: std::time::Duration) -> Self {
        let fraction = match length.subsec_nanos() {
            0 => String::new(),
            nanosecond => format!(".{nanosecond:09}").trim_end_matches('0').to_owned(),
        };
        Self(format!("PT{}{fraction}S", length.as_secs()).into())
    }
}

/// Units in their order, each at most once, with their lengths in seconds; the second list follows a `T`.
const DATE_UNITS: &[(char, u64)] = &[('W', 604_800), ('D', 86_400)];
const TIME_UNITS: &[(char, u64)] = &[('H', 3600), ('M', 60), ('S', 1)];

fn parse(text: &str) -> Option<std::time::Duration> {
    let mut reader = Reader(text);
    reader.any_of(&['P'])?;
    let dates = units(&mut reader, DATE_UNITS)?;
    let times = match reader.any_of(&['T']) {
        Some(_) => Some(units(&mut reader, TIME_UNITS)??),
        None => None,
    };
    let total = match (dates, times) {
        (None, None) => None,
        (dates, times) => dates.unwrap_or_default().checked_add(times.unwrap_or_default()),
    };
    reader.end(total?)
}

/// The sum of what is given in these units: `None` if the text is not a duration, `Some(None)` if it lacks a unit.
fn units(reader: &mut Reader<'_>, units: &[(char, u64)]) -> Option<Option<std::time::Duration>> {
    let mut total = None;
    let mut units = units.iter();
    while reader.0.starts_with(|c: char| c.is_ascii_digit()) {
        let count: u64 = reader.digits(1)?.parse().ok()?;
        let nanoseconds = reader.fraction()?;
        let (unit, seconds) = units.find(|(unit, _)| reader.any_of(&[*unit]).is_some())?;
        if nanoseconds > 0 && *unit != 'S' {
            return None;
        }
        let length = std::time::Duration::new(count.checked_mul(*seconds)?, nanoseconds);
        total = Some(total.unwrap_or(std::time::Duration::ZERO).checked_add(length)?);
    }
    Some(total)
}
