//! What may be wrong with a URL.

use std::fmt;

/// Why the root of a service cannot be used, or a link is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlReason {
    /// It is not a URL.
    NotUrl,
    /// It lacks a scheme or a host.
    NotAbsolute,
    /// Its scheme is not `http` or `https`.
    Scheme,
    /// It has a user name or a password.
    Credentials,
    /// It has a query or a fragment, behind which no path can be put.
    Query,
    /// It leads to another service, which a token is not for.
    Elsewhere,
    /// It leads to the service, but leaves TLS.
    Unprotected,
    /// It leads back to the page that it stands on, so that reading would never end.
    Loop,
}

impl fmt::Display for UrlReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotUrl => "it is not a URL",
            Self::NotAbsolute => "it is not an absolute URL",
            Self::Scheme => "its scheme is not http or https",
            Self::Credentials => "it has a user name or a password",
            Self::Query => "it has a query or a fragment",
            Self::Elsewhere => "it leads to another service",
            Self::Unprotected => "it leaves TLS; `allow_http_links` follows it with TLS",
            Self::Loop => "it leads to the page that it stands on",
        })
    }
}
