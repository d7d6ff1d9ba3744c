//! A figure: what was measured, of ours and of a yardstick in the same run, and what the ratio must be.

/// One line of the report.
pub(super) struct Figure {
    pub(super) measure: String,
    pub(super) yardstick: String,
    pub(super) unit: &'static str,
    pub(super) ours: f64,
    pub(super) theirs: f64,
    /// The median of the rounds' ratios.
    pub(super) ratio: f64,
    pub(super) target: Target,
}

/// What a ratio must be.
#[derive(Clone, Copy)]
pub(super) enum Target {
    AtMost(f64),
    AtLeast(f64),
}

impl Figure {
    /// From rounds in which ours and the yardstick took turns.
    pub(super) fn of(
        (measure, yardstick, unit): (impl Into<String>, impl Into<String>, &'static str),
        rounds: &[(f64, f64)],
        target: Target,
    ) -> Self {
        Figure {
            measure: measure.into(),
            yardstick: yardstick.into(),
            unit,
            ours: median(rounds.iter().map(|(ours, _)| *ours)),
            theirs: median(rounds.iter().map(|(_, theirs)| *theirs)),
            ratio: median(rounds.iter().map(|(ours, theirs)| ours / theirs)),
            target,
        }
    }

    pub(super) fn holds(&self) -> bool {
        match self.target {
            Target::AtMost(most) => self.ratio <= most,
            Target::AtLeast(least) => self.ratio >= least,
        }
    }
}

/// The figures as a table.
pub(super) fn table(figures: &[Figure]) -> String {
    let mut rows =
        vec![["measure", "yardstick", "ours", "yardstick's", "ratio", "must be", ""].map(str::to_owned)];
    rows.extend(figures.iter().map(|figure| {
        let (sign, bound) = match figure.target {
            Target::AtMost(bound) => ("<=", bound),
            Target::AtLeast(bound) => (">=", bound),
        };
        [
            figure.measure.clone(),
            figure.yardstick.clone(),
            format!("{} {}", number(figure.ours), figure.unit),
            format!("{} {}", number(figure.theirs), figure.unit),
            format!("{:.2}", figure.ratio),
            format!("{sign} {bound:.2}"),
            if figure.holds() { "ok" } else { "NOT" }.to_owned(),
        ]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let line = |row: &[String; 7]| {
        let cells = row.iter().enumerate().map(|(column, cell)| match column {
            0 | 1 | 6 => format!("{cell:<width$}", width = width(column)),
            _ => format!("{cell:>width$}", width = width(column)),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn number(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_the_median_of_the_rounds() {
        let figure = Figure::of(("a", "b", "s"), &[(1.0, 2.0), (9.0, 9.0), (3.0, 10.0)], Target::AtMost(0.4));
        assert_eq!(figure.ratio, 0.5);
        assert!(!figure.holds());
        assert_eq!(table(&[figure]).lines().count(), 2);
    }
}
