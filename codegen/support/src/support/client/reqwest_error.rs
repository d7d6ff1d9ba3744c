//! Errors of `reqwest`.

use crate::support::TransportError;

/// Without the address, which may hold a secret.
pub(super) fn failed(error: ::reqwest::Error) -> TransportError {
    let error = error.without_url();
    match error.is_timeout() {
        true => TransportError::timed_out(error),
        false => TransportError::new(error),
    }
}
