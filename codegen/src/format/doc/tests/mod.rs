//! What text becomes, and that it is read back as it was.

mod read_back;

use super::*;
use crate::text::{Inline, Link};

struct NoLinks;

impl LinkTarget for NoLinks {
    fn destination(&self, _: &RichText, target: &str) -> Option<Address> {
        Address::web(target)
    }
}

fn of(parts: Vec<Inline>) -> String {
    Markdown::prose(&RichText { parts: parts.into(), span: Default::default() }, &NoLinks)
        .0
        .replace('\u{A0}', " ")
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn link(text: Inline, target: &str) -> Inline {
    Inline::Link(Box::new(Link { text: vec![text], target: target.to_owned() }))
}

fn code_span(code: &str) -> String {
    Markdown::code(code).0.replace('\u{A0}', " ")
}

#[test]
fn signs_of_markdown_are_escaped() {
    let text = text("a [b] <c> *d* `e` f_g (_h_) $i https://i.example/j_k.");
    assert_eq!(of(vec![text]), r"a \[b\] \<c\> \*d\* \`e\` f_g (\_h\_) $i <https://i.example/j_k>.");
}

#[test]
fn links_lead_somewhere_or_are_text() {
    assert_eq!(of(vec![link(text("x"), "https://example.com/")]), "[x](https://example.com/)");
    assert_eq!(of(vec![link(text("x"), "../y.md")]), "x");
    assert_eq!(of(vec![link(text("x"), "javascript:alert(1)")]), "x");
}

#[test]
fn a_link_holds_no_link_and_no_paragraph() {
    let inner = vec![text("https://a.example/"), Inline::Break];
    let link = Inline::Link(Box::new(Link { text: inner, target: "https://b.example/".to_owned() }));
    assert_eq!(of(vec![link]), "[https://a.example/](https://b.example/)");
}

#[test]
fn a_link_is_no_image_and_its_address_ends_with_it() {
    assert_eq!(
        of(vec![text("Look!"), link(text("x"), "https://b.example/")]),
        r"Look\![x](https://b.example/)"
    );
    let address = "https://b.example/\n\n```\npanic!\n```&lt;)";
    assert_eq!(
        of(vec![link(text("x"), address)]),
        "[x](<https://b.example/%0A%0A%60%60%60%0Apanic!%0A%60%60%60&amp;lt;)>)"
    );
}

#[test]
fn an_address_with_placeholders_is_code() {
    let text = text("see https://a.example/<id>/{key}, then go");
    assert_eq!(of(vec![text]), "see `https://a.example/<id>/{key}`, then go");
}

#[test]
fn code_with_backticks_gets_a_longer_fence() {
    assert_eq!(code_span("a"), "`a`");
    assert_eq!(code_span("a `` b"), "``` a `` b ```");
}

#[test]
fn emphasis_stands_apart_or_is_left_out() {
    let strong = |inner: &str| Inline::Strong(vec![text(inner)]);
    assert_eq!(of(vec![text("a "), strong("b"), text(", c")]), "a **b**, c");
    assert_eq!(of(vec![text("a"), strong("b"), text("c")]), "a**b**c");
    assert_eq!(of(vec![text("a"), strong("(b)"), text("c")]), "a(b)c");
    assert_eq!(of(vec![strong("a"), strong("b")]), "a**b**");
}

#[test]
fn no_line_starts_a_block() {
    let mut doc = Doc::default();
    doc.paragraph(&Markdown::text("# one"));
    doc.paragraph(&Markdown::text(&format!("{} - 1. tail", "word ".repeat(19).trim())));
    assert_eq!(doc.lines[0], "\\# one");
    assert_eq!(
        (wrap::guard("1."), wrap::guard("-"), wrap::guard("\\>")),
        ("1\\.".to_owned(), "\\-".to_owned(), "\\>".to_owned())
    );
    assert!(
        doc.lines[2..].iter().all(|line| line.starts_with("word") || line.starts_with("tail")),
        "{doc:?}"
    );
}

#[test]
fn a_code_span_is_not_broken_before_what_would_start_a_block() {
    for sign in ["```", "<script>", "# x", "> x", "- x", "~~~", "1. x", "[x]: y", "---", "|-|"] {
        for length in 80..100 {
            let mut doc = Doc::default();
            doc.paragraph(&Markdown::code(&format!("{} {sign}", "x ".repeat(length / 2).trim())));
            let starts = |line: &&String| line.starts_with(sign);
            assert!(!doc.lines.iter().skip(1).any(|line| starts(&line)), "{doc:?}");
        }
    }
}
