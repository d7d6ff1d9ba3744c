//! What responses say in their headers.

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

pub(crate) const PREFER: &str = "prefer";

/// The text of a header. Bytes beyond ASCII are read as UTF-8.
pub(crate) fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// The id of the request in the service's logs.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    ["request-id", "x-ms-request-id", "x-request-id", "x-correlation-id"]
        .into_iter()
        .find_map(|name| text(headers, name))
}

/// How long to wait: seconds, whole or broken, or a date, which is measured against the answer's own.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let wait = text(headers, RETRY_AFTER.as_str())?;
    if let Ok(seconds) = wait.trim().parse::<f64>() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let (until, now) = (httpdate::parse_http_date(wait.trim()).ok()?, text(headers, DATE.as_str())?);
    // What is over needs no waiting.
    Some(until.duration_since(httpdate::parse_http_date(now.trim()).ok()?).unwrap_or_default())
}
