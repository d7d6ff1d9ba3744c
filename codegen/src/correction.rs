//! What a user corrects: data only.

use std::fmt;

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Correction {
    /// What it changes.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// Where it is written, for messages: `corrections.toml:3`.
    pub place: String,
}

/// What a correction changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// The name of a generated item: `customer_payment::CustomerPayment`, a field of it
    /// (`customer_payment::CustomerPayment::amount`), or a function.
    Rename {
        /// The item's path in the crate.
        item: String,
        /// Its new name.
        to: String,
    },
    /// The type of a property (`microsoft.graph.call.mediaConfig`).
    Retype {
        /// The property, behind its type's qualified name.
        property: String,
        /// The type: `Edm.Decimal`, a qualified name, or `Collection(…)` of either.
        to: String,
    },
    /// The method or the path of an operation, on all pages that write it so.
    Route {
        /// The operation: `GET /me/mesages`.
        item: String,
        /// The same, as it should be.
        to: String,
    },
    /// What an operation sends.
    Body {
        /// The operation.
        item: String,
        /// A type's qualified name, `Collection(…)` for an array of it, `none`, `bytes` or `json`; `?` behind it where it may
        /// be left out.
        is: String,
    },
    /// What an operation answers.
    Answer {
        /// The operation.
        item: String,
        /// A type's qualified name, `Collection(…)` for a list of it, `none`, `bytes` or `json`; `?` behind it if there
        /// may be no answer.
        is: String,
    },
    /// A property (as above) or an operation (`GET /me/messages`) that is left out.
    Omit {
        /// What is left out.
        item: String,
    },
}

/// A correction that cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Where the correction is written.
    pub place: String,
    /// Why it does not apply.
    pub why: String,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the correction does not apply: {}", self.place, self.why)
    }
}

impl Correction {
    /// Why this correction cannot be applied.
    pub(crate) fn stale(&self, why: String) -> Stale {
        Stale { place: self.place.clone(), why }
    }
}
