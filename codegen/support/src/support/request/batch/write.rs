//! A batch as JSON.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE;
use http::header::{ACCEPT, CONTENT_TYPE};
use serde_json::{Map, Value};

use super::{Batch, Call, FillIn};
use crate::support::json::codec;
use crate::support::request::Content;
use crate::support::{Error, Extra, Json};

/// The body for some of a batch's calls.
pub(super) fn content(
    batch: &Batch,
    base: &str,
    wanted: &BTreeSet<usize>,
    fill_in: &FillIn<'_>,
) -> Result<Content, Error> {
    let calls = batch.calls.iter().enumerate().filter(|(index, _)| wanted.contains(index));
    let requests: Result<Vec<Extra>, Error> =
        calls.map(|(index, call)| request(index, call, base, wanted, fill_in)).collect();
    Content::json(&Extra::from_iter([("requests", Json::encode(&requests?)?)]))
}

fn request(
    index: usize,
    call: &Call,
    base: &str,
    wanted: &BTreeSet<usize>,
    fill_in: &FillIn<'_>,
) -> Result<Extra, Error> {
    let mut http = call.request.parts.to_http(base, call.accept, call.request.body.clone())?;
    fill_in(http.headers_mut())?;
    let mut json = Extra::default();
    let mut put = |name: &str, value: Value| json.insert(name, value);
    put("id", name(index).into());
    put("method", http.method().as_str().into());
    put("url", below(&http.uri().to_string(), base).into());
    let after: Vec<Value> =
        call.after.intersection(wanted).map(|earlier| Value::from(name(*earlier))).collect();
    if !after.is_empty() {
        put("dependsOn", after.into());
    }
    let mut headers = Map::new();
    for (name, value) in http.headers() {
        if !(name == ACCEPT && value == "application/json") {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            headers.insert(name.as_str().to_owned(), value.into());
        }
    }
    if !headers.is_empty() {
        put("headers", headers.into());
    }
    let content_type = http.headers().get(CONTENT_TYPE).filter(|_| call.request.body.is_some());
    if let Some(content_type) = content_type.and_then(|value| value.to_str().ok()) {
        json.insert("body", body(content_type, http.body())?);
    }
    Ok(json)
}

/// JSON stands as it is, a text as a string; anything else in base64, of the alphabet for URLs.
fn body(content_type: &str, bytes: &[u8]) -> Result<Json, Error> {
    if is_json(content_type) {
        return codec::decode(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if is_text(content_type) => Ok(Value::from(text).into()),
        _ => Ok(Value::from(BASE64_URL_SAFE.encode(bytes)).into()),
    }
}

/// Whether a media type is that of JSON.
pub(super) fn is_json(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media_type.ends_with("/json") || media_type.ends_with("+json")
}

/// Whether it is that of a text.
pub(super) fn is_text(content_type: &str) -> bool {
    let start = content_type.trim_start().get(..5);
    start.is_some_and(|start| start.eq_ignore_ascii_case("text/"))
}

/// The name that a call has in the batch.
pub(super) fn name(index: usize) -> String {
    (index + 1).to_string()
}

/// An address as the batch has it: below the service's root, where it is.
fn below(address: &str, base: &str) -> String {
    let rest = address.strip_prefix(base.trim_end_matches('/')).filter(|rest| rest.starts_with('/'));
    rest.unwrap_or(address).to_owned()
}
