//! What a type or a property rests on.

use super::{Reason, Why, findings_at};
use crate::api::Api;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{EnumType, Property, QualifiedName, StructuredType, Type};
use crate::page::{self, Row};
use crate::source::{FileId, PageId, Span};

pub(super) fn structured(api: &Api, type_: &StructuredType) -> Why {
    let mut reasons = pages(api, &type_.description.pages, type_.owner);
    if let Some(page) = type_.owner.and_then(|page| api.pages.get(&page)) {
        reasons.push(Reason::new("it is made for the operations of this page alone", page.title.span));
    }
    if let Some(base) = &type_.base {
        let annotated = parts(api, type_).flat_map(|part| part.annotations());
        let place =
            annotated.filter_map(|annotation| annotation.base_type.as_ref()).map(|base| base.span).next();
        reasons.push(Reason::new(format!("its base is `{base}`"), place));
    }
    let own = type_.properties.iter().map(|property| property.span);
    let (first, number) = (own.clone().next(), own.count());
    reasons.extend(
        first.map(|first| {
            Reason::new(format!("it has {number} properties, of which this is the first"), first)
        }),
    );
    reasons.extend(users(api, &type_.name));
    Why { item: item(api, &type_.name, "struct"), reasons, findings: findings_about(api, &type_.name) }
}

pub(super) fn enumeration(api: &Api, enum_: &EnumType) -> Why {
    let mut reasons = pages(api, &enum_.description.pages, None);
    let members: Vec<String> = enum_.members.iter().map(|member| format!("`{}`", member.text())).collect();
    reasons.push(Reason::new(format!("its members are {}", members.join(", ")), None));
    reasons.extend(users(api, &enum_.name));
    Why { item: item(api, &enum_.name, "enum"), reasons, findings: findings_about(api, &enum_.name) }
}

pub(super) fn property(api: &Api, type_: &StructuredType, name: &str) -> Result<Why, String> {
    let Some(at) = type_.properties.iter().position(|property| property.name.eq_ignore_ascii_case(name))
    else {
        return Err(no_property(type_, name));
    };
    let property = &type_.properties[at];
    let mut reasons = vec![decisive(api, type_, property)];
    let owners = std::iter::once(type_).chain(api.model.bases(type_));
    let others = owners.flat_map(|owner| mentions(api, owner, &property.name));
    reasons.extend(others.filter(|other| other.span != Some(property.span)));
    let places: Vec<Span> = reasons.iter().filter_map(|reason| reason.span).collect();
    let field = api.names.fields(&type_.name).get(at).map(|ident| ident.to_string()).unwrap_or_default();
    let module = api.names.type_(&type_.name).map(|name| name.path()).unwrap_or_default();
    let item = format!(
        "`{}.{}` is the field `{module}::{field}`, an `{}`",
        type_.name, property.name, property.type_
    );
    Ok(Why { item, reasons, findings: findings_at(api, &places) })
}

/// Says that a type lacks the property, and suggests the nearest one or lists all.
fn no_property(type_: &StructuredType, name: &str) -> String {
    let names = || type_.properties.iter().map(|property| property.name.as_str());
    let likeness = |known: &str| strsim::jaro_winkler(&known.to_lowercase(), &name.to_lowercase());
    let near = names().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    let has = match near.filter(|near| likeness(near) > 0.85) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it has {}", names().collect::<Vec<_>>().join(", ")),
    };
    format!("`{}` has no property `{name}`; {has}", type_.name)
}

/// The place that decided, and what it is.
fn decisive(api: &Api, type_: &StructuredType, property: &Property) -> Reason {
    let is_row = |row: &&Row| row.span == property.span;
    let rows = || {
        let pages = page::of_file(&api.pages, property.span.file);
        pages.flat_map(|page| page.resources()).flat_map(|part| part.rows())
    };
    let inherited = match type_.description.pages.contains(&property.span.file) {
        true => "",
        false => ", on the page of a base type,",
    };
    let is_doubted = findings_at(api, &[property.span]).iter().any(|it| it.code == Code::ConflictingType);
    match rows().find(is_row) {
        Some(_) if is_doubted => {
            Reason::new("this row lists it; the finding below says which type was taken", property.span)
        }
        Some(_) => Reason::new(format!("this row of a table{inherited} decides"), property.span),
        None => Reason::new(format!("no table lists it; this{inherited} decides"), property.span),
    }
}

/// Every row and every member of a representation that has the property.
fn mentions(api: &Api, type_: &StructuredType, name: &str) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for part in parts(api, type_) {
        let rows = part.rows().filter(|row| row.name.value.eq_ignore_ascii_case(name));
        reasons.extend(rows.map(|row| Reason::new("this row has it too", row.span)));
        let members = part.skeletons().filter_map(|value| value.as_object()).flatten();
        let members = members.filter(|member| member.name.value.eq_ignore_ascii_case(name));
        reasons.extend(members.map(|member| Reason::new("the representation shows it", member.name.span)));
    }
    reasons
}

/// What the pages of a type say of types.
fn parts<'a>(api: &'a Api, type_: &'a StructuredType) -> impl Iterator<Item = &'a crate::page::ResourcePart> {
    let pages = type_.description.pages.iter().flat_map(|file| page::of_file(&api.pages, *file));
    pages.flat_map(|page| page.resources())
}

/// The pages that describe a type. Of the pages of one file, that is the one for which it is made, or else the first.
fn pages(api: &Api, files: &[FileId], owner: Option<PageId>) -> Vec<Reason> {
    let page = |file: &FileId| owner.filter(|page| page.file == *file).unwrap_or(PageId::first(*file));
    let pages = files.iter().filter_map(|file| api.pages.get(&page(file)));
    let mut reasons: Vec<Reason> =
        pages.map(|page| Reason::new("this page describes it", page.title.span)).collect();
    if reasons.is_empty() {
        reasons.push(Reason::new("no page describes it", None));
    }
    reasons
}

/// What holds the type, as far as a few lines tell.
fn users(api: &Api, name: &QualifiedName) -> Vec<Reason> {
    const SHOWN: usize = 5;
    let holds = |property: &&Property| matches!(property.type_.element(), Type::Structured(inside) | Type::Enum(inside) if inside == name);
    let properties =
        api.model.structured.values().flat_map(|type_| {
            type_.properties.iter().filter(holds).map(move |property| (&type_.name, property))
        });
    let mut known = std::collections::BTreeSet::new();
    let mut all: Vec<Reason> = Vec::new();
    for (owner, property) in properties.filter(|(_, property)| known.insert(property.span)) {
        all.push(Reason::new(format!("`{owner}.{}` holds it", property.name), property.span));
    }
    let more = all.len().saturating_sub(SHOWN);
    all.truncate(SHOWN);
    if more > 0 {
        all.push(Reason::new(format!("{more} more properties hold it"), None));
    }
    all
}

fn item(api: &Api, name: &QualifiedName, kind: &str) -> String {
    match api.names.type_(name) {
        Some(path) => format!("`{name}` is the {kind} `{}`", path.path()),
        None => format!("`{name}` is not part of the crate"),
    }
}

/// The findings whose words name a type.
fn findings_about(api: &Api, name: &QualifiedName) -> Vec<Diagnostic> {
    let (whole, inside) = (format!("`{name}`"), format!("`{name}."));
    let names = |found: &&Diagnostic| found.message.contains(&whole) || found.message.contains(&inside);
    api.diagnostics.iter().filter(names).cloned().collect()
}

/// Says that the type does not exist, and suggests others.
pub(super) fn nothing(api: &Api, name: &str) -> String {
    let names = api.model.structured.keys().chain(api.model.enums.keys());
    let short = name.rsplit('.').next().unwrap_or(name).to_lowercase();
    let near =
        names.map(|known| (strsim::damerau_levenshtein(&known.name.to_lowercase(), &short), known)).min();
    match near {
        Some((distance, near)) if distance <= 3 => {
            format!("there is no type `{name}`: did you mean `{near}`?")
        }
        _ => format!("there is no type `{name}`"),
    }
}
