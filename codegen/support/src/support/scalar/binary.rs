//! `Edm.Binary`.

use super::Invalid;
use super::text::text_type;

text_type! {
    /// Bytes in base64, kept as text: whatever the service sends is read and written back unchanged.
    ///
    /// Compared and ordered as text. Compare [`to_bytes`](Self::to_bytes) where one may be padded and another not.
    Binary
}

impl Binary {
    /// Writes bytes in the standard alphabet, padded.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for chunk in bytes.chunks(3) {
            let bits =
                chunk.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
            for place in 0..4 {
                let digit = (bits >> (18 - 6 * place) & 63) as usize;
                text.push(if place <= chunk.len() { char::from(ALPHABET[digit]) } else { '=' });
            }
        }
        Self(text.into())
    }

    /// The bytes. Both alphabets are read (`+/` and `-_`), with or without padding.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Invalid> {
        parse(&self.0).ok_or_else(|| Invalid::new(&self.0, "base64"))
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn parse(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=').as_bytes();
    let padding = text.len() - digits.len();
    if padding > 2 || (padding > 0 && !text.len().is_multiple_of(4)) {
        return None;
    }
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for chunk in digits.chunks(4) {
        let bits = chunk.iter().try_fold(0, |bits, digit| Some(bits << 6 | value(*digit)?))?;
        let spare = chunk.len() * 6 % 8;
        // One digit is no byte, and bits that belong to no byte are 0.
        if chunk.len() == 1 || bits & ((1 << spare) - 1) != 0 {
            return None;
        }
        let count = chunk.len() * 6 / 8;
        bytes.extend_from_slice(&(bits >> spare << (8 * (4 - count))).to_be_bytes()[..count]);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}
