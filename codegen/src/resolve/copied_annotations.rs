//! Annotations of representations that were copied with a page and still name the type that the other page is about.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::types::type_section::{TypeSection, annotated_name, page_name};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::QualifiedName;
use crate::page::{Page, PageKind, Pages};
use crate::source::{Sources, file_stem};

/// Takes such names away, with a finding: the titles then name the types. Otherwise two types would become one.
pub(crate) fn drop_names(pages: &mut Pages, sources: &Sources, diagnostics: &mut Diagnostics) {
    let resources = || pages.values().filter(|page| page.kind == PageKind::Resource);
    let is_own = |page: &&Arc<Page>| {
        annotated(page).is_some_and(|name| name.name.eq_ignore_ascii_case(&page_name(page, sources).name))
    };
    let own: BTreeSet<String> =
        resources().filter(is_own).filter_map(|page| annotated(page)).map(|name| key(&name)).collect();
    let copied = resources().filter(|page| is_copied(page, &own, sources)).map(|page| page.file);
    for id in copied.collect::<Vec<_>>() {
        let Some(page) = pages.get_mut(&id).map(Arc::make_mut) else { continue };
        let title = page_name(page, sources);
        for representation in &mut page.resource.representations {
            let annotation = representation.annotation.as_mut();
            let Some(name) = annotation.and_then(|annotation| annotation.odata_type.take()) else { continue };
            let message = format!(
                "the annotation names `{}`, which another page is about; the page describes `{title}`, as its title and its file say",
                name.value
            );
            diagnostics.report(Code::CopiedAnnotation, name.span, message);
        }
    }
}

/// Whether the title and the file agree on a type, and the annotation names one that another page is about. A longer name with the
/// title's at its end is the same type's: a page "Shelf" may describe a `libraryShelf`.
fn is_copied(page: &Page, own: &BTreeSet<String>, sources: &Sources) -> bool {
    let Some(name) = annotated(page) else { return false };
    let title = page_name(page, sources).name.to_lowercase();
    let stem = file_stem(&sources.get(page.file).path);
    let file = stem.rsplit(['-', '_']).next().unwrap_or(stem);
    file.eq_ignore_ascii_case(&title)
        && !name.name.to_lowercase().ends_with(&title)
        && own.contains(&key(&name))
}

fn annotated(page: &Page) -> Option<QualifiedName> {
    annotated_name(&TypeSection::of(page))
}

fn key(name: &QualifiedName) -> String {
    name.to_string().to_lowercase()
}
