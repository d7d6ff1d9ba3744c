//! The body of an error, in the shapes that services give it.

use serde_json::{Map, Value};

use crate::support::Json;
use crate::support::json::codec;

/// The parts of a body that are known by name; any of them may be missing.
#[derive(Default)]
pub(super) struct ErrorBody {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) target: Option<String>,
    pub(super) inner: Option<Json>,
    pub(super) request_id: Option<String>,
}

impl ErrorBody {
    pub(super) fn read(body: &[u8]) -> Self {
        let body = codec::text(body);
        match serde_json::from_slice(body) {
            Ok(Value::Object(members)) => Self::of_object(&members),
            Ok(Value::String(text)) => Self { message: beginning(&text), ..Self::default() },
            Ok(_) => Self::default(),
            Err(_) => {
                let text = std::str::from_utf8(body).unwrap_or_default();
                let start = text.char_indices().nth(LOOKED_AT).map_or(text, |(end, _)| &text[..end]);
                Self { message: beginning(&without_tags(start)), ..Self::default() }
            }
        }
    }

    /// `{"error":{…}}`, `{"odata.error":{…}}`, or the error itself: `{"Message":"…"}`.
    fn of_object(members: &Map<String, Value>) -> Self {
        let error = match member(members, "error").or_else(|| member(members, "odata.error")) {
            // A token endpoint answers `{"error": "code", "error_description": "message"}`.
            Some(Value::String(code)) => {
                let message = member(members, "error_description").or_else(|| member(members, "message"));
                return Self { code: Some(code.clone()), message: message.and_then(text), ..Self::default() };
            }
            Some(Value::Object(error)) => error,
            _ => members,
        };
        let inner = member(error, "innererror").filter(|inner| !inner.is_null());
        let logged = inner.and_then(Value::as_object).and_then(|inner| member(inner, "request-id"));
        Self {
            code: member(error, "code").and_then(text),
            message: member(error, "message").and_then(text),
            target: member(error, "target").and_then(text),
            inner: inner.cloned().map(Json::from),
            request_id: logged.and_then(text),
        }
    }
}

/// A member, whatever letters of its name are large.
fn member<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    members.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// A text, a number's digits, or the text in `{"lang":"en","value":"…"}`.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(members) => member(members, "value").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// How many letters of a page are read.
const LOOKED_AT: usize = 10_000;

/// The longest message, in letters.
const LETTERS: usize = 200;

/// The beginning of a text, with one space between two words.
fn beginning(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LETTERS) {
        Some((end, _)) => Some(format!("{}…", &words[..end])),
        None => Some(words).filter(|words| !words.is_empty()),
    }
}

/// The text of a page in HTML: no tags, no comments, no scripts and no styles.
fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let starts = |name: &str| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let end = match () {
            () if starts("!--") => "-->",
            () if starts("script") => "</script>",
            () if starts("style") => "</style>",
            () => ">",
        };
        let at = if end.len() > 3 { tag.to_ascii_lowercase().find(end) } else { tag.find(end) };
        rest = at.map_or("", |at| &tag[at + end.len()..]);
    }
    text.push_str(rest);
    text
}
