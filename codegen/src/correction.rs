//! What a user corrects: data only.

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What it changes.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// Where it is written, for messages: `corrections.toml:3`.
    pub place: String,
}

/// What a correction changes.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A property (as above) or an operation (`GET /me/messages`) that is left out.
    Omit {
        /// What is left out.
        item: String,
    },
}
