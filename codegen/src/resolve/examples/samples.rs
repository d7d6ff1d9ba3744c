//! The values that the examples of all operations show for each type and each row of a table.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::attach::ExampleRoutes;
use crate::http::Message;
use crate::json::{Kind, Value};
use crate::model::{
    Operation, Operations, PageRoute, Property, QualifiedName, RequestBody, ResponseBody, StructuredType,
    Type,
};
use crate::page::{Exchange, Page, Pages};
use crate::resolve::operations::exchanges::Binding;
use crate::resolve::operations::fit;
use crate::source::{Span, Spanned};

/// The types of the model by name.
pub(crate) type Types = BTreeMap<QualifiedName, StructuredType>;

/// Values that examples show.
pub(crate) struct Samples<'a> {
    /// The types that the samples are of.
    pub(crate) types: &'a Types,
    /// The objects of each type that answers hold: not those inside of another object.
    pub(crate) answered: BTreeMap<&'a QualifiedName, Vec<&'a Value>>,
    /// The values of each property, by the place that describes it.
    pub(crate) of_place: BTreeMap<Span, Vec<&'a Value>>,
    /// The names that differ from that of a property in the case of their letters, by the same place.
    pub(crate) respelled: BTreeMap<Span, Vec<&'a Spanned<String>>>,
}

impl<'a> Samples<'a> {
    /// The samples of all pages.
    pub(crate) fn of(
        types: &'a Types,
        operations: &'a Operations,
        routes: &ExampleRoutes,
        pages: &'a Pages,
    ) -> Self {
        let of_page = |page: &'a Page| {
            let mut found =
                PageSamples { types, answered: Vec::new(), of_place: Vec::new(), respelled: Vec::new() };
            let bindings = routes.bindings.get(&page.id).into_iter().flatten();
            for (exchange, binding) in page.api.exchanges.iter().zip(bindings) {
                let route = match binding {
                    Binding::Route(route, _) | Binding::WithoutKey(route) => *route,
                    // A page with one route shows that route.
                    Binding::NoRoute | Binding::NoAddress if page.api.routes.len() == 1 => 0,
                    _ => continue,
                };
                let key = routes.operations.get(&PageRoute { page: page.id, route });
                if let Some(operation) = key.and_then(|key| operations.get(key)) {
                    found.exchange(operation, exchange);
                }
            }
            found
        };
        let found: Vec<PageSamples<'_>> = pages.par_iter().map(|(_, page)| of_page(page)).collect();
        Samples {
            types,
            answered: by_key(found.iter().flat_map(|found| &found.answered)),
            of_place: by_key(found.iter().flat_map(|found| &found.of_place)),
            respelled: by_key(found.iter().flat_map(|found| &found.respelled)),
        }
    }
}

/// What was found, by its key, each in the order in which it was found.
fn by_key<'f, K: Copy + Ord + 'f, V: Copy + 'f>(
    found: impl Iterator<Item = &'f (K, V)>,
) -> BTreeMap<K, Vec<V>> {
    let mut all: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for (key, value) in found {
        all.entry(*key).or_default().push(*value);
    }
    all
}

/// The samples of one page, in their order: pages are independent of each other.
struct PageSamples<'a> {
    types: &'a Types,
    answered: Vec<(&'a QualifiedName, &'a Value)>,
    of_place: Vec<(Span, &'a Value)>,
    respelled: Vec<(Span, &'a Spanned<String>)>,
}

impl<'a> PageSamples<'a> {
    fn exchange(&mut self, operation: &'a Operation, exchange: &'a Exchange) {
        let sent = exchange.request.as_ref().and_then(|example| example.message.json());
        if let Some(body) = sent {
            self.sent(&operation.request, body);
        }
        let Some(response) = &exchange.response else { return };
        let failed = |message: &Message| matches!(message, Message::Response(it) if it.status.value >= 400);
        let body = response.message.json().filter(|_| !failed(&response.message));
        let (Some(body), Some(type_)) = (body, operation.response.type_name()) else { return };
        let objects = match answers_one(&operation.response) {
            true => vec![body],
            false => fit::objects(body),
        };
        for object in objects {
            let type_ = self.own_type(type_, object);
            self.answered.push((type_, object));
            self.object(type_, object);
        }
    }

    fn sent(&mut self, request: &'a RequestBody, body: &'a Value) {
        match request {
            RequestBody::Structured(type_) => self.object(self.own_type(type_, body), body),
            RequestBody::Collection(element) => {
                body.as_array().into_iter().flatten().for_each(|body| self.value(element, body));
            }
            RequestBody::Optional(inner) => self.sent(inner, body),
            RequestBody::None | RequestBody::Json | RequestBody::Content => {}
        }
    }

    /// The type that an object says it is of, else the one that its place has.
    fn own_type(&self, type_: &'a QualifiedName, object: &Value) -> &'a QualifiedName {
        let annotation = object.get("@odata.type").and_then(|name| name.as_str());
        let annotation = annotation.map(|name| QualifiedName::from_text(name.trim_start_matches('#')));
        annotation.and_then(|name| self.types.get_key_value(&name)).map_or(type_, |(name, _)| name)
    }

    fn value(&mut self, type_: &'a Type, value: &'a Value) {
        match (type_, &value.kind) {
            (Type::Collection(element), Kind::Array(values)) => {
                values.iter().for_each(|value| self.value(element, value));
            }
            (Type::Structured(name), Kind::Object(_)) => self.object(self.own_type(name, value), value),
            _ => {}
        }
    }

    fn object(&mut self, type_: &'a QualifiedName, object: &'a Value) {
        let Some(type_) = self.types.get(type_) else { return };
        for member in object.as_object().unwrap_or_default() {
            let name = &member.name.value;
            if let Some(Property { type_, span, .. }) = type_.property(name) {
                self.of_place.push((*span, &member.value));
                self.value(type_, &member.value);
            } else if let Some(Property { type_, span, .. }) = type_.property_in_any_case(name) {
                self.respelled.push((*span, &member.name));
                self.value(type_, &member.value);
            }
        }
    }
}

/// Whether the body is the object itself, without an envelope.
fn answers_one(response: &ResponseBody) -> bool {
    match response {
        ResponseBody::One(_) => true,
        ResponseBody::Reply(inner) => answers_one(inner),
        _ => false,
    }
}
