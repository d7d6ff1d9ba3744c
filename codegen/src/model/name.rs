//! Names of types.

use std::fmt;

use crate::text::upper_first;

/// The name of a type: the pages' name with its namespace, or the name of the page for which the type is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct QualifiedName {
    pub(crate) namespace: String,
    /// `customerPayment`; for a type that is made for a page's operation, the file's name without its extension.
    pub(crate) name: String,
    /// The role of a type that is made for an operation: `Request`, or `RequestMessage` for its member `message`.
    pub(crate) role: Option<String>,
}

impl QualifiedName {
    /// A name of the pages.
    pub(crate) fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        QualifiedName { namespace: namespace.into(), name: name.into(), role: None }
    }

    /// The name that a text writes: all in front of its last dot is the namespace.
    pub(crate) fn from_text(text: &str) -> Self {
        let (namespace, name) = text.rsplit_once('.').unwrap_or(("", text));
        QualifiedName::new(namespace, name)
    }

    /// The name of a type that is made for the operation of a page.
    pub(crate) fn made(namespace: &str, page: &str, role: impl Into<String>) -> Self {
        QualifiedName { role: Some(role.into()), ..QualifiedName::new(namespace, page) }
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
        let (mut inner, member) = (self.clone(), upper_first(member));
        inner.role.as_mut().unwrap_or(&mut inner.name).push_str(&member);
        inner
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
