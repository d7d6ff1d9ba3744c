//! What a program can watch of its calls: a span for each, with an event for each attempt. Neither an address nor a header
//! stands in them, since either may hold a secret; of the path, there is the template.

use http::{HeaderMap, Method, StatusCode};

use super::attempts::Next;
use crate::support::{TransportError, header};

/// The span of a call.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

#[cfg(not(feature = "tracing"))]
impl Trace {
    pub(super) fn start(_: &Method, _: &'static str) -> Self {
        Self {}
    }

    pub(super) fn attempt(&self, _: u32, _: Result<(StatusCode, &HeaderMap), &TransportError>) {
        let _ = header::request_id;
    }

    pub(super) fn next(&self, _: &Next) {}
}

#[cfg(feature = "tracing")]
impl Trace {
    pub(super) fn start(method: &Method, route: &'static str) -> Self {
        let span = tracing::info_span!(
            "call",
            http.request.method = method.as_str(),
            http.route = route,
            http.response.status_code = tracing::field::Empty,
        );
        Self { span }
    }

    pub(super) fn attempt(&self, attempt: u32, outcome: Result<(StatusCode, &HeaderMap), &TransportError>) {
        let _entered = self.span.enter();
        match outcome {
            Ok((status, headers)) => {
                self.span.record("http.response.status_code", status.as_u16());
                let request_id = header::request_id(headers);
                tracing::debug!(attempt, status = status.as_u16(), request_id, "the service answered");
            }
            Err(error) => tracing::debug!(attempt, timeout = error.is_timeout(), "no answer arrived"),
        }
    }

    pub(super) fn next(&self, next: &Next) {
        let _entered = self.span.enter();
        match next {
            Next::Done => {}
            Next::Wait(time) => tracing::warn!(wait = ?time, "the call is sent again"),
            Next::Renew(_) => tracing::warn!("the token is refused, and another is asked for"),
        }
    }
}
