//! Values that do not fit their properties. They are kept, and `unfit` lists them.

use std::fmt;

use super::{Object, View};
use crate::support::{Error, Json};

/// A value that the service sent and that does not fit its property. It stands in the object's `extra`, and is written
/// back as it came, until the field is set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unfit {
    /// Where it stands, from the object that was asked: `lineNumber`, `lines/0/text`.
    pub path: String,
    /// What the property holds: `a text`.
    pub expected: &'static str,
    /// The value.
    pub json: Json,
}

impl Unfit {
    /// The error for the first of those that were found, if there are any.
    pub(crate) fn refuse(found: &[Self], type_name: &'static str, body: &[u8]) -> Result<(), Error> {
        match found.first() {
            Some(unfit) => Err(Error::decode(type_name, serde_core::de::Error::custom(unfit), body)),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} is expected, and the service sent {}", self.path, self.expected, self.json)
    }
}

/// Finds the values in an object, and in those inside of it, that do not fit. `path` leads to the object.
pub(crate) fn in_object(object: &dyn Object, path: &str, found: &mut Vec<Unfit>) {
    let names = object.names();
    for (name, json) in object.extra().iter() {
        let index = names.iter().position(|known| *known == name);
        if let Some(view) = index.map(|index| object.view(index)).filter(|view| !view.is_set()) {
            found.push(Unfit { path: below(path, name), expected: expected(&view), json: json.clone() });
        }
    }
    for (index, name) in names.iter().enumerate() {
        match object.view(index) {
            View::Object(slot) => slot.get().into_iter().for_each(|inner| {
                in_object(inner, &below(path, name), found);
            }),
            View::Objects(slot) => {
                in_list(&mut (0..).map_while(|at| slot.get(at)), &below(path, name), found)
            }
            _ => {}
        }
    }
}

/// The same in each object of a list.
pub(crate) fn in_list(list: &mut dyn Iterator<Item = &dyn Object>, path: &str, found: &mut Vec<Unfit>) {
    for (index, object) in list.enumerate() {
        in_object(object, &below(path, &index.to_string()), found);
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

fn expected(view: &View<'_>) -> &'static str {
    match view {
        View::String(_) | View::Text(_) => "a text",
        View::Strings(_) | View::Texts(_) => "a list of texts",
        View::Bool(_) => "true or false",
        View::Int32(_) => "an integer of 32 bits",
        View::Int64(_) => "an integer of 64 bits",
        View::Double(_) | View::Decimal(_) => "a number",
        View::Object(_) => "an object",
        View::Objects(_) => "a list of objects",
        View::Json(_) | View::Value(_) | View::Extra(_) => "another value",
    }
}
