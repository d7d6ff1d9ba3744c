//! Signs repeated many times, in every kind of place: none of them is read in more than about linear time.

use std::time::{Duration, Instant};

use codegen::Input;

use crate::{hostile, judge, pages};

/// A page of everything, with `{}` where the text goes.
const PLACES: [(&str, &str); 9] = [
    ("words", "\n{}\n"),
    ("quote", "\n> {}\n"),
    ("heading", "\n## {}\n"),
    ("cell", "\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|{}|String|{}|\n|a|{}|b|\n"),
    ("route", "\n## HTTP request\n```http\nGET /a/{}\nPOST {}\n```\n"),
    (
        "annotation",
        "\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"{}\" } -->\n```json\n{\"a\": 1}\n```\n",
    ),
    ("json", "\n## Example\n```http\nPOST https://a.example/a\n\n{\"a\": {}, \"b\": \"{}\"}\n```\n"),
    ("link", "\n[a]({}) [{}](b.md)\n"),
    ("front matter", "\n"),
];

/// The pages with a text of this length in each of the places.
fn cases(length: usize) -> impl Iterator<Item = (String, Input)> {
    hostile::TEXTS
        .iter()
        .chain(&["a", "a ", "a|", "a\n", "|a\n", "[a](b) ", "{\"a\":[", "/{a}", "a: b\n"])
        .flat_map(move |sign| {
            let text = sign.repeat(length / sign.len() + 1);
            PLACES.iter().map(move |(place, page)| {
                let title = if *place == "front matter" { text.as_str() } else { "t" };
                let filled = format!("---\ntitle: {title}\n---\n# Create a\n{}", page.replace("{}", &text));
                (format!("{sign:?} in {place}"), pages::page("api/a-create.md", filled))
            })
        })
}

#[test]
fn nothing_repeated_does_harm() {
    for (name, page) in cases(600).step_by(7) {
        let faults = judge::faults(vec![page], false, false);
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

/// `cargo test --release -p codegen --test mutation long -- --ignored --nocapture`
#[test]
#[ignore = "takes time, and looks at the clock"]
fn nothing_repeated_takes_long() {
    let mut slow = Vec::new();
    for (name, page) in cases(60_000) {
        let start = Instant::now();
        let _ = codegen::generate(&pages::sources(vec![page]), &codegen::Options::default());
        if start.elapsed() > Duration::from_secs(1) {
            println!("{name}: {:?}", start.elapsed());
            slow.push(name);
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}
