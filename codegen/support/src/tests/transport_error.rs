//! Requests that failed without an answer.

use std::error::Error as _;
use std::fmt;
use std::io;

use crate::support::{Error, TransportError};

/// An error with another behind it.
#[derive(Debug)]
struct Failed(&'static str, Option<Box<dyn std::error::Error + Send + Sync>>);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Failed {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.1.as_deref().map(|cause| cause as _)
    }
}

fn refused() -> Failed {
    let refused = io::Error::new(io::ErrorKind::ConnectionRefused, "connection refused");
    Failed("cannot send", Some(Box::new(Failed("cannot connect", Some(Box::new(refused))))))
}

#[test]
fn the_message_tells_the_cause() {
    let error = Error::from(TransportError::new(refused()));
    let message = "the request failed: cannot send: cannot connect: connection refused";
    assert_eq!(error.to_string(), message);
    // What stands behind the cause can still be looked at.
    assert_eq!(error.source().unwrap().to_string(), "cannot connect");
    let Error::Transport(error) = error else { panic!() };
    assert!(error.cause().downcast_ref::<Failed>().is_some() && !error.is_timeout());
    let late = TransportError::timed_out("too slow");
    assert!(late.is_timeout());
    assert_eq!(late.to_string(), "the answer did not arrive in time: too slow");
}

#[test]
fn what_an_error_repeats_is_told_once() {
    let error = Failed("cannot send: refused", Some(Box::new(Failed("refused", None))));
    let message = TransportError::new(error).to_string();
    assert_eq!(message, "the request failed: cannot send: refused");
}
