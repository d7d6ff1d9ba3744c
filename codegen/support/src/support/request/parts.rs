//! The part of a request that is not generic: request functions cost next to nothing to compile for it.

use std::borrow::Cow;
use std::fmt;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};

use super::base::Base;
use super::link::Link;
use super::naming::with_type;
use super::nulls::with_nulls;
use super::path::fill;
use super::{Argument, Authorization, Content, prefer};
use crate::support::header::{self, PREFER};
use crate::support::{ArgumentError, Error, Reason};

pub(super) const CONSISTENCY_LEVEL: &str = "consistencylevel";
pub(super) const EVENTUAL: &str = "eventual";

/// A request without its body.
#[derive(Clone)]
pub(super) struct Parts {
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
    /// Properties that the body sends as `null`.
    cleared: Vec<Box<str>>,
    /// The type that the body names.
    body_type: Option<&'static str>,
    /// The path template, as the documentation has it.
    pub(super) route: &'static str,
    target: Target,
    query: String,
    /// Whether `$search` and `$count` ask the index that may be behind.
    advanced: bool,
    /// Whether links without TLS are followed with it.
    allow_http: bool,
    /// Whether values that do not fit are errors.
    pub(super) strict: bool,
    /// The first argument or header that cannot be sent.
    problem: Option<ArgumentError>,
}

/// Where a request goes.
#[derive(Clone)]
enum Target {
    /// A path below the service's root.
    Path(String),
    /// A link that the service sent.
    Link(Link),
}

impl Parts {
    pub(super) fn new<'a>(
        method: Method,
        route: &'static str,
        call: &'static str,
        arguments: &mut dyn Iterator<Item = Argument<'a>>,
    ) -> Self {
        let ((path, query), problem) = match fill(route, call, arguments) {
            Ok(filled) => (filled, None),
            Err(problem) => (Default::default(), Some(problem)),
        };
        Self { problem, query, ..Self::empty(method, route, Target::Path(path)) }
    }

    /// A request that reads on where a service's link leads.
    pub(super) fn follow(link: Link) -> Self {
        Self::empty(Method::GET, "@odata.nextLink", Target::Link(link))
    }

    /// The same in place of this request. How to read the answer stays as it was set.
    pub(super) fn follow_on(&self, link: Link) -> Self {
        let mut headers = self.headers.clone();
        headers.remove(CONTENT_TYPE);
        if self.is_advanced() {
            headers.entry(CONSISTENCY_LEVEL).or_insert(HeaderValue::from_static(EVENTUAL));
        }
        let from = link.from.or_else(|| self.address().map(Cow::into_owned));
        let link = Link { from, allow_http: self.allow_http, ..link };
        Self { headers, strict: self.strict, allow_http: self.allow_http, ..Self::follow(link) }
    }

    /// Where the request goes, as far as it is known: absolute, or below the root.
    pub(super) fn address(&self) -> Option<Cow<'_, str>> {
        match &self.target {
            Target::Path(path) => Some(Cow::Borrowed(path)),
            Target::Link(link) => link.address().map(Cow::Owned),
        }
    }

    pub(super) fn allow_http_links(&mut self) {
        self.allow_http = true;
        if let Target::Link(link) = &mut self.target {
            link.allow_http = true;
        }
    }

    fn empty(method: Method, route: &'static str, target: Target) -> Self {
        let (headers, cleared, query) = Default::default();
        Self {
            method,
            headers,
            cleared,
            body_type: None,
            route,
            target,
            query,
            advanced: false,
            allow_http: false,
            strict: false,
            problem: None,
        }
    }

    pub(super) fn path(&self) -> Result<&str, Error> {
        match (&self.problem, &self.target) {
            (Some(problem), _) => Err(Error::Argument(problem.clone())),
            (None, Target::Path(path)) => Ok(path),
            (None, Target::Link(link)) => Ok(&link.text),
        }
    }

    pub(super) fn query(&self) -> &str {
        &self.query
    }

    /// Adds an encoded pair.
    pub(super) fn push_query(&mut self, pair: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.push_str(pair);
    }

    /// Adds an encoded pair, or joins its value to that of the pair of the same name.
    pub(super) fn join_query(&mut self, name: &str, value: &str, join: fn(&str, &str) -> String) {
        let mut pairs: Vec<String> = self.query.split('&').map(str::to_owned).collect();
        let own = |pair: &String| pair.split_once('=').is_some_and(|(other, _)| other == name);
        match pairs.iter_mut().find(|pair| own(pair)) {
            Some(pair) => {
                *pair = format!("{name}={}", join(&pair[name.len() + 1..], value));
                self.query = pairs.join("&");
            }
            None => self.push_query(&[name, "=", value].concat()),
        }
    }

    /// Notes what cannot be sent, if it is the first.
    pub(super) fn refuse(&mut self, name: &str, reason: Reason) {
        let problem = ArgumentError::new(name, self.route, reason);
        self.problem.get_or_insert(problem);
    }

    pub(super) fn clear(&mut self, property: &str) {
        self.cleared.push(property.into());
    }

    pub(super) fn clear_field(&mut self, name: Option<&'static str>) {
        match name {
            Some(name) => self.clear(&name.replace('~', "~0").replace('/', "~1")),
            None => self.refuse("clear", Reason::Property),
        }
    }

    pub(super) fn name_type(&mut self, qualified_name: &'static str) {
        self.body_type = Some(qualified_name);
    }

    pub(super) fn header(&mut self, name: &str, value: &str) {
        match (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive([AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(&name));
                self.headers.insert(name, value);
            }
            // The message leaves out the value, which may be a secret.
            _ => self.refuse(name, Reason::Header),
        }
    }

    /// Makes the call depend on an object's version; one without an ETag has none that it could be.
    pub(super) fn condition(&mut self, name: &str, etag: Option<&str>) {
        match etag {
            Some(etag) => self.header(name, etag),
            None => self.refuse(name, Reason::Etag),
        }
    }

    pub(super) fn authorize(&mut self, authorization: Authorization<'_>) {
        self.header(AUTHORIZATION.as_str(), &authorization.value());
    }

    pub(super) fn advanced_queries(&mut self) {
        self.advanced = true;
    }

    /// Whether the query has an option that the service answers out of the index that may be behind.
    fn is_advanced(&self) -> bool {
        let mut pairs = self.query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        self.advanced && pairs.any(|(name, value)| name == "$search" || (name, value) == ("$count", "true"))
    }

    /// Adds to the header `Prefer`.
    pub(super) fn prefer(&mut self, preference: &str) {
        let before = header::text(&self.headers, PREFER).unwrap_or_default();
        self.header(PREFER, &prefer::with(&before, preference));
    }

    pub(super) fn to_http(
        &self,
        base: &str,
        accept: &'static str,
        content: Option<Content>,
    ) -> Result<http::Request<Vec<u8>>, Error> {
        let mut request = http::Request::new(Vec::new());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri(base)?;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
        if self.is_advanced() {
            headers.insert(CONSISTENCY_LEVEL, HeaderValue::from_static(EVENTUAL));
        }
        if let Some(content) = content {
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::try_from(content.content_type).map_err(http::Error::from)?,
            );
            let bytes = match self.body_type {
                Some(name) => with_type(&content.bytes, name)?,
                None => content.bytes,
            };
            *request.body_mut() = with_nulls(bytes, &self.cleared)?;
        }
        request.headers_mut().extend(self.headers.clone());
        Ok(request)
    }

    pub(super) fn address_at(&self, base: &str) -> Result<String, Error> {
        self.path()?;
        let base = Base::parse(base)?;
        match &self.target {
            Target::Path(path) => Ok(base.join(path)),
            Target::Link(link) => base.resolve(link),
        }
    }

    fn uri(&self, base: &str) -> Result<Uri, Error> {
        let mut url = self.address_at(base)?;
        if !self.query.is_empty() {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(&self.query);
        }
        Ok(Uri::try_from(url).map_err(http::Error::from)?)
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Request");
        debug.field("method", &self.method);
        match self.path() {
            Ok(path) => debug.field("path", &path),
            Err(error) => debug.field("path", &error),
        };
        debug.field("query", &self.query).field("headers", &self.headers).finish_non_exhaustive()
    }
}
