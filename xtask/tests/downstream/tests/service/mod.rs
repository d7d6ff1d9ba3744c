//! The documented service, on loopback: it refuses whatever the pages do not describe and answers with their examples.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Query, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub const TOKEN: &str = "a-token-that-nobody-must-see";
/// Their characters mean something in a path, or are none that a path may have.
pub const COMPANY: &str = "CRONUS/Zürich? #1 100%";
pub const JOURNAL: &str = "it's \"general\"";
pub const PAYMENT: &str = "3c1f6a52-90b7-4f0e-8d7c-5a1b2e44c9d0";
pub const ETAG: &str = "W/\"JzE5OzQ3MTU7Jw==\"";

const CREATE_PAGE: &str = include_str!("../../../../../codegen/pages/api/dynamics-create-customerpayment.md");
const GET_PAGE: &str = include_str!("../../../../../codegen/pages/api/dynamics-customerpayment-get.md");
const LIST_PAGE: &str = include_str!("../../../../../codegen/pages/api/dynamics-customerpayment-list.md");
const UPDATE_PAGE: &str = include_str!("../../../../../codegen/pages/api/dynamics-customerpayment-update.md");

/// Starts the service and gives the base address to call it by.
pub async fn start() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("loopback has a free port");
    let address = listener.local_addr().expect("the port is known");
    let payments = "/beta/financials/companies/{company}/customerPaymentJournals/{journal}/customerPayments";
    let service = Router::new()
        .route(payments, get(list).post(create))
        .route(&format!("{payments}/{{payment}}"), get(read).patch(update).delete(delete))
        .layer(middleware::from_fn(authorize));
    tokio::spawn(async move { axum::serve(listener, service).await });
    format!("http://{address}/beta")
}

/// Answers as the service does when it refuses: a status and an error object.
struct Refusal(StatusCode, &'static str, String);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Refusal(status, code, message) = self;
        let body = serde_json::json!({ "error": { "code": code, "message": message } });
        (status, axum::Json(body)).into_response()
    }
}

type Answer = Result<Response, Refusal>;

async fn authorize(request: Request, next: Next) -> Answer {
    let authorization = request.headers().get_all(header::AUTHORIZATION).iter().collect::<Vec<_>>();
    if authorization != [&format!("Bearer {TOKEN}")] {
        return Err(Refusal(
            StatusCode::UNAUTHORIZED,
            "InvalidAuthenticationToken",
            "no valid token".to_owned(),
        ));
    }
    Ok(next.run(request).await)
}

async fn create(Path(place): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    check(place.0 == COMPANY && place.1 == JOURNAL, "path", &place)?;
    check_body(&headers, &body, CREATE_PAGE)?;
    Ok(json(StatusCode::CREATED, answer(CREATE_PAGE)))
}

async fn read(Path(place): Path<(String, String, String)>, body: Bytes) -> Answer {
    check(place.0 == COMPANY && place.1 == JOURNAL, "path", &place)?;
    check(body.is_empty(), "body", &body)?;
    if place.2 != PAYMENT {
        let message = format!("no payment has the id {}", place.2);
        return Err(Refusal(StatusCode::NOT_FOUND, "Internal_RecordNotFound", message));
    }
    Ok(json(StatusCode::OK, answer(GET_PAGE)))
}

async fn list(
    Path(place): Path<(String, String)>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    check(place.0 == COMPANY && place.1 == JOURNAL, "path", &place)?;
    check(body.is_empty(), "body", &body)?;
    match query.get("$skiptoken").map(String::as_str) {
        None => {
            // The documented link, made good for this service and this journal.
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let first = answer(LIST_PAGE)
                .replace("https://graph.microsoft.com", &format!("http://{host}"))
                .replacen("{id}", "CRONUS%2FZ%C3%BCrich%3F%20%231%20100%25", 1)
                .replacen("{id}", "it's%20%22general%22", 1);
            Ok(json(StatusCode::OK, &first))
        }
        Some("20000") => Ok(json(StatusCode::OK, r#"{"value": [{"lineNumber": 30000, "amount": 0.10}]}"#)),
        Some(other) => Err(bad_request("$skiptoken", &other)),
    }
}

async fn update(Path(place): Path<(String, String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    check(place == (COMPANY.to_owned(), JOURNAL.to_owned(), PAYMENT.to_owned()), "path", &place)?;
    let etag = headers.get(header::IF_MATCH);
    if etag.is_none_or(|etag| etag != ETAG) {
        let message = format!("If-Match is {etag:?}");
        return Err(Refusal(StatusCode::PRECONDITION_FAILED, "Request_PreconditionFailed", message));
    }
    check_body(&headers, &body, UPDATE_PAGE)?;
    Ok(json(StatusCode::OK, answer(UPDATE_PAGE)))
}

async fn delete(Path(place): Path<(String, String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    check(place == (COMPANY.to_owned(), JOURNAL.to_owned(), PAYMENT.to_owned()), "path", &place)?;
    let etag = headers.get(header::IF_MATCH);
    check(etag.is_some_and(|etag| etag == "*"), "If-Match", &etag)?;
    check(body.is_empty(), "body", &body)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn json(status: StatusCode, body: &str) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_owned()).into_response()
}

fn check(holds: bool, what: &str, found: &dyn std::fmt::Debug) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(bad_request(what, found)) }
}

fn bad_request(what: &str, found: &dyn std::fmt::Debug) -> Refusal {
    Refusal(StatusCode::BAD_REQUEST, "BadRequest", format!("{what} is {found:?}"))
}

/// Refuses a body that is not the one that the page's request shows.
fn check_body(headers: &HeaderMap, body: &[u8], page: &str) -> Result<(), Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE);
    check(content_type.is_some_and(|value| value == "application/json"), "Content-Type", &content_type)?;
    let sent: Option<serde_json::Value> = serde_json::from_slice(body).ok();
    let documented: Option<serde_json::Value> = serde_json::from_str(body_of(fence(page, 1))).ok();
    check(sent.is_some() && sent == documented, "body", &String::from_utf8_lossy(body))
}

/// The body of the page's response: its last code block.
fn answer(page: &str) -> &str {
    body_of(fence(page, 0))
}

/// A code block, counted from the end of the page.
fn fence(page: &str, from_end: usize) -> &str {
    page.rsplit("```").nth(2 * from_end + 1).expect("the page has an example")
}

/// What follows the request or status line and the headers, where the block has them.
fn body_of(fence: &str) -> &str {
    fence.split_once("\n\n").or_else(|| fence.split_once('\n')).map_or("", |(_, body)| body)
}
