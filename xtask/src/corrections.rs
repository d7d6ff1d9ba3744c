//! The user's own corrections, beside the output's file of settings. The file is read and never written.

use std::io;
use std::path::Path;

use anyhow::{Context, bail};
use codegen::{Change, Correction};
use serde::Deserialize;
use serde_spanned::Spanned;

use crate::paths;

pub(crate) const NAME: &str = "corrections.toml";

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    rename: Vec<Rename>,
    r#type: Vec<Retype>,
    route: Vec<Operation>,
    body: Vec<Operation>,
    answer: Vec<Operation>,
    omit: Vec<Omit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rename {
    item: Spanned<String>,
    to: String,
    reason: Reason,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Retype {
    property: Spanned<String>,
    is: String,
    reason: Reason,
}

/// A corrected part of an operation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operation {
    item: Spanned<String>,
    is: String,
    reason: Reason,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Omit {
    item: Spanned<String>,
    reason: Reason,
}

/// A text that is not empty.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Reason(String);

impl TryFrom<String> for Reason {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.trim().is_empty() { Err("the reason is empty") } else { Ok(Reason(text)) }
    }
}

/// Reads the corrections of an output, in the order in which they are written. The file may be missing.
pub(crate) fn read(out: &Path) -> anyhow::Result<Vec<Correction>> {
    let path = out.join(NAME);
    match paths::read_text(&path) {
        Ok(text) => parse(&text, &paths::display(&path)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(Vec::new())
        }
        Err(error) => Err(error).with_context(|| format!("{} cannot be read", paths::display(&path))),
    }
}

/// `name` is the file's, for messages.
pub(crate) fn parse(text: &str, name: &str) -> anyhow::Result<Vec<Correction>> {
    let place = |at: usize| {
        let before = &text[..at.min(text.len())];
        let line = before.rsplit('\n').next().unwrap_or(before);
        format!("{name}:{}:{}", before.matches('\n').count() + 1, line.chars().count() + 1)
    };
    let file: File = match toml_edit::de::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            bail!("{}: {}", place(at), error.message().trim_end().replace('\n', ", "));
        }
    };
    let mut found = Vec::new();
    let mut add = |key: Spanned<String>, reason: Reason, change: fn(String, String) -> Change, to: String| {
        let (at, place) = (key.span().start, place(key.span().start));
        let change = change(key.into_inner(), to);
        found.push((at, Correction { change, reason: reason.0, place }));
    };
    for Rename { item, to, reason } in file.rename {
        add(item, reason, |item, to| Change::Rename { item, to }, to);
    }
    for Retype { property, is, reason } in file.r#type {
        add(property, reason, |property, to| Change::Retype { property, to }, is);
    }
    for Operation { item, is, reason } in file.route {
        add(item, reason, |item, to| Change::Route { item, to }, is);
    }
    for Operation { item, is, reason } in file.body {
        add(item, reason, |item, is| Change::Body { item, is }, is);
    }
    for Operation { item, is, reason } in file.answer {
        add(item, reason, |item, is| Change::Answer { item, is }, is);
    }
    for Omit { item, reason } in file.omit {
        add(item, reason, |item, _| Change::Omit { item }, String::new());
    }
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().map(|(_, correction)| correction).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &str = r#"
# What the service does otherwise.
[[omit]]
item = "GET /me/messages"
reason = "Gone."

[[rename]]
item = "payment::Payment::amount"
to = "sum"
reason = "Ours."

[[type]]
property = "microsoft.graph.call.mediaConfig"
is = "Collection(microsoft.graph.mediaConfig)"
reason = "Several."

[[answer]]
item = "GET /me/photos"
is = "Collection(microsoft.graph.photo)"
reason = "A list."

[[body]]
item = "POST /me/photos"
is = "bytes"
reason = "A picture."

[[route]]
item = "GET /me/mesages"
is = "GET /me/messages"
reason = "A slip."
"#;

    #[test]
    fn corrections_come_in_the_order_of_the_file_with_their_places() {
        let found = parse(ALL, "corrections.toml").unwrap();
        let places: Vec<&str> = found.iter().map(|correction| correction.place.as_str()).collect();
        let lines = ["4:8", "8:8", "13:12", "18:8", "23:8", "28:8"];
        assert_eq!(places, lines.map(|line| format!("corrections.toml:{line}")));
        let reasons: Vec<&str> = found.iter().map(|correction| correction.reason.as_str()).collect();
        assert_eq!(reasons, ["Gone.", "Ours.", "Several.", "A list.", "A picture.", "A slip."]);
        assert_eq!(found[0].change, Change::Omit { item: "GET /me/messages".to_owned() });
        let retype = Change::Retype {
            property: "microsoft.graph.call.mediaConfig".to_owned(),
            to: "Collection(microsoft.graph.mediaConfig)".to_owned(),
        };
        assert_eq!(found[2].change, retype);
        let route = Change::Route { item: "GET /me/mesages".to_owned(), to: "GET /me/messages".to_owned() };
        assert_eq!(found[5].change, route);
        let body = Change::Body { item: "POST /me/photos".to_owned(), is: "bytes".to_owned() };
        assert_eq!(found[4].change, body);
        assert!(matches!(found[3].change, Change::Answer { .. }));
        assert_eq!(parse("", "").unwrap(), []);
    }

    #[test]
    fn the_catalogue_shows_a_correction_as_it_is_written() {
        let (_, toml) = codegen::Code::Corrected.document().split_once("```toml\n").unwrap();
        let (toml, _) = toml.split_once("```").unwrap();
        assert_eq!(parse(toml, "corrections.toml").unwrap().len(), 1);
    }

    #[test]
    fn mistakes_are_located() {
        for (text, says) in [
            ("[[rename]]\nitem = \"a\"\nto = \"b\"\n", "x:1:1: missing field `reason`"),
            ("[[omit]]\nitem = \"a\"\nreason = \" \"\n", "x:3:10: the reason is empty"),
            (
                "\n[[omit]]\nitem = \"ä\" \nraeson = \"\"\n",
                "x:4:1: unknown field `raeson`, expected `item` or `reason`",
            ),
            (
                "[[drop]]\n",
                "x:1:3: unknown field `drop`, expected one of `rename`, `type`, `route`, `body`, `answer`, `omit`",
            ),
            ("[[omit]]\nitem = 1\n", "x:2:8: invalid type: integer `1`, expected a string"),
            ("[[omit]\n", "x:1:8: "),
            ("[omit]\nitem = \"a\"\nreason = \"b\"\n", "x:1:1: invalid type: map, expected a sequence"),
        ] {
            let error = parse(text, "x").unwrap_err().to_string();
            assert!(error.starts_with(says), "{error}");
            assert!(!error.contains('\n'), "{error}");
        }
    }
}
