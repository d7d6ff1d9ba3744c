//! The forms that messages take in code blocks.

use super::{Body, Header, Message, Method, header_line, read, request_line};
use crate::diagnostic::{Code, Diagnostics};
use crate::source::{Excerpt, FileId};

fn read_all(text: &str) -> (Vec<String>, Vec<Code>) {
    let mut diagnostics = Diagnostics::default();
    let messages = read(&Excerpt::whole(text, FileId::default(), 0), &mut diagnostics);
    let codes = diagnostics.into_sorted().into_iter().map(|diagnostic| diagnostic.code).collect();
    (messages.iter().map(describe).collect(), codes)
}

fn describe(message: &Message) -> String {
    let headers = |headers: &[Header]| -> String {
        headers.iter().map(|header| format!(" {}={}", header.name.value, header.value)).collect()
    };
    let body = |body: &Body| match body {
        Body::Empty => String::new(),
        Body::Json(value) => format!(" json {value}"),
        Body::Text(text) => format!(" text {:?}", text.value),
    };
    match message {
        Message::Request(r) => {
            format!("{} {}{}{}", r.method.value, r.url.value, headers(&r.headers), body(&r.body))
        }
        Message::Response(r) => format!("{}{}{}", r.status.value, headers(&r.headers), body(&r.body)),
        Message::Body(b) => format!("bare{}", body(b)),
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str], codes: &[Code]) {
    let (messages, found) = read_all(text);
    assert_eq!(
        (messages.iter().map(String::as_str).collect::<Vec<_>>(), found),
        (expected.to_vec(), codes.to_vec())
    );
}

#[test]
fn request_lines() {
    check("GET /me", &["GET /me"], &[]);
    check(
        "\nGET https://x.example/a?$filter=b eq 'c' HTTP/1.1\n",
        &["GET https://x.example/a?$filter=b eq 'c'"],
        &[],
    );
    check("POST somePrefix/a({id})\n", &["POST somePrefix/a({id})"], &[]);
    check("DELETE/a/{id}", &["DELETE /a/{id}"], &[]);
    check("post /a", &["POST /a"], &[]);
    for text in ["Get the user", "POST the message", "GETTING /a", "get me", "GET", ""] {
        check(text, &[], &[]);
    }
    assert_eq!(
        request_line("[201] PUT /a").map(|line| (line.method, line.address)),
        Some((Method::Put, 10..12))
    );
    assert_eq!(request_line("[2019] PUT /a"), None);
    assert_eq!(request_line(" PUT  /a ").map(|line| (line.method, line.address)), Some((Method::Put, 6..8)));
}

#[test]
fn status_lines() {
    for text in
        ["HTTP/1.1 200 OK", "HTTP/2 200", "HTTP 200 Success", "HTTP code: 200 OK", "http/1.1 200", "200 OK"]
    {
        check(text, &["200"], &[]);
    }
    for text in ["HTTP/1.1 OK", "HTTP 2000", "HTTP 99", "HTTPS 200", "HTTP", "200", "200 x: y"] {
        check(text, &[], &[]);
    }
}

#[test]
fn headers_stand_with_or_without_a_blank_line_around_them() {
    let expected = ["POST /a Content-type=application/json json {\"b\":1}"];
    check("POST /a\nContent-type: application/json\n\n{\"b\": 1}", &expected, &[]);
    check("POST /a\n\nContent-type: application/json\n\n{\"b\": 1}", &expected, &[]);
    check("POST /a\r\nContent-type: application/json\r\n{\"b\": 1}\r\n", &expected, &[]);
    check(
        "POST /a\nPrefer x\nContent-type: application/json\n\n{\"b\": 1}",
        &expected,
        &[Code::MalformedHttp],
    );
    assert_eq!(header_line("https://x.example"), None);
    assert_eq!(header_line(" A-b : c:d "), Some((1..4, "c:d")));
}

#[test]
fn several_messages_in_one_block() {
    check("GET /a\nGET /b\n\nGET /c\nPrefer: x\n", &["GET /a", "GET /b", "GET /c Prefer=x"], &[]);
    check("POST /a\n{\"b\": 1}\n\nHTTP/1.1 204 No Content", &["POST /a json {\"b\":1}", "204"], &[]);
    check(
        "POST /a\n\n{\"b\": \"\nGET /c\n\"}",
        &["POST /a json {\"b\":\"\\nGET /c\\n\"}"],
        &[Code::RepairedJson],
    );
    let batch = "POST /$batch\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nGET /b\n--x--";
    check(
        batch,
        &["POST /$batch Content-Type=multipart/mixed; boundary=x text \"--x\\n\\nGET /b\\n--x--\""],
        &[],
    );
}

#[test]
fn bodies_are_what_they_look_like() {
    let body = |kind: &str, body: &str| read_all(&format!("HTTP/1.1 200 OK\nContent-type: {kind}\n\n{body}"));
    let cases = [
        ("text/plain", "a,b\n1,2", "text \"a,b\\n1,2\"", None),
        ("application/zip", "[Zip file]", "text \"[Zip file]\"", None),
        ("application/octet-stream", "{raw bytes}", "text \"{raw bytes}\"", None),
        ("application/json", "{a: 1 2}", "text \"{a: 1 2}\"", Some(Code::UnreadableJson)),
        ("application/json", "[ ]", "json []", None),
        ("application/json", "<bytes>", "text \"<bytes>\"", None),
        ("Application/Json", "true", "json true", None),
        ("application/json", "\"a\": 1 }", "text \"\\\"a\\\": 1 }\"", Some(Code::UnreadableJson)),
        ("image/jpeg", "{\"a\": 1,}", "json {\"a\":1}", Some(Code::RepairedJson)),
    ];
    for (kind, text, expected, code) in cases {
        let (messages, codes) = body(kind, text);
        assert_eq!(messages, [format!("200 Content-type={kind} {expected}")]);
        assert_eq!(codes, Vec::from_iter(code));
    }
}

#[test]
fn bare_json_and_other_text() {
    check("{\"a\": 1}", &["bare json {\"a\":1}"], &[]);
    check("{\"a\": 1}\n\nHTTP/1.1 204", &["bare json {\"a\":1}", "204"], &[]);
    check("{\"a\": }", &["bare text \"{\\\"a\\\": }\""], &[Code::UnreadableJson]);
    check("var x = 1;", &[], &[]);
    check("\n\n", &[], &[]);
}

#[test]
fn an_address_may_stand_below_its_method() {
    check("GET\n  /loans/7\nAccept: text/plain", &["GET /loans/7 Accept=text/plain"], &[]);
    check("GET\nAccept: text/plain", &[], &[]);
}
