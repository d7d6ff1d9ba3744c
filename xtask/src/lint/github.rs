//! Findings as commands of GitHub's workflows: `::warning file=…,line=…::message`.

use codegen::Severity;

use super::finding::Finding;

/// A line for each finding.
pub(super) fn render(findings: &[Finding<'_>]) -> String {
    findings.iter().map(line).collect()
}

fn line(finding: &Finding<'_>) -> String {
    let code = finding.diagnostic.code;
    let command = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    // Columns are shown only where a finding is on one line.
    let columns = match finding.start.line == finding.end.line {
        true => format!(",col={},endColumn={}", finding.start.column, finding.end.column),
        false => String::new(),
    };
    let (start, end) = (finding.start.line, finding.end.line);
    let path = property(&finding.path);
    let message = data(&finding.diagnostic.message);
    format!("::{command} file={path},line={start},endLine={end}{columns},title={code}::{message}\n")
}

/// A text behind `::`, as GitHub wants it written.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, in which `:` and `,` have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(super::property("a,b:100%\n"), "a%2Cb%3A100%25%0A");
        assert_eq!(super::data("a,b:100%\r"), "a,b:100%25%0D");
    }
}
