//! Names that a file system, Rust or a reader takes otherwise than they look.

use crate::{harmless, pages, resource};

fn described(name: &str, path: &str) -> codegen::Input {
    let text = format!(
        "---\ntitle: t\n---\n# {name} resource type\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|id|String|x|\n"
    );
    pages::page(path, text)
}

fn list(path: &str, route: &str) -> codegen::Input {
    let text = format!(
        "---\ntitle: t\n---\n# List\n## HTTP request\n```http\nGET {route}\n```\n## Response\nJSON.\n"
    );
    pages::page(path, text)
}

#[test]
fn a_name_of_any_length_is_a_file() {
    let long = "a".repeat(241);
    let generated = harmless(vec![
        described(&long, &format!("resources/{long}.md")),
        list(&format!("api/{long}-list.md"), "/x"),
    ]);
    let names = generated.files.keys().filter_map(|path| path.rsplit('/').next());
    assert!(names.clone().all(|name| name.len() <= 110), "{:?}", names.max_by_key(|name| name.len()));
    let deep = vec!["part"; 400].join(".");
    let text = format!(
        "---\ntitle: t\n---\n# x resource type\nNamespace: {deep}\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|id|String|x|\n"
    );
    harmless(vec![pages::page("resources/x.md", text)]);
}

#[test]
fn a_module_outside_ascii_has_a_file_that_rust_finds() {
    let generated = harmless(vec![
        described("größe", "resources/größe.md"),
        described("年", "resources/年.md"),
        list("api/größe-list.md", "/größe"),
    ]);
    assert!(generated.files.contains_key("src/grosse.rs") && generated.files.contains_key("src/u5e74.rs"));
    assert!(generated.files["src/grosse.rs"].contains("pub struct Größe "));
}

#[test]
fn names_that_are_one_for_rust_are_told_apart() {
    let rows = [
        "|gro\u{308}\u{df}e|String|x|",
        "|gr\u{f6}\u{df}e|String|x|",
        "|\u{3164}|String|x|",
        "|5x|String|x|",
        "|n5x|String|x|",
    ];
    let generated = harmless(vec![resource(&rows.join("\n"))]);
    assert!(generated.files["src/book.rs"].contains("pub größe_2:"), "{}", generated.files["src/book.rs"]);
    harmless(vec![
        described("gro\u{308}\u{df}e", "resources/a.md"),
        described("gr\u{f6}\u{df}e", "resources/b.md"),
        list("api/stra\u{df}e-list.md", "/a"),
        list("api/strasse-list.md", "/b"),
    ]);
}

#[test]
fn what_nobody_sees_is_in_no_name_and_in_no_text() {
    for letter in [
        '\u{202e}',
        '\u{2066}',
        '\u{200b}',
        '\u{200d}',
        '\u{ad}',
        '\u{feff}',
        '\u{e0041}',
        '\u{1b}',
        '\u{9b}',
        '\u{7f}',
        '\u{0}',
    ] {
        let rows = format!(
            "|na{letter}me|String|wo{letter}rds `co{letter}de` [li{letter}nk](https://a.example/{letter})|"
        );
        let example = format!(
            "---\ntitle: t{letter}\n---\n# Cre{letter}ate book\nMake{letter} it.\n## HTTP request\n```http\nPOST /bo{letter}oks\n\
             GET bad{letter}\n```\n## Response\n`200 OK`{letter}\n## Example\n```http\nPOST https://a.example/bo{letter}oks\n\n\
             {{\"a\": \"b{letter}\", \"{letter}\": }}\n```\n```http\nHTTP/1.1 200 OK\nX{letter}: y{letter}\n\n{{\"a\": \"b{letter}\"}}\n```\n"
        );
        harmless(vec![resource(&rows), pages::page(&format!("api/book{letter}-create.md"), example)]);
    }
}
