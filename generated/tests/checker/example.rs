//! One documented exchange, and what has to hold of it.

use http::response::Parts;

use super::Outcome;
use super::json::{nulls, says_type_alone, with_nulls, without_added_types, without_nulls};
use super::options::{self, Encoded, essence};
use crate::record::{Message, Record, decoded, pairs};
use crate::support::{Answer, Body, Collection, Content, Element, Error, Json, Method, Model, Request};

/// A documented exchange.
pub(crate) struct Example(pub(crate) Record);

/// Decodes a response and encodes the answer.
type RoundTrip = fn(&Parts, &[u8]) -> Result<Vec<u8>, Error>;

#[allow(dead_code, reason = "not every crate has an operation of every kind")]
impl Example {
    /// Page and line.
    pub(crate) fn place(&self) -> String {
        let line = self.0.request.as_ref().or(self.0.response.as_ref()).map_or(0, |message| message.line);
        format!("{}:{line}", self.0.page)
    }

    /// The operation's function, with its module.
    pub(crate) fn operation(&self) -> &str {
        &self.0.operation
    }

    /// Whether the request is compared.
    pub(crate) fn is_rebuilt(&self) -> bool {
        self.0.request.as_ref().is_some_and(|request| request.holds)
    }

    /// Whether the response is decoded, compared and no error.
    pub(crate) fn is_decoded(&self) -> bool {
        let decoded = |response: &Message| response.holds && response.status < 400 && response.json.is_some();
        self.0.response.as_ref().is_some_and(decoded)
    }

    /// An argument of the documented address; a stand-in where the address is none of the page's routes.
    pub(crate) fn argument(&self, index: usize) -> &str {
        self.found(index).unwrap_or("1")
    }

    /// An argument of the documented address; none where it is left out, or where the address is none of the page's routes.
    pub(crate) fn found(&self, index: usize) -> Option<&str> {
        self.0.arguments.as_ref()?.get(index)?.as_deref()
    }

    /// What the documented query has behind a name.
    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        let query = &self.0.request.as_ref()?.query;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// A documented header; any where the example shows none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let headers = self.0.request.as_ref().map(|request| &request.headers);
        headers.and_then(|headers| headers.get(&name.to_lowercase())).map_or("*", String::as_str)
    }

    /// The documented request body, decoded.
    pub(crate) fn body<T: Model>(&self) -> Result<T, String> {
        match T::from_json_strictly(self.sent().as_bytes()) {
            Ok(body) => Ok(body),
            Err(error) => Err(self.unfit(&error)),
        }
    }

    /// The elements of the documented request body, decoded.
    pub(crate) fn list<T: Element>(&self) -> Result<Vec<T>, String> {
        let sent = self.sent();
        let value = match sent {
            "{}" => Vec::new(),
            sent => serde_json::from_str(sent).map_err(|error| self.unfit(&error))?,
        };
        let list = Collection { value, ..Collection::default() };
        match list.all_unfit().first() {
            Some(unfit) => Err(self.unfit(unfit)),
            None => Ok(list.value),
        }
    }

    /// A body that may be left out: what `read` gives, where the documented request has one.
    pub(crate) fn optional<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, String>,
    ) -> Result<Option<T>, String> {
        let request = self.0.request.as_ref().filter(|request| request.holds);
        let has_body = request.is_some_and(|request| request.json.is_some() || request.text.is_some());
        has_body.then(|| read(self)).transpose()
    }

    /// The text of the documented request body. One that contradicts its type need not decode.
    fn sent(&self) -> &str {
        let request = self.0.request.as_ref().filter(|request| request.holds);
        request.and_then(|request| request.json.as_ref()).map_or("{}", Json::raw)
    }

    fn unfit(&self, error: &dyn std::fmt::Display) -> String {
        let line = self.0.request.as_ref().map_or(0, |request| request.line);
        format!("line {line}: {error}")
    }

    /// The documented request body as JSON of no documented shape.
    pub(crate) fn json(&self) -> Json {
        let json = self.0.request.as_ref().and_then(|request| request.json.clone());
        json.unwrap_or_else(Json::null)
    }

    /// The documented request body as it stands.
    pub(crate) fn content(&self) -> Content {
        let request = self.0.request.as_ref();
        let named = request.and_then(|request| request.headers.get("content-type"));
        let content_type = named.map_or("application/octet-stream", String::as_str);
        Content::new(content_type, request.map(Message::body).unwrap_or_default())
    }

    /// As `check`, for a method with which a `null` takes a value away.
    pub(crate) fn check_update<B: Body, R: Answer>(&self, request: Request<B, R>) -> Outcome {
        let request = request.answering().encoded().map(|request| self.cleared(request));
        self.check_both(request, round_trip::<R>)
    }

    /// Sends the properties as `null` that the documented body sets to it.
    fn cleared(&self, request: Encoded) -> Encoded {
        let json = self.0.request.as_ref().and_then(|request| request.json.as_ref());
        json.map(nulls).unwrap_or_default().iter().fold(request, |request, name| request.clear_path(name))
    }

    /// The function's request is the documented one, and its answer reads the documented response.
    ///
    /// The work is done where no type of the operation's plays a part: it is compiled once.
    pub(crate) fn check<B: Body, R: Answer>(&self, request: Request<B, R>) -> Outcome {
        self.check_both(request.answering().encoded(), round_trip::<R>)
    }

    fn check_both(&self, request: Result<Encoded, Error>, round_trip: RoundTrip) -> Outcome {
        if let Some(documented) = &self.0.request {
            let request = request.map_err(|error| error.to_string())?;
            let outcome = self.check_request(documented, options::add(request, documented));
            as_told(documented, outcome)?;
        }
        match &self.0.response {
            Some(documented) => as_told(documented, check_response(documented, round_trip)),
            None => Ok(()),
        }
    }

    fn check_request(&self, documented: &Message, request: Encoded) -> Outcome {
        let http = request.to_http("https://service.example").map_err(|error| error.to_string())?;
        if let (Some(method), Some(path), Some(_)) = (&documented.method, &documented.path, &self.0.arguments)
        {
            expect("method", http.method().as_str(), method)?;
            expect(
                "path",
                &decoded(http.uri().path()).to_lowercase(),
                &without_blanks(&decoded(path)).to_lowercase(),
            )?;
            let (mut sent, mut shown) = (pairs(http.uri().query().unwrap_or_default()), documented.pairs());
            sent.sort_unstable();
            shown.sort_unstable();
            expect("query", &format!("{sent:?}"), &format!("{shown:?}"))?;
        }
        for (name, value) in options::headers(documented) {
            let sent = http.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
            match (name, sent) {
                // A method without a body needs no type of one.
                ("content-type", None) if http.body().is_empty() => {}
                ("content-type", Some(sent)) => expect(name, &essence(&sent), &essence(value))?,
                (_, sent) => expect(name, &sent.unwrap_or_default(), value)?,
            }
        }
        check_body(documented, &http)
    }
}

fn round_trip<R: Answer>(head: &Parts, body: &[u8]) -> Result<Vec<u8>, Error> {
    match R::of_strictly(head, body) {
        Ok(answer) => answer.encode(),
        Err(error) => Err(error),
    }
}

/// An example holds if the data says so. If not, the finding would be out of date.
fn as_told(documented: &Message, outcome: Outcome) -> Outcome {
    match (documented.holds, outcome) {
        (true, Err(error)) => Err(format!("line {}: {error}", documented.line)),
        _ => Ok(()),
    }
}

fn check_body(documented: &Message, http: &http::Request<Vec<u8>>) -> Outcome {
    match (&documented.json, &documented.text) {
        (Some(shown), _) => {
            let sent: Json = serde_json::from_slice(http.body()).map_err(|error| error.to_string())?;
            let sent = without_added_types(&sent, shown).map_err(|error| error.to_string())?;
            if http.method() == Method::PATCH {
                return expect_json("request body", &with_nulls(&sent)?, &with_nulls(shown)?);
            }
            let text = |json: &Json| without_nulls(json.raw().as_bytes());
            expect_json("request body", &text(&sent)?, &text(shown)?)
        }
        (None, Some(text)) => expect("request body", &String::from_utf8_lossy(http.body()), text),
        // An object without properties says as much as no body.
        (None, None) => match http.body().as_slice() {
            b"" | b"{}" | b"null" | b"[]" => Ok(()),
            sent if says_type_alone(sent) => Ok(()),
            sent => expect("request body", &String::from_utf8_lossy(sent), ""),
        },
    }
}

fn check_response(documented: &Message, round_trip: RoundTrip) -> Outcome {
    let mut response = http::Response::builder().status(documented.status);
    for (name, value) in &documented.headers {
        response = response.header(name, value);
    }
    let response = response.body(documented.body()).map_err(|error| error.to_string())?;
    let (head, body) = response.into_parts();
    let written = match (documented.status, round_trip(&head, &body)) {
        (400.., Err(Error::Service(_))) => return Ok(()),
        (400.., _) => return Err("an error is read as an answer".to_owned()),
        (_, Err(error)) => return Err(format!("the response does not decode: {error}")),
        (_, Ok(written)) => written,
    };
    match &documented.json {
        Some(json) => {
            expect_json("response", &without_nulls(&written)?, &without_nulls(json.raw().as_bytes())?)
        }
        None => expect(
            "response",
            &String::from_utf8_lossy(&written),
            documented.text.as_deref().unwrap_or_default(),
        ),
    }
}

fn expect_json(what: &str, built: &Json, documented: &Json) -> Outcome {
    // Objects are equal in any order, numbers by value.
    if built == documented { Ok(()) } else { expect(what, built.raw(), documented.raw()) }
}

fn expect(what: &str, built: &str, documented: &str) -> Outcome {
    if built == documented {
        return Ok(());
    }
    Err(format!("the {what} is\n    {built}\ninstead of the documented\n    {documented}"))
}

/// A path without the blanks behind commas that stand outside of quotes: pages write them between the arguments of a call.
fn without_blanks(path: &str) -> String {
    let mut quoted = false;
    let mut joined = String::with_capacity(path.len());
    for letter in path.chars() {
        quoted ^= letter == '\'';
        if letter != ' ' || quoted || !joined.ends_with(',') {
            joined.push(letter);
        }
    }
    joined
}
