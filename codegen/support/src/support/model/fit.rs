//! Which JSON fits which kind of property.

use std::borrow::Cow;

use super::number::{double, integer};
use super::{Slot, TextsSlot};
use crate::support::scalar::Number;
use crate::support::{Json, Text};

impl Slot<'_> {
    /// Puts a value in, by its text; `null` is none. Says whether it fits: if not, the property has no value.
    pub(super) fn fit(&mut self, text: &str) -> bool {
        match self {
            Slot::String(value) => put(value, text, |text| string(text).map(Cow::into_owned)),
            Slot::Bool(value) => put(value, text, |text| text.parse().ok()),
            Slot::Int32(value) => put(value, text, integer),
            Slot::Int64(value) => put(value, text, integer),
            Slot::Double(value) => put(value, text, double),
            Slot::Decimal(value) => put(value, text, |text| match Number::parse(text) {
                Some(_) => Some(Text::from_text(text)),
                None => string(text).map(|text| Text::from_text(&text)),
            }),
            Slot::Text(value) => {
                let read = string(text);
                value.set(read.as_deref());
                read.is_some() || is_null(text)
            }
            Slot::Texts(list) => texts(*list, text),
            Slot::Strings(list) => texts(*list, text),
            Slot::Json(value) => {
                value.set((!is_null(text)).then(|| Json::of_known(text)));
                true
            }
            Slot::Value(value) => {
                let fits = value.set((!is_null(text)).then(|| Json::of_known(text))).is_ok();
                // What fits every type.
                let _ = if fits { Ok(()) } else { value.set(None) };
                fits
            }
            Slot::Object(_) | Slot::Objects(_) | Slot::Extra(_) => false,
        }
    }
}

fn put<T>(value: &mut Option<T>, text: &str, read: impl FnOnce(&str) -> Option<T>) -> bool {
    *value = read(text);
    value.is_some() || is_null(text)
}

fn is_null(text: &str) -> bool {
    text == "null"
}

/// What a JSON string says. One with half of a surrogate pair says nothing that Rust could hold.
pub(crate) fn string(text: &str) -> Option<Cow<'_, str>> {
    let inside = text.strip_prefix('"')?.strip_suffix('"')?;
    match inside.contains('\\') {
        false => Some(Cow::Borrowed(inside)),
        true => serde_json::from_str(text).ok().map(Cow::Owned),
    }
}

/// Puts a list of texts in. One with `null` among its elements fits no list of texts: to leave the `null` out would change
/// what is written back.
fn texts(list: &mut dyn TextsSlot, text: &str) -> bool {
    list.reset(!is_null(text));
    let fits = is_null(text) || strings(text, &mut |element| list.push(element));
    if !fits {
        list.reset(false);
    }
    fits
}

fn strings(text: &str, push: &mut dyn FnMut(&str)) -> bool {
    let elements: Result<Vec<Cow<'_, str>>, _> = serde_json::from_str(text);
    elements.is_ok_and(|elements| {
        elements.iter().for_each(|element| push(element));
        true
    })
}
