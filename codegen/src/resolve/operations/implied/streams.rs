//! Where pages document an entity that has a stream, or write the stream, its content can be read.

use std::collections::BTreeSet;

use super::Read;
use super::documented::{Call, Documented};
use super::naming::{Missing, Naming};
use super::paths;
use crate::http::Method;
use crate::model::{Implied, ResponseBody, Rule, Type};
use crate::path_template::PathTemplate;
use crate::primitive::Primitive;
use crate::source::Span;

pub(super) fn implied(documented: &Documented<'_>, naming: &Naming) -> Vec<Read> {
    let mut known = BTreeSet::new();
    let mut reads = written(documented, naming);
    reads.extend(below(documented, naming));
    reads.retain(|read| {
        let place = paths::place(&read.path);
        !documented.is_read(&place) && known.insert(place)
    });
    reads
}

/// The streams that some call writes.
fn written(documented: &Documented<'_>, naming: &Naming) -> Vec<Read> {
    let writes =
        documented.calls.iter().filter(|call| matches!(call.operation.method, Method::Patch | Method::Put));
    let read = |call: &Call<'_>| {
        let property = call.end.property.filter(|_| !call.end.call)?;
        is_stream(call.end.type_.as_ref()?).then_some(())?;
        let path = call.operation.path.clone();
        let name = paths::last_name(&path)?.to_owned();
        Some(read(call, path, naming.stream(call, &name), name, property))
    };
    writes.filter_map(read).collect()
}

/// The streams of the entities that some call reads.
fn below(documented: &Documented<'_>, naming: &Naming) -> Vec<Read> {
    let entities = documented.reads().filter(|call| call.operation.fixed_query.is_none());
    let entities = entities.filter_map(|call| Some((call, documented.types.get(call.one()?)?)));
    let read = |(entity, name, span): (&Call<'_>, &String, Span)| {
        let path = paths::below(&entity.operation.path, name);
        read(entity, path, naming.property(entity, name, false), name.clone(), span)
    };
    entities
        .flat_map(|(entity, type_)| {
            let streams = type_.properties.iter().filter(|property| is_stream(&property.type_));
            streams.filter(|it| !it.deprecated).map(move |property| (entity, &property.name, property.span))
        })
        .map(read)
        .collect()
}

fn read(call: &Call<'_>, path: PathTemplate, missing: Missing, name: String, property: Span) -> Read {
    let implied = Implied {
        rule: Rule::Stream(name),
        beside: call.page.id,
        resource: missing.resource,
        function: missing.function,
        from: vec![call.route.span, property],
    };
    Read { path, response: ResponseBody::Content, implied, deprecation: call.page.deprecation.clone() }
}

fn is_stream(type_: &Type) -> bool {
    *type_ == Type::Primitive(Primitive::Stream)
}
