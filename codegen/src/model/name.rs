//! Names of types.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::text::upper_first;

/// The name of a type: the pages' name with its namespace, or the name of the page for which the type is made. Everything that
/// has the type keeps a copy, so all copies share their text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct QualifiedName(Arc<NameParts>);

/// What a name consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameParts {
    pub(crate) namespace: String,
    /// `customerPayment`; for a type that is made for a page's operation, the file's name without its extension, or its path.
    pub(crate) name: String,
    /// The role of a type that is made for an operation: `Request`, or `RequestMessage` for its member `message`.
    pub(crate) role: Option<String>,
}

impl QualifiedName {
    /// A name of the pages.
    pub(crate) fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        QualifiedName(Arc::new(NameParts { namespace: namespace.into(), name: name.into(), role: None }))
    }

    /// The name that a text writes: all in front of its last dot is the namespace.
    pub(crate) fn from_text(text: &str) -> Self {
        let (namespace, name) = text.rsplit_once('.').unwrap_or(("", text));
        QualifiedName::new(namespace, name)
    }

    /// The name of a type that is made for the operation of a page.
    pub(crate) fn made(namespace: &str, page: &str, role: impl Into<String>) -> Self {
        let (namespace, name) = (namespace.to_owned(), page.to_owned());
        QualifiedName(Arc::new(NameParts { namespace, name, role: Some(role.into()) }))
    }

    /// Whether a text is this name, in any case of its letters.
    pub(crate) fn is_written(&self, text: &str) -> bool {
        let is = |name: &str| name.eq_ignore_ascii_case(text);
        match (&self.role, self.namespace.as_str()) {
            (None, "") => is(&self.name),
            (None, namespace) if text.len() == namespace.len() + 1 + self.name.len() => is(&self.to_string()),
            (None, _) => false,
            (Some(_), _) => is(&self.to_string()),
        }
    }

    /// The name of the type that a member of this one has, and nothing else.
    pub(crate) fn inner(&self, member: &str) -> Self {
        let mut inner = NameParts::clone(&self.0);
        inner.role.as_mut().unwrap_or(&mut inner.name).push_str(&upper_first(member));
        QualifiedName(Arc::new(inner))
    }
}

impl Deref for QualifiedName {
    type Target = NameParts;

    fn deref(&self) -> &NameParts {
        &self.0
    }
}

impl Ord for QualifiedName {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.cmp(&other.0) }
    }
}

impl PartialOrd for QualifiedName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.role, self.namespace.as_str()) {
            (Some(role), _) => write!(f, "{role} of {}", self.name),
            (None, "") => f.write_str(&self.name),
            (None, namespace) => write!(f, "{namespace}.{}", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_type_is_made_for_is_told() {
        let inner = QualifiedName::made("library", "reader-fine", "Request").inner("payment");
        assert_eq!(inner.to_string(), "RequestPayment of reader-fine");
        assert_eq!(QualifiedName::new("library", "reader").inner("card").to_string(), "library.readerCard");
    }
}
