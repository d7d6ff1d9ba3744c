//! Where a value stands, in the words of the crate and its pages.

use crate::model::QualifiedName;

/// A property of a type, `microsoft.graph.customerPayment.lineNumber`, or of what an operation alone is sent,
/// `message.subject in the request body of user-sendmail`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Location {
    /// Empty for a body as a whole.
    path: String,
    /// The body whose value it is, in words: `` the request body of `user-sendmail` ``.
    body: Option<String>,
    /// The property's name in the table, if it differs in the case of letters.
    known_as: Option<String>,
    /// A property of the type or the body, and not the value as a whole.
    is_member: bool,
    /// No page describes the type.
    stranger: bool,
}

/// Why a property of an example is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lack {
    /// No table lists it.
    Table,
    /// A table lists it in other letters.
    Letters,
    /// No page describes its type.
    Page,
}

impl Location {
    /// A value of a type; of the body that the type is, where it is made for one.
    pub(super) fn of_type(name: &QualifiedName) -> Self {
        match name.role.as_deref() {
            Some(role) => {
                Location { body: Some(format!("{} of `{}`", body(role), name.name)), ..Location::default() }
            }
            None => Location { path: name.to_string(), ..Location::default() },
        }
    }

    /// A value without a name.
    pub(super) fn of_value() -> Self {
        Location { path: "the value".to_owned(), ..Location::default() }
    }

    /// A member of the value.
    pub(super) fn member(&self, name: &str) -> Self {
        let path = match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        let body = self.body.clone();
        Location { path, body, known_as: None, is_member: true, stranger: self.stranger }
    }

    /// The same, for a name that its table spells otherwise.
    pub(super) fn known_as(self, name: Option<String>) -> Self {
        Location { known_as: name, ..self }
    }

    /// The member and what has it: `` `subject` of `microsoft.graph.message` ``.
    pub(crate) fn in_words(&self) -> String {
        let (holder, name) = self.holder_and_name();
        match self.is_member {
            true if self.body.is_some() => format!("{name} in {holder}"),
            true => format!("{name} of {holder}"),
            false if self.path.contains('.') => format!("a value of `{}`", self.path),
            false => self.body.clone().unwrap_or_else(|| self.path.clone()),
        }
    }

    /// A value of a type that no page describes.
    pub(super) fn of_stranger(name: &QualifiedName) -> Self {
        Location { stranger: true, ..Location::of_type(name) }
    }

    /// The type that lacks the property.
    pub(crate) fn lack(&self) -> Lack {
        match (&self.known_as, self.stranger) {
            (Some(_), _) => Lack::Letters,
            (None, true) => Lack::Page,
            (None, false) => Lack::Table,
        }
    }

    /// The name of the member.
    pub(crate) fn member_name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path)
    }

    /// What has the member, and the member: as code.
    pub(crate) fn holder_and_name(&self) -> (String, String) {
        let (holder, name) = self.path.rsplit_once('.').unwrap_or(("", &self.path));
        let known_as = self.known_as.as_ref().map(|name| format!(" for `{name}`"));
        let name = format!("`{name}`{}", known_as.unwrap_or_default());
        let of = match (&self.body, holder) {
            (None, holder) => format!("`{holder}`"),
            (Some(body), "") => body.clone(),
            (Some(body), holder) => format!("`{holder}` in {body}"),
        };
        (of, name)
    }
}

/// What a body of a type's role is called.
fn body(role: &str) -> &'static str {
    if role.starts_with("Response") { "the answer" } else { "the request body" }
}
