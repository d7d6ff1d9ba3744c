//! The request value that every generated function returns.

use std::fmt;
use std::marker::PhantomData;

use http::{HeaderMap, Method};

use super::parts::{CONSISTENCY_LEVEL, EVENTUAL, Parts};
use super::{Answer, Argument, AsEtag, Authorization, Body, Content, Receipt, Reply};
use crate::support::{EmptyAnswer, Error};

/// One call of the API: method, path, headers and body, and the type `R` that its answer decodes to.
///
/// It is built without errors: an argument or a header that cannot be sent is reported by [`to_http`](Self::to_http).
/// Any HTTP client can send it:
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # struct Http;
/// # impl Http { fn send(&self, _: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Error> { unimplemented!() } }
/// # fn example(http_client: Http, book: Book, token: &str) -> Result<(), Error> {
/// let request = book::create("shelf-7", &book).bearer(token); // a function of your API
/// let response = http_client.send(request.to_http("https://library.example/v1")?)?;
/// let created: Book = request.decode(response)?;
/// # Ok(()) }
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Request<B, R> {
    pub(super) parts: Parts,
    pub(super) body: B,
    answer: PhantomData<fn() -> R>,
}

impl<B, R> Request<B, R> {
    /// Builds a request. Each `{…}` of the path template takes the next argument, written as its place asks for.
    pub fn new(method: Method, path: &'static str, arguments: &[&str], body: B) -> Self {
        let arguments = &mut arguments.iter().map(|text| Argument::from(*text));
        Self::from_parts(Parts::new(method, path, "", arguments), body)
    }

    /// As [`new`](Self::new), with arguments of any type. One that is left out (`None`) vanishes from its call with its
    /// comma. An OData literal that the request functions do not take can be sent this way, with a function's own path.
    pub fn call(method: Method, path: &'static str, arguments: &[Argument<'_>], body: B) -> Self {
        Self::from_parts(Parts::new(method, path, "", &mut arguments.iter().cloned()), body)
    }

    /// As [`call`](Self::call), with the arguments of a function whose path the documentation writes without them: they
    /// are put behind it, as `call` says: `(by='{author}')`.
    pub fn function(
        method: Method,
        path: &'static str,
        call: &'static str,
        arguments: &[Argument<'_>],
        body: B,
    ) -> Self {
        Self::from_parts(Parts::new(method, path, call, &mut arguments.iter().cloned()), body)
    }

    pub(super) fn from_parts(parts: Parts, body: B) -> Self {
        Self { parts, body, answer: PhantomData }
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The path template, as the documentation has it: for logs, since no argument stands in it.
    pub fn route(&self) -> &'static str {
        self.parts.route
    }

    /// The path below the service's root, percent-encoded, without the query; the link as the service sent it for a
    /// [`Collection`](super::Collection)'s next page.
    pub fn path(&self) -> Result<&str, Error> {
        self.parts.path()
    }

    /// The query, percent-encoded, without its question mark; empty for a call without a query.
    pub fn query_string(&self) -> &str {
        self.parts.query()
    }

    /// The headers that were set.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// Sets a header, in place of one of the same name. `Authorization` and cookies are marked as sensitive: they show
    /// in no debug output.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.parts.header(name, value);
        self
    }

    /// Asks the service to do this only if the object still has this ETag (`If-Match`). Give an object that was read, or a text;
    /// `*` stands for any ETag.
    pub fn if_match<E: AsEtag + ?Sized>(mut self, etag: &E) -> Self {
        self.parts.condition("if-match", etag.as_etag().as_deref());
        self
    }

    /// Reads the object only if it has another ETag by now (`If-None-Match`). If not, the service answers `304 Not Modified`,
    /// which is an [`Error::Service`].
    pub fn if_none_match<E: AsEtag + ?Sized>(mut self, etag: &E) -> Self {
        self.parts.condition("if-none-match", etag.as_etag().as_deref());
        self
    }

    /// Authorizes the call. It shows in no debug output and in no error.
    pub fn authorization<'a>(mut self, authorization: impl Into<Authorization<'a>>) -> Self {
        self.parts.authorize(authorization.into());
        self
    }

    /// Authorizes the call with a bearer token. It shows in no debug output and in no error.
    pub fn bearer(self, token: &str) -> Self {
        self.authorization(token)
    }

    /// Follows links that lead out of TLS (`http`, where the root has `https`) with the root's own scheme and port:
    /// behind a gateway that ends TLS, a service writes such links. Otherwise they are refused.
    pub fn allow_http_links(mut self) -> Self {
        self.parts.allow_http_links();
        self
    }

    /// Reads the answer strictly: a value that does not fit its property is an error, and not kept in `extra`.
    pub fn strict(mut self) -> Self {
        self.parts.strict = true;
        self
    }

    /// Sets the most elements that a page may have (`Prefer: odata.maxpagesize`).
    pub fn page_size(self, elements: u32) -> Self {
        self.prefer(&format!("odata.maxpagesize={elements}"))
    }

    /// Lets the service answer from an index that may be a moment behind, but supports more kinds of queries
    /// (`ConsistencyLevel: eventual`).
    pub fn eventual(self) -> Self {
        self.header(CONSISTENCY_LEVEL, EVENTUAL)
    }

    /// Does the same as [`eventual`](Self::eventual) once the call has `$search` or `$count`, for a service that searches and counts
    /// in that index only. A request function whose page says so has done this already.
    pub fn advanced_queries(mut self) -> Self {
        self.parts.advanced_queries();
        self
    }

    /// Asks for an answer without a body (`Prefer: return=minimal`); the service may send one all the same. If the answer is a
    /// [`Reply`] already, as with an update, use [`prefer`](Self::prefer).
    pub fn minimal(self) -> Request<B, Reply<R>> {
        self.prefer("return=minimal").answering()
    }

    /// Adds a preference for how the service answers (`Prefer`): `return=representation`, `odata.maxpagesize=5`. It replaces an
    /// earlier one of the same name and keeps all others.
    pub fn prefer(mut self, preference: &str) -> Self {
        self.parts.prefer(preference);
        self
    }

    /// Gives the answer with its status and headers, such as an ETag or the request's id in the service's logs.
    pub fn with_headers(self) -> Request<B, http::Response<R>> {
        self.answering()
    }

    /// Sends another body, for a service that takes what its documentation does not mention.
    pub fn sending<C: Body>(self, body: C) -> Request<C, R> {
        Request::from_parts(self.parts, body)
    }

    /// Expects an answer of another type, for a service that answers something else than its documentation says.
    pub fn answering<T>(self) -> Request<B, T> {
        Request::from_parts(self.parts, self.body)
    }
}

impl<R> Request<Option<Content>, R> {
    fn of_content(parts: &Parts, content: Result<Option<Content>, Error>) -> Result<Self, Error> {
        Ok(Self::from_parts(parts.clone(), content?))
    }
}

impl<B: Body, R> Request<B, R> {
    /// The same request with its body encoded, so that it borrows nothing: to be kept, or put in a list with others.
    pub fn encoded(&self) -> Result<Request<Option<Content>, R>, Error> {
        Request::of_content(&self.parts, self.body.content())
    }
}

impl<B: Body, R: Answer> Request<B, R> {
    /// The HTTP request for a service's root: `https://graph.microsoft.com/v1.0`, with or without a slash behind it.
    pub fn to_http(&self, base: &str) -> Result<http::Request<Vec<u8>>, Error> {
        self.parts.to_http(base, R::ACCEPT, self.body.content()?)
    }
}

impl<B, R> Request<B, R> {
    /// The address that the request goes to, without its query. `@odata.bind` and `$ref` name an object by it.
    pub fn address(&self, base: &str) -> Result<String, Error> {
        self.parts.address_at(base)
    }
}

impl<B, R: Answer> Request<B, R> {
    /// Decodes the HTTP response. Any status but 2xx is an [`Error::Service`]; a redirect is an answer where a
    /// [`Download`](super::Download) is expected.
    pub fn decode<T: AsRef<[u8]>>(&self, response: http::Response<T>) -> Result<R, Error> {
        let (head, body) = response.into_parts();
        let answer = match self.parts.strict {
            false => R::of(&head, body.as_ref()),
            true => R::of_strictly(&head, body.as_ref()),
        };
        let mut answer =
            answer.map_err(|error| most_telling(error, &self.parts.method, &head, body.as_ref()))?;
        if let Some(address) = self.parts.address() {
            answer.came_from(&address);
        }
        Ok(answer)
    }
}

/// The error that says most: JSON that cannot be read because there is none is a success without a body.
pub(super) fn most_telling(
    error: Error,
    method: &Method,
    head: &http::response::Parts,
    body: &[u8],
) -> Error {
    match error {
        Error::Decode(_) if body.trim_ascii().is_empty() => {
            Error::Empty(Box::new(EmptyAnswer::new(head.status, method, Receipt::of(head))))
        }
        error => error,
    }
}

impl<B: Clone, R> Clone for Request<B, R> {
    fn clone(&self) -> Self {
        Self::from_parts(self.parts.clone(), self.body.clone())
    }
}

impl<B, R> fmt::Debug for Request<B, R> {
    /// Without the body, which is the caller's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.fmt(f)
    }
}
