//! Bodies of several parts, and mail as it is sent.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::Content;

/// A body of several parts, each with a name and a type (`multipart/form-data`): a page of notes with its pictures.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # fn example(bytes: Vec<u8>) {
/// let page = Multipart::new()
///     .part("Presentation", Content::new("text/html", "<img src=\"name:photo\">"))
///     .part("photo", Content::new("image/jpeg", bytes));
/// let call = page::create("section-3", page.content()); // a function of your API
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Multipart {
    parts: Vec<(String, Content)>,
}

impl Multipart {
    /// A body without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a part.
    pub fn part(mut self, name: impl Into<String>, content: Content) -> Self {
        self.parts.push((name.into(), content));
        self
    }

    /// The body, with a boundary that is in none of the parts.
    pub fn content(&self) -> Content {
        let boundary = self.boundary();
        let mut bytes = Vec::new();
        for (name, content) in &self.parts {
            let (name, content_type) = (escaped(name), content.content_type.replace(['\r', '\n'], " "));
            let head = format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: {content_type}\r\n\r\n"
            );
            bytes.extend_from_slice(head.as_bytes());
            bytes.extend_from_slice(&content.bytes);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        Content::new(format!("multipart/form-data; boundary={boundary}"), bytes)
    }

    fn boundary(&self) -> String {
        let mut number = 0_u64;
        loop {
            let boundary = format!("part-boundary-{number}");
            let is_in = |(_, content): &(String, Content)| {
                content.bytes.windows(boundary.len()).any(|at| at == boundary.as_bytes())
            };
            if !self.parts.iter().any(is_in) {
                return boundary;
            }
            number += 1;
        }
    }
}

/// A name in quotes, as HTML's forms write it.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

impl Content {
    /// Mail as mail programs have it (MIME), which services take in base64 as a plain text:
    ///
    /// ```no_run
    /// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
    /// # use library::*;
    /// # fn example(mail: &[u8], body: Json) {
    /// let call = reader::send_mail("ada@example.com", &body).sending(Content::mime_mail(mail));
    /// # }
    /// ```
    pub fn mime_mail(mail: impl AsRef<[u8]>) -> Self {
        Self::new("text/plain", BASE64_STANDARD.encode(mail))
    }
}
