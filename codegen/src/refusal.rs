//! Mistakes that would make the whole crate wrong, so that nothing is written.

use std::fmt;

use crate::correction::Stale;

/// Why the pages cannot be read as one API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Two folders describe two versions.
    TwoVersions {
        /// A folder, and the version that its examples use.
        first: (String, String),
        /// Another folder, and its version.
        second: (String, String),
    },
    /// A correction does not apply.
    Stale(Stale),
    /// No resource has the name that a slice was asked for.
    NoSuchResource {
        /// The name.
        name: String,
        /// Names that there are.
        similar: Vec<String>,
    },
}

impl From<Stale> for Refusal {
    fn from(stale: Stale) -> Self {
        Refusal::Stale(stale)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TwoVersions { first, second } => write!(
                f,
                "the pages describe two versions: {} is {}, {} is {}; read them one at a time",
                first.0, first.1, second.0, second.1
            ),
            Refusal::Stale(stale) => stale.fmt(f),
            Refusal::NoSuchResource { name, similar } => {
                write!(f, "no page describes a resource or an area `{name}`")?;
                match similar.as_slice() {
                    [] => Ok(()),
                    similar => write!(f, ": did you mean `{}`?", similar.join("`, `")),
                }
            }
        }
    }
}

impl std::error::Error for Refusal {}
