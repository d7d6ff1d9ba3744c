//! What the programs that block and those that do not have in common: the data, and where the service is.

use financials::company::Company;
use financials::customer_payment::CustomerPayment;
use financials::support::{Authorization, Error, ServiceError};

/// Who calls. The service knows the name, and takes any password.
pub const USER: Authorization<'_> = Authorization::Basic { user: "alice", password: "of no matter" };

/// The root of the service, which whoever starts it tells.
pub fn root() -> String {
    std::env::var("CAP_ROOT").expect("CAP_ROOT is the root of the service")
}

/// A company whose name has what means something in addresses and in conditions.
pub fn company() -> Company {
    Company {
        display_name: Some("Müller's & Söhne, 100%".into()),
        city: Some("Ulm".into()),
        ..Default::default()
    }
}

/// Eight payments: the service cuts lists into pages of three.
pub fn payments() -> impl Iterator<Item = CustomerPayment> {
    (1..=8).map(|line| CustomerPayment {
        line_number: Some(line * 10_000),
        posting_date: Some(format!("2026-01-{line:02}").as_str().into()),
        amount: Some(format!("{line}000.25").as_str().into()),
        comment: Some(format!("Part {line} of 8")),
        ..Default::default()
    })
}

/// What the service refused.
pub fn refusal<T: std::fmt::Debug>(answer: Result<T, Error>) -> Box<ServiceError> {
    match answer {
        Err(Error::Service(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
