//! Operations: one for each route, after all pages that document it.

use std::collections::BTreeMap;

use super::arguments::{self, Called};
use super::bodies::{Bodies, Taken};
use super::evidence::{Evidence, last_segment};
use super::exchanges::Bindings;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{
    Description, Named, Operation, Owner, Permission, Place, Property, QualifiedName, RequestBody,
    ResponseBody, StructuredType, Type,
};
use crate::page::{self, Page, Route, Row};
use crate::path_template::QueryTemplate;
use crate::primitive::Primitive;
use crate::resolve::types::infer;
use crate::resolve::types::structured::{Properties, from_row};
use crate::source::{FileId, Sources, file_stem};
use crate::text::{Inline, RichText};

/// What the pages' routes amount to.
#[derive(Default)]
pub(crate) struct Resolved {
    pub(crate) operations: Vec<Operation>,
    /// The bodies of actions.
    pub(crate) bodies: Vec<StructuredType>,
    /// The operation of each route of each page, as the place where it is documented first.
    pub(crate) of_route: BTreeMap<Place, Place>,
}

/// The operations of all pages, each route once for each pair of bodies that pages give it.
pub(crate) fn resolve(
    bodies: &Bodies<'_>,
    pages: &BTreeMap<FileId, Page>,
    bindings: &Bindings,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Resolved {
    let mut resolved = Resolved::default();
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for page in pages.values().filter(|page| !page.api.routes.is_empty()) {
        arguments::report(bodies.lookup, page, diagnostics);
        let bindings = bindings.get(&page.file).map(Vec::as_slice).unwrap_or_default();
        for (position, route) in page.api.routes.iter().enumerate() {
            let evidence = Evidence::of(page, bindings, route);
            let response = bodies.response(page, route, &evidence);
            let taken = bodies.request(page, route.method, &evidence, &response);
            let request = request(bodies, page, route, taken, sources, &mut resolved.bodies, diagnostics);
            let request = if page.api.request_body.optional { optional(request) } else { request };
            let place = Place { page: page.file, route: position };
            let query = route.query.as_ref().map(QueryTemplate::key);
            let key = (route.method, route.address.path.key(), query, request.clone(), response.clone());
            match known.get(&key) {
                Some(index) => {
                    add_place(&mut resolved.operations[*index], place, page, route, pages, diagnostics);
                    let first = resolved.operations[*index].places.first().copied();
                    resolved.of_route.insert(place, first.unwrap_or(place));
                }
                None => {
                    resolved.of_route.insert(place, place);
                    known.insert(key, resolved.operations.len());
                    let called = arguments::of(bodies.lookup, page, route);
                    resolved.operations.push(operation(
                        page,
                        route,
                        called,
                        place,
                        request,
                        response.clone(),
                    ));
                }
            }
        }
    }
    resolved
}

fn add_place(
    operation: &mut Operation,
    place: Place,
    page: &Page,
    route: &Route,
    pages: &BTreeMap<FileId, Page>,
    diagnostics: &mut Diagnostics,
) {
    let first =
        operation.places.first().and_then(|place| pages.get(&place.page)?.api.routes.get(place.route));
    let related = first.map(|first| (first.span, "first documented here".to_owned())).into_iter().collect();
    let message = format!("`{} {}` is documented again", route.method.as_str(), route.address.path);
    diagnostics.report_with(Code::DuplicateOperation, route.span, message, related);
    if !operation.places.iter().any(|known| known.page == place.page) {
        operation.places.push(place);
        operation.description.pages.push(page.file);
    }
}

fn operation(
    page: &Page,
    route: &Route,
    called: Called,
    place: Place,
    request: RequestBody,
    response: ResponseBody,
) -> Operation {
    Operation {
        method: route.method,
        path: called.path,
        fixed_query: route.query.clone(),
        documented: route.text.trim().to_owned(),
        arguments: called.arguments,
        request,
        names_type: false,
        response,
        places: vec![place],
        description: Description {
            text: introduction(page),
            deprecation: page.deprecation.clone(),
            pages: vec![page.file],
        },
        permissions: page.api.permissions.iter().map(permission).collect(),
        query: page.api.query.text.clone(),
        headers: page.api.headers.iter().map(named).collect(),
        parameters: called.described,
        exchanges: Vec::new(),
    }
}

/// What the page says first: its summary, or else its description or title.
fn introduction(page: &Page) -> Vec<RichText> {
    if page.summary.iter().any(|text| !text.is_empty()) {
        return page.summary.clone();
    }
    let said = page.front.description.as_ref().unwrap_or(&page.title);
    match said.value.is_empty() {
        true => Vec::new(),
        false => vec![RichText { parts: vec![Inline::Text(said.value.clone())], span: said.span }],
    }
}

fn permission(row: &page::Permission) -> Permission {
    Permission { kind: row.kind.clone(), names: row.names.clone(), text: row.text.clone() }
}

fn named(row: &Row) -> Named {
    Named { name: row.name.value.clone(), description: row.description.clone() }
}

fn request(
    bodies: &Bodies<'_>,
    page: &Page,
    route: &Route,
    taken: Taken,
    sources: &Sources,
    made: &mut Vec<StructuredType>,
    diagnostics: &mut Diagnostics,
) -> RequestBody {
    let stem = file_stem(&sources.get(page.file).path);
    let name = QualifiedName { namespace: page.namespace().to_owned(), name: format!("{stem} request") };
    let owner = Owner { page: page.file, stem: stem.to_owned(), role: "Request".to_owned() };
    match taken {
        Taken::Known(request) => return request,
        Taken::ShownElements(shape) => {
            let element = Taken::Shown(shape);
            let element = match request(bodies, page, route, element, sources, made, diagnostics) {
                RequestBody::Structured(name) => Type::Structured(name),
                _ => Type::Primitive(Primitive::Untyped),
            };
            return RequestBody::Collection(element);
        }
        Taken::Parameters if made.iter().any(|type_| type_.name == name) => {}
        Taken::Parameters => made.push(parameters(bodies, page, name.clone(), owner, diagnostics)),
        Taken::Shown(shape) => {
            // What a route sends may differ from what the page's first one does.
            let last = last_segment(route);
            let own = QualifiedName { name: format!("{stem} {last} request"), ..name.clone() };
            let its_owner = Owner { role: last + "Request", ..owner.clone() };
            for (name, owner) in [(name, owner), (own, its_owner)] {
                let mut shown = Vec::new();
                let place = (page.file, route.span);
                infer::structured(name.clone(), Some(owner), &shape, place, &mut shown);
                match made.iter().find(|type_| type_.name == name) {
                    None => made.extend(shown),
                    Some(known) if shown.iter().any(|type_| covers(known, type_)) => {}
                    Some(_) => continue,
                }
                return RequestBody::Structured(name);
            }
            return RequestBody::Json;
        }
    }
    RequestBody::Structured(name)
}

/// A body that the caller may leave out.
fn optional(request: RequestBody) -> RequestBody {
    match request {
        RequestBody::None | RequestBody::Optional(_) => request,
        _ => RequestBody::Optional(Box::new(request)),
    }
}

/// Whether a type is another one of the same name, or has all of its properties.
fn covers(known: &StructuredType, shown: &StructuredType) -> bool {
    let has = |property: &Property| {
        known.properties.iter().any(|one| one.name == property.name && one.type_ == property.type_)
    };
    known.name == shown.name && shown.properties.iter().all(has)
}

/// The body of an action, from the table of its parameters.
fn parameters(
    bodies: &Bodies<'_>,
    page: &Page,
    name: QualifiedName,
    owner: Owner,
    diagnostics: &mut Diagnostics,
) -> StructuredType {
    let mut properties = Properties::default();
    for row in &page.api.request_body.rows {
        properties.add(from_row(bodies.lookup, page, row, false, diagnostics), diagnostics);
    }
    StructuredType {
        name,
        owner: Some(owner),
        base: None,
        is_abstract: false,
        open: false,
        properties: properties.list,
        description: Description { text: Vec::new(), deprecation: None, pages: vec![page.file] },
    }
}
