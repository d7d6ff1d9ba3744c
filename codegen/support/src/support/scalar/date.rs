//! `Edm.Date`.

use super::Invalid;
use super::clock::Reader;
use super::text::text_type;

text_type! {
    /// A calendar date, kept as text: whatever the service sends is read and written back unchanged.
    ///
    /// Compared and ordered as text, which for dates of the years 0000 to 9999 is the order in time.
    Date
}

impl Date {
    /// From a text that is checked: `2021-02-28`. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match parse(text).is_some() {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "a date")),
        }
    }

    /// Year, month (1 to 12) and day (1 to 31) of a date in the form `2021-02-28`.
    pub fn parts(&self) -> Result<(i32, u8, u8), Invalid> {
        parse(&self.0).ok_or_else(|| Invalid::new(&self.0, "a date"))
    }

    /// Whether a text is a date as OData writes it.
    pub(crate) fn matches(text: &str) -> bool {
        parse(text).is_some()
    }
}

impl From<(i32, u8, u8)> for Date {
    /// From year, month and day; that there is such a day is not checked.
    fn from((year, month, day): (i32, u8, u8)) -> Self {
        let sign = if year < 0 { "-" } else { "" };
        Self(format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs()).into())
    }
}

fn parse(text: &str) -> Option<(i32, u8, u8)> {
    let mut reader = Reader(text);
    let date = reader.date()?;
    reader.end(date)
}
