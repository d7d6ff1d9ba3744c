//! The page cut at its headings, each piece with the topic that its heading names.

use crate::http::starts_request;
use crate::markdown::{Block, BlockKind};
use crate::source::{Span, Spanned};
use crate::text::RichText;

/// A heading with the blocks up to the next heading of any level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'a> {
    /// None before the first heading.
    pub(super) heading: Option<&'a RichText>,
    /// The heading's; 0 where there is none.
    pub(super) level: u8,
    pub(super) topic: Topic,
    pub(super) blocks: &'a [Block],
    /// The heading, or the first block where there is none.
    pub(super) span: Span,
}

/// What a part of a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// Before the first section.
    Introduction,
    Permissions,
    HttpRequest,
    RequestHeaders,
    QueryParameters,
    FunctionParameters,
    /// Path parameters, and parameters of which the heading does not say what kind they are.
    Parameters,
    RequestBody,
    Response,
    Example,
    Properties,
    Relationships,
    Methods,
    Representation,
    Members,
    /// What to know besides: limits, advice.
    Remarks,
    /// The inside of something that the page mentions, such as the properties of a policy's definition.
    Detail,
    Other,
}

impl Topic {
    /// Whether this is about what one call sends or answers.
    pub(super) fn is_about_call(self) -> bool {
        use Topic::{
            FunctionParameters, HttpRequest, Parameters, QueryParameters, RequestBody, RequestHeaders,
            Response,
        };
        matches!(
            self,
            FunctionParameters
                | HttpRequest
                | Parameters
                | QueryParameters
                | RequestBody
                | RequestHeaders
                | Response
        )
    }
}

/// Cuts the page at its headings.
pub(super) fn passages(blocks: &[Block]) -> Vec<Passage<'_>> {
    let mut passages = Vec::new();
    // The headings that the current one stands below.
    let mut above: Vec<(u8, Topic)> = Vec::new();
    let mut start = 0;
    let mut current = Head { heading: None, level: 0, topic: Topic::Introduction };
    for (at, block) in blocks.iter().enumerate() {
        let BlockKind::Heading { level, text, .. } = &block.kind else { continue };
        passages.push(current.passage(&blocks[start..at]));
        while above.last().is_some_and(|(other, _)| other >= level) {
            above.pop();
        }
        let outer = above.last().map(|(_, topic)| *topic);
        let (heading, behind) = (text.plain(), &blocks[at + 1..]);
        let topic = match topic(&heading, *level, outer) {
            _ if is_title(*level, current.heading, behind) => Topic::Introduction,
            Topic::Example if outer != Some(Topic::Example) && is_request(&heading, *level, behind) => {
                Topic::HttpRequest
            }
            Topic::Other if is_address(&heading) && below(*level, behind).any(holds_request) => {
                Topic::HttpRequest
            }
            topic => topic,
        };
        above.push((*level, topic));
        current = Head { heading: Some(text), level: *level, topic };
        start = at + 1;
    }
    passages.push(current.passage(&blocks[start..]));
    passages
}

/// Whether a heading is the page's title, whatever it names: the first one, with sections below it.
fn is_title(level: u8, before: Option<&RichText>, behind: &[Block]) -> bool {
    let is_below = |block: &Block| matches!(block.kind, BlockKind::Heading { level: 2.., .. });
    level == 1 && before.is_none() && behind.iter().any(is_below)
}

/// Whether a heading that only says `Request` is that of the call and not of an example: sections below it tell of the call's
/// address, headers, parameters or body, and one of them has the request.
fn is_request(heading: &str, level: u8, behind: &[Block]) -> bool {
    use Topic::{HttpRequest, Parameters, QueryParameters, RequestBody, RequestHeaders};
    let mut topics = below(level, behind).filter_map(|block| match &block.kind {
        BlockKind::Heading { text, .. } => named(&words(&text.plain())),
        _ => None,
    });
    let is_part =
        |topic| matches!(topic, HttpRequest | Parameters | QueryParameters | RequestBody | RequestHeaders);
    words(heading) == "request" && topics.any(is_part) && below(level, behind).any(holds_request)
}

/// Whether a heading only says that it is about an address, which may be a call's.
fn is_address(heading: &str) -> bool {
    ["uri", "url"].contains(&words(heading).as_str())
}

/// What stands below a heading, up to the next of its level or above.
fn below(level: u8, behind: &[Block]) -> impl Iterator<Item = &Block> {
    let ends =
        move |block: &Block| matches!(block.kind, BlockKind::Heading { level: other, .. } if other <= level);
    behind.iter().take_while(move |block| !ends(block))
}

/// Whether a block has a request: a line of code or of text, or a table of methods and addresses.
fn holds_request(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Code { body, .. } => body.text.lines().any(|line| starts_request(line.trim())),
        BlockKind::Paragraph { text, .. } => starts_request(text.plain().trim()),
        BlockKind::Table(table) => {
            table.header.first().is_some_and(|first| first.plain().trim().eq_ignore_ascii_case("method"))
        }
        _ => false,
    }
}

struct Head<'a> {
    heading: Option<&'a RichText>,
    level: u8,
    topic: Topic,
}

impl<'a> Head<'a> {
    fn passage(&self, blocks: &'a [Block]) -> Passage<'a> {
        let first = self.heading.map(|heading| heading.span).or(blocks.first().map(|block| block.span));
        Passage {
            heading: self.heading,
            level: self.level,
            topic: self.topic,
            blocks,
            span: first.unwrap_or_default(),
        }
    }
}

/// The topic of a heading below another.
fn topic(heading: &str, level: u8, outer: Option<Topic>) -> Topic {
    let named = named(&words(heading));
    match (outer, named) {
        // Nothing below an example describes anything but the example.
        (Some(Topic::Example), _) => Topic::Example,
        // What is shown there is told of what is above.
        (Some(outer @ (Topic::Detail | Topic::QueryParameters)), Some(Topic::Example)) => outer,
        // An answer has headers and a body, too.
        (Some(Topic::Response), Some(Topic::RequestHeaders | Topic::RequestBody))
            if is_of_either(heading) =>
        {
            Topic::Response
        }
        (_, Some(topic)) => topic,
        (_, None) if level == 1 => Topic::Introduction,
        (None | Some(Topic::Introduction), None)
            if tells_of_errors(heading) || words(heading) == "known issues" =>
        {
            Topic::Remarks
        }
        (None | Some(Topic::Introduction), None) => Topic::Other,
        (Some(outer), None) => outer,
    }
}

/// `Errors`, `Error handling`, and not the name of a type.
pub(super) fn tells_of_errors(heading: &str) -> bool {
    let heading = words(heading);
    let heading = heading.strip_prefix("expected ").unwrap_or(&heading);
    let rest = heading.strip_prefix("errors").or_else(|| heading.strip_prefix("error"));
    let is_type = [" type", " resource", " object"].iter().any(|end| heading.ends_with(end));
    rest.is_some_and(|rest| {
        let starts = [" handling", " response", " code", " condition", " message"];
        rest.is_empty() || !is_type && starts.iter().any(|start| rest.starts_with(start))
    })
}

/// Whether a heading is the name of a topic.
pub(super) fn names_topic(heading: &str) -> bool {
    named(&words(heading)).is_some()
}

/// The topic of a section that words in bold name: errors are told of in remarks, but `Note` in bold begins a note, and
/// `Request` is the label of a message.
pub(super) fn section_named(words_in_bold: &str) -> Option<Topic> {
    let words = words(words_in_bold);
    match named(&words) {
        Some(Topic::Remarks) => None,
        Some(Topic::Example) if words.starts_with("request") => None,
        None if tells_of_errors(words_in_bold) => Some(Topic::Remarks),
        topic => topic,
    }
}

/// Whether a heading is about what a call sends as well as about what it answers.
pub(super) fn is_of_either(heading: &str) -> bool {
    ["headers", "body"].contains(&words(heading).as_str())
}

/// What a link to a heading has behind its `#`.
pub(crate) fn anchor(heading: &str) -> String {
    let letters = heading.trim().to_lowercase();
    let letters =
        letters.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    letters.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

/// The heading in lower case, without the number of the section in front of it, and without a version or a remark in parentheses
/// behind it.
fn words(heading: &str) -> String {
    let heading = bare(heading).to_lowercase();
    let end = heading.find('(').filter(|at| *at > 0).unwrap_or(heading.len());
    bare(&heading[..end]).to_owned()
}

/// The heading without the number of the section in front of it, and without a colon behind it.
pub(super) fn bare(heading: &str) -> &str {
    without_number(heading.trim()).trim_end_matches([':', '.', ' ']).trim_end()
}

/// The same of a heading in the text, with its place.
pub(super) fn bare_text(heading: &RichText) -> Spanned<String> {
    Spanned::new(bare(&heading.plain()).to_owned(), heading.span)
}

/// `1.2 Permissions`.
pub(super) fn without_number(heading: &str) -> &str {
    let (number, rest) = heading.split_once(' ').unwrap_or_default();
    let is_number =
        number.contains('.') && number.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if is_number { rest.trim_start() } else { heading }
}

/// The topic that a heading names by itself.
fn named(heading: &str) -> Option<Topic> {
    let is_numbered = |word: &str| {
        let rest = heading.strip_prefix(word);
        rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '#' | ':')))
    };
    let first = heading.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let starts = |words: &str| heading.starts_with(words);
    Some(match first {
        "example" | "examples" | "sample" | "samples" => Topic::Example,
        "http" if starts("http request body") => Topic::RequestBody,
        "http" | "rest" if heading[first.len()..].starts_with(" request") && !heading.contains("header") => {
            Topic::HttpRequest
        }
        "request" | "response" if heading[first.len()..].starts_with(" example") => Topic::Example,
        "request" if ["request url", "request uri", "request syntax"].contains(&heading) => {
            Topic::HttpRequest
        }
        "permission" | "permissions" | "prerequisite" | "prerequisites" => Topic::Permissions,
        "json" if heading == first || starts("json representation") || starts("json schema") => {
            Topic::Representation
        }
        "members" => Topic::Members,
        "methods" | "tasks" | "operations" if heading == first || starts("tasks on ") => Topic::Methods,
        "relationships" | "navigation" => Topic::Relationships,
        "properties" if starts("properties of ") => Topic::Detail,
        "properties" => Topic::Properties,
        "attributes" if heading == first => Topic::Properties,
        "request" if is_numbered("request") => Topic::Example,
        "request" if starts("request body") => Topic::RequestBody,
        "body" if heading == first => Topic::RequestBody,
        "response" if is_numbered("response") || starts("response body") || starts("response propert") => {
            Topic::Response
        }
        "responses" if heading == first => Topic::Response,
        "response" | "return"
            if ["response message", "return message", "return value"].contains(&heading) =>
        {
            Topic::Response
        }
        "http" | "rest" if heading[first.len()..].trim() == "response" => Topic::Response,
        "remark" | "remarks" | "note" | "notes" | "details" | "considerations" | "limitations"
            if heading == first =>
        {
            Topic::Remarks
        }
        _ if heading.ends_with(" limitations") || heading.ends_with(" considerations") => Topic::Remarks,
        "headers" if heading == first => Topic::RequestHeaders,
        _ if heading.contains("request header") => Topic::RequestHeaders,
        _ if ["query parameter", "query string parameter", "query option"]
            .iter()
            .any(|words| heading.contains(words)) =>
        {
            Topic::QueryParameters
        }
        "function" if heading.ends_with("parameters") => Topic::FunctionParameters,
        "path" | "route" | "routing" | "uri" | "request" | "parameters"
            if heading.ends_with("parameters") =>
        {
            Topic::Parameters
        }
        _ if heading.ends_with("uri parameters") || heading.ends_with("uri parameter") => Topic::Parameters,
        "api" if heading.ends_with("description") => Topic::Introduction,
        _ if heading.ends_with(" properties") => Topic::Properties,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_topics_in_every_spelling() {
        let topics = [
            ("HTTP Requests", Topic::HttpRequest),
            ("HTTP request (to upload a new file)", Topic::HttpRequest),
            ("REST Request", Topic::HttpRequest),
            ("REST response", Topic::Response),
            ("Request syntax", Topic::HttpRequest),
            ("Request parameters", Topic::Parameters),
            ("Request body parameters", Topic::RequestBody),
            ("Request example", Topic::Example),
            ("Request headers (v1.0)", Topic::RequestHeaders),
            ("Optional request headers", Topic::RequestHeaders),
            ("OData query parameters", Topic::QueryParameters),
            ("Query string parameters", Topic::QueryParameters),
            ("Prerequisites", Topic::Permissions),
            ("Request body", Topic::RequestBody),
            ("Response ", Topic::Response),
            ("Responses (operation)", Topic::Response),
            ("Response message", Topic::Response),
            ("Return value", Topic::Response),
            ("Function Parameters", Topic::FunctionParameters),
            ("Path parameters", Topic::Parameters),
            ("Route Parameters", Topic::Parameters),
            ("Routing parameters", Topic::Parameters),
            ("Body", Topic::RequestBody),
            ("Request URI parameters", Topic::Parameters),
            ("1.2 Permissions", Topic::Permissions),
            ("1.6.1 Request example", Topic::Example),
            ("API description", Topic::Introduction),
            ("1.1 API method description", Topic::Introduction),
            ("Request 2", Topic::Example),
            ("Example 1: Get an item", Topic::Example),
            ("JSON Representation", Topic::Representation),
            ("JSON", Topic::Representation),
            ("Attributes", Topic::Properties),
            ("Headers", Topic::RequestHeaders),
            ("Navigation", Topic::Relationships),
            ("Common properties", Topic::Properties),
            ("Remarks", Topic::Remarks),
            ("Tasks on a book", Topic::Methods),
            ("Known limitations", Topic::Remarks),
        ];
        for (heading, topic) in topics {
            assert_eq!(named(&words(heading)), Some(topic), "{heading}");
        }
        for heading in ["special notes", "permissiontype values", "response headers", "memberstate values"] {
            assert_eq!(named(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_heading_without_a_topic_has_that_of_the_one_above() {
        assert_eq!(topic("importance values", 3, Some(Topic::Properties)), Topic::Properties);
        assert_eq!(topic("Response", 3, Some(Topic::Example)), Topic::Example);
        assert_eq!(topic("Get the root", 2, Some(Topic::Introduction)), Topic::Other);
        assert_eq!(topic("user resource type", 1, None), Topic::Introduction);
        assert_eq!(topic("Error handling", 2, Some(Topic::Introduction)), Topic::Remarks);
        assert_eq!(topic("Known issues", 2, Some(Topic::Introduction)), Topic::Remarks);
        assert_eq!(topic("Known issues", 3, Some(Topic::QueryParameters)), Topic::QueryParameters);
        assert_eq!(topic("Examples of $orderby", 3, Some(Topic::QueryParameters)), Topic::QueryParameters);
        assert_eq!(topic("Examples", 2, Some(Topic::Introduction)), Topic::Example);
        assert_eq!(topic("ErrorResponse", 2, Some(Topic::Introduction)), Topic::Other);
        assert_eq!(topic("error message resource type", 2, Some(Topic::Introduction)), Topic::Other);
        assert_eq!(topic("Error handling", 2, Some(Topic::Introduction)), Topic::Remarks);
        assert_eq!(topic("Error responses", 3, Some(Topic::Response)), Topic::Response);
        assert_eq!(topic("Headers", 3, Some(Topic::Response)), Topic::Response);
        assert_eq!(topic("Body", 3, Some(Topic::Response)), Topic::Response);
        assert_eq!(topic("Headers", 3, Some(Topic::HttpRequest)), Topic::RequestHeaders);
        assert_eq!(topic("Error resource type", 2, Some(Topic::Introduction)), Topic::Other);
    }
}
