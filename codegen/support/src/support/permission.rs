//! The permissions that a caller needs.

/// The permissions that the documentation names for an operation.
///
/// Kept as the text of its lines, since thousands of nested constants are a tenth of what a large crate costs to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions(pub(crate) &'static str);

impl Permissions {
    /// What each kind of caller needs, in documented order.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        self.0.lines().filter_map(|line| {
            let (caller, names) = line.trim().rsplit_once(':')?;
            Some(Permission { caller, names })
        })
    }

    /// What one kind of caller needs: `Application`.
    pub fn of(self, caller: &str) -> Option<Permission> {
        self.iter().find(|permission| permission.caller == caller)
    }
}

/// The permissions that one kind of caller needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The kind of caller, as documented: `Delegated (work or school account)`, `Application`.
    pub caller: &'static str,
    names: &'static str,
}

impl Permission {
    /// The permissions, from least to most privileged: each is a set whose members are needed together, and any one of the
    /// sets will do. None where the operation is not supported for this kind of caller.
    pub fn sets(self) -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
        self.alternatives().map(|set| set.split(" and "))
    }

    /// The permissions that are enough by themselves, from least to most privileged; any one of them will do.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.alternatives().filter(|set| !set.contains(" and "))
    }

    fn alternatives(self) -> impl Iterator<Item = &'static str> {
        // `not supported` is not a permission.
        self.names.split(',').map(str::trim).filter(|name| !name.is_empty() && !name.starts_with("not "))
    }
}
