//! `Edm.Guid`.

use std::ops::Deref;

use super::Invalid;
use super::text::text_type;

text_type! {
    /// A GUID, kept as text: whatever the service sends is read and written back unchanged.
    ///
    /// Two are equal when their texts are: `A0…` and `a0…` differ. Compare [`to_u128`](Self::to_u128) where the same
    /// GUID may be spelt in two ways.
    ///
    /// A call that addresses an object takes its key as a text, and a GUID goes there as it is:
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// let id: Option<Guid> = Some("3c1f6a52-90b7-4f0e-8d7c-5a1b2e44c9d0".into());
    /// if let Some(id) = &id {
    ///     let call = book::get(id);
    /// }
    /// let call = book::get(id.as_deref().unwrap_or("book-3"));
    /// ```
    Guid
}

/// As a `String` does, it goes wherever a text is asked for.
impl Deref for Guid {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Guid {
    /// From a text that is checked: `8-4-4-4-12` hexadecimal digits. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match parse(text).is_some() {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "a GUID")),
        }
    }

    /// The 128 bits of a GUID in the form `8-4-4-4-12`, in either case, with or without braces around it.
    pub fn to_u128(&self) -> Result<u128, Invalid> {
        let inner = self.0.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        parse(inner.unwrap_or(&self.0)).ok_or_else(|| Invalid::new(&self.0, "a GUID"))
    }

    /// The same as bytes, in the order in which they are written.
    pub fn to_bytes(&self) -> Result<[u8; 16], Invalid> {
        self.to_u128().map(u128::to_be_bytes)
    }

    /// Whether a text is a GUID as OData writes it, without braces.
    pub(crate) fn matches(text: &str) -> bool {
        parse(text).is_some()
    }
}

impl From<u128> for Guid {
    fn from(bits: u128) -> Self {
        let digits = format!("{bits:032x}");
        let groups = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
        Self(groups.join("-").into())
    }
}

fn parse(text: &str) -> Option<u128> {
    if text.len() != 36 {
        return None;
    }
    text.bytes().enumerate().try_fold(0, |bits, (index, byte)| match (index, byte) {
        (8 | 13 | 18 | 23, b'-') => Some(bits),
        (8 | 13 | 18 | 23, _) => None,
        _ => Some(bits << 4 | u128::from(char::from(byte).to_digit(16)?)),
    })
}
