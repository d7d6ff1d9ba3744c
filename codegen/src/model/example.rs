//! The examples of an operation: what is sent, and what comes back.

use crate::http::Method;
use crate::json::Value;
use crate::path_template::Arguments;
use crate::source::Span;

/// A documented request with its response, bound to the operation.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) request: Option<RequestExample>,
    pub(crate) response: Option<ResponseExample>,
    /// The arguments that the example's address has, in the order of the path's places and then of the query's; `None` if
    /// it is not an address of the operation.
    pub(crate) arguments: Option<Arguments>,
}

/// What an exchange sends.
#[derive(Clone, Debug)]
pub(crate) struct RequestExample {
    /// `None` if the page shows only a body.
    pub(crate) target: Option<Target>,
    pub(crate) example: Example,
}

/// What an exchange answers.
#[derive(Clone, Debug)]
pub(crate) struct ResponseExample {
    pub(crate) status: u16,
    pub(crate) example: Example,
}

/// Where a request goes.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) method: Method,
    /// From the service's root, without the query.
    pub(crate) path: String,
    /// Without the question mark; often empty.
    pub(crate) query: String,
}

/// What requests and responses have in common.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// Names and values.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: ExampleBody,
    pub(crate) span: Span,
    /// Whether the crate has to agree with it. If not, a finding says why.
    pub(crate) holds: bool,
}

/// The body of an example.
#[derive(Clone, Debug)]
pub(crate) enum ExampleBody {
    Empty,
    Json(Value),
    Text(String),
}

/// How many examples a page shows, requests and responses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ExampleCount {
    pub(crate) total: usize,
    /// The number of those that cannot test the crate.
    pub(crate) untested: usize,
}
