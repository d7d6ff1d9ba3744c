//! Sending with `reqwest`.

use super::{Answer, Authorization, Body, Error, Request, TransportError};

impl<B: Body, R: Answer> Request<B, R> {
    /// Sends the call and decodes the answer. A text is a bearer token; what is given here takes the place of an
    /// `Authorization` header that was set.
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
        self.decode(exchange(client, request).await?)
    }
}

/// Not generic, so that it is compiled once.
async fn exchange(
    client: &::reqwest::Client,
    request: http::Request<Vec<u8>>,
) -> Result<http::Response<Vec<u8>>, Error> {
    let response = client.execute(request.try_into().map_err(failed)?).await.map_err(failed)?;
    let (status, headers) = (response.status(), response.headers().clone());
    let mut answer = http::Response::new(response.bytes().await.map_err(failed)?.into());
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    Ok(answer)
}

/// Without the address, which may hold a secret.
fn failed(error: ::reqwest::Error) -> Error {
    let error = error.without_url();
    Error::Transport(match error.is_timeout() {
        true => TransportError::timed_out(error),
        false => TransportError::new(error),
    })
}
