//! `explain`: one code, all codes, the page of all codes.

use codegen::Code;

use crate::project::Project;

#[test]
fn one_code_is_explained_with_examples() {
    let project = Project::new();
    let text = project.done("explain spelling-differs").stdout;
    assert!(text.starts_with("note[spelling-differs]\n\nThe table and the representation "), "{text}");
    for part in
        ["\nWhy it matters\n", "\nWrong\n\n  resources/book.md\n    ---\n", "\n  >   \"Title\": \"String\"\n"]
    {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let text = project.done("explain query-hint").stdout;
    assert!(text.contains("only with `--all` or"), "{text}");
    let painted = project.done("explain spelling-differs --color always").stdout;
    assert!(painted.contains("\u{1b}[1mWhy it matters\u{1b}[0m"), "{painted}");
}

#[test]
fn text_is_wrapped() {
    for code in Code::ALL {
        let text = Project::new().done(&format!("explain {code}")).stdout;
        let (prose, _) = text.split_once("\nWrong\n").unwrap();
        let longest = prose.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= 80 && !prose.contains('*'), "{text}");
    }
}

#[test]
fn all_codes_are_listed_by_severity() {
    let text = Project::new().done("explain").stdout;
    let listed: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    let listed: Vec<Code> = listed.into_iter().filter_map(Code::named).collect();
    assert_eq!(listed.len(), Code::ALL.len());
    assert!(listed.is_sorted_by_key(|code| (code.severity(), code.as_str())), "{text}");
    let headings = ["Errors: ", "Warnings: ", "Notes: "].map(|heading| text.find(heading).unwrap());
    assert!(headings.is_sorted(), "{text}");
}

#[test]
fn the_page_has_all_codes_and_needs_no_network() {
    let project = Project::new();
    let ran = project.done("explain --html codes.html");
    assert!(ran.stderr.starts_with("wrote ") && ran.stdout.is_empty(), "{ran:?}");
    let page = project.read("codes.html");
    for code in Code::ALL {
        let article = format!("<article id=\"{code}\" class=\"{}\"", code.severity());
        assert_eq!(page.matches(&article).count(), 1, "{code}");
    }
    assert!(page.matches("href=").count() == page.matches("href=\"#").count(), "a link leads elsewhere");
    for part in ["src=", "<link", "@import", "url("] {
        assert!(!page.contains(part), "{part}");
    }
    // Whatever display an element has, the filter hides it.
    assert!(page.contains("[hidden] { display: none !important; }"));
    assert!(page.contains("prefers-color-scheme: dark") && page.contains("default-src 'none'"));
    assert!(page.contains("<mark>  \"Title\""));
}

/// What a document shows of HTML is text.
#[test]
fn the_page_has_no_tags_of_documents() {
    let project = Project::new();
    project.done("explain --html codes.html");
    let page = project.read("codes.html");
    assert!(page.contains("&lt;!-- lint-allow repaired-route"));
    assert!(!page.contains("<!--"));
}

#[test]
fn a_page_that_cannot_be_written_is_an_error() {
    let ran = Project::new().refused("explain --html missing/codes.html");
    assert!(ran.stderr.contains("missing/codes.html cannot be written"), "{ran:?}");
}
