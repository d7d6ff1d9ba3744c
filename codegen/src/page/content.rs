//! From the passages of a page to the [`Page`].

use std::collections::BTreeMap;
use std::iter;

use crate::diagnostic::{Code, Diagnostics, Fix};
use crate::page::outline::{Passage, Topic};
use crate::page::pivots::Pivots;
use crate::page::{
    Page, PageKind, ResourcePart, actions, calls, enums, example_remarks, exchanges, fences, free_options,
    introduction, parts, permissions, remarks, repair, resource, route_remarks, routes, sections,
    type_remarks, unread,
};
use crate::source::{Sources, Span};

/// Reads what a page consists of. Its content decides what it is; annotations and labels only refine that.
pub(super) fn content(
    mut page: Page,
    passages: &[Passage<'_>],
    pivots: &Pivots,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Page {
    let source = sources.get(page.id.file);
    let fences = fences::read(passages, diagnostics);
    introduction::read(passages, sources, &mut page);

    let filed_as_api = label(&page) == Some(PageKind::Api) || is_in_folder(&source.path, "api");
    let mut routes = routes::read(sources, passages, &fences.list, filed_as_api, diagnostics);
    let parts = parts::parts(passages, &fences);
    let mut resources = parts.iter().map(|part| resource::read(part, &fences, diagnostics));
    page.resource = resources.next().unwrap_or_default();
    page.sections = resources.collect();
    let has_section = passages.iter().any(|passage| passage.topic == Topic::HttpRequest);
    // A type's page may show a request; it remains the type's.
    let shows_requests = !routes.list.is_empty() && !has_section && !filed_as_api;
    let about_type = routes.list.is_empty() || shows_requests && describes_type(&page);
    page.enums = enums::read(passages, Some(&page.title).filter(|_| about_type));
    let resources = iter::once(&mut page.resource).chain(&mut page.sections);
    for (part, resource) in parts.iter().zip(resources) {
        let remarks = type_remarks::read(part, resource, &page.enums);
        resource.remarks.extend(remarks);
    }
    if !routes.list.is_empty() {
        page.api.exchanges = exchanges::read(&fences.list, &routes.fences, diagnostics);
        page.api.permissions = permissions::read(passages);
        sections::read(passages, &mut page.api, diagnostics);
        page.api.remarks = remarks::read(passages, &page.notes);
        let examples = example_remarks::read(passages);
        page.api.remarks.notes.extend(examples.of_all);
        page.api.remarks.examples = examples.of_one;
        let (before, of_all) = route_remarks::read(passages, &routes.list);
        page.api.remarks.routes = of_all;
        pivots.merge_routes(&source.text, &mut routes.list);
        for route in &mut routes.list {
            let above = before.range(..=route.span.start()).next_back();
            route.about = above.map(|(_, texts)| texts.clone()).unwrap_or_default();
        }
        page.api.routes = routes.list;
    }
    page.kind = kind(&page, about_type);
    free_options::take_off(&mut page);
    repair::repair(&mut page, diagnostics);
    calls::complete(&mut page, diagnostics);
    if page.kind == PageKind::Resource {
        page.resource.actions = actions::read(sources, passages, diagnostics);
    }

    if page.kind != PageKind::Other {
        // The first passage of a section's type is about that; on an operation's page, only an annotated block is a type.
        let is_type =
            |resource: &ResourcePart| page.kind != PageKind::Api || resource.annotations().next().is_some();
        let first =
            page.resources().enumerate().map(|(at, resource)| usize::from(at > 0 && is_type(resource)));
        let beside = parts.iter().zip(first).flat_map(|(part, first)| part.passages.iter().skip(first));
        let beside: Vec<Passage<'_>> = beside.copied().collect();
        unread::report(&beside, &page, diagnostics);
    }
    report_repeated_sections(passages, pivots, diagnostics);
    report_kind(&page, has_section, diagnostics);
    page
}

/// Two sections of one heading are a slip; sections for two purposes say so in their headings.
fn report_repeated_sections(passages: &[Passage<'_>], pivots: &Pivots, diagnostics: &mut Diagnostics) {
    let mut known: BTreeMap<(Option<Span>, String), Span> = BTreeMap::new();
    for (at, passage) in
        passages.iter().enumerate().filter(|(_, passage)| passage.topic == Topic::HttpRequest)
    {
        let Some(heading) = passage.heading else { continue };
        // Sections below two headings are about two things.
        let above = passages[..at].iter().rev().find(|other| other.level < passage.level);
        let above = above.and_then(|above| above.heading).map(|heading| heading.span);
        if let Some(first) = known.insert((above, heading.plain()), heading.span)
            && pivots.of(first) == pivots.of(heading.span)
        {
            let related = vec![(first, "the section before".to_owned())];
            let message =
                format!("the page has the section `{}` twice; the routes of both are read", heading.plain());
            diagnostics.report_with(Code::RepeatedSection, heading.span, message, related);
        }
    }
}

fn describes_type(page: &Page) -> bool {
    page.resources().any(ResourcePart::describes_type)
}

fn kind(page: &Page, about_type: bool) -> PageKind {
    if !about_type {
        PageKind::Api
    } else if describes_type(page) {
        PageKind::Resource
    } else if !page.enums.is_empty() {
        PageKind::Enum
    } else {
        PageKind::Other
    }
}

/// The kind that the front matter names.
pub(super) fn label(page: &Page) -> Option<PageKind> {
    let label = page.front.doc_type.as_ref()?.value.to_lowercase();
    match label.trim_matches('_') {
        "apipagetype" => Some(PageKind::Api),
        "resourcepagetype" => Some(PageKind::Resource),
        "enumpagetype" | "enumtypes" => Some(PageKind::Enum),
        "conceptualpagetype" => Some(PageKind::Other),
        _ => None,
    }
}

fn is_in_folder(path: &str, folder: &str) -> bool {
    path.rsplit('/').nth(1).is_some_and(|parent| parent.eq_ignore_ascii_case(folder))
}

fn report_kind(page: &Page, has_section: bool, diagnostics: &mut Diagnostics) {
    let label = label(page);
    let is_named = diagnostics.files(|code| code == Code::MalformedRoute).contains(&page.id.file);
    let message = match (has_section, label, page.kind) {
        (true, ..) if page.api.routes.is_empty() && !is_named => {
            Some("the HTTP request section has no route")
        }
        (false, Some(PageKind::Api), PageKind::Other) => {
            Some("the page describes an operation but has no HTTP request section")
        }
        _ => None,
    };
    if let Some(message) = message {
        diagnostics.report(Code::MissingHttpRequest, page.title.span, message);
        return;
    }
    if let Some((label, doc_type)) = label.zip(page.front.doc_type.as_ref())
        && label != page.kind
        // `coverage` reports that the page gave no item.
        && !(label == PageKind::Resource && page.kind == PageKind::Other)
    {
        let message =
            format!("`doc_type` says that the page is {}; its content is {}", name(label), name(page.kind));
        let fix = doc_type_of(page.kind).map(|name| Fix::new(format!("say `{name}`"), doc_type.span, name));
        diagnostics.report(Code::DocTypeMismatch, doc_type.span, message).with_fix(fix);
    }
}

/// The word of the front matter for a kind of page; none for an overview, which may be one of several.
fn doc_type_of(kind: PageKind) -> Option<&'static str> {
    match kind {
        PageKind::Api => Some("apiPageType"),
        PageKind::Resource => Some("resourcePageType"),
        PageKind::Enum => Some("enumPageType"),
        PageKind::Other => None,
    }
}

fn name(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Api => "an operation's",
        PageKind::Resource => "a resource's",
        PageKind::Enum => "an enum's",
        PageKind::Other => "an overview's",
    }
}
