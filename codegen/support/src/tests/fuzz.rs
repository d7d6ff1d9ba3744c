//! What holds of any text as a scalar, an argument or a link: what a fuzzer calls. The tests below call it with the inputs of
//! `fuzz/corpus`, and with changes of these.

use crate::support::{Binary, Date, DateTime, Decimal, Duration, Guid, Json, Method, Request, TimeOfDay};

/// Reads a text, which may be anything.
#[cfg(test)]
type Parser = fn(&str);

/// The one parser with the name of its corpus.
#[cfg(test)]
const PARSERS: [(&str, Parser); 1] = [("scalars", scalars)];

/// No scalar panics, a decimal comes back from JSON, and a link leads to its service or nowhere.
pub(crate) fn scalars(text: &str) {
    let _ = Guid::from(text).to_u128();
    let _ = Date::from(text).parts();
    let _ = TimeOfDay::from(text).parts();
    let _ = DateTime::from(text).to_system_time();
    let _ = Duration::from(text).to_std();
    let _ = Binary::from(text).to_bytes();
    let decimal = Decimal::from(text);
    let _ = (decimal.to_scaled(), decimal.to_f64());
    let json = serde_json::to_string(&decimal).expect("a decimal is written");
    assert_eq!(serde_json::from_str::<Decimal>(&json).expect("and read"), decimal);
    let _ = Request::<(), Json>::call(
        Method::GET,
        "/books/{id}/find(text='{text}')",
        &[text.into(), text.into()],
        (),
    )
    .to_http("https://host.example/v1.0");
    if let Ok(request) = Request::<(), Json>::link(text).to_http("https://host.example/v1.0") {
        assert_eq!(request.uri().host(), Some("host.example"));
    }
}

#[cfg(test)]
#[path = "../../../../fuzz/corpus_tests.rs"]
#[expect(clippy::disallowed_methods, reason = "the inputs are files; no test runs in a browser")]
mod tests;
