//! Files that are sent in parts, to an upload session.

use std::ops::Range;

use http::header::{CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE};
use http::{HeaderValue, Method, Response, StatusCode, Uri};

use super::Answer;
use super::call::most_telling;
use crate::support::json::codec;
use crate::support::{Error, Extra, Json};

/// A file on its way to an upload session: which part comes next, and what the service has. The session's address is itself a
/// secret, so no token is sent to it.
///
/// `Client::upload` sends it. Without a client:
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # struct Http;
/// # impl Http { fn send(&self, _: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Error> { unimplemented!() } }
/// # fn read(file: &[u8], part: std::ops::Range<u64>) -> Vec<u8> { file[part.start as usize..part.end as usize].to_vec() }
/// # fn example(http: Http, session: Session, file: &[u8]) -> Result<Book, Error> {
/// let mut upload = Upload::new(session.upload_url.unwrap_or_default(), file.len() as u64);
/// let book = loop {
///     let request = upload.request(read(&file, upload.part()))?;
///     let response = http.send(request)?;
///     if let Some(book) = upload.answered::<Book, _>(response)? { break book }
/// };
/// # Ok(book) }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    address: String,
    length: u64,
    sent: u64,
    part: u64,
}

impl Upload {
    /// What the length of a part has to be a multiple of, for Microsoft's services: 320 KiB.
    pub const UNIT: u64 = 320 << 10;

    /// An upload of `length` bytes to a session's address (`uploadUrl`), in parts of 5 MiB.
    pub fn new(address: impl Into<String>, length: u64) -> Self {
        Self { address: address.into(), length, sent: 0, part: 16 * Self::UNIT }
    }

    /// Sends parts of this many bytes, which have to be a multiple of what the service asks for ([`UNIT`](Self::UNIT)).
    /// Outlook asks for parts of less than 4 MB.
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.part = bytes.max(1);
        self
    }

    /// The range of bytes to send next; empty once all were sent.
    pub fn part(&self) -> Range<u64> {
        self.sent..self.length.min(self.sent.saturating_add(self.part))
    }

    /// How many bytes there are in all.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The session's address: with it and with the file, another program can go on.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The request that sends the next part: `part` holds the bytes in the range that [`part`](Self::part) gives.
    pub fn request(&self, part: Vec<u8>) -> Result<http::Request<Vec<u8>>, Error> {
        let range = self.part();
        let mut request = self.to(Method::PUT, part)?;
        let headers = request.headers_mut();
        // An empty file has no last byte.
        if range.end > range.start {
            let content_range = format!("bytes {}-{}/{}", range.start, range.end - 1, self.length);
            headers.insert(CONTENT_RANGE, HeaderValue::try_from(content_range).map_err(http::Error::from)?);
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
        Ok(request)
    }

    /// The request that asks what the service has received, after an interruption. [`resumed`](Self::resumed) takes its answer.
    pub fn status(&self) -> Result<http::Request<Vec<u8>>, Error> {
        self.to(Method::GET, Vec::new())
    }

    /// The request that cancels the session.
    pub fn cancel(&self) -> Result<http::Request<Vec<u8>>, Error> {
        self.to(Method::DELETE, Vec::new())
    }

    /// Takes the answer to a part: what the service made of the file once it has all of it, and `None` before. Before, the
    /// status is `202 Accepted`, or the service answers with the session, which says what it lacks. A service that says in
    /// the end only where the file is, as Outlook does of an attachment, answers a [`Receipt`](super::Receipt).
    pub fn answered<R: Answer, T: AsRef<[u8]>>(&mut self, response: Response<T>) -> Result<Option<R>, Error> {
        let (head, body) = response.into_parts();
        let next = expected(body.as_ref()).filter(|_| head.status.is_success());
        if head.status != StatusCode::ACCEPTED && next.is_none_or(|next| next >= self.length) {
            let answer = R::of(&head, body.as_ref());
            let answer = answer.map_err(|error| most_telling(error, &Method::PUT, &head, body.as_ref()))?;
            self.sent = self.length;
            return Ok(Some(answer));
        }
        self.sent = match next {
            Some(next) => next.min(self.length),
            None => self.part().end,
        };
        Ok(None)
    }

    /// Takes the answer to [`status`](Self::status): the next part is what the service lacks.
    pub fn resumed<T: AsRef<[u8]>>(&mut self, response: Response<T>) -> Result<(), Error> {
        let (head, body) = response.into_parts();
        if !head.status.is_success() {
            return Err(Error::service(&head, body.as_ref()));
        }
        self.sent = expected(body.as_ref()).unwrap_or_default().min(self.length);
        Ok(())
    }

    fn to(&self, method: Method, body: Vec<u8>) -> Result<http::Request<Vec<u8>>, Error> {
        let mut request = http::Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = Uri::try_from(&self.address).map_err(http::Error::from)?;
        Ok(request)
    }
}

/// The first byte that the service lacks: `{"nextExpectedRanges": ["26-", …]}`; some say `["26"]`, or `"26"`, or write the
/// name with a capital letter.
fn expected(body: &[u8]) -> Option<u64> {
    let body: Extra = codec::decode(body).ok()?;
    let (_, ranges) = body.iter().find(|(name, _)| name.eq_ignore_ascii_case("nextExpectedRanges"))?;
    let first = match ranges.decode::<Vec<Json>>() {
        Ok(ranges) => ranges.into_iter().next()?,
        Err(_) => ranges.clone(),
    };
    let first = first.as_str().map_or_else(|| first.raw().to_owned(), |text| text.into_owned());
    first.split('-').next()?.trim().parse().ok()
}

impl std::fmt::Debug for Upload {
    /// Without the address, which is a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Upload")
            .field("length", &self.length)
            .field("sent", &self.sent)
            .finish_non_exhaustive()
    }
}
