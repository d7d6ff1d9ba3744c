//! Code blocks with the annotation that says what they are, and with the part of the page that they stand in.

use std::borrow::Cow;

use crate::diagnostic::Diagnostics;
use crate::http::{header_line, starts_request};
use crate::markdown::{BlockKind, ParagraphKind};
use crate::page::outline::{self, Passage, Topic};
use crate::page::{Annotation, annotation, request_lines, type_label, wording};
use crate::source::{Excerpt, Span, Spanned};

/// A code block.
#[derive(Clone, Debug)]
pub(super) struct Fence<'a> {
    /// The language, in lower case.
    pub(super) language: String,
    /// The code; what stands on the opening line belongs to it if it is a request.
    pub(super) body: Cow<'a, Excerpt>,
    pub(super) annotation: Option<Annotation>,
    pub(super) topic: Topic,
    /// What the last label before it says it is.
    pub(super) label: Option<Label>,
    /// The status of failure that the paragraph before it names, in a section on the answer.
    pub(super) failure: Option<Spanned<u16>>,
    /// The passage that it stands in.
    pub(super) passage: usize,
    pub(super) span: Span,
}

/// A heading or a line in bold that announces the next examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Request,
    Response,
}

/// The code blocks of a page, and annotations that no code block follows.
pub(super) struct Fences<'a> {
    pub(super) list: Vec<Fence<'a>>,
    pub(super) unbound: Vec<Annotation>,
}

/// Reads all code blocks, in order, and the annotations before them.
pub(super) fn read<'a>(passages: &[Passage<'a>], diagnostics: &mut Diagnostics) -> Fences<'a> {
    let mut fences = Fences { list: Vec::new(), unbound: Vec::new() };
    for (index, passage) in passages.iter().enumerate() {
        let mut pending = Pending::default();
        let mut label = passage.heading.and_then(|heading| label(&heading.plain()));
        let mut before = None;
        for block in passage.blocks {
            match &block.kind {
                BlockKind::Comment(inside) => {
                    if let Some(annotation) = annotation::read(inside, diagnostics) {
                        fences.unbound.extend(pending.set(annotation));
                    }
                }
                BlockKind::Code { info, body } => {
                    let (language, body) = with_opening_line(info, body);
                    let (named, body) = match passage.topic {
                        Topic::Properties | Topic::Representation => type_label::split(body),
                        _ => (None, body),
                    };
                    fences.list.push(Fence {
                        language,
                        body,
                        annotation: pending.annotation.take().or(named),
                        topic: passage.topic,
                        label,
                        failure: before
                            .take()
                            .filter(|_| passage.topic == Topic::Response)
                            .and_then(wording::failure),
                        passage: index,
                        span: block.span,
                    });
                }
                BlockKind::Paragraph { text, place } => {
                    before = Some(text);
                    label = text.strongs().first().and_then(|strong| self::label(strong)).or(label);
                    // A note or a list in between counts as a paragraph.
                    fences.unbound.extend(pending.pass_paragraph(*place));
                }
                BlockKind::Table(_) | BlockKind::Heading { .. } => {
                    fences.unbound.extend(pending.annotation.take());
                }
                BlockKind::Tab { .. } | BlockKind::Rule | BlockKind::Include(_) => {}
            }
        }
        fences.unbound.extend(pending.annotation);
    }
    fences
}

/// The language and the code, whose first line may stand behind the language: ```` ```http GET /loans ````.
fn with_opening_line<'a>(info: &Excerpt, body: &'a Excerpt) -> (String, Cow<'a, Excerpt>) {
    let text = &info.text;
    let behind =
        text.find(char::is_whitespace).map_or(text.len(), |end| text.len() - text[end..].trim_start().len());
    let Some(start) = [0, behind].into_iter().find(|start| starts_request(&text[*start..])) else {
        return (text.to_ascii_lowercase(), Cow::Borrowed(body));
    };
    let mut code = info.part(start..text.len());
    let end = code.span(text.len() - start..text.len() - start).end();
    code.append(Excerpt::whole("\n", info.file, end));
    code.append(body.clone());
    (text[..start].trim_end().to_ascii_lowercase(), Cow::Owned(code))
}

/// An annotation that waits for its code block.
#[derive(Default)]
struct Pending {
    annotation: Option<Annotation>,
    paragraphs: usize,
}

impl Pending {
    /// Takes a new annotation; gives the one that it displaces.
    fn set(&mut self, annotation: Annotation) -> Option<Annotation> {
        self.paragraphs = 0;
        self.annotation.replace(annotation)
    }

    /// One paragraph may stand between an annotation and its code block, not two.
    fn pass_paragraph(&mut self, place: ParagraphKind) -> Option<Annotation> {
        self.paragraphs += usize::from(place == ParagraphKind::Body);
        if self.paragraphs > 1 { self.annotation.take() } else { None }
    }
}

/// `Request`, `Request 2`, `Response:`, `Example request`, `Successful response`.
pub(super) fn label(text: &str) -> Option<Label> {
    let text = outline::without_number(text.trim()).to_ascii_lowercase();
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let first = words.next()?;
    let word = if ["example", "sample"].contains(&first) { words.next()? } else { first };
    match word {
        "request" => Some(Label::Request),
        "response" => Some(Label::Response),
        _ => words.next_back().filter(|last| *last == "response").map(|_| Label::Response),
    }
}

impl Fence<'_> {
    pub(super) fn block_type(&self) -> &str {
        self.annotation.as_ref().map_or("", |annotation| &annotation.block_type)
    }

    /// Whether it is annotated as a representation, or stands below that heading.
    pub(super) fn is_representation(&self) -> bool {
        match self.block_type() {
            "resource" => true,
            "request" | "response" | "example" | "samples" => false,
            _ => self.topic == Topic::Representation && self.role() == Role::Json,
        }
    }

    /// Whether the language leaves open that this is HTTP or JSON.
    pub(super) fn may_be_http(&self) -> bool {
        let language = self.language.split([' ', ',', '{']).next().unwrap_or_default();
        [
            "",
            "http",
            "https",
            "json",
            "jsonc",
            "json5",
            "rest",
            "text",
            "txt",
            "plaintext",
            "msgraph",
            "msgraph-interactive",
        ]
        .contains(&language)
    }

    /// Whether the address of the first request line stands in the next line.
    fn has_address_below(&self) -> bool {
        let first = request_lines::read(&self.body.text).into_iter().next();
        first.and_then(|line| line.request).is_some_and(|request| !request.address.is_empty())
    }

    /// What the first line that is not blank says the code is.
    pub(super) fn role(&self) -> Role {
        let mut lines = self.body.text.lines().map(str::trim).filter(|line| !line.is_empty());
        // Headers may stand in front of the request that they belong to.
        let request =
            lines.clone().find(|line| header_line(line).is_none()).filter(|line| starts_request(line));
        let Some(line) = request.or_else(|| lines.next()) else { return Role::Nothing };
        let word = line.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let is_method = || METHODS.contains(&word) && (line.len() > word.len() || self.has_address_below());
        if starts_request(line) || is_method() {
            Role::Request
        } else if word == "HTTP" {
            Role::Response
        } else if line.starts_with(['{', '[']) && self.may_be_http() {
            Role::Json
        } else {
            Role::Nothing
        }
    }
}

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// What a code block holds, by its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Request,
    Response,
    Json,
    Nothing,
}
