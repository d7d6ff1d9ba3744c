//! Whether an example agrees with its operation.

use super::mismatch::{Agreement, Mismatch};
use super::other_type;
use crate::diagnostic::Code;
use crate::http::{Body, Message};
use crate::json::Value;
use crate::model::{Derived, Operation, RequestBody, ResponseBody, Type};
use crate::page::{Example, Page};
use crate::primitive::Primitive;
use crate::resolve::operations::fit::is_envelope;
use crate::source::Span;
use crate::type_check::{self, Report};

/// `207 Multi-Status`: what was asked for was done in part.
const PARTIAL_FAILURE: u16 = 207;

/// Checks a request against an operation.
pub(crate) fn request(types: &Derived<'_>, operation: &Operation, example: &Example) -> Agreement {
    let Some(body) = example.message.sent() else { return Ok(Vec::new()) };
    sent(types, &operation.request, body, example)
}

fn sent(types: &Derived<'_>, request: &RequestBody, body: &Body, example: &Example) -> Agreement {
    match (request, body) {
        (_, Body::Empty) | (RequestBody::Content, _) | (RequestBody::Json, Body::Json(_)) => Ok(Vec::new()),
        (RequestBody::Optional(inside), _) => sent(types, inside, body, example),
        (RequestBody::Structured(name), Body::Json(value)) => {
            typed(types, &Type::Structured(name.clone()), value)
        }
        (RequestBody::Collection(element), Body::Json(value)) => {
            typed(types, &element.clone().collection(), value)
        }
        (RequestBody::None, _) => contradicts(example.span, "sends a body; the operation takes none"),
        (_, Body::Text(text)) if body.is_broken_json() => {
            no_json(text.span, "sends a body that cannot be read as JSON")
        }
        (_, Body::Text(text)) => match example.message.other_format() {
            Some(format) => {
                let message = format!("the example sends `{format}`; the function sends JSON only");
                Err(Mismatch { code: Code::ExampleOfAnotherFormat, span: text.span, message, is_text: true })
            }
            None => no_json(text.span, "sends text; the operation takes JSON"),
        },
    }
}

/// Checks a response against an operation.
pub(crate) fn response(types: &Derived<'_>, operation: &Operation, example: &Example) -> Agreement {
    let (status, location, body) = match &example.message {
        Message::Response(response) => {
            let location = |name: &str| name.eq_ignore_ascii_case("location");
            let location = response.headers.iter().any(|header| location(&header.name.value));
            (response.status.value, location, &response.body)
        }
        Message::Body(body) => (200, false, body),
        Message::Request(_) => return Ok(Vec::new()),
    };
    let answer = &operation.response;
    match status {
        400.. => Ok(Vec::new()),
        300.. if *answer == ResponseBody::Download && location => Ok(Vec::new()),
        300.. => contradicts(example.span, "answers with a redirect; the operation answers with a body"),
        _ => answered(types, answer, body, example.span),
    }
}

fn answered(types: &Derived<'_>, answer: &ResponseBody, body: &Body, span: Span) -> Agreement {
    match (answer, body) {
        (ResponseBody::Content | ResponseBody::Download, _) => Ok(Vec::new()),
        (ResponseBody::None | ResponseBody::Receipt | ResponseBody::Reply(_), Body::Empty) => Ok(Vec::new()),
        (ResponseBody::Reply(answer), body) => answered(types, answer, body, span),
        (ResponseBody::None | ResponseBody::Receipt, _) => {
            contradicts(span, "answers with a body; the operation answers without one")
        }
        (_, Body::Empty) => contradicts(span, "answers without a body; the operation answers with one"),
        (ResponseBody::Count, Body::Json(value)) => {
            let number = value.get("value").unwrap_or(value);
            typed(types, &Type::Primitive(Primitive::Int64), number)
        }
        // A count is plain text.
        (ResponseBody::Count, Body::Text(text)) if text.value.trim().parse::<i64>().is_ok() => Ok(Vec::new()),
        (ResponseBody::Wrapped(_), Body::Text(text)) if text.value.parse::<i64>().is_ok() => Ok(Vec::new()),
        (_, Body::Text(text)) => no_json(text.span, "answers with text; the operation answers with JSON"),
        (ResponseBody::Json, Body::Json(_)) => Ok(Vec::new()),
        (ResponseBody::One(name), Body::Json(value)) => typed(types, &Type::Structured(name.clone()), value),
        (ResponseBody::Collection(element), Body::Json(value)) => match value.get("value") {
            Some(value) => typed(types, &element.clone().collection(), value),
            None => {
                let shown =
                    if value.as_array().is_some() { "a list without an envelope" } else { "one object" };
                let of = answer.type_name().map(|name| format!(" of `{name}`")).unwrap_or_default();
                let what = format!("shows {shown}; the operation answers with a collection{of}");
                contradicts(value.span, &what)
            }
        },
        (ResponseBody::Wrapped(type_), Body::Json(value)) => {
            typed(types, type_, value.get("value").filter(|_| is_envelope(value)).unwrap_or(value))
        }
    }
}

/// What is odd about the status of an example that succeeds: the page's words name others.
pub(crate) fn status(page: &Page, example: &Example) -> Option<(Span, String)> {
    let Message::Response(response) = &example.message else { return None };
    let status = &response.status;
    let documented = &page.api.response.statuses;
    // Behind a redirect, the file is answered by another address; a partial failure is not the success.
    let is_success = |status: &&u16| **status < 300 && **status != PARTIAL_FAILURE;
    let is_documented = |value: &u16| documented.contains(value) || page.api.other_statuses.contains(value);
    let conflicts = status.value < 300
        && documented.iter().any(|status| is_success(&status))
        && !is_documented(&status.value);
    conflicts.then(|| {
        let documented: Vec<String> = documented.iter().filter(is_success).map(u16::to_string).collect();
        let message =
            format!("the example answers {}; the page documents {}", status.value, documented.join(", "));
        (status.span, message)
    })
}

fn typed(types: &Derived<'_>, type_: &Type, value: &Value) -> Agreement {
    let Report { contradictions, unknown } = type_check::check(types.model, type_, value);
    let Some(first) = contradictions.first() else {
        return match other_type::found(types, type_, value) {
            Some(finding) => Err(finding),
            None => Ok(unknown),
        };
    };
    let more = match contradictions.len() {
        1 => String::new(),
        2 => "; one more value does not fit its type".to_owned(),
        count => format!("; {} more values do not fit their types", count - 1),
    };
    let message =
        format!("{} takes {}; the example has {}{more}", first.place.in_words(), first.expected, first.found);
    Err(Mismatch { code: Code::ExampleContradictsType, span: first.span, message, is_text: false })
}

fn contradicts(span: Span, what: &str) -> Agreement {
    let message = format!("the example {what}");
    Err(Mismatch { code: Code::ExampleContradictsOperation, span, message, is_text: false })
}

fn no_json(span: Span, what: &str) -> Agreement {
    contradicts(span, what).map_err(|mismatch| Mismatch { is_text: true, ..mismatch })
}
