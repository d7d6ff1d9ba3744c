//! The request value that every generated function returns.

use std::fmt;
use std::marker::PhantomData;

use http::{HeaderMap, Method};

use super::parts::Parts;
use super::{Answer, Argument, Body, Content, Element};
use crate::support::{Error, Model};

/// One call of the API: method, path, headers and body, and the type `R` that its answer decodes to.
///
/// It is built without errors: an argument or a header that cannot be sent is reported by [`to_http`](Self::to_http).
/// Any HTTP client can send it:
///
/// ```ignore
/// let request = create_customer_payment(company_id, journal_id, &payment).bearer(token);
/// let response = client.send(request.to_http("https://graph.microsoft.com/v1.0")?)?;
/// let created: CustomerPayment = request.decode(response)?;
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Request<B, R> {
    pub(super) parts: Parts,
    body: B,
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

    /// The path below the service's root, percent-encoded, without the query; the link as the service sent it for a
    /// [`Collection`](super::Collection)'s next page.
    pub fn path(&self) -> Result<&str, Error> {
        self.parts.path()
    }

    /// The query, percent-encoded, without its question mark; empty if there is none.
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

    /// Sends the call only if the object still has this ETag (`If-Match`).
    pub fn if_match(self, etag: &str) -> Self {
        self.header("if-match", etag)
    }

    /// Authorizes the call with a bearer token. It shows in no debug output and in no error.
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// Reads the answer strictly: a value that does not fit its property is an error, and not kept in `extra`.
    pub fn strict(mut self) -> Self {
        self.parts.strict = true;
        self
    }

    /// Expects an answer of another type, where a service says something else than its documentation.
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

impl<B, R: Answer> Request<B, R> {
    /// Decodes the HTTP response. Any status but 2xx is an [`Error::Service`]; a redirect is an answer where a
    /// [`Download`](super::Download) is expected.
    pub fn decode<T: AsRef<[u8]>>(&self, response: http::Response<T>) -> Result<R, Error> {
        let (head, body) = response.into_parts();
        match self.parts.strict {
            false => R::of(&head, body.as_ref()),
            true => R::of_strictly(&head, body.as_ref()),
        }
    }
}

impl<T: Model, R> Request<&T, R> {
    /// Sends a property of the body as `null`, also if it is set: on update, takes its value away. A property of an
    /// object inside is written as a path: `address/street`, `phones/0/number`. As in a JSON pointer, `~1` is a slash in
    /// a name, and `~0` a tilde.
    pub fn clear(mut self, property: &str) -> Self {
        self.parts.clear(property);
        self
    }
}

impl<T: Model, R> Request<Option<&T>, R> {
    /// The same for a body that may be left out; one that is stays so.
    pub fn clear(mut self, property: &str) -> Self {
        self.parts.clear(property);
        self
    }
}

impl<T: Element, R> Request<&[T], R> {
    /// The same for a list: the path begins with an index, `0/address`.
    pub fn clear(mut self, property: &str) -> Self {
        self.parts.clear(property);
        self
    }
}

impl<R> Request<Option<Content>, R> {
    /// The same for a body that is encoded already. It has to be JSON.
    pub fn clear(mut self, property: &str) -> Self {
        self.parts.clear(property);
        self
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
