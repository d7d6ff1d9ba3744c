//! Sending with `reqwest`.

use http::HeaderValue;
use http::header::AUTHORIZATION;

use super::{Answer, ArgumentError, Body, Error, Reason, Request};

impl<B: Body, R: Answer> Request<B, R> {
    /// Sends the call with a bearer token, which takes the place of an `Authorization` header that was set, and decodes
    /// the answer.
    pub async fn send(&self, client: &::reqwest::Client, base: &str, token: &str) -> Result<R, Error> {
        let mut request = self.to_http(base)?;
        authorize(&mut request, token)?;
        self.decode(exchange(client, request).await?)
    }
}

fn authorize(request: &mut http::Request<Vec<u8>>, token: &str) -> Result<(), Error> {
    // The reason is all that is said: the value is the token.
    let mut value = HeaderValue::try_from(format!("Bearer {token}"))
        .map_err(|_| ArgumentError::new("authorization", "the request", Reason::Header))?;
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(())
}

/// Not generic, so that it is compiled once.
async fn exchange(
    client: &::reqwest::Client,
    request: http::Request<Vec<u8>>,
) -> Result<http::Response<Vec<u8>>, Error> {
    let response = client.execute(request.try_into()?).await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let mut answer = http::Response::new(response.bytes().await?.into());
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    Ok(answer)
}
