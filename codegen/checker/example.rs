//! One documented exchange, and what has to hold of it.

use std::collections::BTreeMap;

use super::Outcome;
use super::json::comparable;
use crate::api::support::{Answer, Body, Content, Error, Json, Model, Request};

/// A documented exchange.
pub(crate) struct Example {
    page: String,
    line: u64,
    operation: String,
    arguments: Option<Vec<String>>,
    request: Option<Message>,
    response: Option<Message>,
}

/// One side of an exchange.
struct Message {
    line: u64,
    method: Option<String>,
    path: Option<String>,
    status: Option<u16>,
    headers: BTreeMap<String, String>,
    /// The JSON body, or the text of any other.
    json: Option<Json>,
    text: Option<String>,
    /// Whether the page's body has the types that the page's tables give it. If not, the finding is in
    /// `diagnostics.txt`, and the body must not decode: else the finding is out of date.
    conforms: bool,
}

type Members = BTreeMap<String, Json>;

#[allow(dead_code, reason = "not every crate has an operation of every kind")]
impl Example {
    /// Reads the data.
    pub(crate) fn read(data: &str) -> Vec<Example> {
        let examples: Vec<Members> = serde_json::from_str(data).expect("the data is JSON");
        examples.into_iter().map(Example::of).collect()
    }

    fn of(members: Members) -> Example {
        let message = |name| member::<Members>(&members, name).map(Message::of);
        Example {
            page: member(&members, "page").unwrap_or_default(),
            line: member(&members, "line").unwrap_or_default(),
            operation: member(&members, "operation").unwrap_or_default(),
            arguments: member(&members, "arguments"),
            request: message("request"),
            response: message("response"),
        }
    }

    /// Page and line.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.page, self.line)
    }

    /// The operation's function, with its module.
    pub(crate) fn operation(&self) -> &str {
        &self.operation
    }

    /// An argument of the documented address; a stand-in where the address is none of the page's routes.
    pub(crate) fn argument(&self, index: usize) -> &str {
        self.arguments.as_ref().and_then(|arguments| arguments.get(index)).map_or("argument", String::as_str)
    }

    /// The documented request body, decoded.
    pub(crate) fn body<T: Model>(&self) -> Result<T, String> {
        let Some(request) = &self.request else { return Ok(T::default()) };
        let Some(json) = &request.json else { return Ok(T::default()) };
        match (request.conforms, json.decode()) {
            (true, Ok(body)) => Ok(body),
            (false, Err(_)) => Ok(T::default()),
            (true, Err(error)) => Err(format!("line {}: the request body does not decode: {error}", request.line)),
            (false, Ok(_)) => Err(format!("line {}: the request body decodes after all", request.line)),
        }
    }

    /// The documented request body as JSON of no documented shape.
    pub(crate) fn json(&self) -> Result<Json, String> {
        let json = self.request.as_ref().and_then(|request| request.json.clone());
        Ok(json.unwrap_or_else(|| Json::from(serde_json::Value::Null)))
    }

    /// The documented request body as it stands.
    pub(crate) fn content(&self) -> Content {
        let text = self.request.as_ref().and_then(|request| request.text.clone()).unwrap_or_default();
        Content::new("application/octet-stream", text.into_bytes())
    }

    /// The function's request is the documented one, and its answer reads the documented response.
    pub(crate) fn check<B: Body, R: Answer>(&self, request: Request<B, R>) -> Outcome {
        if let Some(documented) = &self.request {
            self.check_request(documented, &request)?;
        }
        match &self.response {
            Some(documented) => check_response(documented, &request),
            None => Ok(()),
        }
    }

    fn check_request<B: Body, R: Answer>(&self, documented: &Message, request: &Request<B, R>) -> Outcome {
        let http = request.to_http("https://service.example").map_err(|error| error.to_string())?;
        if let (Some(method), Some(path), Some(_)) = (&documented.method, &documented.path, &self.arguments) {
            expect("method", http.method().as_str(), method)?;
            expect("path", &decoded(http.uri().path()).to_lowercase(), &decoded(path).to_lowercase())?;
        }
        match &documented.json {
            Some(json) if documented.conforms => {
                let (sent, shown) = (comparable(http.body())?, comparable(json.as_str().as_bytes())?);
                expect("request body", &sent.to_string(), &shown.to_string())
            }
            _ => Ok(()),
        }
    }
}

fn check_response<B: Body, R: Answer>(documented: &Message, request: &Request<B, R>) -> Outcome {
    let line = documented.line;
    let text = documented.text.clone().map(String::into_bytes);
    let body = documented.json.as_ref().map(|json| json.as_str().as_bytes().to_vec()).or(text).unwrap_or_default();
    let mut response = http::Response::builder().status(documented.status.unwrap_or(200));
    for (name, value) in &documented.headers {
        response = response.header(name, value);
    }
    let response = response.body(body.clone()).map_err(|error| error.to_string())?;
    let answer = match (documented.status.unwrap_or(200), request.decode(response)) {
        (400.., Err(Error::Service(_))) => return Ok(()),
        (400.., _) => return Err(format!("line {line}: an error is read as an answer")),
        (_, Err(_)) if !documented.conforms => return Ok(()),
        (_, Ok(_)) if !documented.conforms => return Err(format!("line {line}: the response decodes after all")),
        (_, Err(error)) => return Err(format!("line {line}: the response does not decode: {error}")),
        (_, Ok(answer)) => answer,
    };
    let written = answer.encode().map_err(|error| error.to_string())?;
    match &documented.json {
        Some(_) if !written.is_empty() => {
            expect("response", &comparable(&written)?.to_string(), &comparable(&body)?.to_string())
        }
        _ => Ok(()),
    }
}

impl Message {
    fn of(members: Members) -> Message {
        Message {
            line: member(&members, "line").unwrap_or_default(),
            method: member(&members, "method"),
            path: member(&members, "path"),
            status: member(&members, "status"),
            headers: member(&members, "headers").unwrap_or_default(),
            json: members.get("body").cloned(),
            text: member(&members, "text"),
            conforms: member(&members, "conforms").unwrap_or(true),
        }
    }
}

fn member<T: serde_core::de::DeserializeOwned>(members: &Members, name: &str) -> Option<T> {
    members.get(name).and_then(|json| json.decode().ok())
}

fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

fn expect(what: &str, built: &str, documented: &str) -> Outcome {
    if built == documented {
        return Ok(());
    }
    Err(format!("the {what} is\n    {built}\ninstead of the documented\n    {documented}"))
}
