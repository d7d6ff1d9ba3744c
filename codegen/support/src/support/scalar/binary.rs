//! `Edm.Binary`.

use base64::alphabet;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

use super::Invalid;
use super::text::text_type;

text_type! {
    /// Bytes in base64, kept as text: whatever the service sends is read and written back unchanged.
    ///
    /// Compared and ordered as text. Compare [`to_bytes`](Self::to_bytes) where one may be padded and another not.
    Binary
}

impl Binary {
    /// From a text that is checked: base64, of either alphabet. `From<&str>` keeps any text.
    pub fn checked(text: &str) -> Result<Self, Invalid> {
        match parse(text).is_some() {
            true => Ok(Self(text.into())),
            false => Err(Invalid::new(text, "base64")),
        }
    }

    /// Writes bytes in the standard alphabet, padded.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(STANDARD.encode(bytes).into())
    }

    /// The bytes. Both alphabets are read (`+/` and `-_`), with or without padding.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Invalid> {
        parse(&self.0).ok_or_else(|| Invalid::new(&self.0, "base64"))
    }
}

/// Reads with padding and without.
const EITHER: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, EITHER);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, EITHER);

fn parse(text: &str) -> Option<Vec<u8>> {
    // What is padded is padded in full.
    if text.ends_with('=') && !text.len().is_multiple_of(4) {
        return None;
    }
    let engine = if text.contains(['-', '_']) { URL_SAFE } else { STANDARD };
    engine.decode(text).ok()
}
