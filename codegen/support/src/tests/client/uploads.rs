//! Uploads that are interrupted.

use std::io::Cursor;
use std::time::Duration;

use super::canned::{Canned, run};
use super::{Answer, BACKENDS, Server, Setup};
use crate::sample::Payment;
use crate::support::client::{Client, Retry, blocking};
use crate::support::{Error, Receipt, Upload};

const BYTES: &[u8] = b"0123456789";
const SESSION: &str = "https://files.example/session";

fn upload() -> Upload {
    Upload::new(SESSION, BYTES.len() as u64).part_size(4)
}

/// The method and the range or nothing of each request.
fn content_ranges(transport: &Canned) -> Vec<String> {
    let content_range = |request: &http::Request<Vec<u8>>| {
        assert!(!request.headers().contains_key("authorization"), "the token stays here");
        let range = request.headers().get("content-range").map(|range| range.to_str().unwrap());
        format!("{} {}", request.method(), range.unwrap_or_default())
    };
    transport.requests().iter().map(content_range).collect()
}

fn client(transport: &Canned) -> blocking::Client<Canned> {
    let retry = Retry::default().first_wait(Duration::from_millis(1));
    blocking::Client::new(transport.clone(), "https://host").token("secret").retry(retry)
}

#[test]
fn a_file_arrives_whole() {
    let answers = || {
        Canned::new([(202, "{}"), (202, r#"{"nextExpectedRanges":["8-9"]}"#), (201, r#"{"comment":"c"}"#)])
    };
    let ranges = ["PUT bytes 0-3/10", "PUT bytes 4-7/10", "PUT bytes 8-9/10"];
    let transport = answers();
    let made: Payment = client(&transport).upload(&mut upload(), Cursor::new(BYTES)).unwrap();
    assert_eq!(
        (made.comment.as_deref(), content_ranges(&transport)),
        (Some("c"), ranges.map(str::to_owned).to_vec())
    );
    let sent: Vec<Vec<u8>> = transport.requests().into_iter().map(|request| request.into_body()).collect();
    assert_eq!(sent.concat(), BYTES);
    let transport = answers();
    let client = Client::new(transport.clone(), "https://host").token("secret");
    let made: Payment = run(client.upload(&mut upload(), Cursor::new(BYTES))).unwrap();
    assert_eq!(
        (made.comment.as_deref(), content_ranges(&transport)),
        (Some("c"), ranges.map(str::to_owned).to_vec())
    );
}

#[test]
fn a_service_may_answer_each_part_with_the_session() {
    // As Outlook does, which in the end says only where the attachment is.
    let first = r#"{"expirationDateTime":"2030-01-01T00:00:00Z","nextExpectedRanges":["4"]}"#;
    let answers = || Canned::new([(200, first), (200, r#"{"NextExpectedRanges":["8"]}"#), (201, "")]);
    let ranges = ["PUT bytes 0-3/10", "PUT bytes 4-7/10", "PUT bytes 8-9/10"];
    let transport = answers();
    let _: Receipt = client(&transport).upload(&mut upload(), Cursor::new(BYTES)).unwrap();
    assert_eq!(content_ranges(&transport), ranges);
    let transport = answers();
    let none: Result<Payment, Error> = client(&transport).upload(&mut upload(), Cursor::new(BYTES));
    assert!(matches!(none, Err(Error::Empty(empty)) if empty.is_done()));
    // What has the whole file expects nothing more.
    let transport = Canned::new([(200, r#"{"comment":"c","nextExpectedRanges":["10-"]}"#)]);
    let whole = upload().part_size(10);
    let made: Payment = client(&transport).upload(&mut { whole }, Cursor::new(BYTES)).unwrap();
    assert_eq!(made.comment.as_deref(), Some("c"));
}

#[test]
fn after_an_interruption_the_service_is_asked_what_it_has() {
    for interruption in [(503, ""), (500, ""), (416, "")] {
        let expects = (200, r#"{"nextExpectedRanges":["2-"]}"#);
        let transport =
            Canned::new([(202, "{}"), interruption, expects, (202, "{}"), (201, r#"{"comment":"c"}"#)]);
        let _: Payment = client(&transport).upload(&mut upload(), Cursor::new(BYTES)).unwrap();
        let ranges = ["PUT bytes 0-3/10", "PUT bytes 4-7/10", "GET ", "PUT bytes 2-5/10", "PUT bytes 6-9/10"];
        assert_eq!(content_ranges(&transport), ranges, "{interruption:?}");
    }
}

#[test]
fn an_upload_that_failed_goes_on_another_time() {
    let transport = Canned::new([(202, "{}"), (404, r#"{"error":{"code":"itemNotFound"}}"#)]);
    let mut upload = upload();
    let failed: Result<Payment, Error> = client(&transport).upload(&mut upload, Cursor::new(BYTES));
    assert!(matches!(failed, Err(Error::Service(_))));
    assert_eq!(upload.part(), 4..8);
    let transport = Canned::new([(202, "{}"), (201, "{}")]);
    let _: Payment = client(&transport).upload(&mut upload, Cursor::new(BYTES)).unwrap();
    assert_eq!(content_ranges(&transport), ["PUT bytes 4-7/10", "PUT bytes 8-9/10"]);
    // A file that is shorter than was said is not filled up.
    let short: Result<Payment, Error> =
        client(&Canned::new([])).upload(&mut Upload::new(SESSION, 11), Cursor::new(BYTES));
    assert!(short.unwrap_err().to_string().contains("shorter"));
}

#[test]
fn parts_go_over_each_http_client() {
    for backend in BACKENDS {
        let done = Answer::new("201 Created", &[], r#"{"comment":"c"}"#);
        let server = Server::new(vec![
            Answer::new("202 Accepted", &[], "{}"),
            Answer::Nothing,
            Answer::json(r#"{"nextExpectedRanges":["4-"]}"#),
            done,
        ]);
        let setup = Setup { tokens: &["secret"], ..Setup::new("http://127.0.0.1:1") };
        let mut upload = Upload::new(format!("{}/session", server.origin), 10).part_size(6);
        let made = (backend.upload)(&setup, &mut upload, BYTES).unwrap();
        assert_eq!(made.raw(), r#"{"comment":"c"}"#, "{}", backend.name);
        assert_eq!(
            server.header("content-range"),
            ["bytes 0-5/10", "bytes 6-9/10", "", "bytes 4-9/10"],
            "{}",
            backend.name
        );
        assert_eq!(server.header("authorization"), ["", "", "", ""]);
        assert!(server.requests()[3].ends_with("\r\n\r\n456789"));
    }
}

#[test]
fn a_file_elsewhere_is_read_without_the_token() {
    for backend in BACKENDS {
        let server = Server::new(vec![Answer::new("200 OK", &[], "content")]);
        let setup = Setup { tokens: &["secret"], ..Setup::new("http://127.0.0.1:1") };
        let bytes = (backend.download_from)(&setup, &format!("{}/file", server.origin)).unwrap();
        assert_eq!(
            (bytes.as_slice(), server.header("authorization")),
            (b"content".as_slice(), vec![String::new()])
        );
    }
}

#[test]
fn a_service_that_takes_nothing_is_left_alone() {
    let stuck = (202, r#"{"nextExpectedRanges":["0-"]}"#);
    let transport = Canned::new([stuck; 9]);
    let failed: Result<Payment, Error> = client(&transport).upload(&mut upload(), Cursor::new(BYTES));
    assert!(failed.unwrap_err().to_string().ends_with("asks for the same part of the file again and again"));
    assert_eq!(transport.requests().len(), 3);
}
