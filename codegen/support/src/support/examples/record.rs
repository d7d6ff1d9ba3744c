//! The documented examples as data.

use std::collections::BTreeMap;

use serde_core::de::DeserializeOwned;

use crate::support::Json;

/// A documented request with its response; one of them may be missing.
pub(crate) struct Record {
    pub(crate) page: String,
    /// The operation's function, with its module.
    pub(crate) operation: String,
    /// The operation's path template.
    pub(crate) route: String,
    /// The arguments of the documented address, `null` for what is left out; `None` if it is not an address of the
    /// operation.
    pub(crate) arguments: Option<Vec<Option<String>>>,
    pub(crate) request: Option<Message>,
    pub(crate) response: Option<Message>,
}

/// One side of an exchange.
pub(crate) struct Message {
    pub(crate) line: u64,
    /// Whether the crate has to agree with it. If not, the finding is in `diagnostics.txt`.
    pub(crate) holds: bool,
    pub(crate) method: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) query: String,
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    /// The JSON body, or the text of any other.
    pub(crate) json: Option<Json>,
    pub(crate) text: Option<String>,
}

type Members = BTreeMap<String, Json>;

/// Reads the data; empty if it is not what it should be.
pub(crate) fn read(data: &str) -> Vec<Record> {
    let records: Vec<Members> = serde_json::from_str(data).unwrap_or_default();
    records.iter().map(Record::of).collect()
}

impl Record {
    fn of(members: &Members) -> Record {
        let message = |name| member::<Members>(members, name).map(|members| Message::of(&members));
        Record {
            page: member(members, "page").unwrap_or_default(),
            operation: member(members, "operation").unwrap_or_default(),
            route: member(members, "route").unwrap_or_default(),
            arguments: member(members, "arguments"),
            request: message("request"),
            response: message("response"),
        }
    }
}

impl Message {
    fn of(members: &Members) -> Message {
        Message {
            line: member(members, "line").unwrap_or_default(),
            holds: member(members, "holds").unwrap_or(true),
            method: member(members, "method"),
            path: member(members, "path"),
            query: member(members, "query").unwrap_or_default(),
            status: member(members, "status").unwrap_or(200),
            headers: member(members, "headers").unwrap_or_default(),
            json: members.get("body").cloned(),
            text: member(members, "text"),
        }
    }

    /// The body as it is sent.
    pub(crate) fn body(&self) -> Vec<u8> {
        let json = self.json.as_ref().map(Json::raw);
        json.or(self.text.as_deref()).unwrap_or_default().as_bytes().to_vec()
    }

    /// The pairs of the query, decoded.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        pairs(&self.query)
    }
}

/// The pairs of a query, decoded.
pub(crate) fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

/// A part of an address without percent-encoding.
pub(crate) fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn member<T: DeserializeOwned>(members: &Members, name: &str) -> Option<T> {
    members.get(name).and_then(|json| json.decode().ok())
}
