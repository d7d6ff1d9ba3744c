//! What says in a list of changes that an object is no longer in the list.

use super::{Object, View, Written};
use crate::support::{Extra, Json};

/// A facet of files: that it is there at all says that the file is not.
const FACET: &str = "deleted";

/// Why an object is no longer in the list, from what its type does not know and from its facet.
pub(super) fn reason(extra: &Extra, facet: Option<Json>) -> Option<String> {
    let removed = extra.get("@removed").and_then(|removed| text(removed, "reason"));
    removed.or_else(|| text(facet.as_ref().or_else(|| extra.get(FACET))?, "state"))
}

/// A text in an object; empty if it is not there, and none if it is no object.
fn text(json: &Json, name: &str) -> Option<String> {
    let members: Extra = json.decode().ok()?;
    Some(members.get(name).and_then(Json::as_str).unwrap_or_default().into_owned())
}

/// The facet, where an object's type knows it.
pub(super) fn facet(object: &dyn Object) -> Option<Json> {
    let index = object.names().iter().position(|name| *name == FACET)?;
    match object.view(index) {
        View::Object(slot) => Json::encode(&Written(slot.get()?)).ok(),
        View::Json(slot) => slot.get().cloned(),
        _ => None,
    }
}

/// The same, where only the object's JSON is known.
pub(super) fn facet_in(object: &Json) -> Option<Json> {
    object.decode::<Extra>().ok()?.remove(FACET)
}
