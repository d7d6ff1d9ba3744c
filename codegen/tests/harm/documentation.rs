//! Text that would become code, a test, markup or a script in the documentation.

use crate::{create, harmless, pages, resource};

/// What would be compiled and run by `cargo test` if it became a block of code.
const TEST: &str = "```rust\npanic!();\n```";

#[test]
fn an_encoded_line_break_in_an_address_opens_no_test() {
    let encoded = TEST.replace('\n', "&#10;");
    for address in [
        format!("https://a.example/&#10;&#10;{encoded}"),
        format!("<https://a.example/&#10;&#10;{encoded}>"),
        format!("https://a.example/&NewLine;&NewLine;{}", TEST.replace('\n', "&NewLine;")),
        "https://a.example/&#13;&#13;```".to_owned(),
        "../resources/book.md&#10;&#10;```".to_owned(),
        "javascript:alert(1)".to_owned(),
        "https://a.example/\\)<script>".to_owned(),
    ] {
        let words = format!("See [this]({address}) now.");
        let generated = harmless(vec![create(&words, ""), resource(&format!("|id|String|{words}|"))]);
        let book = &generated.files["src/book.rs"];
        assert!(!book.lines().any(|line| line.trim_start_matches(['/', ' ']).starts_with("panic")), "{book}");
    }
}

#[test]
fn a_code_span_of_any_length_opens_no_block() {
    for sign in [
        "```", "````", "~~~", "<script>", "<!--", "# a", "> a", "- a", "1. a", "---", "[a]: b", "[^a]: b",
        "|-|-|",
    ] {
        for length in (30..60).step_by(5) {
            let filling = "x ".repeat(length);
            let span = format!("`` {filling}{sign} alert(1) ``");
            let span = if sign.starts_with('`') { format!("`{span}``") } else { span };
            harmless(vec![
                create(&format!("{}{span}", "y".repeat(length)), ""),
                resource(&format!("|id|String|{span}|")),
            ]);
        }
    }
}

#[test]
fn a_name_ends_no_code_span() {
    let script = "`<script>alert(1)</script>`";
    let rows =
        [format!("|{script}|String|x|"), format!("|a {script} b|String||"), "|```|String||".to_owned()];
    harmless(vec![resource(&rows.join("\n"))]);
    let members = format!(
        "---\ntitle: kind\n---\n# kind enum type\n## Members\n|Member|Value|Description|\n|-|-|-|\n|a{script}|0||\n|``b|1||\n"
    );
    harmless(vec![pages::page("resources/kind.md", members)]);
    for name in ["a`<script>`", "a``b", "`", "a.`<img>`"] {
        let skeleton = format!(
            "---\ntitle: t\n---\n# t\n## JSON representation\n<!-- {{ \"blockType\": \"resource\", \"@odata.type\": \
             \"{name}\" }} -->\n```json\n{{ \"{name}\": \"String\" }}\n```\n"
        );
        harmless(vec![pages::page("resources/t.md", skeleton)]);
    }
}

#[test]
fn a_wrapped_line_begins_no_markup() {
    for length in (80..110).step_by(6) {
        for word in [
            "<script>",
            "&lt;script&gt;",
            "\\<script\\>",
            "<div onclick=x>",
            "> a",
            "# a",
            "&#35; a",
            "```",
            "* a",
            "a\\|b",
        ] {
            let words = format!("{} {word} and more", "x".repeat(length));
            harmless(vec![create(
                &words,
                &format!("## Request headers\n|Name|Description|\n|-|-|\n|a|{words}|"),
            )]);
        }
    }
}

#[test]
fn a_notice_is_words() {
    let words = "> [!CAUTION]\n> This is deprecated <script>alert(1)</script> `a` [b](javascript:c) ![d](https://e.example/f)";
    harmless(vec![
        create(words, ""),
        resource(&format!("|id|String|(deprecated) {words}|").replace('\n', " ")),
    ]);
}

#[test]
fn a_string_of_an_example_ends_no_block() {
    let body = "{ \"id\": \"\\n```\\n# pwned <script>\", \"na`me\": \"///\\u0000\\u202e*/\" }";
    let example = format!(
        "## Example\n```http\nPOST https://a.example/books\nContent-Type: application/json\n\n{body}\n```\n\
         ```http\nHTTP/1.1 201 Created\n\n{body}\n```\n"
    );
    harmless(vec![create("", &example), resource("|id|String|x|\n|na`me|String|y|")]);
}

#[test]
fn a_letter_that_nobody_sees_is_a_number_in_the_code_of_an_example() {
    let body = "{ \"id\": \"1\", \"\u{3164}\": \"\u{3164}\" }";
    let example = format!("## Example\n```http\nPOST https://a.example/books\n\n{body}\n```\n");
    let generated = harmless(vec![create("", &example), resource("|id|String|x|")]);
    assert!(generated.files["README.md"].contains(r#"("\u{3164}", "#), "{}", generated.files["README.md"]);
}

#[test]
fn a_number_that_no_float_holds_keeps_its_digits() {
    let body = "{ \"id\": \"1\", \"price\": 2e999 }";
    let example = format!(
        "## Example\n```http\nPOST https://a.example/books\nContent-Type: application/json\n\n{body}\n```\n\
         ```http\nHTTP/1.1 201 Created\nContent-Type: application/json\n\n{body}\n```\n"
    );
    let generated = harmless(vec![create("", &example), resource("|id|String|x|\n|price|Edm.Decimal|y|")]);
    assert_eq!(generated.files["src/examples.json"].matches("2e999").count(), 2);
}
