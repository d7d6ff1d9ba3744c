//! Where a value stands, in words that people find in the crate and on its pages.

use std::fmt;

use crate::model::QualifiedName;

/// A property of a type, `microsoft.graph.customerPayment.lineNumber`, or of what an operation alone is sent,
/// `message.subject in the request body of user-sendmail`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    /// Empty for a body as a whole.
    path: String,
    /// The page whose operation is sent the body.
    body_of: Option<String>,
    /// What the table calls the property, where that differs in the case of letters.
    known_as: Option<String>,
}

impl Location {
    /// A value of a type; of the body that the type is, where it is made for one.
    pub(super) fn of_type(name: &QualifiedName) -> Self {
        match name.role {
            Some(_) => Location { path: String::new(), body_of: Some(name.name.clone()), known_as: None },
            None => Location { path: name.to_string(), body_of: None, known_as: None },
        }
    }

    /// A value that has no name.
    pub(super) fn of_value() -> Self {
        Location { path: "the value".to_owned(), body_of: None, known_as: None }
    }

    /// A member of the value.
    pub(super) fn member(&self, name: &str) -> Self {
        let path = match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        Location { path, body_of: self.body_of.clone(), known_as: None }
    }

    /// The same, for a name that its table spells otherwise.
    pub(super) fn known_as(self, name: Option<String>) -> Self {
        Location { known_as: name, ..self }
    }

    /// With the path as code.
    pub(crate) fn quoted(&self) -> String {
        self.with(&format!("`{}`", self.path))
    }

    /// What has the member, and the member: as code.
    pub(crate) fn holder_and_name(&self) -> (String, String) {
        let (holder, name) = self.path.rsplit_once('.').unwrap_or(("", &self.path));
        let known_as = self.known_as.as_ref().map(|name| format!(" (the table spells it `{name}`)"));
        let name = format!("`{name}`{}", known_as.unwrap_or_default());
        let of = match (&self.body_of, holder) {
            (None, holder) => format!("`{holder}`"),
            (Some(stem), "") => format!("the request body of {stem}"),
            (Some(stem), holder) => format!("`{holder}` in the request body of {stem}"),
        };
        (of, name)
    }

    fn with(&self, path: &str) -> String {
        match (&self.body_of, self.path.as_str()) {
            (Some(stem), "") => format!("the request body of {stem}"),
            (Some(stem), _) => format!("{path} in the request body of {stem}"),
            (None, _) => path.to_owned(),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with(&self.path))?;
        match &self.known_as {
            Some(name) => write!(f, " (the table spells it `{name}`)"),
            None => Ok(()),
        }
    }
}
