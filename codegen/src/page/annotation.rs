//! The JSON comment before a code block that says what the block is.

use super::Annotation;
use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::json::{self, Kind, Member, Value};
use crate::source::{Excerpt, Spanned};

/// Reads the text of a comment. A comment that does not begin like an object, or that is about the page, is not an
/// annotation.
pub(crate) fn read(comment: &Excerpt, diagnostics: &mut Diagnostics) -> Option<Annotation> {
    let text = comment.text.trim();
    let start = comment.text.len() - comment.text.trim_start().len();
    if !text.starts_with('{') || text.contains("\"#page.") {
        return None;
    }
    let excerpt = comment.part(start..start + text.len());
    let span = excerpt.span(0..text.len());
    let mut findings = Diagnostics::default();
    let value = match json::read_annotation(&excerpt, &mut findings) {
        Some(value) => {
            diagnostics.extend(findings);
            value
        }
        None => {
            let reason = findings.into_sorted().into_iter().next();
            let (at, reason, fix) =
                reason.map_or((span, String::new(), None), |found| (found.span, found.message, found.fix));
            let message = format!("the annotation is read line by line: {reason}");
            diagnostics.report(Code::MalformedAnnotation, at, message).with_fix(fix);
            Value { kind: Kind::Object(read_lines(&excerpt).into()), span }
        }
    };
    let value = with_known_keys(value, diagnostics);
    let Some(block_type) = value.get("blockType").and_then(Value::as_str) else {
        diagnostics.report(Code::MalformedAnnotation, span, "the annotation has no `blockType`");
        return None;
    };
    let type_name = value.get("@odata.type").or_else(|| value.get("@type")).and_then(type_name);
    let base_type = value.get("baseType").and_then(type_name_alone);
    Some(Annotation {
        block_type: block_type.to_owned(),
        name: value.get("name").and_then(first_text),
        collection: flag(&value, "isCollection")
            || type_name.as_ref().is_some_and(|(_, collection)| *collection),
        odata_type: type_name.map(|(name, _)| name),
        base_type,
        key_property: value.get("keyProperty").and_then(first_text),
        open_type: flag(&value, "openType"),
        is_abstract: flag(&value, "abstract") || flag(&value, "isAbstract"),
        truncated: flag(&value, "truncated"),
        expect_error: flag(&value, "expectError"),
        span,
    })
}

/// The keys that mean something here, and keys of the format that are near one of them.
const KEYS: [&str; 12] = [
    "blockType",
    "@odata.type",
    "@type",
    "baseType",
    "name",
    "keyProperty",
    "isCollection",
    "openType",
    "abstract",
    "isAbstract",
    "truncated",
    "expectError",
];

/// The annotation with each misspelt key as it was meant.
fn with_known_keys(mut value: Value, diagnostics: &mut Diagnostics) -> Value {
    let Kind::Object(members) = &mut value.kind else { return value };
    for at in 0..members.len() {
        let written = members[at].name.value.clone();
        let Some(meant) = meant(&written) else { continue };
        if members.iter().any(|member| member.name.value == meant) {
            continue;
        }
        let place = members[at].name.span;
        let message = format!("the annotation's key `{written}` is not known; it was read as `{meant}`");
        let fix = Fix::new(format!("write `{meant}`"), place, format!("\"{meant}\""));
        // Of a broken annotation, the place is a whole line.
        let is_key = place.end() - place.start() == written.len() + 2;
        diagnostics.report(Code::MisspeltAnnotation, place, message).with_fix(is_key.then_some(fix));
        members[at].name.value = meant.to_owned();
    }
    value
}

/// The key that a word was meant to be: another case of it, or in a long one two letters at most.
fn meant(written: &str) -> Option<&'static str> {
    if KEYS.contains(&written) {
        return None;
    }
    let is_close = |key: &str| {
        written.eq_ignore_ascii_case(key) || key.len() >= 8 && strsim::damerau_levenshtein(written, key) <= 2
    };
    KEYS.iter().copied().find(|key| is_close(key))
}

/// A truth value, which some pages put in quotes.
fn flag(value: &Value, name: &str) -> bool {
    let Some(value) = value.get(name) else { return false };
    value.as_bool().or_else(|| value.as_str().map(|text| text.eq_ignore_ascii_case("true"))).unwrap_or(false)
}

/// A text, or the first of a list of them: one response may answer several requests.
fn first_text(value: &Value) -> Option<String> {
    let text = value.as_str().or_else(|| value.as_array()?.first()?.as_str())?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A type's name without `#` and `Collection(…)`, and whether there was the latter. `None` means that there is no body.
fn type_name(value: &Value) -> Option<(Spanned<String>, bool)> {
    let text = value.as_str()?.trim().trim_start_matches('#');
    let inside = text.get(.."Collection(".len()).filter(|start| start.eq_ignore_ascii_case("Collection("));
    let (name, collection) = match inside {
        Some(start) => (text[start.len()..].trim_end_matches(')').trim().trim_start_matches('#'), true),
        None => (text, false),
    };
    let is_none = name.rsplit('.').next().is_some_and(|name| name.eq_ignore_ascii_case("none"));
    (!name.is_empty() && !is_none).then(|| (Spanned::new(name.to_owned(), value.span), collection))
}

fn type_name_alone(value: &Value) -> Option<Spanned<String>> {
    type_name(value).map(|(name, _)| name)
}

/// What can be read of a broken object: `name: value` between commas and line ends, where the value is a text or a
/// truth value.
fn read_lines(excerpt: &Excerpt) -> Vec<Member> {
    let mut members = Vec::new();
    let mut next = 0;
    for line in excerpt.text.split(['\n', ',', '{', '}']) {
        let span = excerpt.span(next..next + line.len());
        next += line.len() + 1;
        let Some((name, value)) = line.split_once(':') else { continue };
        let name = name.trim().trim_matches('"');
        let kind = match value.trim() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            text if text.starts_with('"') => Kind::String(text.trim_matches('"').into()),
            _ => continue,
        };
        members.push(Member { name: Spanned::new(name.to_owned(), span), value: Value { kind, span } });
    }
    members
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diagnostic::{Code, Diagnostics};
    use crate::page::Annotation;
    use crate::source::{Excerpt, FileId};

    fn read_all(text: &str) -> (Option<Annotation>, Vec<Code>) {
        let mut diagnostics = Diagnostics::default();
        let annotation = read(&Excerpt::whole(text, FileId::default(), 0), &mut diagnostics);
        (annotation, diagnostics.into_sorted().into_iter().map(|diagnostic| diagnostic.code).collect())
    }

    #[test]
    fn other_comments_are_no_annotations() {
        for text in [
            "",
            " uuid: 1 ",
            "markdownlint-disable MD001",
            "{ \"type\": \"#page.annotation\", \"x\": \"\ny }",
        ] {
            assert_eq!(read_all(text), (None, vec![]), "{text}");
        }
    }

    #[test]
    fn all_keys_in_all_spellings() {
        let (annotation, codes) = read_all(
            " {\"blockType\": \"resource\", \"name\": [\"a\", \"b\"], \"@type\": \"#Collection(n.item)\", \"baseType\": null,\n\
             \"keyProperty\": \"id\", \"openType\": true, \"abstract\": \"true\", \"truncated\": \"False\", \"expectError\": true,}",
        );
        let annotation = annotation.expect("an annotation");
        assert_eq!(codes, [Code::RepairedJson]);
        assert_eq!(annotation.block_type, "resource");
        assert_eq!(annotation.name.as_deref(), Some("a"));
        assert_eq!(annotation.odata_type.map(|name| name.value).as_deref(), Some("n.item"));
        assert_eq!((annotation.collection, annotation.base_type), (true, None));
        assert_eq!(annotation.key_property.as_deref(), Some("id"));
        assert!(
            annotation.open_type
                && annotation.is_abstract
                && annotation.expect_error
                && !annotation.truncated
        );
    }

    #[test]
    fn none_is_no_type() {
        for name in ["library.None", "library.none", "none"] {
            let text = format!(r#"{{ "blockType": "response", "@odata.type": "{name}" }}"#);
            let (annotation, codes) = read_all(&text);
            assert_eq!((annotation.expect("an annotation").odata_type, codes), (None, Vec::new()), "{name}");
        }
    }

    #[test]
    fn a_broken_annotation_gives_what_can_be_read() {
        let (annotation, codes) = read_all(
            "{\n \"blockType\": \"response\",\n \"@odata.type\": \"n.x\",\n isCollection: true\n and more\n}",
        );
        let annotation = annotation.expect("an annotation");
        assert_eq!(codes, [Code::MalformedAnnotation]);
        assert_eq!(annotation.odata_type.map(|name| name.value).as_deref(), Some("n.x"));
        assert!(annotation.collection);
        assert_eq!(read_all("{ nothing }"), (None, vec![Code::MalformedAnnotation; 2]));
    }
}
