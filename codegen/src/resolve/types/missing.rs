//! Types that pages link but none describes: the page behind the link is missing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::declarations::Declarations;
use super::type_section::qualified;
use crate::json::{Kind, Value};
use crate::links::Links;
use crate::model::QualifiedName;
use crate::page::{Page, Pages, ResourcePart, Row, TypeSpelling};
use crate::source::{Sources, Span, file_stem};

/// A type that a missing page would be about.
#[derive(Clone, Debug)]
pub(crate) struct Missing {
    pub(crate) name: QualifiedName,
    /// The first link.
    pub(crate) span: Span,
}

/// Declares the structured types whose pages are missing, each once. `objects` are the names of all members that examples
/// show as objects: a type that only a cell of a table links may be an enum as well.
pub(crate) fn declare(
    declarations: &mut Declarations<'_>,
    pages: &Pages,
    links: &Links<'_>,
    sources: &Sources,
    objects: &BTreeSet<&str>,
) -> Vec<Missing> {
    let mut found: BTreeMap<QualifiedName, Missing> = BTreeMap::new();
    let namespaces = namespaces(declarations, pages, sources);
    let missing = |page| of_page(page, objects).into_iter().filter_map(|link| link.missing(page, links));
    let missing: Vec<_> = pages.par_iter().flat_map_iter(|(_, page)| missing(page)).collect();
    for (page, link, place) in missing {
        if declarations.of_missing(&place).is_some() {
            continue;
        }
        let alike = namespaces.get(prefix(file_stem(&place))).filter(|_| !link.text.contains('.'));
        let name = annotated(page, &link.text).unwrap_or_else(|| match alike {
            Some(namespace) => QualifiedName::new(namespace, link.text.as_ref()),
            None => qualified(page, &link.text),
        });
        // A type that a table or an annotation has named is known already.
        if declarations.find(&name.namespace, &link.text).is_none() {
            declarations.declare_missing(place, name.clone());
            found.entry(name.clone()).or_insert(Missing { name, span: link.span });
        }
    }
    found.into_values().collect()
}

/// A link to what may be a type's page.
struct Link<'a> {
    text: Cow<'a, str>,
    target: &'a str,
    span: Span,
}

impl<'a> Link<'a> {
    /// The link with its page and its place, if a page is missing there that would be the page of the type that the text names.
    fn missing(self, page: &'a Page, links: &Links<'_>) -> Option<(&'a Page, Self, String)> {
        let is_missing = !self.target.contains('#') && links.page(page.id.file, self.target).is_none();
        let place = links.place(page.id.file, self.target).filter(|_| is_missing)?;
        let file = place.strip_prefix("resources/").filter(|file| file.ends_with(".md"))?;
        is_named_for(file_stem(file), &self.text).then_some((page, self, place))
    }
}

/// The links of a page that stand where types stand.
fn of_page<'a>(page: &'a Page, objects: &BTreeSet<&str>) -> Vec<Link<'a>> {
    let resources = || page.resources();
    let relations = resources().flat_map(|it| &it.relationships).filter_map(|row| row.type_.as_ref());
    let returns = resources().flat_map(|it| &it.methods).filter_map(|row| row.returns.as_ref());
    let rows = resources().flat_map(|it| &it.properties).chain(&page.api.request_body.rows);
    let cells = rows.filter(|row| is_object(page, row, objects)).filter_map(|row| row.type_.as_ref());
    let spelt = |spelling: &'a TypeSpelling| {
        let target = spelling.target.as_deref().filter(|_| spelling.primitive.is_none())?;
        Some(Link { text: Cow::from(&spelling.name), target, span: spelling.span })
    };
    let texts = page.api.response.text.iter().chain(&page.api.request_body.text);
    let words = texts.flat_map(|text| {
        let links = text.links().into_iter();
        links.map(|link| Link { text: Cow::from(link.text), target: link.target, span: text.span })
    });
    words.chain(relations.chain(returns).chain(cells).filter_map(spelt)).collect()
}

/// Whether a property is shown as an object, or as a list of objects, and not as a text.
fn is_object(page: &Page, row: &Row, objects: &BTreeSet<&str>) -> bool {
    let values = page.resources().flat_map(ResourcePart::skeletons);
    let mut values = values.filter_map(|value| value.get(&row.name.value)).peekable();
    match values.peek() {
        Some(_) => values.all(holds_object),
        None => objects.contains(row.name.value.as_str()),
    }
}

fn holds_object(value: &Value) -> bool {
    match &value.kind {
        Kind::Object(_) => true,
        Kind::Array(elements) => elements.first().is_some_and(holds_object),
        _ => false,
    }
}

/// Whether a link's text is the name of the type that the file is named for: `directoryObject` of `directoryobject`,
/// `x.security.alert` of `security-alert`.
fn is_named_for(stem: &str, text: &str) -> bool {
    let name = text.rsplit('.').next().unwrap_or(text);
    let is_name = text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
    let last = stem.rsplit('-').next().unwrap_or(stem);
    is_name && !name.is_empty() && name.to_lowercase() == last
}

/// The name in full, as the page's own examples are annotated with it: the page itself may not say which namespace its
/// names live in.
fn annotated(page: &Page, text: &str) -> Option<QualifiedName> {
    let plain = text.rsplit('.').next().unwrap_or(text);
    let mut names = page.annotated_types().map(|name| qualified(page, name));
    names.find(|name| name.name.eq_ignore_ascii_case(plain))
}

/// What stands before a type's name in the name of its file: a part of its namespace.
fn prefix(stem: &str) -> &str {
    stem.rsplit_once('-').map_or("", |(prefix, _)| prefix)
}

/// The namespace that most types have whose files' names begin alike.
fn namespaces(declarations: &Declarations<'_>, pages: &Pages, sources: &Sources) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for id in pages.keys() {
        let Some(declared) = declarations.of_page(id.file) else { continue };
        let prefix = prefix(file_stem(&sources.get(id.file).path)).to_lowercase();
        *counts.entry(prefix).or_default().entry(declared.name.namespace.as_str()).or_default() += 1;
    }
    let most = |counts: BTreeMap<&str, usize>| {
        counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
    };
    counts.into_iter().filter_map(|(prefix, counts)| Some((prefix, most(counts)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::is_named_for;

    #[test]
    fn a_link_names_the_type_of_its_file() {
        assert!(is_named_for("directoryobject", "directoryObject"));
        assert!(is_named_for("security-alert", "alert"));
        assert!(is_named_for("security-alert", "microsoft.graph.security.alert"));
        assert!(!is_named_for("paging", "the next page"));
        assert!(!is_named_for("shelf", "book"));
    }
}
