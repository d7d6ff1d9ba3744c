//! From the messages of a page to the examples of the model. Bodies are moved: some are long.

use crate::http::{Body, Header, Message};
use crate::model::{Example, ExampleBody, RequestExample, ResponseExample, Target};
use crate::page;
use crate::path_template::{concrete_path, concrete_query};
use crate::source::Span;

/// What is sent. A request without a request line is a body alone.
pub(super) fn request(example: page::Example, holds: bool) -> RequestExample {
    let (target, headers, body) = match example.message {
        Message::Request(request) => {
            let target = Target {
                method: request.method.value,
                path: concrete_path(&request.url.value),
                query: concrete_query(&request.url.value).to_owned(),
            };
            (Some(target), request.headers, request.body)
        }
        Message::Body(body) => (None, Vec::new(), body),
        Message::Response(_) => (None, Vec::new(), Body::Empty),
    };
    RequestExample { target, example: both(headers, body, example.span, holds) }
}

/// What is answered. A body alone is one of success.
pub(super) fn response(example: page::Example, holds: bool) -> ResponseExample {
    let (status, headers, body) = match example.message {
        Message::Response(response) => (response.status.value, response.headers, response.body),
        Message::Body(body) => (200, Vec::new(), body),
        Message::Request(_) => (200, Vec::new(), Body::Empty),
    };
    ResponseExample { status, example: both(headers, body, example.span, holds) }
}

fn both(headers: Vec<Header>, body: Body, span: Span, holds: bool) -> Example {
    let headers = headers.into_iter().map(|header| (header.name.value, header.value)).collect();
    let body = match body {
        Body::Empty => ExampleBody::Empty,
        Body::Json(value) => ExampleBody::Json(value),
        Body::Text(text) => ExampleBody::Text(text.value),
    };
    Example { headers, body, span, holds }
}
