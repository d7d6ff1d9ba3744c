//! Arguments that cannot be sent.

use std::fmt;

/// An argument of a request function, or a header, that cannot be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgumentError {
    parameter: Box<str>,
    route: &'static str,
    reason: Reason,
}

/// What is wrong with an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// It is empty, or a segment of it is.
    Empty,
    /// It is `.` or `..`, or a segment of it is: URLs resolve those, so that another resource would be meant.
    Dots,
    /// The path has more parameters than there are arguments.
    Missing,
    /// The object that the condition is about has no ETag.
    Etag,
    /// There are more arguments than the path has parameters.
    Surplus,
    /// It names a field that is not a property of its type, or its type does not know the names of its properties.
    Property,
    /// It is not a header: HTTP does not allow the name or the value.
    Header,
}

impl ArgumentError {
    pub(crate) fn new(parameter: &str, route: &'static str, reason: Reason) -> Self {
        Self { parameter: parameter.into(), route, reason }
    }

    /// The parameter as the path has it, with its braces, or the name of the header.
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// The path template of the request.
    pub fn route(&self) -> &'static str {
        self.route
    }

    /// What is wrong.
    pub fn reason(&self) -> Reason {
        self.reason
    }
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Reason::Empty => "it, or a segment of it, is empty",
            Reason::Dots => "`.` and `..` cannot be segments of a path",
            Reason::Missing => "there is no argument for it",
            Reason::Etag => "the object has no ETag",
            Reason::Surplus => "the path has no parameter for it",
            Reason::Property => "its type does not have this property",
            Reason::Header => "HTTP does not allow this name or this value",
        };
        write!(f, "{} of {} cannot be sent: {reason}", self.parameter, self.route)
    }
}

impl std::error::Error for ArgumentError {}
