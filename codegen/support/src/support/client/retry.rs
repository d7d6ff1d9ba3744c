//! What is sent again, how often, and after how long.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

use http::header::IF_MATCH;
use http::{HeaderMap, Method, StatusCode};

use crate::support::header;

/// When a call is sent again.
///
/// * `429 Too Many Requests` and `503 Service Unavailable`: always, since the service has done nothing.
/// * `504 Gateway Timeout`, and no answer at all: only `GET`, `HEAD`, `PUT`, `DELETE`, and `PATCH` with `If-Match`. The service
///   may have done what it was asked, and only these calls have the same effect when they are sent twice.
///
/// The client waits as long as `Retry-After` says, and up to a tenth longer. Without that header it waits for a time that doubles
/// with each attempt and is shortened by a random amount. So clients that were refused at the same time do not all come back at
/// the same time.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # use std::time::Duration;
/// # use client::Retry;
/// let patient = Retry::default().attempts(8).longest_wait(Duration::from_secs(300));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    attempts: u32,
    first: Duration,
    longest: Duration,
}

impl Default for Retry {
    /// Four attempts in all, the second after about a second, none after more than a minute.
    fn default() -> Self {
        Self { attempts: 4, first: Duration::from_secs(1), longest: Duration::from_secs(60) }
    }
}

impl Retry {
    /// No call is sent again. The one exception is a call whose token the service refused (`401`): a token source gives it another.
    pub fn never() -> Self {
        Self::default().attempts(1)
    }

    /// The maximum number of times a call is sent, including the first.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// About how long to wait before the second attempt, if the service does not say. The wait doubles each time.
    pub fn first_wait(mut self, time: Duration) -> Self {
        self.first = time;
        self
    }

    /// The longest wait. Where the service asks for more, the call fails at once, and the error says how long
    /// ([`retry_after`](crate::support::ServiceError::retry_after)).
    pub fn longest_wait(mut self, time: Duration) -> Self {
        self.longest = time;
        self
    }

    /// How long to wait before the call is sent again; `None` if it is not. `attempt` counts from 1; `answer` is the status and
    /// the headers, or `None` if no answer arrived.
    pub(super) fn after(
        &self,
        attempt: u32,
        call: (&Method, &HeaderMap),
        answer: Option<(StatusCode, &HeaderMap)>,
    ) -> Option<Duration> {
        let again = match answer.map(|(status, _)| status) {
            Some(StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) => true,
            Some(StatusCode::GATEWAY_TIMEOUT) | None => is_same_twice(call),
            Some(_) => false,
        };
        if !again || attempt >= self.attempts {
            return None;
        }
        let asked = answer.and_then(|(_, headers)| header::retry_after(headers));
        let wait = match asked {
            Some(asked) => asked.saturating_add(part_of(asked / 10)),
            None => self.backoff(attempt),
        };
        (asked.unwrap_or_default() <= self.longest).then_some(wait)
    }

    /// The wait where the service says nothing: between half and all of the time that doubles.
    fn backoff(&self, attempt: u32) -> Duration {
        let doubled = self.first.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
        let time = doubled.min(self.longest);
        time / 2 + part_of(time / 2)
    }
}

/// Whether a call comes to the same when it is done twice.
fn is_same_twice((method, headers): (&Method, &HeaderMap)) -> bool {
    match *method {
        Method::GET | Method::HEAD | Method::PUT | Method::DELETE => true,
        Method::PATCH => headers.contains_key(IF_MATCH),
        _ => false,
    }
}

/// A part of a time, by chance. It need not be unpredictable, only different from client to client.
fn part_of(time: Duration) -> Duration {
    let chance = (RandomState::new().build_hasher().finish() >> 32) as u32;
    time.mul_f64(f64::from(chance) / f64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, Method, StatusCode};

    use super::Retry;

    fn after(method: &Method, conditional: bool, status: Option<u16>) -> bool {
        let mut headers = HeaderMap::new();
        if conditional {
            headers.insert("if-match", "*".parse().unwrap());
        }
        let of_answer = HeaderMap::new();
        let answer = status.map(|status| (StatusCode::from_u16(status).unwrap(), &of_answer));
        Retry::default().after(1, (method, &headers), answer).is_some()
    }

    #[test]
    fn a_payment_is_not_posted_twice() {
        for method in [Method::GET, Method::PUT, Method::DELETE, Method::POST, Method::PATCH] {
            let same_twice = ![Method::POST, Method::PATCH].contains(&method);
            for (status, wanted) in [
                (Some(429), true),
                (Some(503), true),
                (Some(504), same_twice),
                (None, same_twice),
                (Some(500), false),
                (Some(404), false),
            ] {
                assert_eq!(after(&method, false, status), wanted, "{method} {status:?}");
            }
        }
        assert!(after(&Method::PATCH, true, None) && !after(&Method::POST, true, None));
    }

    #[test]
    fn waits_grow_and_differ_within_bounds() {
        let retry = Retry::default();
        for (attempt, most) in [(1, 1), (2, 2), (3, 4), (7, 60), (u32::MAX, 60)] {
            let wait = retry.backoff(attempt);
            let most = Duration::from_secs(most);
            assert!(wait >= most / 2 && wait <= most, "{attempt}: {wait:?}");
        }
    }

    #[test]
    fn the_service_is_heeded_or_the_call_fails() {
        let wait = |retry: Retry, seconds: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("retry-after", seconds.parse().unwrap());
            let busy = (StatusCode::TOO_MANY_REQUESTS, &headers);
            retry.after(1, (&Method::POST, &HeaderMap::new()), Some(busy))
        };
        let asked = wait(Retry::default(), "7").unwrap();
        assert!(asked >= Duration::from_secs(7) && asked < Duration::from_secs(8));
        assert_eq!(wait(Retry::default(), "61"), None);
        assert_eq!(wait(Retry::never(), "1"), None);
        assert_eq!(wait(Retry::default(), "0"), Some(Duration::ZERO));
    }
}
