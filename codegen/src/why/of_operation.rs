//! What an operation rests on.

use super::{Reason, Why, findings_at};
use crate::api::Api;
use crate::corrections::nameless;
use crate::model::{Operation, Operations, RequestBody, ResponseBody, by_page};
use crate::resolve::Clue;
use crate::source::Span;

/// The operation that `METHOD /path` names, whatever its parameters are called, or with their values.
pub(crate) fn find<'a>(operations: &'a Operations, question: &str) -> Option<&'a Operation> {
    let (method, path) = question.trim().split_once(char::is_whitespace)?;
    let path = path.trim();
    let of_method = |operation: &&Operation| operation.method.as_str().eq_ignore_ascii_case(method);
    let mut all: Vec<&Operation> =
        by_page(operations).into_iter().map(|(_, operation)| operation).filter(of_method).collect();
    // A query that belongs to a call has to be asked for.
    all.sort_by_key(|operation| operation.fixed_query.is_some());
    let is_written = |operation: &&&Operation| {
        operation.path.to_string().eq_ignore_ascii_case(path)
            || operation.template().constant.eq_ignore_ascii_case(path)
    };
    let written = all.iter().find(is_written);
    written.or_else(|| all.iter().find(|operation| operation.path.matches(path).is_some())).copied()
}

pub(super) fn why(api: &Api, trail: &[Clue], question: &str) -> Result<Why, String> {
    let Some(operation) = find(&api.model.operations, question) else {
        return Err(nothing(api, question));
    };
    let names = api.names.named(&api.model.operations);
    let function = names.into_iter().find(|(named, _)| std::ptr::eq(*named, operation));
    let function = function.map(|(_, names)| names.function.path()).unwrap_or_default();
    let mut places: Vec<Span> = Vec::new();
    let mut reasons = Vec::new();
    for place in &operation.places {
        let route = api.pages.get(&place.page).and_then(|page| page.api.routes.get(place.route));
        let Some(route) = route else { continue };
        let text =
            if places.is_empty() { "this route names the function" } else { "this page documents it too" };
        places.push(route.span);
        reasons.push(Reason::new(text, route.span));
    }
    if operation.implied.is_some() {
        reasons.push(Reason::new("no page documents it; what the pages document implies it", None));
    }
    reasons.extend(trail.iter().map(|clue| Reason::new(clue.text.clone(), clue.span)));
    let answer =
        format!("it answers {}, because of {}", answered(&operation.response), operation.basis.words());
    reasons.push(Reason::new(answer, None));
    reasons.push(Reason::new(format!("it sends {}", sent(&operation.request)), None));
    let responses = operation.exchanges.iter().filter_map(|exchange| exchange.response.as_ref());
    let agreeing = responses.clone().filter(|response| response.example.holds).count();
    let all = responses.count();
    if all > 0 {
        reasons.push(Reason::new(format!("{agreeing} of {all} example answers agree"), None));
    }
    let item = format!("`{} {}` is the function `{function}`", operation.method, operation.path);
    Ok(Why { item, reasons, findings: findings_at(api, &places) })
}

fn answered(response: &ResponseBody) -> String {
    match response {
        ResponseBody::None => "nothing".to_owned(),
        ResponseBody::One(name) => format!("one `{name}`"),
        ResponseBody::Collection(element) => format!("a list of `{element}`"),
        ResponseBody::Wrapped(type_) => format!("one value, `{type_}`"),
        ResponseBody::Count => "a number".to_owned(),
        ResponseBody::Json => "JSON whose shape is not documented".to_owned(),
        ResponseBody::Content | ResponseBody::Download => "bytes".to_owned(),
        ResponseBody::Receipt => "the address of the outcome".to_owned(),
        ResponseBody::Reply(inside) => format!("{}, or nothing", answered(inside)),
    }
}

fn sent(request: &RequestBody) -> String {
    match request {
        RequestBody::None => "nothing".to_owned(),
        RequestBody::Structured(name) if name.role.is_some() => "what its page lists or shows".to_owned(),
        RequestBody::Structured(name) => format!("one `{name}`"),
        RequestBody::Collection(element) => format!("an array of `{element}`"),
        RequestBody::Json => "JSON whose shape is not documented".to_owned(),
        RequestBody::Content => "bytes".to_owned(),
        RequestBody::Optional(inside) => format!("{}, or nothing", sent(inside)),
    }
}

/// Says that the operation does not exist and suggests others, whatever their parameters are called.
fn nothing(api: &Api, question: &str) -> String {
    let asked = nameless(question);
    let near = api.model.operations.values().map(|operation| {
        let written = format!("{} {}", operation.method, operation.path);
        (strsim::damerau_levenshtein(&nameless(&written), &asked), written)
    });
    match near.min() {
        Some((distance, near)) if distance <= asked.len() / 4 => {
            format!("no page documents `{question}`: did you mean `{near}`?")
        }
        _ => format!("no page documents `{question}`"),
    }
}
