//! Values that should have quotes, and words that say of which type a value is.

use super::Kind;
use super::repair::Repair;
use super::scanner::Scanner;
use crate::primitive::Primitive;

impl<'a> Scanner<'a> {
    /// The name of a type that stands here without quotes: `NAV.PostalAddress`.
    pub(super) fn type_name(&mut self) -> Option<&'a str> {
        let is_word = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '.';
        self.unquoted(Repair::UnquotedType, is_letter, |name| {
            name.contains('.') && name.split('.').all(is_word)
        })
    }

    /// A date, with a time or without, that stands here without quotes: `2018-04-01T12:39:16Z`.
    pub(super) fn date(&mut self) -> Option<&'a str> {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | ':' | '.');
        self.unquoted(Repair::UnquotedDate, is_letter, is_date)
    }

    /// The name of a member that stands here without quotes: `shelfMark: "A-3"`.
    pub(super) fn member_name(&mut self) -> Option<&'a str> {
        let (start, rest) = (self.at, self.rest());
        let length = rest.find(|letter| !is_in_name(letter)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(length);
        let starts_name = name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '@'));
        if !starts_name || !behind.trim_start_matches([' ', '\t']).starts_with(':') {
            return None;
        }
        self.at += length;
        self.repairs.add(Repair::UnquotedName, start..self.at);
        Some(name)
    }

    /// A value without quotes, made of such letters, if nothing else stands behind it.
    fn unquoted(
        &mut self,
        repair: Repair,
        is_letter: impl Fn(char) -> bool,
        is_meant: impl Fn(&str) -> bool,
    ) -> Option<&'a str> {
        let (start, rest) = (self.at, self.rest());
        let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
        let (value, behind) = rest.split_at(length);
        if !is_meant(value) || !ends_value(behind) {
            return None;
        }
        self.at += length;
        self.repairs.add(repair, start..self.at);
        Some(value)
    }

    /// What says of which type the value is that should stand here: `string`, `boolean`, `true/false`. It is read as a value of
    /// this type.
    pub(super) fn placeholder(&mut self) -> Option<Kind> {
        let (start, rest) = (self.at, self.rest());
        let choice = ["true/false", "false/true", "true|false", "true | false"].into_iter();
        let choice =
            choice.map(|choice| (choice, Primitive::Boolean)).find(|(text, _)| rest.starts_with(text));
        let word = || {
            let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let word = &rest[..length];
            // The version of a program is a text.
            let type_ = if word == "Version" { Primitive::String } else { Primitive::from_word(word)? };
            Some((word, type_))
        };
        let (text, type_) = choice.or_else(word).filter(|(text, _)| ends_value(&rest[text.len()..]))?;
        self.at += text.len();
        self.repairs.add(Repair::Placeholder, start..self.at);
        Some(match type_ {
            Primitive::Boolean => Kind::Bool(true),
            Primitive::Int32 | Primitive::Int64 => Kind::Number("0".into()),
            Primitive::Double | Primitive::Decimal => Kind::Number("0.0".into()),
            Primitive::Guid => Kind::String("00000000-0000-0000-0000-000000000000".into()),
            Primitive::Date => Kind::String("2000-01-01".into()),
            Primitive::DateTimeOffset => Kind::String("2000-01-01T00:00:00Z".into()),
            Primitive::TimeOfDay => Kind::String("00:00:00".into()),
            Primitive::Duration => Kind::String("PT0S".into()),
            Primitive::String | Primitive::Binary => Kind::String(text.into()),
            Primitive::Untyped | Primitive::Stream => Kind::Null,
        })
    }
}

/// Whether a text is a date, with a time behind it or without.
fn is_date(text: &str) -> bool {
    let (date, time) = text.split_once('T').unwrap_or((text, "00:00"));
    let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let date: Vec<&str> = date.split('-').collect();
    let is_day =
        matches!(date[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2));
    is_day && time.split(':').take(2).all(|part| digits(part, 2))
}

/// Whether the name of a member without quotes may have this letter.
pub(crate) fn is_in_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '@')
}

/// Whether a value may end in front of a text: at a comma, a bracket, a comment, or the end of a line. A parenthesis closes
/// a member that may be left out.
fn ends_value(behind: &str) -> bool {
    let behind = behind.trim_start_matches([' ', '\t']);
    behind.is_empty() || behind.starts_with([',', '}', ']', ')', '\r', '\n']) || behind.starts_with("//")
}
