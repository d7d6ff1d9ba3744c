//! Uploads a file in parts, and goes on where it was interrupted.

use std::io::{Read, Seek, SeekFrom};
use std::{env, fs};

use generated::drive_item::{self, DriveItem};
use generated::support::client::blocking::{Client, Transport};
use generated::support::{Error, Upload};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::new(ureq::Agent::new_with_defaults(), "https://graph.microsoft.com/v1.0")
        .token(&env::var("GRAPH_TOKEN")?);
    let (item, path) = (env::args().nth(1).ok_or("which item?")?, env::args().nth(2).ok_or("which file?")?);
    let stored = replace(&client, &item, fs::File::open(path)?)?;
    println!("{} bytes", stored.size.unwrap_or_default());
    Ok(())
}

/// Replaces the content of an item.
fn replace<T: Transport>(
    client: &Client<T>,
    item: &str,
    mut file: impl Read + Seek,
) -> Result<DriveItem, Box<dyn std::error::Error>> {
    let length = file.seek(SeekFrom::End(0))?;
    let session = client.send(&drive_item::create_upload_session(item, None))?;
    let mut upload = Upload::new(session.upload_url.ok_or("the session has no address")?, length);
    match client.upload(&mut upload, &mut file) {
        // The service has the parts so far: the same upload sends the rest.
        Err(Error::Transport(_)) => Ok(client.upload(&mut upload, &mut file)?),
        done => Ok(done?),
    }
}

#[test]
fn it_runs_against_answers() {
    use generated::support::TransportError;
    use generated::support::client::{Limits, Retry};

    struct Service;

    impl Transport for Service {
        fn send(
            &self,
            request: http::Request<Vec<u8>>,
            _: Limits,
        ) -> Result<http::Response<Vec<u8>>, TransportError> {
            let (method, path) = (request.method().as_str(), request.uri().path());
            let body = match (method, path) {
                ("POST", _) => r#"{"uploadUrl":"https://files.example/session"}"#,
                ("PUT", "/session") if request.headers().contains_key("authorization") => "a token",
                ("PUT", "/session") => r#"{"id":"1","size":5}"#,
                _ => return Err(TransportError::new("nobody is there")),
            };
            Ok(http::Response::new(body.into()))
        }
    }

    let client = Client::new(Service, "https://graph.microsoft.com/v1.0").token("secret").retry(Retry::never());
    let stored = replace(&client, "item", std::io::Cursor::new(b"bytes")).unwrap();
    assert_eq!(stored.size, Some(5));
}
