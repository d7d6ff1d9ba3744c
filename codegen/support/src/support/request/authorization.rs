//! Who a request is sent for.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// What the header `Authorization` says. A text is a bearer token. It shows in no debug output.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Authorization<'a> {
    /// A bearer token.
    Bearer(&'a str),
    /// A user's name and password, or the key that stands for one.
    Basic {
        /// The name.
        user: &'a str,
        /// The password.
        password: &'a str,
    },
    /// The header's whole value.
    Value(&'a str),
}

impl Authorization<'_> {
    /// The header's value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Bearer(token) => format!("Bearer {token}"),
            Self::Basic { user, password } => {
                format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")))
            }
            Self::Value(value) => value.to_owned(),
        }
    }
}

impl<'a> From<&'a str> for Authorization<'a> {
    fn from(token: &'a str) -> Self {
        Self::Bearer(token)
    }
}

impl<'a> From<&'a String> for Authorization<'a> {
    fn from(token: &'a String) -> Self {
        Self::Bearer(token)
    }
}

impl fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bearer(_) => "Bearer",
            Self::Basic { .. } => "Basic",
            Self::Value(_) => "Value",
        })
    }
}
