//! Files in parts, and bodies of parts.

use http::Response;

use crate::sample::Payment;
use crate::support::{Content, Error, Json, Method, Multipart, Request, Upload};

fn response(status: u16, body: &str) -> Response<Vec<u8>> {
    Response::builder().status(status).body(body.into()).unwrap()
}

#[test]
fn a_file_goes_part_by_part() {
    let mut upload = Upload::new("https://files.example/s?secret=1", 10).part_size(4);
    let mut ranges = Vec::new();
    for body in [r#"{"nextExpectedRanges":["4-9"]}"#, "{}", ""] {
        let request = upload.request(vec![0; (upload.part().end - upload.part().start) as usize]).unwrap();
        assert_eq!((request.method(), request.uri().host()), (&Method::PUT, Some("files.example")));
        assert!(!request.headers().contains_key("authorization"));
        ranges.push(request.headers()["content-range"].to_str().unwrap().to_owned());
        assert_eq!(request.headers()["content-type"], "application/octet-stream");
        assert_eq!(request.headers()["content-length"], request.body().len().to_string().as_str());
        let (status, body) = if body.is_empty() { (201, r#"{"comment":"c"}"#) } else { (202, body) };
        if let Some(made) = upload.answered::<Payment, _>(response(status, body)).unwrap() {
            assert_eq!((made.comment.as_deref(), upload.part()), (Some("c"), 10..10));
        }
    }
    assert_eq!(ranges, ["bytes 0-3/10", "bytes 4-7/10", "bytes 8-9/10"]);
    assert!(!format!("{upload:?}").contains("secret"));
}

#[test]
fn the_service_says_what_it_lacks() {
    let mut upload = Upload::new("https://files.example/s", 10).part_size(4);
    assert_eq!(
        (upload.status().unwrap().method(), upload.cancel().unwrap().method()),
        (&Method::GET, &Method::DELETE)
    );
    upload.resumed(response(200, r#"{"nextExpectedRanges":["6-7","9-"]}"#)).unwrap();
    assert_eq!(upload.part(), 6..10);
    for list in [r#"["3"]"#, r#""3""#, "[3]", "3", r#"["3-5"]"#] {
        upload.resumed(response(200, &format!(r#"{{"nextExpectedRanges":{list}}}"#))).unwrap();
        assert_eq!(upload.part(), 3..7, "{list}");
    }
    upload.resumed(response(200, r#"{"nextExpectedRanges":["99-"]}"#)).unwrap();
    assert_eq!(upload.part(), 10..10);
    assert!(matches!(upload.resumed(response(404, "")), Err(Error::Service(_))));
    let failed = upload.answered::<Json, _>(response(409, r#"{"error":{"code":"nameAlreadyExists"}}"#));
    assert!(
        matches!(failed, Err(Error::Service(error)) if error.code.as_deref() == Some("nameAlreadyExists"))
    );
    // An empty file has no range.
    let empty = Upload::new("https://files.example/s", 0).request(Vec::new()).unwrap();
    assert!(!empty.headers().contains_key("content-range") && empty.headers()["content-length"] == "0");
    assert!(matches!(Upload::new("a b", 1).status(), Err(Error::Http(_))));
}

#[test]
fn a_body_of_parts_has_a_boundary_of_its_own() {
    let body = Multipart::new()
        .part("Presentation", Content::new("text/html", "<p>part-boundary-0</p>"))
        .part("a\"b\r\n", Content::new("image/png\r\nx: y", vec![0, 255]))
        .content();
    assert_eq!(body.content_type, "multipart/form-data; boundary=part-boundary-1");
    let wanted = [
        b"--part-boundary-1\r\nContent-Disposition: form-data; name=\"Presentation\"\r\nContent-Type: text/html\r\n\r\n<p>part-boundary-0</p>\r\n\
          --part-boundary-1\r\nContent-Disposition: form-data; name=\"a%22b%0D%0A\"\r\nContent-Type: image/png  x: y\r\n\r\n".as_slice(),
        &[0, 255],
        b"\r\n--part-boundary-1--\r\n",
    ];
    assert_eq!(body.bytes, wanted.concat());
}

#[test]
fn mail_goes_in_base64() {
    let payment = Payment::default();
    let call = Request::<_, ()>::new(Method::POST, "/me/sendMail", &[], &payment);
    let http = call.sending(Content::mime_mail("To: a@b\r\n\r\nhi")).to_http("https://host").unwrap();
    assert_eq!(
        (http.headers()["content-type"].to_str().unwrap(), http.body().as_slice()),
        ("text/plain", b"VG86IGFAYg0KDQpoaQ==".as_slice())
    );
}
