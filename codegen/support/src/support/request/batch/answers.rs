//! What a batch is answered.

use std::any::type_name;
use std::collections::BTreeMap;
#[cfg(feature = "client")]
use std::collections::BTreeSet;
use std::sync::Arc;

use http::header::CONTENT_TYPE;
use http::{HeaderName, HeaderValue, Response, StatusCode};
use serde_core::de::Error as _;

use super::BatchPart;
use super::write::{is_json, is_text, name};
use crate::support::json::codec;
use crate::support::model::integer;
use crate::support::request::Answer;
use crate::support::{Binary, Error, Extra, Json};

/// The answers to the calls of a [`Batch`](super::Batch).
#[derive(Clone, Debug, Default)]
pub struct BatchAnswers {
    responses: BTreeMap<String, Response<Vec<u8>>>,
    /// The calls that were sent again with the others of a round that failed.
    lost: BTreeMap<usize, Arc<Error>>,
}

impl BatchAnswers {
    /// Decodes the answer to a call, or gives the error that the service sent for it. A busy service (`429`) refuses calls one by
    /// one; `Client::batch` has sent those again already.
    pub fn get<R: Answer>(&self, part: &BatchPart<R>) -> Result<R, Error> {
        if let Some(error) = self.lost.get(&part.index) {
            return Err(Error::Batch(Arc::clone(error)));
        }
        match self.response(part.index) {
            Some(response) => part.request.decode(response.clone()),
            None => Err(missing(&format!("the service sent no answer to call {}", name(part.index)))),
        }
    }

    pub(crate) fn response(&self, index: usize) -> Option<&Response<Vec<u8>>> {
        self.responses.get(&name(index))
    }

    /// Takes the error of a round, in place of the answers that these calls had before.
    #[cfg(feature = "client")]
    pub(crate) fn lose(&mut self, calls: &BTreeSet<usize>, error: Error) {
        let error = Arc::new(error);
        self.lost.extend(calls.iter().map(|index| (*index, Arc::clone(&error))));
    }

    /// Takes the answers of another round.
    #[cfg(feature = "client")]
    pub(crate) fn extend(&mut self, more: Self) {
        self.responses.extend(more.responses);
    }
}

impl Answer for BatchAnswers {
    fn decode(body: &[u8]) -> Result<Self, Error> {
        let batch: Extra = codec::decode(body)?;
        let responses: Vec<Extra> = match batch.get("responses") {
            Some(responses) => responses.decode()?,
            None => return Err(missing("there are no `responses`")),
        };
        let responses = responses.iter().map(response).collect::<Result<_, _>>()?;
        Ok(Self { responses, lost: BTreeMap::new() })
    }

    fn encode(&self) -> Result<Vec<u8>, Error> {
        let answer = |(id, response): (&String, &Response<Vec<u8>>)| -> Result<Extra, Error> {
            let mut json = Extra::default();
            json.insert("id", serde_json::Value::from(id.as_str()));
            json.insert("status", serde_json::Value::from(response.status().as_u16()));
            let headers = response.headers().iter().map(|(name, value)| {
                (name.as_str(), serde_json::Value::from(String::from_utf8_lossy(value.as_bytes())))
            });
            json.insert("headers", Json::encode(&headers.collect::<Extra>())?);
            if !response.body().is_empty() {
                json.insert("body", written(content_type(response), response.body())?);
            }
            Ok(json)
        };
        let responses: Result<Vec<Extra>, Error> = self.responses.iter().map(answer).collect();
        codec::encode(&Extra::from_iter([("responses", Json::encode(&responses?)?)]))
    }
}

/// The name of a call, and its answer as it would have come by itself.
fn response(json: &Extra) -> Result<(String, Response<Vec<u8>>), Error> {
    let id = json.get("id").ok_or_else(|| missing("an answer has no `id`"))?;
    let id = id.as_str().map_or_else(|| id.raw().to_owned(), |id| id.into_owned());
    let status = json.get("status").and_then(|status| {
        let number = integer::<u16>(status.raw()).or_else(|| status.as_str()?.parse().ok());
        StatusCode::from_u16(number?).ok()
    });
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status.ok_or_else(|| missing("an answer has no `status`"))?;
    let headers: Extra = json.get("headers").and_then(|headers| headers.decode().ok()).unwrap_or_default();
    for (name, value) in headers.iter() {
        let value = value.as_str().map(|value| HeaderValue::from_str(&value));
        if let (Ok(name), Some(Ok(value))) = (name.parse::<HeaderName>(), value) {
            response.headers_mut().append(name, value);
        }
    }
    let body = json.get("body").filter(|body| !body.is_null());
    *response.body_mut() = body.map(|body| bytes(body, content_type(&response))).unwrap_or_default();
    Ok((id, response))
}

fn content_type(response: &Response<Vec<u8>>) -> Option<&str> {
    response.headers().get(CONTENT_TYPE)?.to_str().ok()
}

/// A body as a batch has it: what [`bytes`] reads.
fn written(content_type: Option<&str>, body: &[u8]) -> Result<Json, Error> {
    match (codec::decode::<Json>(body), std::str::from_utf8(body)) {
        (Ok(json), _) if json.as_str().is_none() => Ok(json),
        (_, Ok(text)) if content_type.is_some_and(is_text) => Json::encode(text),
        (Ok(json), _) if content_type.is_none_or(is_json) => Ok(json),
        _ => Json::encode(&Binary::from_bytes(body)),
    }
}

/// A body as it would have come by itself.
fn bytes(body: &Json, content_type: Option<&str>) -> Vec<u8> {
    match (body.as_str(), content_type) {
        (Some(text), Some(content_type)) if is_text(content_type) => text.as_bytes().to_owned(),
        (Some(text), Some(content_type)) if !is_json(content_type) => {
            Binary::from(&*text).to_bytes().unwrap_or_else(|_| text.as_bytes().to_owned())
        }
        _ => body.raw().as_bytes().to_owned(),
    }
}

fn missing(what: &str) -> Error {
    Error::decode(type_name::<BatchAnswers>(), serde_json::Error::custom(what), b"")
}
