//! What a caller has to be allowed to do.

/// The permissions that the documentation names for an operation and one kind of caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The kind of caller, as documented: `Delegated (work or school account)`, `Application`.
    pub caller: &'static str,
    /// The permissions, from least to most privileged; any one of them will do. Empty where the operation is not
    /// supported for this kind of caller.
    pub names: &'static [&'static str],
}

impl Permission {
    /// The permissions of one kind of caller.
    pub const fn new(caller: &'static str, names: &'static [&'static str]) -> Self {
        Self { caller, names }
    }
}
