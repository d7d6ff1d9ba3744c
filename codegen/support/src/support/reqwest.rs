//! Sending with `reqwest` alone.

use super::client::{Limits, Transport};
use super::{Answer, Authorization, Body, Error, Request};

impl<B: Body, R: Answer> Request<B, R> {
    /// Sends the call, once, and decodes the answer: without what a [`Client`](super::client::Client) has for a whole
    /// program. A text is a bearer token; what is given here takes the place of an `Authorization` header that was set.
    ///
    /// It goes to the service's root alone. The client follows redirects by itself, and leaves the header out where one
    /// leads to another host.
    pub async fn send<'a>(
        &self,
        client: &::reqwest::Client,
        base: &str,
        authorization: impl Into<Authorization<'a>>,
    ) -> Result<R, Error> {
        let request = self.to_http_for(base, authorization.into())?;
        self.decode(Transport::send(client, request, Limits::NONE).await?)
    }
}
