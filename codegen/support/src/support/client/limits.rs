//! How long an answer is waited for, and how much of it is read.

use std::time::Duration;

use crate::support::TransportError;

/// How long an HTTP client waits for an answer, and how much of it is read. A [`Transport`](super::Transport) is given them
/// with each request, and keeps to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The time from the start until the answer is there as a whole; none for as long as it takes.
    pub timeout: Option<Duration>,
    /// The most bytes that an answer may have.
    pub body: usize,
}

impl Limits {
    /// The most bytes of an answer, unless the caller says otherwise: 64 MiB.
    pub const BODY: usize = 64 << 20;

    /// Adds a part of an answer to what was read before, or fails if that exceeds the limit.
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # struct Response;
    /// # impl Response { async fn chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> { Ok(None) } }
    /// # async fn example(limits: client::Limits, mut response: Response) -> Result<Vec<u8>, TransportError> {
    /// let mut body = Vec::new();
    /// while let Some(chunk) = response.chunk().await? {
    ///     limits.append(&mut body, &chunk)?;
    /// }
    /// # Ok(body) }
    /// ```
    pub fn append(&self, body: &mut Vec<u8>, part: &[u8]) -> Result<(), TransportError> {
        match body.len().checked_add(part.len()).filter(|length| *length <= self.body) {
            Some(_) => {
                body.extend_from_slice(part);
                Ok(())
            }
            None => Err(TransportError::too_large(self.body)),
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { timeout: Some(Duration::from_secs(100)), body: Self::BODY }
    }
}
