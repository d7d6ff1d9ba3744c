use codegen::{Code, FileId, Input, Obstacle, Summary, Unreadable};

use super::*;

const PAGE: &str = "---\ntitle: x\n---\n# Get a thing\nGETT /thingsé\n";

fn sources() -> Sources {
    let page = Input { root: 0, path: "api/thing-get.md".to_owned(), bytes: PAGE.as_bytes().to_vec() };
    Sources::new(vec!["docs".to_owned()], vec![page])
}

fn finding(code: Code, start: usize, end: usize) -> Diagnostic {
    let span = Span::new(FileId::default(), start..end);
    Diagnostic { code, message: "no method".to_owned(), span, related: Vec::new(), fix: None, untested: 0 }
}

fn generated(diagnostics: Vec<Diagnostic>) -> Generated {
    let summary = Summary { pages: 3341, types: 1, ..Summary::default() };
    Generated { diagnostics, summary, ..Generated::default() }
}

fn report_of(sources: &Sources, diagnostics: Vec<Diagnostic>) -> String {
    anstream::adapter::strip_str(&findings(sources, &generated(diagnostics), "out/")).to_string()
}

#[test]
fn a_finding_is_shown_with_its_line() {
    let at = PAGE.find("GETT").unwrap();
    let mut finding = finding(Code::MalformedRoute, at, at + 4);
    finding.related.push((Span::new(FileId::default(), 4..9), "the title".to_owned()));
    let text = report_of(&sources(), vec![finding]);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    assert_eq!(lines[0], "error[malformed-route]: no method");
    assert!(lines[1].ends_with("--> api/thing-get.md:5:1"), "{text}");
    assert!(lines.contains(&"5 | GETT /thingsé") && text.contains("^^^^"), "{text}");
    assert!(text.contains("the title"), "{text}");
}

#[test]
fn a_span_that_does_not_fit_the_text_is_shown_as_far_as_it_goes() {
    let inside_a_character = PAGE.find('é').unwrap() + 1;
    for (start, end) in [(inside_a_character, inside_a_character), (9000, 9001), (9, 3), (0, usize::MAX)] {
        let text = report_of(&sources(), vec![finding(Code::MalformedRoute, start, end)]);
        assert!(text.contains("api/thing-get.md"), "{text}");
    }
}

#[test]
fn a_place_without_a_text_is_named() {
    let gone = Unreadable { root: 0, path: "api/loop".to_owned(), obstacle: Obstacle::Loop };
    let sources = Sources::new(vec!["docs".to_owned()], Vec::new()).with_unreadable(vec![gone]);
    let text = report_of(&sources, vec![finding(Code::LinkLoop, 0, 0)]);
    assert_eq!(text, "note[link-loop]: no method\n--> api/loop\n\n");
}

#[test]
fn the_gravest_come_first_and_the_rest_is_counted() {
    let mut findings = vec![finding(Code::RepairedRoute, 0, 1); 20];
    findings.push(finding(Code::NotUtf8, 0, 1));
    findings.push(finding(Code::MalformedRoute, 0, 1));
    let text = report_of(&sources(), findings);
    let heads: Vec<&str> = text.lines().filter(|line| line.contains("]: no method")).collect();
    assert_eq!(heads.len(), SHOWN);
    assert!(heads[0].starts_with("error[") && heads[1].starts_with("warning["), "{heads:?}");
    assert!(text.ends_with("… and 2 more findings in out/diagnostics.txt\n\n"), "{text}");
}

#[test]
fn the_summary_counts_everything() {
    let generated = generated(vec![finding(Code::MalformedRoute, 0, 1), finding(Code::RepairedRoute, 0, 1)]);
    assert_eq!(generated.summary_line(), "3341 pages, 1 type, 0 operations; 1 error, 0 warnings, 1 note");
}
