//! What a call sends or answers by a user's correction.

use super::retype;
use super::{Done, named};
use crate::diagnostic::Code;
use crate::http::Method;
use crate::model::{ApiModel, Basis, Operation, QualifiedName, RequestBody, ResponseBody, Type};
use crate::page::Pages;
use crate::primitive::Primitive;

/// Gives an operation another body.
pub(super) fn body(model: &mut ApiModel, pages: &Pages, item: &str, is: &str) -> Result<Done, String> {
    let body = request(model, is)?;
    let mut found = named::operations(model, item)?;
    if found.iter().any(|key| key.method == Method::Get) {
        return Err(format!("`{item}`: a GET sends no body"));
    }
    found.retain(|key| model.operations.get(key).is_some_and(|operation| operation.request != body));
    if found.is_empty() {
        return Err(format!("`{item}` already sends `{is}`: remove this entry"));
    }
    let mut places = Vec::new();
    for key in found {
        let names_type =
            model.operations.get(&key).is_some_and(|operation| names_type(model, operation, &body));
        let Some(operation) = model.operations.get_mut(&key) else { continue };
        operation.request = body.clone();
        operation.names_type = names_type;
        places.extend(super::places(pages, operation));
    }
    super::drop_unused_bodies(model);
    let what = format!("`{is}` is sent, as a correction says");
    Ok(Done { places, what, resolves: |code| code == Code::GuessedBody })
}

/// Gives an operation another answer.
pub(super) fn answer(model: &mut ApiModel, pages: &Pages, item: &str, is: &str) -> Result<Done, String> {
    let answer = response(model, is)?;
    let mut found = named::operations(model, item)?;
    found.retain(|key| model.operations.get(key).is_some_and(|operation| operation.response != answer));
    if found.is_empty() {
        return Err(format!("`{item}` already answers `{is}`: remove this entry"));
    }
    let mut places = Vec::new();
    for key in found {
        let Some(operation) = model.operations.get_mut(&key) else { continue };
        operation.response = answer.clone();
        operation.basis = Basis::Correction;
        places.extend(super::places(pages, operation));
    }
    let what = format!("`{is}` is answered, as a correction says");
    let resolves = |code| matches!(code, Code::GuessedAnswer | Code::ConflictingAnswer | Code::ActionAnswer);
    Ok(Done { places, what, resolves })
}

/// The body that a text names.
fn request(model: &ApiModel, text: &str) -> Result<RequestBody, String> {
    if let Some(inner) = text.strip_suffix('?') {
        return match request(model, inner)? {
            RequestBody::None | RequestBody::Optional(_) => Err(no_option(text, inner)),
            body => Ok(RequestBody::Optional(Box::new(body))),
        };
    }
    match text {
        "none" => return Ok(RequestBody::None),
        "bytes" => return Ok(RequestBody::Content),
        "json" => return Ok(RequestBody::Json),
        _ => {}
    }
    match type_(model, text)? {
        Type::Structured(name) => Ok(RequestBody::Structured(name)),
        Type::Collection(element) => Ok(RequestBody::Collection(*element)),
        Type::Primitive(_) | Type::Enum(_) => {
            Err(format!("`{text}` alone cannot be a body: name an object's type, or `Collection({text})`"))
        }
    }
}

/// The message on a question mark behind what may be left out already.
fn no_option(text: &str, inner: &str) -> String {
    format!("the question mark of `{text}` has no meaning: write `{inner}`")
}

/// The answer that a text names. One value that is not an object comes as `{"value": …}`.
fn response(model: &ApiModel, text: &str) -> Result<ResponseBody, String> {
    if let Some(inner) = text.strip_suffix('?') {
        return match response(model, inner)? {
            ResponseBody::None | ResponseBody::Reply(_) => Err(no_option(text, inner)),
            body => Ok(ResponseBody::Reply(Box::new(body))),
        };
    }
    match text {
        "none" => return Ok(ResponseBody::None),
        "bytes" => return Ok(ResponseBody::Content),
        "json" => return Ok(ResponseBody::Json),
        _ => {}
    }
    Ok(match type_(model, text)? {
        Type::Structured(name) => ResponseBody::One(name),
        Type::Collection(element) => ResponseBody::Collection(*element),
        Type::Primitive(Primitive::Stream | Primitive::Binary) => ResponseBody::Content,
        other => ResponseBody::Wrapped(other),
    })
}

/// The type that a text names, or what comes near it.
fn type_(model: &ApiModel, text: &str) -> Result<Type, String> {
    retype::named(model, text).ok_or_else(|| {
        let element =
            text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
        let wanted = QualifiedName::from_text(element);
        let mut types = model.structured.keys().chain(model.enums.keys());
        match types.find(|known| known.name.eq_ignore_ascii_case(&wanted.name)) {
            Some(near) => format!("there is no type `{element}`: did you mean `{near}`?"),
            None => format!("there is no type `{element}`"),
        }
    })
}

/// Whether the body has to say which type it is of: it is derived from what the pages say, or stands beside that below
/// the type that the service expects.
fn names_type(model: &ApiModel, operation: &Operation, body: &RequestBody) -> bool {
    let bases = |body: &RequestBody| -> Vec<QualifiedName> {
        let type_ = body.type_name().and_then(|name| model.structured.get(name));
        type_.map(|type_| model.bases(type_).map(|base| base.name.clone()).collect()).unwrap_or_default()
    };
    if matches!(body, RequestBody::Collection(_)) {
        return false;
    }
    let (old, new) = (operation.request.type_name(), body.type_name());
    let (of_old, of_new) = (bases(&operation.request), bases(body));
    let is_derived = old.is_some_and(|old| of_new.contains(old));
    let is_base = new.is_some_and(|new| of_old.contains(new));
    is_derived || operation.names_type && !is_base && of_new.iter().any(|base| of_old.contains(base))
}
