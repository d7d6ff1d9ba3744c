//! What each operation sends and answers, by the page that tells most of it.

use std::collections::BTreeMap;

use super::body_types::Maker;
use super::calls::{Call, Key};
use super::contradictions::Contradictions;
use super::judge::Judge;
use super::proposals::structured;
use super::sent_body::SentBody;
use crate::diagnostic::{Code, Diagnostics};
use crate::http::Method;
use crate::model::{Basis, QualifiedName, RequestBody, ResponseBody, Type};

/// What a call sends and answers.
pub(super) struct Decided {
    pub(super) request: RequestBody,
    pub(super) names_type: bool,
    pub(super) response: ResponseBody,
    pub(super) basis: Basis,
}

/// Decides about all operations. Pages that contradict what is decided are named.
pub(super) fn all(
    judge: &Judge<'_>,
    calls: &BTreeMap<Key, Vec<Call<'_>>>,
    maker: &mut Maker<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Key, Decided> {
    let mut decided: BTreeMap<Key, Decided> = BTreeMap::new();
    // In the order of the pages: what is made for the first route of a page has the plain name.
    let mut order: Vec<(&Call<'_>, &Key)> = Vec::new();
    for (key, calls) in calls {
        order.extend(calls.iter().min_by_key(|call| call.rank()).map(|best| (best, key)));
    }
    order.sort_by_key(|(call, _)| (call.page.id, call.position));
    let mut contradictions = Contradictions::among(calls);
    for (best, key) in order {
        let calls = calls.get(key).map(Vec::as_slice).unwrap_or_default();
        if best.answer.basis == Basis::Guess {
            let message = format!(
                "the page does not say what `{} {}` answers; the type is a guess",
                best.route.method, best.route.address.path
            );
            diagnostics.report(Code::GuessedAnswer, best.route.span, message);
        }
        let decision = decide(judge, best, calls, maker, diagnostics);
        for call in calls {
            contradictions.report(judge, call, best, &decision.response, diagnostics);
        }
        decided.insert(key.clone(), decision);
    }
    std::mem::take(&mut maker.guesses).report(diagnostics);
    decided
}

/// Decides by the page that tells most; what it does not say of the body, another may.
fn decide(
    judge: &Judge<'_>,
    best: &Call<'_>,
    calls: &[Call<'_>],
    maker: &mut Maker<'_>,
    diagnostics: &mut Diagnostics,
) -> Decided {
    let body = telling_of_body(judge, best, calls);
    let request = maker.request(body.page, body.route, body.taken.clone(), diagnostics);
    if let (SentBody::Parameters, Some(name)) = (&body.taken, request.type_name()) {
        let lists = |call: &&Call<'_>| matches!(call.taken, SentBody::Parameters);
        for other in calls.iter().filter(lists).filter(|other| other.page.id != body.page.id) {
            maker.add_parameters(name, body, other, diagnostics);
        }
    }
    let request = if body.page.api.request_body.optional { optional(request) } else { request };
    let names_type = request.type_name().is_some_and(|name| judge.names_type(body, name));
    // Pages that document one call for several types document it for their common base.
    let differs = calls.iter().any(|call| call.answer.body != best.answer.body);
    let base = best.end.type_.as_ref().and_then(structured).filter(|_| names_derived(judge, best) && differs);
    let bare = calls.iter().find(|call| is_bare_form(&call.answer.body, &best.answer.body));
    let answer = bare.unwrap_or(best).answer.body.clone();
    let response = match base {
        Some(base) => answer.with_type(base),
        None => maker.response(best, answer, diagnostics),
    };
    let response = if may_answer_nothing(&response, best.route.method, calls) {
        ResponseBody::Reply(Box::new(response))
    } else {
        response
    };
    // What only an example shows is not what the words say.
    let is_shown = response.type_name().is_some_and(|name| maker.shown.contains(name));
    let basis = if is_shown { Basis::Fit } else { best.answer.basis };
    Decided { request, names_type, response, basis }
}

/// The call whose page says what is sent: that of the best page, unless it sends nothing, a file, or a derived type, and
/// another page sends more than nothing, an object, or the type at the route's end.
fn telling_of_body<'c, 'a>(judge: &Judge<'_>, best: &'c Call<'a>, calls: &'c [Call<'a>]) -> &'c Call<'a> {
    let sends = |call: &&Call<'_>| !matches!(call.taken, SentBody::Known(RequestBody::None));
    let is_file = |call: &&Call<'_>| matches!(call.taken, SentBody::Known(RequestBody::Content));
    let body = Some(best).filter(sends).or_else(|| calls.iter().find(sends)).unwrap_or(best);
    // A file in parts is only one way to send an object: without a file it does not apply.
    let object = calls.iter().find(|call| sends(call) && !is_file(call));
    let body = object.filter(|_| is_file(&body)).unwrap_or(body);
    if sent(judge, body).is_none() {
        return body;
    }
    // A page that sends a derived type has a call of its own beside one that sends the type at the route's end.
    let is_plain = |call: &&Call<'_>| {
        matches!(call.taken, SentBody::Known(RequestBody::Structured(_))) && sent(judge, call).is_none()
    };
    calls.iter().find(is_plain).unwrap_or(body)
}

/// Whether one page shows the object that another page shows with a wrapper around it.
fn is_bare_form(one: &ResponseBody, other: &ResponseBody) -> bool {
    match (one, other) {
        (ResponseBody::One(bare), ResponseBody::Wrapped(Type::Structured(wrapped))) => bare == wrapped,
        _ => false,
    }
}

/// Whether the body of an answer may be left out: of every update, whatever its page shows, since services answer it with
/// or without one; of another write, where one page answers it and another does not.
fn may_answer_nothing(response: &ResponseBody, method: Method, calls: &[Call<'_>]) -> bool {
    let nothing = || calls.iter().any(|call| call.answer.body == ResponseBody::None);
    match (response, method) {
        (ResponseBody::One(_) | ResponseBody::Wrapped(_), Method::Patch | Method::Put) => true,
        (ResponseBody::Collection(_) | ResponseBody::Json, Method::Patch | Method::Put) => true,
        (ResponseBody::One(_) | ResponseBody::Wrapped(_), method) => method != Method::Get && nothing(),
        _ => false,
    }
}

/// The type that a page sends and other pages need not: one that is derived from that at the route's end, or any where
/// the route leads to nothing that is known.
pub(super) fn sent<'a>(judge: &Judge<'_>, call: &'a Call<'_>) -> Option<&'a QualifiedName> {
    let unknown = call.end.type_.is_none() && !call.end.call;
    match &call.taken {
        SentBody::Known(RequestBody::Structured(name)) if unknown || judge.is_derived_at(&call.end, name) => {
            Some(name)
        }
        _ => None,
    }
}

/// Whether a call answers a type that is derived from that at its end.
fn names_derived(judge: &Judge<'_>, call: &Call<'_>) -> bool {
    call.answer.body.type_name().is_some_and(|name| judge.is_derived_at(&call.end, name))
}

/// A body that the caller may leave out.
fn optional(request: RequestBody) -> RequestBody {
    match request {
        RequestBody::None | RequestBody::Optional(_) => request,
        _ => RequestBody::Optional(Box::new(request)),
    }
}
