//! What a service sends by itself: notifications of changes, and the question whether a program wants them.

use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderValue, Request, Response};
use percent_encoding::percent_decode_str;

/// The answer to a request by which a service asks whether notifications are wanted, with the token that it sent
/// (`?validationToken=…`). `None` if the request does not ask that: then its body holds notifications. Decode them as the
/// type that the documentation has for them.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # type Notifications = Book;
/// # fn example(request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Error> {
/// if let Some(answer) = validation(&request) {
///     return Ok(answer);
/// }
/// let notifications = Notifications::from_json(request.body())?; // the type that your API has for them
/// # Ok(http::Response::default()) }
/// ```
///
/// Anybody can send a notification, so fetch the object that it refers to with a separate request.
pub fn validation<T>(request: &Request<T>) -> Option<Response<Vec<u8>>> {
    let pairs = request.uri().query()?.split('&').filter_map(|pair| pair.split_once('='));
    let (_, token) = pairs.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("validationToken"))?;
    let spaced = token.replace('+', " ");
    let mut response = Response::new(percent_decode_str(&spaced).collect());
    // No browser takes what somebody sends for a page.
    let sniff = HeaderName::from_static("x-content-type-options");
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    response.headers_mut().insert(sniff, HeaderValue::from_static("nosniff"));
    Some(response)
}
