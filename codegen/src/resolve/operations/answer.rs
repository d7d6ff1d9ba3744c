//! What a call answers: a list, one, bytes or nothing, and of which type.

use super::envelope::{is_list, one};
use super::evidence::{Evidence, ExampleAnswer, Tail, last_segment};
use super::fit;
use super::judge::{Conflict, Judge};
use super::proposals::structured;
use super::tree::End;
use crate::http::{Body, Method};
use crate::json::Value;
use crate::model::{Basis, ResponseBody, Type};
use crate::page::{Page, Route};
use crate::primitive::Primitive;

/// What a call answers, and what that rests on.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) body: ResponseBody,
    pub(crate) basis: Basis,
    pub(crate) conflict: Option<Conflict>,
}

impl Judge<'_> {
    /// What a route of the page answers.
    pub(crate) fn answer(&self, page: &Page, route: &Route, evidence: &Evidence<'_>, end: &End) -> Answer {
        let tail = Tail::of_route(route);
        let plain = |body| Answer { body, basis: Basis::Tree, conflict: None };
        let examples = evidence.answers();
        match (tail, route.method) {
            (Tail::Ref, method) if method != Method::Get => return plain(ResponseBody::None),
            (Tail::Count, _) => return plain(ResponseBody::Count),
            (_, Method::Delete) if !end.call && !examples.iter().any(says_something) => {
                return plain(ResponseBody::None);
            }
            _ => {}
        }
        if examples.iter().any(|example| *example.body == Body::Empty && example.status >= 300) {
            return plain(ResponseBody::Download);
        }
        let bytes = tail == Tail::Value || is_bytes(route, end);
        if route.method == Method::Get && bytes {
            return plain(ResponseBody::Content);
        }
        let bodies: Vec<&Value> = examples.iter().filter_map(|example| json(example)).collect();
        let samples: Vec<&Value> = bodies.iter().flat_map(|body| fit::objects(body)).collect();
        // What is done to bytes, or to a reference, answers what the page says.
        let own =
            if tail == Tail::Other && !bytes { end.clone() } else { End { type_: None, ..end.clone() } };
        let judged = self.answered(page, &own, &samples).map(|judged| {
            let own_answers = evidence.own_answers();
            let objects = own_answers.iter().filter_map(json).flat_map(fit::objects);
            self.fitted(page, judged, &fit::names(objects))
        });
        let type_ = judged.as_ref().map(|judged| judged.type_.clone());
        // Of what the page speaks of elsewhere, only a body that is shown is of that type.
        let is_told = judged.as_ref().is_some_and(|judged| judged.basis < Basis::Guess);
        let by_words = from_words(page, &own, type_.clone().filter(|_| is_told));
        let body = match (&own.type_, route.method) {
            (Some(_), Method::Get) if !own.call => self.read(page, &own, &examples, type_, by_words),
            _ => self.done(page, &own, &examples, type_, by_words),
        };
        match judged {
            _ if body == ResponseBody::None && has_unknown_body(page, route, &examples) => {
                Answer { body: ResponseBody::Json, basis: Basis::Guess, conflict: None }
            }
            Some(judged) if says_type(&body) => {
                // What the page speaks of elsewhere is not a basis for a value that the example shows.
                let is_shown = judged.basis == Basis::Guess && body.type_name() != structured(&judged.type_);
                let basis = if is_shown { Basis::Fit } else { judged.basis };
                Answer { body, basis, conflict: judged.conflict }
            }
            _ => Answer { body, basis: Basis::Words, conflict: None },
        }
    }

    /// The answer of a read at a place of the tree: many or one.
    fn read(
        &self,
        page: &Page,
        end: &End,
        examples: &[ExampleAnswer<'_>],
        type_: Option<Type>,
        by_words: Option<ResponseBody>,
    ) -> ResponseBody {
        let Some(type_) = type_ else { return self.done(page, end, examples, None, by_words) };
        let text = examples
            .iter()
            .find(|example| matches!(example.body, Body::Text(_)) || example.is_content())
            .filter(|_| end.property.is_none());
        if text.is_some_and(ExampleAnswer::is_content) {
            return ResponseBody::Content;
        }
        let lists = examples.iter().filter_map(json).any(is_list);
        let tells_many = page.api.response.collection;
        // Where no table tells, an object that is shown outweighs words that say a list.
        let single = one(type_.clone());
        let shows_one = || {
            let mut bodies = examples.iter().filter_map(json);
            bodies.any(|body| self.of_example(body, Some(type_.clone())) == single)
        };
        let many = match end.many {
            // A table that says one is wrong if the words and the example say many.
            Some(many) => many || lists && tells_many && !end.keyed,
            None => lists || tells_many && !shows_one(),
        };
        if many {
            ResponseBody::Collection(type_)
        } else if examples.iter().filter_map(json).any(|body| self.is_wrapped(body, &type_)) {
            ResponseBody::Wrapped(type_)
        } else {
            // Where no property leads, words name what the value is about: "a URL for the book".
            let values = examples.iter().filter_map(json).filter(|_| end.property.is_none());
            let mut bare = values.filter(|body| self.is_bare_value(body, &type_));
            bare.next().map_or_else(|| one(type_.clone()), |body| self.of_example(body, Some(type_.clone())))
        }
    }

    /// The answer of a call or a write.
    fn done(
        &self,
        page: &Page,
        end: &End,
        examples: &[ExampleAnswer<'_>],
        type_: Option<Type>,
        by_words: Option<ResponseBody>,
    ) -> ResponseBody {
        let one_object = !end.call && end.type_.is_some();
        let full =
            examples.iter().filter(|example| !is_void(example)).find_map(|example| match example.body {
                _ if example.is_content() => Some(ResponseBody::Content),
                // Behind a key, there is one.
                Body::Json(value) if one_object && (end.keyed || !is_list(value)) => {
                    type_.clone().map(|type_| {
                        if self.is_wrapped(value, &type_) { ResponseBody::Wrapped(type_) } else { one(type_) }
                    })
                }
                Body::Json(value) => {
                    let told = by_words.clone().filter(|words| self.is_many_in_odd_envelope(words, value));
                    Some(told.unwrap_or_else(|| self.of_example(value, type_.clone())))
                }
                Body::Text(_) | Body::Empty => None,
            });
        let words = &page.api.response;
        match (full, examples.iter().find(|example| is_void(example))) {
            (Some(ResponseBody::Content), _) => ResponseBody::Content,
            (Some(full), Some(_)) => ResponseBody::Reply(Box::new(full)),
            (Some(full), None) if words.maybe_nothing => ResponseBody::Reply(Box::new(full)),
            (Some(full), None) => full,
            (None, Some(empty)) => without_content(page, empty, by_words),
            (None, None) => by_words.unwrap_or_else(|| no_body(words.location)),
        }
    }
}

/// Whether a body comes back of which the page does not say what is in it: it mentions one, an example has one that cannot be
/// read, or the call is a read, which answers something unless the page says otherwise: nothing, or only `202 Accepted`.
fn has_unknown_body(page: &Page, route: &Route, examples: &[ExampleAnswer<'_>]) -> bool {
    let words = &page.api.response;
    let is_accepted = !words.statuses.is_empty() && words.statuses.iter().all(|status| *status == 202);
    let is_told = examples.is_empty() && (words.body || route.method == Method::Get && !is_accepted);
    !words.nothing && (is_told || examples.iter().any(|example| example.body.is_broken_json()))
}

/// The answer if the example lacks a body: nothing if page or status say so, else the body that the page mentions, which
/// the example may have left out.
fn without_content(page: &Page, example: &ExampleAnswer<'_>, by_words: Option<ResponseBody>) -> ResponseBody {
    let nothing = match example.status {
        // `202 Accepted` without further words: the outcome is elsewhere.
        202 => example.location || page.api.response.statuses.iter().all(|status| *status == 202),
        status => status == 204,
    };
    // The words name another success, which has a body.
    let statuses = &page.api.response.statuses;
    let tells_another = !statuses.is_empty() && !statuses.contains(&example.status);
    match by_words.filter(|_| !nothing || page.api.response.maybe_nothing || tells_another) {
        Some(by_words @ (ResponseBody::Content | ResponseBody::Reply(_))) => by_words,
        Some(by_words) => ResponseBody::Reply(Box::new(by_words)),
        None => no_body(example.location || page.api.response.location),
    }
}

/// No body: with an address in a header, or without.
fn no_body(location: bool) -> ResponseBody {
    if location { ResponseBody::Receipt } else { ResponseBody::None }
}

/// The answer by the page's words.
fn from_words(page: &Page, end: &End, type_: Option<Type>) -> Option<ResponseBody> {
    let words = &page.api.response;
    let full = match type_.filter(|_| !words.nothing)? {
        type_ if words.collection && (end.call || end.type_.is_none()) => ResponseBody::Collection(type_),
        type_ => one(type_),
    };
    Some(if words.maybe_nothing { ResponseBody::Reply(Box::new(full)) } else { full })
}

/// Whether an example answers nothing. `204 No Content` excludes a body, so an empty object behind it does not count.
fn is_void(example: &ExampleAnswer<'_>) -> bool {
    let is_object = |value: &&Value| value.as_object().is_some_and(<[_]>::is_empty);
    *example.body == Body::Empty || example.status == 204 && json(example).as_ref().is_some_and(is_object)
}

/// Whether a route ends in a property whose value is bytes: one of type `Stream`, or what everybody calls the content.
pub(super) fn is_bytes(route: &Route, end: &End) -> bool {
    let is_stream = end.type_ == Some(Type::Primitive(Primitive::Stream));
    let is_content = end.property.is_none() && last_segment(route) == "content";
    !end.call && end.many != Some(true) && (is_stream || is_content)
}

/// Whether an example answers an object that has something in it.
fn says_something(example: &ExampleAnswer<'_>) -> bool {
    json(example).and_then(Value::as_object).is_some_and(|members| !members.is_empty())
}

fn json<'a>(example: &ExampleAnswer<'a>) -> Option<&'a Value> {
    example.body.json()
}

/// Whether a body has a type of the model in it.
fn says_type(body: &ResponseBody) -> bool {
    match body {
        ResponseBody::One(_) | ResponseBody::Collection(_) | ResponseBody::Wrapped(_) => true,
        ResponseBody::Reply(body) => says_type(body),
        _ => false,
    }
}
