//! Types and functions as the generator writes them.

use crate::support::{
    Collection, Decimal, Extra, Flags, Guid, Json, Method, OpenEnum, Related, Request, Slot, Table, View,
    open_enum, table,
};

/// A payment, with a property of each kind.
#[derive(Clone, Default, PartialEq)]
pub struct Payment {
    /// Text.
    pub id: Option<Guid>,
    /// Integer.
    pub line_number: Option<i32>,
    /// Decimal.
    pub amount: Option<Decimal>,
    /// Open enum.
    pub importance: Option<Importance>,
    /// Structured, and recursive.
    pub parent: Option<Box<Payment>>,
    /// A list of structured values.
    pub lines: Option<Vec<Line>>,
    /// Decoded on demand.
    pub attachments: Option<Related<Vec<Line>>>,
    /// String.
    pub comment: Option<String>,
    /// A list of strings.
    pub tags: Option<Vec<String>>,
    /// Boolean.
    pub posted: Option<bool>,
    /// Integer of 64 bits.
    pub version: Option<i64>,
    /// Floating point.
    pub rate: Option<f64>,
    /// A list of texts.
    pub owners: Option<Vec<Guid>>,
    /// Several members at once.
    pub rights: Option<Flags<Importance>>,
    /// Any JSON.
    pub anything: Option<Json>,
    /// Properties that this type does not know.
    pub extra: Extra,
}

impl Table for Payment {
    const TYPE: &'static str = "sample.payment";
    const NAMES: &'static [&'static str] = &[
        "id",
        "lineNumber",
        "amount",
        "importance",
        "parent",
        "lines",
        "attachments",
        "comment",
        "tags",
        "posted",
        "version",
        "rate",
        "owners",
        "rights",
        "anything",
        "@",
    ];

    const READ_ONLY: &'static [u16] = &[1];

    fn slot(&mut self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::Text(&mut self.id),
            1 => Slot::Int32(&mut self.line_number),
            2 => Slot::Decimal(&mut self.amount),
            3 => Slot::Text(&mut self.importance),
            4 => Slot::Object(&mut self.parent),
            5 => Slot::Objects(&mut self.lines),
            6 => Slot::Json(&mut self.attachments),
            7 => Slot::String(&mut self.comment),
            8 => Slot::Strings(&mut self.tags),
            9 => Slot::Bool(&mut self.posted),
            10 => Slot::Int64(&mut self.version),
            11 => Slot::Double(&mut self.rate),
            12 => Slot::Texts(&mut self.owners),
            13 => Slot::Text(&mut self.rights),
            14 => Slot::Json(&mut self.anything),
            _ => Slot::Extra(&mut self.extra),
        }
    }

    fn view(&self, index: usize) -> View<'_> {
        match index {
            0 => View::Text(&self.id),
            1 => View::Int32(&self.line_number),
            2 => View::Decimal(&self.amount),
            3 => View::Text(&self.importance),
            4 => View::Object(&self.parent),
            5 => View::Objects(&self.lines),
            6 => View::Json(&self.attachments),
            7 => View::String(&self.comment),
            8 => View::Strings(&self.tags),
            9 => View::Bool(&self.posted),
            10 => View::Int64(&self.version),
            11 => View::Double(&self.rate),
            12 => View::Texts(&self.owners),
            13 => View::Text(&self.rights),
            14 => View::Json(&self.anything),
            _ => View::Extra(&self.extra),
        }
    }
}

table!(Payment);

/// A line, all of whose properties have slots.
#[derive(Clone, Default, PartialEq)]
pub struct Line {
    /// The text on it.
    pub text: Option<String>,
    /// Its key, which the service chooses.
    pub code: Option<String>,
    /// When it was last printed, which the service alone knows.
    pub printed: Option<String>,
    /// Properties that this type does not know.
    pub extra: Extra,
}

impl Table for Line {
    const TYPE: &'static str = "sample.line";
    const NAMES: &'static [&'static str] = &["text", "code", "printed", "@"];
    const READ_ONLY: &'static [u16] = &[1, 2];
    const KEY: &'static str = "code";

    fn slot(&mut self, index: usize) -> Slot<'_> {
        match index {
            0 => Slot::String(&mut self.text),
            1 => Slot::String(&mut self.code),
            2 => Slot::String(&mut self.printed),
            _ => Slot::Extra(&mut self.extra),
        }
    }

    fn view(&self, index: usize) -> View<'_> {
        match index {
            0 => View::String(&self.text),
            1 => View::String(&self.code),
            2 => View::String(&self.printed),
            _ => View::Extra(&self.extra),
        }
    }
}

table!(Line);

/// How urgent something is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Importance {
    /// Not very.
    Low,
    /// As usual.
    Normal,
    /// Very.
    High,
    /// A member that this crate does not know.
    Other(Box<str>),
}

impl OpenEnum for Importance {
    const TYPE: &'static str = "sample.importance";
    const MEMBERS: &'static [(&'static str, Self)] =
        &[("low", Self::Low), ("normal", Self::Normal), ("high", Self::High)];

    fn other(text: &str) -> Self {
        Self::Other(text.into())
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Other(text) => text,
        }
    }
}

open_enum!(Importance);

/// The path of [`create_payment`].
pub const CREATE_PAYMENT_PATH: &str = "/companies/{id}/journals/{id}/payments";

/// Creates a payment.
pub fn create_payment<'a>(
    company_id: &str,
    journal_id: &str,
    payment: &'a Payment,
) -> Request<&'a Payment, Payment> {
    Request::new(Method::POST, CREATE_PAYMENT_PATH, &[company_id, journal_id], payment)
}

/// Lists payments.
pub fn list_payments(company_id: &str) -> Request<(), Collection<Payment>> {
    Request::new(Method::GET, "/companies/{id}/payments", &[company_id], ())
}

/// Deletes a payment.
pub fn delete_payment(payment_id: &str) -> Request<(), ()> {
    Request::new(Method::DELETE, "/payments/{id}", &[payment_id], ())
}
