//! Whether an example is what its operation sends and answers.

use super::mismatch::{Agreement, Mismatch};
use super::other_type;
use crate::diagnostic::Code;
use crate::http::{Body, Message};
use crate::json::Value;
use crate::model::{Model, Operation, RequestBody, ResponseBody, Type};
use crate::page::{Example, Page};
use crate::primitive::Primitive;
use crate::resolve::operations::fit::is_envelope;
use crate::source::Span;
use crate::type_check::{self, Report};

/// Holds a request against an operation.
pub(crate) fn request(model: &Model, operation: &Operation, example: &Example) -> Agreement {
    let Some(body) = example.message.sent() else { return Ok(Vec::new()) };
    sent(model, &operation.request, body, example)
}

fn sent(model: &Model, request: &RequestBody, body: &Body, example: &Example) -> Agreement {
    match (request, body) {
        (_, Body::Empty) | (RequestBody::Content, _) | (RequestBody::Json, Body::Json(_)) => Ok(Vec::new()),
        (RequestBody::Optional(inside), _) => sent(model, inside, body, example),
        (RequestBody::Structured(name), Body::Json(value)) => {
            typed(model, &Type::Structured(name.clone()), value)
        }
        (RequestBody::Collection(element), Body::Json(value)) => {
            typed(model, &element.clone().collection(), value)
        }
        (RequestBody::None, _) => {
            contradicts(example.span, "sends a body, which the operation does not take")
        }
        (_, Body::Text(text)) if body.is_broken_json() => {
            contradicts(text.span, "sends JSON that could not be read")
        }
        (_, Body::Text(text)) => match example.message.other_format() {
            Some(format) => {
                let message = format!("the example sends `{format}`; the function sends JSON only");
                Err(Mismatch { code: Code::ExampleOfAnotherFormat, span: text.span, message })
            }
            None => contradicts(text.span, "sends no JSON, which the operation takes"),
        },
    }
}

/// Holds a response against an operation.
pub(crate) fn response(model: &Model, operation: &Operation, example: &Example) -> Agreement {
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
        300.. => contradicts(example.span, "is a redirect, and the operation answers by itself"),
        _ => answered(model, answer, body, example.span),
    }
}

fn answered(model: &Model, answer: &ResponseBody, body: &Body, span: Span) -> Agreement {
    match (answer, body) {
        (ResponseBody::Content | ResponseBody::Download, _) => Ok(Vec::new()),
        (ResponseBody::None | ResponseBody::Receipt | ResponseBody::Reply(_), Body::Empty) => Ok(Vec::new()),
        (ResponseBody::Reply(answer), body) => answered(model, answer, body, span),
        (ResponseBody::None | ResponseBody::Receipt, _) => {
            contradicts(span, "has a body, and the operation answers none")
        }
        (_, Body::Empty) => contradicts(span, "has no body, and the operation answers one"),
        (ResponseBody::Count, Body::Json(value)) => {
            let number = value.get("value").unwrap_or(value);
            typed(model, &Type::Primitive(Primitive::Int64), number)
        }
        // A count is plain text.
        (ResponseBody::Count, Body::Text(text)) if text.value.trim().parse::<i64>().is_ok() => Ok(Vec::new()),
        (ResponseBody::Wrapped(_), Body::Text(text)) if text.value.parse::<i64>().is_ok() => Ok(Vec::new()),
        (_, Body::Text(text)) => contradicts(text.span, "is no JSON, which the operation answers"),
        (ResponseBody::Json, Body::Json(_)) => Ok(Vec::new()),
        (ResponseBody::One(name), Body::Json(value)) => typed(model, &Type::Structured(name.clone()), value),
        (ResponseBody::Collection(element), Body::Json(value)) => match value.get("value") {
            Some(value) => typed(model, &element.clone().collection(), value),
            None => contradicts(value.span, "is no collection, which the operation answers"),
        },
        (ResponseBody::Wrapped(type_), Body::Json(value)) => {
            typed(model, type_, value.get("value").filter(|_| is_envelope(value)).unwrap_or(value))
        }
    }
}

/// What is odd about the status of an example that succeeds: the page's words name others.
pub(crate) fn status(page: &Page, example: &Example) -> Option<(Span, String)> {
    let Message::Response(response) = &example.message else { return None };
    let status = &response.status;
    let told = &page.api.response.statuses;
    // Behind a redirect, the file is answered by another address.
    let is_behind_redirect = status.value < 300 && told.iter().all(|told| (300..400).contains(told));
    let conflicts = status.value < 400 && !is_behind_redirect && !told.contains(&status.value);
    conflicts.then(|| {
        let told: Vec<String> = told.iter().map(u16::to_string).collect();
        (
            status.span,
            format!("the example's status is {}, and the page tells of {}", status.value, told.join(", ")),
        )
    })
}

fn typed(model: &Model, type_: &Type, value: &Value) -> Agreement {
    let Report { contradictions, unknown } = type_check::check(model, type_, value);
    let Some(first) = contradictions.first() else {
        return match other_type::found(model, type_, value) {
            Some(finding) => Err(finding),
            None => Ok(unknown),
        };
    };
    let more = match contradictions.len() {
        1 => String::new(),
        count => format!(" ({} more values contradict their types)", count - 1),
    };
    let message = format!(
        "{} is declared as {}, the example says otherwise{more}",
        first.place.quoted(),
        first.expected
    );
    Err(Mismatch { code: Code::ExampleContradictsType, span: first.span, message })
}

fn contradicts(span: Span, what: &str) -> Agreement {
    let message = format!("the example {what}");
    Err(Mismatch { code: Code::ExampleContradictsOperation, span, message })
}
