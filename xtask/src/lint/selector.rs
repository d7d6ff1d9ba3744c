//! Which findings are meant: by code, by severity or by page.

use std::str::FromStr;

use codegen::{Code, Severity};
use glob::{MatchOptions, Pattern};

use super::finding::Finding;

/// What a user names findings by.
#[derive(Clone, Debug)]
pub(crate) enum Selector {
    Code(Code),
    /// Findings at least as grave.
    Severity(Severity),
    /// Findings on pages whose path below their folder is this, or fits it.
    Pages(Pattern),
    None,
}

impl Selector {
    /// Whether a finding is meant, and not one that is graver than a severity that is named.
    pub(crate) fn takes_exactly(&self, finding: &Finding<'_>) -> bool {
        match self {
            Selector::Severity(wanted) => *wanted == finding.diagnostic.code.severity(),
            _ => self.takes(finding),
        }
    }

    /// Whether a finding is meant.
    pub(crate) fn takes(&self, finding: &Finding<'_>) -> bool {
        let code = finding.diagnostic.code;
        match self {
            Selector::Code(wanted) => *wanted == code,
            Selector::Severity(wanted) => code.severity() <= *wanted,
            Selector::Pages(pattern) => pattern.matches_with(
                &finding.below,
                MatchOptions {
                    case_sensitive: false,
                    require_literal_separator: true,
                    require_literal_leading_dot: false,
                },
            ),
            Selector::None => false,
        }
    }
}

impl FromStr for Selector {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let severity = match text {
            "error" | "errors" => Some(Severity::Error),
            "warning" | "warnings" => Some(Severity::Warning),
            "note" | "notes" => Some(Severity::Note),
            _ => None,
        };
        if let Some(severity) = severity {
            return Ok(Selector::Severity(severity));
        }
        if text == "none" {
            return Ok(Selector::None);
        }
        if let Some(code) = Code::named(text) {
            return Ok(Selector::Code(code));
        }
        if text.contains(['/', '*', '.']) {
            return Pattern::new(text).map(Selector::Pages).map_err(|error| error.to_string());
        }
        let near = Code::ALL.iter().map(|code| (strsim::jaro_winkler(code.as_str(), text), code.as_str()));
        let near = near.filter(|(likeness, _)| *likeness > 0.8).max_by(|a, b| a.0.total_cmp(&b.0));
        let hint = near.map_or_else(
            || "`explain` lists the codes".to_owned(),
            |(_, code)| format!("did you mean `{code}`?"),
        );
        Err(format!("neither a code nor a severity (error, warning, note) nor the path of a page; {hint}"))
    }
}
