//! Tables that are wrong: where a property's representation and every example that shows it contradict its row, they win. So
//! do examples by themselves where all of them show a list and the row says one, or the other way round. One example is enough
//! where the row's own words say that it is a list.

use std::collections::{BTreeMap, BTreeSet};

use super::samples::{Samples, Types};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::Type;
use crate::primitive::Primitive;
use crate::resolve::types::form::{form, list_of};
use crate::resolve::types::representation::RepresentedType;
use crate::shape::Shape;
use crate::source::Span;
use crate::text::RichText;

/// The rows that lose, with the type that each property has instead. Reports every contradiction, and who won.
pub(crate) fn rows(
    representations: &[RepresentedType],
    samples: &Samples<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Span, Type> {
    let mut overruled = BTreeMap::new();
    // Another representation may agree with the table, or show a third thing.
    let mut forms_of_row: BTreeMap<Span, BTreeSet<&str>> = BTreeMap::new();
    for representation in representations {
        forms_of_row.entry(representation.row).or_default().insert(&representation.forms.1);
    }
    for representation in representations.iter().filter(|it| it.forms.0 != it.forms.1) {
        let values = samples.of_place.get(&representation.row).map(Vec::as_slice).unwrap_or_default();
        let alone = forms_of_row.get(&representation.row).is_some_and(|forms| forms.len() == 1);
        let proof = proof(&representation.forms.1, values).filter(|_| alone);
        let (table, json) = &representation.forms;
        let by_words = proof.is_none() && alone && tells_list(representation, values);
        let name = &representation.name;
        let message = match proof {
            Some(_) => format!(
                "`{name}` is {table} in the table; the representation and all examples have {json}, which is used"
            ),
            None if by_words => format!(
                "`{name}` is {table} in the table; its description and the representation have {json}, which is used"
            ),
            None => format!("`{name}` is {table} in the table and {json} in the representation"),
        };
        if proof.is_some() || by_words {
            overruled.insert(representation.row, exact(&representation.type_, values));
        }
        let sample = proof.map(|sample| (sample.span, "an example".to_owned()));
        let row = (representation.row, "the table's row".to_owned());
        let related = std::iter::once(row).chain(sample).collect();
        diagnostics.report_with(Code::ConflictingType, representation.place, message, related);
    }
    // What a representation shows is judged above.
    overruled.extend(of_other_number(samples, |row| forms_of_row.contains_key(&row), diagnostics));
    overruled
}

/// The rows that say one where all examples show a list, or a list where they show one. Reports each.
fn of_other_number(
    samples: &Samples<'_>,
    is_judged: impl Fn(Span) -> bool,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Span, Type> {
    let mut found = BTreeMap::new();
    for property in samples.types.values().flat_map(|type_| &type_.properties) {
        let row = property.span;
        // Heirs have the row, too.
        if is_judged(row) || found.contains_key(&row) {
            continue;
        }
        let values = samples.of_place.get(&row).map(Vec::as_slice).unwrap_or_default();
        // The words for a list are no proof of the opposite.
        let by_words = !matches!(property.type_, Type::Collection(_)) && says_list(&property.description);
        let least = if by_words { 1 } else { 2 };
        let Some((type_, sample)) = other_number(&property.type_, values, least) else { continue };
        let [Some(table), Some(json)] = [form(&property.type_), form(&type_)] else { continue };
        let others = if by_words { "its description and all examples have" } else { "all examples have" };
        let message = format!("`{}` is {table} in the table; {others} {json}, which is used", property.name);
        let related = vec![(sample.span, "an example".to_owned())];
        diagnostics.report_with(Code::ConflictingType, row, message, related);
        found.insert(row, type_);
    }
    found
}

/// Whether a representation shows a list, the row's own words say so, and no example shows anything else.
fn tells_list(shown: &RepresentedType, values: &[&Value]) -> bool {
    let list = &shown.forms.1;
    let agrees = |value: &&Value| match form_of(value) {
        Form::Nothing | Form::List => true,
        Form::Of(found) => found == *list,
    };
    list.starts_with("a list") && values.iter().all(agrees) && says_list(&shown.description)
}

/// Whether a description begins by saying that there are several: "An array of ids", "The list of readers".
fn says_list(description: &RichText) -> bool {
    let words = description.plain().to_lowercase();
    let words = words.trim_start_matches("optional. ").trim_start_matches("required. ");
    let words = ["a ", "an ", "the "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    ["array of ", "collection of ", "list of "].iter().any(|list| words.starts_with(list))
}

/// The list of what a row says is one, or one of what it says is a list, where all values show that, and at least so many of
/// them.
fn other_number<'a>(type_: &Type, values: &[&'a Value], least: usize) -> Option<(Type, &'a Value)> {
    let other = match type_ {
        Type::Collection(element) => element.as_ref().clone(),
        one => Type::Collection(Box::new(one.clone())),
    };
    let form = form(&other)?;
    let telling: Vec<&Value> =
        values.iter().filter(|value| !matches!(form_of(value), Form::Nothing)).copied().collect();
    let first = telling.first().filter(|_| telling.len() >= least)?;
    // Empty lists are lists.
    let is_other = |value: &&Value| match form_of(value) {
        Form::List => matches!(other, Type::Collection(_)),
        Form::Of(found) => found == form,
        Form::Nothing => false,
    };
    telling.iter().all(is_other).then_some((other, *first))
}

/// Gives the properties of these rows their types.
pub(crate) fn retype(types: &mut Types, overruled: &BTreeMap<Span, Type>) {
    for property in types.values_mut().flat_map(|type_| &mut type_.properties) {
        if let Some(type_) = overruled.get(&property.span) {
            property.type_ = type_.clone();
            property.navigation &= matches!(type_.element(), Type::Structured(_));
        }
    }
}

/// The first value that has a form, where no other value has another one. A null proves nothing, and an empty list only
/// that it is a list.
pub(super) fn proof<'a>(form: &str, values: &[&'a Value]) -> Option<&'a Value> {
    let is_list = form.starts_with("a list");
    let mut proof = None;
    for value in values {
        match form_of(value) {
            Form::Nothing => {}
            Form::List if is_list => {}
            Form::Of(found) if found == form => proof = proof.or(Some(*value)),
            Form::List | Form::Of(_) => return None,
        }
    }
    proof
}

/// What a value is in JSON.
enum Form {
    Nothing,
    /// A list whose elements are unknown.
    List,
    /// In the words for the form of a type.
    Of(String),
}

fn form_of(value: &Value) -> Form {
    let word = match &value.kind {
        Kind::Null => return Form::Nothing,
        Kind::Array(elements) => {
            let mut forms = elements.iter().map(form_of).filter_map(|form| match form {
                Form::Of(form) => Some(form),
                Form::Nothing | Form::List => None,
            });
            let Some(first) = forms.next() else { return Form::List };
            let element = if forms.all(|form| form == first) { first } else { "anything".to_owned() };
            return Form::Of(list_of(&element));
        }
        Kind::Bool(_) => "a Boolean",
        Kind::Number(_) => "a number",
        Kind::String(_) => "a string",
        Kind::Object(_) => "an object",
    };
    Form::Of(word.to_owned())
}

/// A representation's number stands for numbers; the values tell how wide they are.
fn exact(type_: &Type, values: &[&Value]) -> Type {
    let joined = Shape::of_all(values.iter().copied());
    match (type_, joined) {
        (Type::Primitive(Primitive::Int32), Shape::Integer { wide: true }) => {
            Type::Primitive(Primitive::Int64)
        }
        (Type::Primitive(Primitive::Int32 | Primitive::Int64), Shape::Number) => {
            Type::Primitive(Primitive::Double)
        }
        _ => type_.clone(),
    }
}
