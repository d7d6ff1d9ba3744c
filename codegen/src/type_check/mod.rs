//! Whether a JSON value has the type that the model gives it, so that generated code reads it and writes it back
//! unchanged.

mod location;

use crate::json::{Kind, Member, Value};
use crate::model::{ApiModel, Derived, QualifiedName, Type};
use crate::primitive::Primitive;
use crate::source::Span;
pub(crate) use location::{Lack, Location};

/// What is wrong with a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// Values that have another kind than their type.
    pub(crate) contradictions: Vec<Contradiction>,
    /// Properties that no table has.
    pub(crate) unknown: Vec<(Location, Span)>,
}

/// A value that has another kind than its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contradiction {
    pub(crate) place: Location,
    /// What the type takes.
    pub(crate) expected: &'static str,
    /// What it is.
    pub(crate) found: &'static str,
    pub(crate) span: Span,
}

/// Checks a value against a type.
pub(crate) fn check(model: &ApiModel, type_: &Type, value: &Value) -> Report {
    let mut checker = Checker { model, report: Report::default() };
    let place = match type_.element() {
        Type::Structured(name) | Type::Enum(name) => Location::of_type(name),
        _ => Location::of_value(),
    };
    checker.value(type_, value, &place, Holder::Own);
    checker.report
}

/// Whether a type, or one that is derived from it, has any property of an object. `None` if the type has no properties at
/// all, like a type that no page describes.
pub(crate) fn knows_any(types: &Derived<'_>, name: &QualifiedName, value: &Value) -> Option<bool> {
    let Kind::Object(members) = &value.kind else { return None };
    let type_ = types.model.structured.get(name).filter(|type_| !type_.properties.is_empty())?;
    let mut names = members.iter().map(|member| member.name.value.as_str());
    Some(
        names.any(|member| type_.property_in_any_case(member).is_some() || types.have_property(name, member)),
    )
}

/// Where a value stands: a property's slot takes more spellings than an element of a list or what an envelope holds.
#[derive(Clone, Copy, PartialEq)]
enum Holder {
    Property,
    Own,
}

struct Checker<'a> {
    model: &'a ApiModel,
    report: Report,
}

impl<'a> Checker<'a> {
    fn value(&mut self, type_: &Type, value: &Value, place: &Location, slot: Holder) {
        let Form { fits, expected } = match (type_, &value.kind) {
            // A property without a value counts as absent; an object in a list keeps its `null`.
            (_, Kind::Null) if slot == Holder::Property => return,
            (Type::Structured(_) | Type::Primitive(Primitive::Stream | Primitive::Untyped), Kind::Null) => {
                return;
            }
            (Type::Primitive(primitive), kind) => Form::of(*primitive, kind, slot),
            (Type::Enum(_), kind) => Form { fits: matches!(kind, Kind::String(_)), expected: "a string" },
            (Type::Collection(element), Kind::Array(values)) => {
                for value in values {
                    // A list of texts with a `null` in it is kept as it is.
                    let kept = slot == Holder::Property && is_text(element) && value.kind == Kind::Null;
                    if !kept {
                        self.value(element, value, place, Holder::Own);
                    }
                }
                return;
            }
            (Type::Collection(_), _) => Form { fits: false, expected: "an array" },
            (Type::Structured(name), Kind::Object(_)) => return self.object(name, value, place),
            (Type::Structured(_), _) => Form { fits: false, expected: "an object" },
        };
        if !fits {
            let place = place.clone();
            let found = form(&value.kind, expected);
            self.report.contradictions.push(Contradiction { place, expected, found, span: value.span });
        }
    }

    fn object(&mut self, name: &QualifiedName, value: &Value, place: &Location) {
        let (Kind::Object(members), Some(type_)) = (&value.kind, self.model.structured.get(name)) else {
            return;
        };
        let own = annotated_type(value);
        let derived = own.as_ref().and_then(|name| self.model.structured.get(name));
        let stranger = own.as_ref().filter(|_| derived.is_none());
        // What is inside a body is found from there; a type that pages describe is found by its name.
        let place = if type_.owner.is_some() { place.clone() } else { Location::of_type(name) };
        let mut unknown = Vec::new();
        for member in members {
            let place = place.member(&member.name.value);
            match type_.property(&member.name.value) {
                // What a navigation property leads to is decoded on demand.
                Some(property) if property.navigation => {}
                Some(property) => self.value(&property.type_, &member.value, &place, Holder::Property),
                // Annotations belong to the format.
                None if member.name.value.contains('@') => {}
                None if type_.is_dictionary() => {}
                None if derived.and_then(|type_| type_.property(&member.name.value)).is_some() => {}
                None => {
                    // The properties of a type that no page describes are missing with its page.
                    let place = match stranger {
                        Some(name) => Location::of_stranger(name).member(&member.name.value),
                        None => place,
                    };
                    let alike = type_.property_in_any_case(&member.name.value);
                    let alike = alike.map(|property| property.name.clone());
                    unknown.push((place.known_as(alike), member.name.span));
                }
            }
        }
        // An object of an open type that has most of its properties by itself shows what the type is made for.
        let is_own = |known: &&Member| !known.name.value.contains('@');
        let is_open = type_.open && type_.owner.is_none();
        let is_bag = is_open && unknown.len() * 2 >= members.iter().filter(is_own).count();
        unknown.retain(|(place, _)| !is_bag || place.lack() != Lack::Table);
        self.report.unknown.extend(unknown);
    }
}

/// The name of the type that an object says it is of, which may be derived from the declared one.
fn annotated_type(value: &Value) -> Option<QualifiedName> {
    let name = value.get("@odata.type")?.as_str()?;
    Some(QualifiedName::from_text(name.trim_start_matches('#')))
}

/// The kind of a value, beside the kind that its type takes.
fn form(kind: &Kind, expected: &str) -> &'static str {
    match kind {
        Kind::Null => "`null`",
        Kind::Bool(_) => "true or false",
        Kind::Number(_) if expected.ends_with("integer") => "another number",
        Kind::Number(_) => "a number",
        Kind::String(_) => "a string",
        Kind::Array(_) => "an array",
        Kind::Object(_) => "an object",
    }
}

fn is_text(type_: &Type) -> bool {
    match type_ {
        Type::Enum(_) => true,
        Type::Primitive(primitive) => {
            let form = Form::of(*primitive, &Kind::String("".into()), Holder::Own);
            form.fits && form.expected == "a string"
        }
        _ => false,
    }
}

/// The form of a type in JSON, and whether a value has it.
struct Form {
    fits: bool,
    expected: &'static str,
}

impl Form {
    fn of(primitive: Primitive, kind: &Kind, slot: Holder) -> Form {
        let (fits, expected) = match primitive {
            Primitive::Boolean => (matches!(kind, Kind::Bool(_)), "true or false"),
            Primitive::Int32 => (integer::<i32>(kind, slot), "a 32-bit integer"),
            Primitive::Int64 => (integer::<i64>(kind, slot), "a 64-bit integer"),
            Primitive::Double => {
                let special = matches!(kind, Kind::String(text) if matches!(&**text, "NaN" | "INF" | "-INF"));
                (special && slot == Holder::Property || matches!(kind, Kind::Number(_)), "a number")
            }
            // A number in quotes is read, but written without.
            Primitive::Decimal => {
                let other = matches!(kind, Kind::String(text) if text.parse::<f64>().is_err());
                (other || matches!(kind, Kind::Number(_)), "a number")
            }
            Primitive::Stream | Primitive::Untyped => (true, "any value"),
            Primitive::String
            | Primitive::Guid
            | Primitive::Date
            | Primitive::DateTimeOffset
            | Primitive::TimeOfDay
            | Primitive::Duration
            | Primitive::Binary => (matches!(kind, Kind::String(_)), "a string"),
        };
        Form { fits, expected }
    }
}

/// Whether a number is an integer of this size. A property's slot takes a fraction of zero too.
fn integer<T: TryFrom<i64>>(kind: &Kind, slot: Holder) -> bool {
    let Kind::Number(text) = kind else { return false };
    let whole = text.parse::<f64>().ok().filter(|number| slot == Holder::Property && number.fract() == 0.0);
    let number =
        text.parse::<i64>().ok().or(whole.filter(|number| number.abs() < 9e15).map(|number| number as i64));
    number.is_some_and(|number| T::try_from(number).is_ok())
}
