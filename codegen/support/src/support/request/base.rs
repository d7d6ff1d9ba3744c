//! The root of a service, and what may be reached from there.

use super::link::{self, Link};
use crate::support::{Error, UrlReason};

/// A service's root: an absolute URL that paths are appended to.
pub(super) struct Base<'a> {
    /// Without slashes at its end.
    text: &'a str,
    origin: Origin<'a>,
}

/// Scheme, host and port: who a token is for.
struct Origin<'a> {
    /// Whether the scheme is `https`, and not `http`.
    tls: bool,
    host: &'a str,
    port: u16,
}

impl<'a> Base<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::Base { reason });
        if text.contains(['?', '#']) {
            return refuse(UrlReason::Query);
        }
        match Origin::of(text) {
            Ok(origin) => Ok(Self { text: text.trim_end_matches('/'), origin }),
            Err(reason) => refuse(reason),
        }
    }

    /// A path that starts with a slash, below the root.
    pub(super) fn join(&self, path: &str) -> String {
        [self.text, path].concat()
    }

    /// A link that the service sent, as an absolute URL. It is refused when it leads elsewhere, since the request carries
    /// a token.
    pub(super) fn resolve(&self, link: &Link) -> Result<String, Error> {
        self.reach(&self.absolute(link), link.allow_http)
    }

    /// The link as an absolute URL, wherever it leads. One that begins with a slash is below the root, unless it begins
    /// with the root's own path; any other is relative to what it came with.
    fn absolute(&self, link: &Link) -> String {
        let text = link::encoded(&link.text);
        if link::is_absolute(&text) {
            return text;
        }
        if text.starts_with("//") {
            return format!("{}:{text}", if self.origin.tls { "https" } else { "http" });
        }
        if text.starts_with('/') {
            return match link::is_below(&text, self.path()) {
                true => [self.origin(), &text].concat(),
                false => self.join(&text),
            };
        }
        match link.from.as_deref() {
            Some(from) if link::is_absolute(from) => link.join_to(from),
            from => link.join_to(&self.join(from.unwrap_or("/"))),
        }
    }

    /// A URL of this service. The root's own scheme and port take the place of `http` where the caller allows it.
    fn reach(&self, url: &str, allow_http: bool) -> Result<String, Error> {
        let origin = Origin::of(url).map_err(|reason| Error::Link { reason, host: String::new() })?;
        if origin.is(&self.origin) {
            return Ok(url.to_owned());
        }
        let refuse = |reason| Err(Error::Link { reason, host: origin.host.to_ascii_lowercase() });
        if !origin.is_host_of(&self.origin) || !self.origin.tls || origin.tls {
            return refuse(UrlReason::Elsewhere);
        }
        match allow_http {
            true => Ok([self.origin(), link::path(url)].concat()),
            false => refuse(UrlReason::Unprotected),
        }
    }

    /// Scheme, host and port as the root writes them.
    fn origin(&self) -> &str {
        &self.text[..self.text.len() - self.path().len()]
    }

    fn path(&self) -> &str {
        link::path(self.text)
    }
}

impl<'a> Origin<'a> {
    /// Of an absolute URL. The reason says nothing of the text itself, which may hold a password.
    fn of(url: &'a str) -> Result<Self, UrlReason> {
        let origin = &url[..url.len() - link::path(url).len()];
        let scheme = link::scheme(origin).ok_or(UrlReason::NotAbsolute)?;
        let authority = &origin[scheme.len() + 3..];
        if authority.contains('@') {
            return Err(UrlReason::Credentials);
        }
        let tls = match scheme {
            scheme if scheme.eq_ignore_ascii_case("https") => true,
            scheme if scheme.eq_ignore_ascii_case("http") => false,
            _ => return Err(UrlReason::Scheme),
        };
        // A colon inside of brackets is a part of the host.
        let colon = authority.rfind(':').filter(|colon| !authority[*colon..].contains(']'));
        let (host, port) = match colon {
            Some(colon) => (&authority[..colon], authority[colon + 1..].parse().ok()),
            None => (authority, Some(if tls { 443 } else { 80 })),
        };
        let is_host = |letter: char| letter.is_ascii_alphanumeric() || "-._~[]:%!$&'()*+,;=".contains(letter);
        match port {
            Some(port) if !host.is_empty() && host.chars().all(is_host) => Ok(Self { tls, host, port }),
            _ => Err(UrlReason::NotUrl),
        }
    }

    fn is(&self, other: &Origin<'_>) -> bool {
        (self.tls, self.port) == (other.tls, other.port) && self.is_host_of(other)
    }

    fn is_host_of(&self, other: &Origin<'_>) -> bool {
        self.host.eq_ignore_ascii_case(other.host)
    }
}
