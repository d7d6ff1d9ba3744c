//! Enums whose members a description lists: "The possible values are: `low`, `normal`, `high`."
//!
//! A list makes an enum only where the type column names one. Many strings list common values in prose and take others.
//! A qualified name in the type column that leads to no page is an enum's without any list, if the representation has a
//! string there and no example an object.

use std::collections::BTreeSet;

use super::listing::listed;
use crate::json::{Kind, Value};
use crate::page::{EnumMember, EnumTable, Page, ResourcePart, Row, TypeSpelling};
use crate::source::Spanned;
use crate::text::RichText;

/// Words for a kind of type, which name none.
const KINDS: [&str; 5] = ["array", "class", "collection", "list", "set"];

/// The names of all members that examples show as objects.
pub(crate) fn shown_as_objects<'a>(pages: impl Iterator<Item = &'a Page>) -> BTreeSet<&'a str> {
    let exchanges = pages.flat_map(|page| &page.api.exchanges);
    let examples = exchanges.flat_map(|exchange| [&exchange.request, &exchange.response]).flatten();
    let mut open: Vec<&Value> = examples.filter_map(|example| example.message.json()).collect();
    let mut names = BTreeSet::new();
    while let Some(value) = open.pop() {
        match &value.kind {
            Kind::Array(elements) => open.extend(elements),
            Kind::Object(members) => {
                for member in members {
                    if matches!(member.value.kind, Kind::Object(_)) {
                        names.insert(member.name.value.as_str());
                    }
                    open.push(&member.value);
                }
            }
            _ => {}
        }
    }
    names
}

/// The enums that the rows of a page's tables list members for. Properties named in `objects` do not have an enum.
pub(crate) fn of(page: &Page, objects: &BTreeSet<&str>) -> Vec<EnumTable> {
    // What a relationship leads to is an entity.
    let resource = page.resources().flat_map(|it| &it.properties);
    let operation =
        page.api.request_body.rows.iter().chain(&page.api.parameters).chain(&page.api.function_parameters);
    resource.chain(operation).filter_map(|row| table(page, row, objects)).collect()
}

fn table(page: &Page, row: &Row, objects: &BTreeSet<&str>) -> Option<EnumTable> {
    let names_one = |spelling: &&TypeSpelling| spelling.primitive.is_none() && !spelling.own_enum;
    let spelling = row.type_.as_ref().filter(names_one)?;
    let is_name = spelling.name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
    let is_kind = KINDS.contains(&spelling.name.to_lowercase().as_str());
    if !is_name || is_kind || spelling.name.is_empty() {
        return None;
    }
    // Words can list the types of an object, too: "one of `dayTerm`, `weekTerm`".
    if shows(page, row, |value| matches!(value.kind, Kind::Object(_))) {
        return None;
    }
    let members = listed(&row.description);
    let is_bare = spelling.name.contains('.') && spelling.target.is_none();
    let is_string = || {
        shows(page, row, |value| matches!(value.kind, Kind::String(_)))
            && !objects.contains(row.name.value.as_str())
    };
    (!members.is_empty() || is_bare && is_string())
        .then(|| list(Spanned::new(spelling.name.clone(), spelling.span), members, row))
}

/// The members that a row's description lists, as a table.
pub(crate) fn list(name: Spanned<String>, members: Vec<String>, row: &Row) -> EnumTable {
    let member = |name| EnumMember {
        name: Spanned::new(name, row.description.span),
        value: None,
        description: RichText::default(),
    };
    let members = members.into_iter().map(member).collect();
    EnumTable { name, anchor: None, about: Vec::new(), notes: Vec::new(), members, span: row.span }
}

/// Whether a representation's value of the row, or an element of it, is as asked.
fn shows(page: &Page, row: &Row, is_asked: impl Fn(&Value) -> bool) -> bool {
    let skeletons = page.resources().flat_map(ResourcePart::skeletons);
    skeletons.filter_map(|skeleton| skeleton.get(&row.name.value)).any(|value| match &value.kind {
        Kind::Array(elements) => elements.iter().any(&is_asked),
        _ => is_asked(value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_qualified_name_is_an_enums_until_an_example_shows_an_object() {
        let read = |json: &str| {
            let excerpt = crate::source::Excerpt::whole(json, Default::default(), 0);
            crate::json::read(&excerpt, &mut Default::default()).expect("JSON")
        };
        let row = Row {
            name: Spanned::new("term".to_owned(), Default::default()),
            type_: Some(crate::page::TypeSpelling { name: "EX.loanTerm".to_owned(), ..Default::default() }),
            ..Row::default()
        };
        let mut page = Page::default();
        page.resource.properties.push(row);
        assert!(of(&page, &BTreeSet::new()).is_empty());
        page.resource.representations.push(crate::page::Representation {
            annotation: None,
            value: Some(read(r#"{"term": "EX.loanTerm"}"#)),
        });
        assert_eq!(of(&page, &BTreeSet::new()).len(), 1);
        let words =
            ["One of ", "dayTerm", ", ", "weekTerm"].iter().enumerate().map(|(at, words)| match at % 2 {
                0 => crate::text::Inline::Text((*words).to_owned()),
                _ => crate::text::Inline::Code((*words).to_owned()),
            });
        page.resource.properties[0].description.parts = words.collect();
        page.resource.representations[0].value = Some(read("{}"));
        assert_eq!(of(&page, &BTreeSet::new()).len(), 1);
        page.resource.representations[0].value = Some(read(r#"{"term": [{"@odata.type": "EX.dayTerm"}]}"#));
        assert!(of(&page, &BTreeSet::new()).is_empty());
        page.resource.representations[0].value = Some(read(r#"{"term": ["EX.dayTerm"]}"#));
        page.resource.properties[0].description = RichText::default();
        assert_eq!(of(&page, &BTreeSet::new()).len(), 1);

        let mut shows = Page::default();
        let body = crate::http::Body::Json(read(r#"{"value": [{"term": {"days": 14}}]}"#));
        let response = crate::page::Example {
            message: crate::http::Message::Body(body),
            annotation: None,
            span: Default::default(),
        };
        shows.api.exchanges.push(crate::page::Exchange { request: None, response: Some(response) });
        assert!(of(&page, &shown_as_objects([&shows].into_iter())).is_empty());
    }
}
