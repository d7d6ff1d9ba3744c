//! What a JSON number says, digit by digit: the value of a [`Decimal`](super::Decimal), however long.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// A JSON number, cut into its parts. Compared, ordered and hashed by value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number<'a> {
    negative: bool,
    integer: &'a str,
    fraction: &'a str,
    exponent: i64,
}

impl<'a> Number<'a> {
    /// Cuts a text that is a number in JSON's grammar: `-12.50`, `1e3`; not `+1`, `.5`, `007`.
    ///
    /// With an exponent that 32 bits do not hold it is none either: nothing could compute with it.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (integer, fraction) = match mantissa.split_once('.') {
            Some((integer, fraction)) => (integer, digits(fraction)?),
            None => (mantissa, ""),
        };
        let canonical = digits(integer)? == "0" || !integer.starts_with('0');
        canonical.then_some(Self { negative, integer, fraction, exponent: exponent.into() })
    }

    /// `(mantissa, scale)`: the value is `mantissa / 10^scale`. Zeros at the end of the fraction count.
    pub(crate) fn scaled(&self) -> Option<(i128, u32)> {
        let scale = i64::try_from(self.fraction.len()).ok()? - self.exponent;
        let mut mantissa =
            self.integer.bytes().chain(self.fraction.bytes()).try_fold(0_i128, |value, digit| {
                value.checked_mul(10)?.checked_sub(i128::from(digit - b'0'))
            })?;
        if !self.negative {
            mantissa = mantissa.checked_neg()?;
        }
        match u32::try_from(scale) {
            Ok(scale) => Some((mantissa, scale)),
            Err(_) if mantissa == 0 => Some((0, 0)),
            Err(_) => Some((mantissa.checked_mul(10_i128.checked_pow(u32::try_from(-scale).ok()?)?)?, 0)),
        }
    }

    /// The power of ten and the significant digits: the value is `0.DIGITS * 10^power`. No digits for zero.
    fn significant(&self) -> (i64, impl Iterator<Item = u8> + use<'a>) {
        let (mut integer, mut fraction) =
            (self.integer.trim_start_matches('0'), self.fraction.trim_end_matches('0'));
        let mut power = integer.len() as i64 + self.exponent;
        if integer.is_empty() {
            let digits = fraction.trim_start_matches('0');
            power -= (fraction.len() - digits.len()) as i64;
            fraction = digits;
        }
        if fraction.is_empty() {
            integer = integer.trim_end_matches('0');
        }
        (if integer.len() + fraction.len() == 0 { 0 } else { power }, integer.bytes().chain(fraction.bytes()))
    }

    fn is_zero(&self) -> bool {
        self.significant().1.next().is_none()
    }

    /// -1, 0 or 1: the sign; `-0` has none.
    fn sign(&self) -> i8 {
        match (self.is_zero(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    fn magnitude_cmp(&self, other: &Self) -> Ordering {
        let ((power, digits), (other_power, other_digits)) = (self.significant(), other.significant());
        power.cmp(&other_power).then_with(|| digits.cmp(other_digits))
    }
}

impl Ord for Number<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| match self.negative {
            true => other.magnitude_cmp(self),
            false => self.magnitude_cmp(other),
        })
    }
}

impl PartialOrd for Number<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number<'_> {}

impl Hash for Number<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (power, digits) = self.significant();
        (self.sign(), power).hash(state);
        digits.for_each(|digit| state.write_u8(digit));
    }
}

fn digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}
