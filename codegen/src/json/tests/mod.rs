//! What is accepted, what is repaired, and where reading stops.

mod properties;

use super::{Value, read};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Excerpt, FileId};

fn read_all(text: &str) -> (Option<Value>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let value = read(&Excerpt::whole(text, FileId::default(), 0), &mut diagnostics);
    (value, diagnostics.into_sorted())
}

/// The value written compactly, the code of the one diagnostic, and the text that it points at.
fn outcome(text: &str) -> (Option<String>, Option<Code>, &str) {
    let (value, found) = read_all(text);
    assert!(found.len() <= 1, "{found:?}");
    let at = found.first().map_or("", |diagnostic| &text[diagnostic.span.range()]);
    (value.map(|value| value.to_string()), found.first().map(|diagnostic| diagnostic.code), at)
}

#[track_caller]
fn repaired(text: &str, expected: &str, first: &str) {
    assert_eq!(outcome(text), (Some(expected.to_owned()), Some(Code::RepairedJson), first), "{text}");
}

#[track_caller]
fn unreadable(text: &str, at: &str) {
    assert_eq!(outcome(text), (None, Some(Code::UnreadableJson), at), "{text}");
}

#[test]
fn strict_json_is_kept_digit_for_digit() {
    let text =
        r#"{"a":[1.0,1e+2,-0,12345678901234567890.10],"b":{"c":null,"d":[true,false]},"é":"\"\\\n😀"}"#;
    assert_eq!(outcome(text), (Some(text.to_owned()), None, ""));
    assert_eq!(outcome(r#" "\u00e9\uD83D\ude00\/\b" "#).0.as_deref(), Some(r#""é😀/\u0008""#));
}

#[test]
fn repairs_with_one_meaning_are_made() {
    repaired("{\"a\": 1,\n}", r#"{"a":1}"#, ",");
    repaired("[1, 2, ]", "[1,2]", ",");
    repaired("{ // why\n \"a\": 1 /* so */ }", r#"{"a":1}"#, "// why");
    repaired("{ \"a\": 1 }\n<!-- { \"b\": 2 } -->", r#"{"a":1}"#, "<!-- { \"b\": 2 } -->");
    repaired("{\u{a0}\"a\":\u{200b}1}", r#"{"a":1}"#, "\u{a0}");
    repaired("{\"a\": \"b\n\tc\"}", r#"{"a":"b\n\tc"}"#, "\n");
    repaired("{\"a\": 1, ...}", r#"{"a":1}"#, "...");
    repaired("{\"a\": 1\n  …\n}", r#"{"a":1}"#, "…");
    repaired("{..., \"a\": [{...}, ...]}", r#"{"a":[{}]}"#, "...");
    repaired("{“a”: “b”}", r#"{"a":"b"}"#, "“a”");
    repaired("{\"a\": 1\n\"b\": {}\n\"c\": 2}", r#"{"a":1,"b":{},"c":2}"#, "");
    repaired("[{}\n{}]", "[{},{}]", "");
    repaired(r#"{"a": "b\content\n"}"#, r#"{"a":"b\\content\n"}"#, "\\");
    repaired("{\"a\": lib.Loan, \"b\": [lib.Fee ]}", r#"{"a":"lib.Loan","b":["lib.Fee"]}"#, "lib.Loan");
    repaired("{\"a\": {lib.Loan}\n}", r#"{"a":{"@odata.type":"lib.Loan"}}"#, "lib.Loan");
    repaired("{\"a\": string, \"b\": int // so\n}", r#"{"a":"string","b":0}"#, "string");
    repaired("[boolean, decimal, object, true/false]", "[true,0.0,null,true]", "boolean");
    repaired("[guid, date]", r#"["00000000-0000-0000-0000-000000000000","2000-01-01"]"#, "guid");
    unreadable("[string or null]", "s");
    unreadable("{\"a\": number of books}", "n");
    repaired(
        "{\"a\": 2026-05-04T07:30:00.5Z\n}",
        r#"{"a":"2026-05-04T07:30:00.5Z"}"#,
        "2026-05-04T07:30:00.5Z",
    );
    repaired("[2026-05-04, 1]", r#"["2026-05-04",1]"#, "2026-05-04");
    repaired("{a: 1, @odata.type : \"b\"}", r#"{"a":1,"@odata.type":"b"}"#, "a");
    repaired("{(\"a\"): int, (\"b\": string) }", r#"{"a":0,"b":"string"}"#, "(");
    repaired("{'a': '<b c=\"d\"/>' }", r#"{"a":"<b c=\"d\"/>"}"#, "'a'");
}

#[test]
fn one_note_counts_all_repairs_of_a_text() {
    let (_, found) = read_all("{\"a\": [1,], // x\n\"b\": 2,}");
    let messages: Vec<&str> = found.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, ["this is not strict JSON: a trailing comma (2 times), a comment"]);
}

#[test]
fn everything_else_is_unreadable_where_it_stops() {
    unreadable("", "");
    unreadable("{\"a\": 1", "");
    unreadable("{\"a\": 1 \"b\": 2}", "\"");
    unreadable("{'a's': 1}", "'");
    unreadable("{'a: 1}", "'");
    unreadable("{\"a\": 'it\n'}", "'");
    unreadable("{a b: 1}", "a");
    unreadable("{(\"a\": 1, \"b\": 2)}", ",");
    unreadable("{(\"a\"): 1)}", ")");
    unreadable("{\"a\" 1}", "1");
    unreadable("{\"a\": }", "}");
    unreadable("{\"a\": 1,, \"b\": 2}", ",");
    unreadable("{\"a\": “b\"}", "“");
    unreadable("{\"a\": \"b}", "\"");
    unreadable("{\"a\": 01}", "0");
    unreadable("{\"a\": 2018-01}", "-");
    unreadable("{\"a\": 2018-01-01 or later}", "-");
    unreadable("{} {}", "{");
    unreadable("[Zip file]", "Z");
    unreadable("[Zip.file x]", "Z");
    unreadable("{\"a\": Loan}", "L");
    unreadable("{\"a\": 1.lib}", "l");
    unreadable("{\"a\": {lib.Loan, \"b\": 1}}", ",");
    unreadable("{\"a\": 1} /* open", "/");
    unreadable(r##"["\#"]"##, "\\");
    unreadable(r#"["\ud800"]"#, "\\");
    unreadable(r#"["\udc00\ud800"]"#, "\\");
}

#[test]
fn a_member_given_again_counts_in_the_place_of_the_first() {
    let (value, found) = read_all(r#"{"a":1,"b":2,"a":3,"c":4,"a":5}"#);
    assert_eq!(value.map(|value| value.to_string()).as_deref(), Some(r#"{"a":5,"b":2,"c":4}"#));
    let places: Vec<_> = found.iter().map(|diagnostic| (diagnostic.code, diagnostic.span.start())).collect();
    assert_eq!(places, [(Code::DuplicateMember, 13), (Code::DuplicateMember, 25)]);
}

#[test]
fn depth_ends_in_a_diagnostic_where_serde_json_ends() {
    for depth in [1, 126, 127, 128, 129, 100_000] {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(
            read_all(&text).0.is_some(),
            serde_json::from_str::<serde_json::Value>(&text).is_ok(),
            "{depth}"
        );
    }
}
