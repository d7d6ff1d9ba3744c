//! What a call sends: an object, the parameters of an action, bytes or nothing.

use std::collections::BTreeSet;

use super::answer::is_bytes;
use super::array_body;
use super::evidence::{Evidence, Tail};
use super::fit;
use super::judge::Judge;
use super::proposals::{Proposals, structured};
use super::sent_body::SentBody;
use super::tree::End;
use crate::http::{Body, Method};
use crate::json::{Kind, Value};
use crate::model::{QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::page::{Page, Route, Row};
use crate::text::{Inline, RichText};

/// What the page says of one body.
struct BodyWords<'a> {
    evidence: &'a Evidence<'a>,
    proposals: &'a Proposals,
    /// The names of the rows of its tables.
    listed: Vec<&'a str>,
    /// The object that the example sends, and the names of its properties.
    example: Option<&'a Value>,
    sent: Vec<&'a str>,
    /// The values that all examples send.
    examples: Vec<&'a Value>,
    /// Whether the page says that nothing is sent.
    nothing: bool,
    /// Whether an object is changed by some of its properties.
    patches: bool,
    /// What the section on the body says in sentences.
    text: &'a [RichText],
}

impl Judge<'_> {
    /// The body that a route of the page takes; `answer` is its answer.
    pub(crate) fn taken(
        &self,
        page: &Page,
        route: &Route,
        evidence: &Evidence<'_>,
        end: &End,
        answer: &ResponseBody,
    ) -> SentBody {
        if matches!(route.method, Method::Get | Method::Delete) {
            return SentBody::Known(RequestBody::None);
        }
        let tail = Tail::of_route(route);
        let example_body = evidence.sent();
        let Some(proposals) = self.proposals.get(&page.id) else {
            return SentBody::Known(RequestBody::None);
        };
        // A list of changes to bytes is not bytes itself.
        if let Some(Body::Json(Value { kind: Kind::Array(elements), .. })) = example_body {
            return array_body::taken(self.types, proposals, elements);
        }
        if tail == Tail::Value || is_bytes(route, end) {
            return SentBody::Known(RequestBody::Content);
        }
        if let Some(body @ Body::Text(_)) = example_body
            && !body.is_broken_json()
        {
            return SentBody::Known(RequestBody::Content);
        }
        let told_bytes = page.api.request_body.bytes && page.api.request_body.rows.is_empty();
        if !matches!(example_body, Some(Body::Json(_))) && (told_bytes || is_multipart(page)) {
            return SentBody::Known(RequestBody::Content);
        }
        let example = example_body.and_then(Body::json).filter(|value| value.as_object().is_some());
        let clues = BodyWords {
            evidence,
            proposals,
            listed: page.api.request_body.rows.iter().map(|row| row.name.value.as_str()).collect(),
            example,
            sent: fit::names(example),
            examples: evidence.all_sent().filter_map(Body::json).collect(),
            nothing: page.api.request_body.nothing,
            patches: route.method == Method::Patch,
            text: &page.api.request_body.text,
        };
        if let Some(name) = self.wrapped(&clues, answer).filter(|_| !end.call) {
            return SentBody::Known(RequestBody::Structured(name.clone()));
        }
        let taken = match &end.type_ {
            Some(Type::Structured(name)) if !end.call && tail == Tail::Other => {
                // If the route contradicts the tree, the call sends the type that it answers.
                let answered = resource(answer).filter(|_| end.doubtful);
                self.object(&clues, answered.unwrap_or(name), answer)
            }
            _ => self.parameters(&clues, end, answer),
        };
        match (taken, example_body) {
            (Some(taken), _) => taken,
            // A body that could not be read is JSON all the same.
            (None, Some(Body::Json(_) | Body::Text(_))) => SentBody::Known(RequestBody::Json),
            (None, _) if page.api.request_body.body => SentBody::Untold,
            (None, _) => SentBody::Known(RequestBody::None),
        }
    }

    /// At an object of the tree, an object of its type is sent, or of a type that is derived from it.
    fn object(&self, clues: &BodyWords<'_>, end: &QualifiedName, answer: &ResponseBody) -> Option<SentBody> {
        if clues.example.is_none() && clues.listed.is_empty() && clues.nothing {
            return None;
        }
        let is_derived = |name: &&QualifiedName| self.tree.is_derived(end, name);
        let of_words = clues.proposals.taken.iter().filter_map(structured);
        // Of several types that the words name, or that examples send, any may be sent.
        let of_examples = clues.examples.iter().filter_map(|body| self.named_in(body));
        let alternatives: BTreeSet<&QualifiedName> =
            of_words.clone().chain(of_examples).filter(is_derived).collect();
        if alternatives.len() > 1 {
            return Some(SentBody::Known(RequestBody::Structured(end.clone())));
        }
        let links_end = of_words.clone().any(|name| name == end);
        // Words that name the type at the end mean all that is derived from it, whatever the first example sends, unless the
        // page lists what only that derived type has.
        let in_body = clues.example.and_then(|body| self.named_in(body));
        let derived = in_body
            .filter(is_derived)
            .filter(|name| !links_end || self.is_listed_alone(end, name, &clues.listed))
            .or_else(|| of_words.clone().find(is_derived).filter(|_| !links_end))
            .or_else(|| resource(answer).filter(is_derived).filter(|_| !links_end))
            .or_else(|| self.tree.only_derived(end));
        let subject = derived.unwrap_or(end);
        let names = if clues.listed.is_empty() { &clues.sent } else { &clues.listed };
        if self.types.get(subject).is_some_and(is_dictionary) && links_end
            || self.has_most(subject, names)
            || self.has_most(subject, &clues.sent) && !clues.sent.is_empty()
        {
            return Some(SentBody::Known(RequestBody::Structured(subject.clone())));
        }
        if clues.listed.is_empty() && self.is_open(subject) && of_words.clone().any(|name| name == subject) {
            return Some(SentBody::Known(RequestBody::Structured(subject.clone())));
        }
        // The page may send something else than what is there.
        let other = of_words.chain(clues.proposals.sent.iter().filter_map(structured));
        let mut other = other.filter(|name| self.has_most(name, names) && !names.is_empty());
        if let Some(other) = other.next() {
            return Some(SentBody::Known(RequestBody::Structured(other.clone())));
        }
        if !clues.listed.is_empty() {
            return Some(SentBody::Parameters);
        }
        // What changes and answers an object sends some of its properties, also those that no table has.
        if clues.patches && resource(answer) == Some(subject) {
            return Some(SentBody::Known(RequestBody::Structured(subject.clone())));
        }
        clues.example.map(|_| SentBody::OfExample(clues.evidence.sent_shape()))
    }

    /// Whether a page lists properties that a derived type has, and neither its base nor another type derived from that.
    fn is_listed_alone(&self, base: &QualifiedName, derived: &QualifiedName, listed: &[&str]) -> bool {
        let known = |name| fit::known(self.types, name, listed);
        let is_other =
            |name: &&QualifiedName| self.tree.is_derived(base, name) && !self.tree.is_derived(derived, name);
        let mut others = self.types.keys().filter(|name| *name != derived).filter(is_other);
        known(derived) > known(base) && others.all(|other| known(other) < known(derived))
    }

    /// An action takes what its page lists, or else what its example shows. A resource is its body only where the words
    /// name it and it has all that is listed and sent.
    fn parameters(&self, clues: &BodyWords<'_>, end: &End, answer: &ResponseBody) -> Option<SentBody> {
        let words = || clues.proposals.taken.iter().chain(&clues.proposals.sent).filter_map(structured);
        let has_all = |name: &&QualifiedName| {
            let knows = |names: &[&str]| fit::known(self.types, name, names) == names.len();
            knows(&clues.sent)
                && (knows(&clues.listed) || !clues.sent.is_empty() && self.has_most(name, &clues.listed))
        };
        // Of several types that take any property, none is told from the others.
        let is_only = clues.proposals.taken.iter().filter_map(structured).nth(1).is_none();
        let takes_any = |name: &&QualifiedName| clues.listed.is_empty() && is_only && self.is_open(name);
        // Where nothing leads, a resource is sent as it is answered.
        let answered = resource(answer).filter(|_| !end.call && end.type_.is_none());
        let answered =
            answered.filter(|name| self.has_most(name, &clues.listed) && self.has_most(name, &clues.sent));
        let any = !clues.listed.is_empty() || !clues.sent.is_empty() || !clues.nothing;
        let resource = words().find(has_all).or(answered).or_else(|| words().find(takes_any)).filter(|_| any);
        if let Some(name) = resource.filter(|_| clues.listed.is_empty() || !self.is_envelope(clues)) {
            return Some(SentBody::Known(RequestBody::Structured(name.clone())));
        }
        match clues.example {
            Some(_) if clues.listed.is_empty() || self.is_envelope(clues) => {
                Some(SentBody::OfExample(clues.evidence.sent_shape()))
            }
            _ if !clues.listed.is_empty() => Some(SentBody::Parameters),
            _ => None,
        }
    }

    /// The type that the words name, and that is answered, where the example puts it into an envelope of its name:
    /// `{ "book": { … } }`. Words that name the member as code ask for the envelope.
    fn wrapped<'a>(&self, clues: &BodyWords<'a>, answer: &'a ResponseBody) -> Option<&'a QualifiedName> {
        let ([only], true) = (clues.sent.as_slice(), clues.listed.is_empty()) else { return None };
        let mut parts = clues.text.iter().flat_map(|text| text.parts.iter());
        if parts.any(|part| matches!(part, Inline::Code(code) if code == only)) {
            return None;
        }
        let mut words = clues.proposals.taken.iter().filter_map(structured);
        let name =
            words.find(|name| name.name.eq_ignore_ascii_case(only) && resource(answer) == Some(name))?;
        let inside = fit::names(clues.example?.get(only));
        (!inside.is_empty() && self.has_most(name, &inside)).then_some(name)
    }

    /// Whether the rows describe what is inside of the one object that the example sends.
    fn is_envelope(&self, clues: &BodyWords<'_>) -> bool {
        let ([_], Some(body)) = (clues.sent.as_slice(), clues.example) else { return false };
        let members = body.as_object().unwrap_or_default();
        let inside = members.iter().filter(|member| !member.name.value.contains('@')).map(|it| &it.value);
        let inside: Vec<&Value> = inside
            .flat_map(|value| match &value.kind {
                Kind::Array(elements) => elements.iter().collect(),
                _ => vec![value],
            })
            .collect();
        let inside = fit::names(inside);
        let listed_outside =
            clues.listed.iter().any(|row| clues.sent.iter().any(|name| name.eq_ignore_ascii_case(row)));
        !listed_outside
            && clues.listed.iter().any(|row| inside.iter().any(|name| name.eq_ignore_ascii_case(row)))
    }

    /// Whether a described type takes any property.
    fn is_open(&self, name: &QualifiedName) -> bool {
        self.types.get(name).is_some_and(|type_| type_.open && type_.owner.is_none())
    }

    /// The type that a body says it is of.
    fn named_in(&self, body: &Value) -> Option<&QualifiedName> {
        let name = body.get("@odata.type")?.as_str()?;
        let name = QualifiedName::from_text(name.trim_start_matches('#'));
        self.types.get_key_value(&name).map(|(name, _)| name)
    }

    /// Whether at least half of the names are properties of the type.
    pub(super) fn has_most(&self, type_: &QualifiedName, names: &[&str]) -> bool {
        fit::known(self.types, type_, names) * 2 >= names.len()
    }
}

/// Whether a type is a dictionary, or has a page that describes nothing, not even what it inherits.
fn is_dictionary(type_: &StructuredType) -> bool {
    let is_empty = type_.properties.is_empty() && type_.base.is_none() && !type_.is_abstract;
    type_.is_dictionary() || is_empty && !type_.description.pages.is_empty()
}

/// Whether the page's table of headers has no format but one of several parts: `multipart/form-data`.
fn is_multipart(page: &Page) -> bool {
    let is_of_format = |row: &&Row| row.name.value.eq_ignore_ascii_case("content-type");
    let words =
        page.api.headers.iter().filter(is_of_format).map(|row| row.description.plain().to_lowercase());
    let words: Vec<String> = words.collect();
    let mut formats =
        words.iter().flat_map(|words| words.split_whitespace()).filter(|word| word.contains('/')).peekable();
    formats.peek().is_some() && formats.all(|format| format.starts_with("multipart/"))
}

/// The type of the one object that is answered.
fn resource(response: &ResponseBody) -> Option<&QualifiedName> {
    match response {
        ResponseBody::One(name) | ResponseBody::Wrapped(Type::Structured(name)) => Some(name),
        ResponseBody::Reply(body) => resource(body),
        _ => None,
    }
}
