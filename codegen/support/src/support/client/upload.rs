//! Files, part by part: what is the same for async and blocking clients.

use std::io::{Read, Seek, SeekFrom};
use std::time::Duration;

use http::{HeaderMap, Method, Response, StatusCode, Uri};

use super::Retry;
use crate::support::{Answer, Error, TransportError, Upload};

/// An upload that is being sent.
pub(super) struct Sending<'a> {
    upload: &'a mut Upload,
    retry: Retry,
    attempt: u32,
    /// Whether the service has to say first what it has.
    interrupted: bool,
}

/// How often the same part is sent at most, where the service takes it and wants it again.
const MOST: u32 = 3;

/// What comes after a request.
pub(super) enum Step<R> {
    /// The service has the whole file.
    Done(R),
    /// The next request.
    Next,
    /// The next request after a wait; who cannot wait has this error.
    Wait(Duration, Error),
}

impl<'a> Sending<'a> {
    pub(super) fn new(upload: &'a mut Upload, retry: Retry) -> Self {
        Self { upload, retry, attempt: 1, interrupted: false }
    }

    /// The next part, or the question what the service has.
    pub(super) fn request(&self, file: &mut (impl Read + Seek)) -> Result<http::Request<Vec<u8>>, Error> {
        match self.interrupted {
            true => self.upload.status(),
            false => self.upload.request(part(self.upload, file)?),
        }
    }

    pub(super) fn outcome<R: Answer>(
        &mut self,
        outcome: Result<Response<Vec<u8>>, TransportError>,
    ) -> Result<Step<R>, Error> {
        if let Some(time) = self.again(&outcome) {
            self.attempt += 1;
            self.interrupted = true;
            let error = match outcome {
                Ok(response) => {
                    let (head, body) = response.into_parts();
                    Error::service(&head, &body)
                }
                Err(error) => error.into(),
            };
            return Ok(Step::Wait(time, error));
        }
        let response = outcome?;
        if self.interrupted {
            self.upload.resumed(response)?;
            self.interrupted = false;
            return Ok(Step::Next);
        }
        let before = self.upload.part();
        if let Some(answer) = self.upload.answered(response)? {
            return Ok(Step::Done(answer));
        }
        // A service that takes the same part again and again would be sent it for ever.
        self.attempt = if self.upload.part() == before { self.attempt + 1 } else { 1 };
        match self.attempt > MOST {
            true => {
                Err(TransportError::new("the service asks for the same part of the file again and again")
                    .into())
            }
            false => Ok(Step::Next),
        }
    }

    /// How long to wait before the service is asked what it has, where a part may not have arrived.
    fn again(&self, outcome: &Result<Response<Vec<u8>>, TransportError>) -> Option<Duration> {
        let answer = outcome.as_ref().ok().map(|response| (response.status(), response.headers()));
        // The service has the bytes that it does not expect, and may have those that its servers lose: both count as if
        // an answer had not arrived.
        let is_lost = |status| match status {
            StatusCode::RANGE_NOT_SATISFIABLE => !self.interrupted,
            status => [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::BAD_GATEWAY].contains(&status),
        };
        let answer = answer.filter(|(status, _)| !is_lost(*status));
        // The same part sent twice comes to the same.
        self.retry.after(self.attempt, (&Method::PUT, &HeaderMap::new()), answer)
    }
}

/// The next part of a file.
fn part(upload: &Upload, file: &mut (impl Read + Seek)) -> Result<Vec<u8>, Error> {
    let range = upload.part();
    let mut bytes = Vec::new();
    let mut read = || {
        file.seek(SeekFrom::Start(range.start))?;
        file.take(range.end - range.start).read_to_end(&mut bytes)
    };
    let read = read().map_err(TransportError::new)?;
    match read as u64 == range.end - range.start {
        true => Ok(bytes),
        false => Err(TransportError::new("the file is shorter than the upload").into()),
    }
}

/// A request for an address that the service gave: elsewhere, mostly, and so without a token.
pub(super) fn elsewhere(address: &str) -> Result<http::Request<Vec<u8>>, Error> {
    let mut request = http::Request::new(Vec::new());
    *request.uri_mut() = Uri::try_from(address).map_err(http::Error::from)?;
    Ok(request)
}
