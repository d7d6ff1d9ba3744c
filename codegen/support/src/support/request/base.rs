//! The root of a service, and what may be reached from there.

use http::Uri;

use crate::support::Error;

/// A service's root: an absolute URL that paths are put behind.
pub(super) struct Base<'a> {
    /// Without slashes at its end.
    text: &'a str,
    origin: Origin,
}

/// Scheme, host and port: who a token is for.
#[derive(PartialEq)]
struct Origin {
    scheme: String,
    host: String,
    port: u16,
}

impl<'a> Base<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, Error> {
        let refuse = |reason| Err(Error::Base { reason });
        if text.contains(['?', '#']) {
            return refuse("it has a query or a fragment");
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

    /// A link that the service sent, as an absolute URL: as it is, or below the root. It is refused when it leads
    /// elsewhere, since the request carries a token.
    pub(super) fn resolve(&self, link: &str) -> Result<String, Error> {
        let relative = !link.contains("://") && !link.starts_with("//");
        let url = match relative {
            true if link.starts_with('/') => {
                let Origin { scheme, host, port } = &self.origin;
                format!("{scheme}://{host}:{port}{link}")
            }
            true => format!("{}/{link}", self.text),
            false if link.starts_with("//") => format!("{}:{link}", self.origin.scheme),
            false => link.to_owned(),
        };
        match Origin::of(&url) {
            Ok(origin) if origin == self.origin => Ok(url),
            Ok(origin) => Err(Error::Link { reason: "it leads to another service", host: origin.host }),
            Err(reason) => Err(Error::Link { reason, host: String::new() }),
        }
    }
}

impl Origin {
    /// The reason says nothing of the text itself, which may hold a password.
    fn of(url: &str) -> Result<Self, &'static str> {
        let uri: Uri = url.parse().map_err(|_| "it is not a URL")?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err("it is not an absolute URL");
        };
        if authority.as_str().contains('@') {
            return Err("it has a user name or a password");
        }
        let scheme = scheme.to_ascii_lowercase();
        let port = match (scheme.as_str(), authority.port_u16()) {
            ("http" | "https", Some(port)) => port,
            ("http", None) => 80,
            ("https", None) => 443,
            _ => return Err("its scheme is not http or https"),
        };
        Ok(Self { scheme, host: authority.host().to_ascii_lowercase(), port })
    }
}
