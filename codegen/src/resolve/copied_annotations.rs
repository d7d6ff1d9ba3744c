//! Annotations of representations that were copied with a page and still name the type that the other page is about.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::types::type_section::{TypeSection, annotated_name, page_name};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::QualifiedName;
use crate::page::{Page, PageKind, Pages};
use crate::source::{PageId, Sources, file_stem};

/// Takes such names away, with a finding: the titles then name the types. Otherwise two types would become one.
pub(crate) fn drop_names(pages: &mut Pages, sources: &Sources, diagnostics: &mut Diagnostics) {
    let resources = pages.values().filter(|page| page.kind == PageKind::Resource);
    let named = |page: &Arc<Page>| {
        let annotated = annotated_name(&TypeSection::of(page))?;
        Some(Named { page: page.id, annotated, title: page_name(page, sources) })
    };
    let named: Vec<Named> = resources.filter_map(named).collect();
    let own: BTreeSet<String> = named.iter().filter(|named| named.agrees()).map(Named::key).collect();
    for Named { page, title, .. } in named.iter().filter(|named| named.is_copied(&own, sources)) {
        let Some(page) = pages.get_mut(page).map(Arc::make_mut) else { continue };
        for representation in &mut page.resource.representations {
            let annotation = representation.annotation.as_mut();
            let Some(name) = annotation.and_then(|annotation| annotation.odata_type.take()) else { continue };
            let message = format!(
                "the annotation names `{}`, but another page is about that; by its title and file name, the page describes `{title}`",
                name.value
            );
            diagnostics.report(Code::CopiedAnnotation, name.span, message);
        }
    }
}

/// The two names of the type that a page is about.
struct Named {
    page: PageId,
    /// By the annotation of its representation.
    annotated: QualifiedName,
    /// By its title, or else its file.
    title: QualifiedName,
}

impl Named {
    fn agrees(&self) -> bool {
        self.annotated.name.eq_ignore_ascii_case(&self.title.name)
    }

    /// Whether the title and the file agree on a type, and the annotation names one that another page is about. A longer name
    /// with the title's at its end is the same type's: a page "Shelf" may describe a `libraryShelf`.
    fn is_copied(&self, own: &BTreeSet<String>, sources: &Sources) -> bool {
        let title = self.title.name.to_lowercase();
        let stem = file_stem(&sources.get(self.page.file).path);
        let file = stem.rsplit(['-', '_']).next().unwrap_or(stem);
        file.eq_ignore_ascii_case(&title)
            && !self.annotated.name.to_lowercase().ends_with(&title)
            && own.contains(&self.key())
    }

    fn key(&self) -> String {
        self.annotated.to_string().to_lowercase()
    }
}
