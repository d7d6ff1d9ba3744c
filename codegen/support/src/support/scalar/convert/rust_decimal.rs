//! `rust_decimal`.

use ::rust_decimal::Decimal as Theirs;

use super::read_as;
use crate::support::Decimal;

read_as! {
    Decimal => Theirs, "a decimal number of at most 28 digits", |decimal| {
        let (mantissa, scale) = decimal.to_scaled().ok()?;
        Theirs::try_from_i128_with_scale(mantissa, scale).ok()
    };
}

impl From<Theirs> for Decimal {
    fn from(decimal: Theirs) -> Self {
        Self::new(decimal.mantissa(), decimal.scale())
    }
}
