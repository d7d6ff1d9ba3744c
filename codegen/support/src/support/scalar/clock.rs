//! The calendar and the clock: what dates, times and their combination are parsed with.

/// A text that is read from left to right.
pub(super) struct Reader<'a>(pub(super) &'a str);

impl Reader<'_> {
    /// One character of those given, in either case.
    pub(super) fn any_of(&mut self, wanted: &[char]) -> Option<char> {
        let first = self.0.chars().next()?.to_ascii_uppercase();
        let found = wanted.contains(&first);
        found.then(|| self.0 = &self.0[1..])?;
        Some(first)
    }

    /// All digits that follow, `least` at least.
    pub(super) fn digits(&mut self, least: usize) -> Option<&str> {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        (digits.len() >= least).then_some(digits)
    }

    /// Exactly two digits, not above `most`.
    pub(super) fn two_digits(&mut self, most: u8) -> Option<u8> {
        let digits = self.digits(2)?;
        let value = digits.parse().ok()?;
        (digits.len() == 2 && value <= most).then_some(value)
    }

    /// Year, month and day: `2021-02-28`.
    pub(super) fn date(&mut self) -> Option<(i32, u8, u8)> {
        let sign = if self.any_of(&['-']).is_some() { -1 } else { 1 };
        let year = sign * self.digits(4)?.parse::<i32>().ok()?;
        self.any_of(&['-'])?;
        let month = self.two_digits(12).filter(|month| *month > 0)?;
        self.any_of(&['-'])?;
        let day = self.two_digits(days_in(year, month)).filter(|day| *day > 0)?;
        Some((year, month, day))
    }

    /// Hour, minute, second and nanosecond: `07:30`, `07:30:00`, `07:30:00.1234567`. A leap second is let through.
    pub(super) fn time(&mut self) -> Option<(u8, u8, u8, u32)> {
        let hour = self.two_digits(23)?;
        self.any_of(&[':'])?;
        let minute = self.two_digits(59)?;
        if self.any_of(&[':']).is_none() {
            return Some((hour, minute, 0, 0));
        }
        Some((hour, minute, self.two_digits(60)?, self.fraction()?))
    }

    /// A fraction of a second in nanoseconds, 0 where there is none. Digits beyond the ninth are left out.
    pub(super) fn fraction(&mut self) -> Option<u32> {
        if self.any_of(&['.']).is_none() {
            return Some(0);
        }
        let digits = self.digits(1)?;
        format!("{digits:0<9}")[..9].parse().ok()
    }

    /// Minutes east of UTC: `Z`, `+05:30`. `Some(None)` where the text ends without one.
    pub(super) fn offset(&mut self) -> Option<Option<i16>> {
        if self.0.is_empty() {
            return Some(None);
        }
        let sign = match self.any_of(&['Z', '+', '-'])? {
            'Z' => return Some(Some(0)),
            '-' => -1,
            _ => 1,
        };
        let hours = i16::from(self.two_digits(23)?);
        self.any_of(&[':'])?;
        Some(Some(sign * (hours * 60 + i16::from(self.two_digits(59)?))))
    }

    /// What was read, if nothing is left.
    pub(super) fn end<T>(&self, value: T) -> Option<T> {
        self.0.is_empty().then_some(value)
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1 January 1970 in the Gregorian calendar, extended to all years.
///
/// Years are counted from March, so that the leap day is the last of its year, in periods of 400 years.
pub(super) fn days_from_date((year, month, day): (i32, u8, u8)) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_date`]: year, month and day.
pub(super) fn date_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}
