//! An HTTP server on loopback that answers what it is told, connection by connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What the server does with a connection.
#[derive(Clone)]
pub(super) enum Answer {
    /// Sends these bytes and closes.
    Bytes(String),
    /// Reads the request and closes.
    Nothing,
    /// Reads nothing, for half a second.
    Deaf,
    /// Waits for the other side to go.
    Silence,
    /// Sends these bytes and then no more, until the other side goes.
    Stall(String),
    /// Sends these bytes, and then a digit every 20 milliseconds, this many times.
    Trickle(String, usize),
}

impl Answer {
    /// An answer with a status line such as `200 OK`.
    pub(super) fn new(status: &str, headers: &[(&str, &str)], body: &str) -> Self {
        let mut bytes = format!("HTTP/1.1 {status}\r\nConnection: close\r\n");
        for (name, value) in headers {
            bytes.push_str(&format!("{name}: {value}\r\n"));
        }
        bytes.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        Self::Bytes(bytes)
    }

    pub(super) fn json(body: &str) -> Self {
        Self::new("200 OK", &[("Content-Type", "application/json")], body)
    }
}

/// The server, with what it was asked.
pub(super) struct Server {
    /// `http://127.0.0.1:PORT`.
    pub(super) origin: String,
    requests: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers as many requests as there are answers.
    pub(super) fn new(answers: Vec<Answer>) -> Self {
        Self::with(|_| answers)
    }

    /// The same for answers that say where the server is.
    pub(super) fn with(answers: impl FnOnce(&str) -> Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let answers = answers(&origin);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let asked = Arc::clone(&requests);
        let stop = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&stop);
        #[expect(clippy::disallowed_methods, reason = "a test is no WebAssembly")]
        let thread = thread::spawn(move || {
            for answer in answers {
                // Some clients connect to be ready, and ask nothing.
                loop {
                    let Ok((connection, _)) = listener.accept() else { return };
                    if over.load(Ordering::Acquire) {
                        return;
                    }
                    if serve(connection, &answer, &asked) {
                        break;
                    }
                }
            }
        });
        Self { origin, requests, stop, thread: Some(thread) }
    }

    /// The requests so far, each as its head and its body.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The values of a header in the requests so far; an empty one where a request has none.
    pub(super) fn header(&self, name: &str) -> Vec<String> {
        let value = |request: &String| {
            let mut lines = request.lines().filter_map(|line| line.split_once(": "));
            let found = lines.find(|(header, _)| header.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.to_owned()).unwrap_or_default()
        };
        self.requests().iter().map(value).collect()
    }
}

impl Drop for Server {
    /// Whoever waits for a connection that does not come gets one.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        if let Some(thread) = self.thread.take() {
            while !thread.is_finished() {
                let _ = TcpStream::connect(self.origin.trim_start_matches("http://"));
                // A queue that is full would hold up the next one.
                #[expect(clippy::disallowed_methods, reason = "a test is no WebAssembly")]
                thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

/// Answers a request; says whether there was one.
fn serve(mut connection: TcpStream, answer: &Answer, asked: &Mutex<Vec<String>>) -> bool {
    if matches!(answer, Answer::Deaf) {
        #[expect(clippy::disallowed_methods, reason = "a test is no WebAssembly")]
        thread::sleep(Duration::from_millis(500));
        return true;
    }
    connection.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let mut reader = BufReader::new(connection.try_clone().unwrap());
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        match reader.read_line(&mut head) {
            Ok(0) | Err(_) => return false,
            Ok(_) => {}
        }
    }
    let length = head.lines().filter_map(|line| line.split_once(": ")).find_map(|(name, value)| {
        name.eq_ignore_ascii_case("content-length").then(|| value.parse().unwrap_or_default())
    });
    let mut body = vec![0; length.unwrap_or(0)];
    if reader.read_exact(&mut body).is_err() {
        return false;
    }
    asked.lock().unwrap().push(head + &String::from_utf8_lossy(&body));
    match answer {
        Answer::Bytes(bytes) => {
            let _ = connection.write_all(bytes.as_bytes());
        }
        Answer::Nothing | Answer::Deaf => {}
        Answer::Stall(bytes) => {
            let _ = connection.write_all(bytes.as_bytes());
            drop(reader.read_to_end(&mut Vec::new()));
        }
        Answer::Trickle(bytes, times) => {
            let mut sent = connection.write_all(bytes.as_bytes());
            for _ in 0..*times {
                #[expect(clippy::disallowed_methods, reason = "a test is no WebAssembly")]
                thread::sleep(Duration::from_millis(20));
                sent = sent.and_then(|()| connection.write_all(b"1"));
            }
        }
        Answer::Silence => drop(reader.read_to_end(&mut Vec::new())),
    }
    true
}
