//! Text that would become an item of the crate.

use crate::{create, harmless, harmless_with, pages, resource};
use codegen::Options;

const ITEM: &str = "pub const PWNED: u8 = 1;";

#[test]
fn a_line_break_in_an_annotated_type_name_is_no_end_of_a_comment() {
    for end in ["\\n", "\\r\\n", "\\r", "\\u2028", "\\u0085", "\\u000b"] {
        let skeleton = format!(
            "---\ntitle: dog\n---\n# dog resource type\n## JSON representation\n<!-- {{ \"blockType\": \"resource\", \
             \"@odata.type\": \"Dog{end}{ITEM}//\" }} -->\n```json\n{{ \"name\": \"String\" }}\n```\n"
        );
        let generated = harmless(vec![pages::page("resources/dog.md", skeleton)]);
        assert!(
            !generated
                .files
                .values()
                .any(|text| text.lines().any(|line| line.starts_with("pub const PWNED")))
        );
    }
}

#[test]
fn names_with_the_signs_of_rust_are_names() {
    let rows = [
        "|a\"; } fn f() { |String|x|",
        "|*/ b|String|x|",
        "|c\\|String|x|",
        "|self|String|x|",
        "|crate|String|x|",
        "|r#d|String|x|",
        "|'static|String|x|",
        "|#[path = \"x\"]|String|x|",
        "|include!(\"/etc/passwd\")|String|x|",
    ];
    harmless(vec![resource(&rows.join("\n"))]);
}

#[test]
fn a_route_with_the_signs_of_rust_is_a_string() {
    let page = create("", "").bytes;
    let page = String::from_utf8(page).unwrap();
    for path in [
        "/books/\"}; fn f() {",
        "/books/\\",
        "/books/{a\"b}/*/",
        "/books/{`}",
        "/books/{a}\u{202e}",
        "/*/../",
    ] {
        harmless(vec![
            pages::page("api/book-create.md", page.replace("/books", path)),
            resource("|id|String|x|"),
        ]);
    }
}

#[test]
fn a_file_name_is_a_comment_of_one_line_and_a_link_of_one_address() {
    let paths = [
        "api/book\n#![feature(x)].md",
        "api/book\r.md",
        "api/book`<script>`.md",
        "api/a](javascript:x) [b.md",
        "api/a)<b.md",
        "api/a b?c#d%e.md",
        "api/\u{202e}x.md",
        "api/größe.md",
    ];
    for path in paths {
        let page = pages::page(path, create("", "").bytes);
        let url = Some("https://reference.example/{page}?view=1".to_owned());
        harmless_with(
            vec![page, resource("|id|String|x|")],
            &Options { page_url: url, ..Options::default() },
        );
    }
}
