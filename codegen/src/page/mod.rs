//! What a page says: everything that a model may need, with its place, and nothing about any other page.

mod actions;
mod allowances;
mod among;
mod annotation;
mod api_part;
mod base;
mod body_tables;
mod boilerplate;
mod bold_headings;
mod by_path;
mod call_pages;
mod calls;
mod code_spans;
mod content;
mod derived;
mod enum_table;
mod enums;
mod example;
mod example_remarks;
mod exchanges;
mod explained_json;
mod explained_names;
mod fences;
mod fixed_query;
mod free_options;
mod front_matter;
mod includes;
mod introduction;
mod kept;
pub(crate) mod names;
mod notes;
mod of_examples;
pub(crate) mod outline;
pub(crate) mod parameters;
mod parts;
mod permissions;
mod pivots;
mod product;
mod prose;
mod read;
mod read_all;
mod read_only;
mod remarks;
mod repair;
mod request_lines;
mod requirement;
mod resource;
mod resource_part;
mod room;
mod route;
mod route_remarks;
mod routes;
mod row;
mod sections;
mod several_calls;
mod shown_calls;
mod tables;
mod tabs;
mod text_routes;
mod translation;
mod type_label;
mod type_remarks;
mod type_spelling;
mod unread;
mod unsorted_parameters;
mod wording;

#[cfg(test)]
mod tests;

pub(crate) use among::Among;
pub(crate) use api_part::{ApiPart, NameTable, Permission, Remarks, Route, Section};
pub(crate) use enum_table::{EnumMember, EnumTable};
pub(crate) use example::{Annotation, Example, Exchange};
pub(crate) use explained_json::Explained;
pub(crate) use front_matter::report as report_front_matter;
pub use kept::KeptPages;
pub(crate) use names::{PageNames, name_anew};
pub(crate) use read::read;
pub(crate) use read_all::{ReadFile, gather, read_all};
pub(crate) use resource_part::{BoundAction, MethodRow, Representation, ResourcePart};
pub(crate) use row::{Row, TypeSpelling};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Allowed;
use crate::source::{FileId, PageId, Span, Spanned};
use crate::text::RichText;

/// All pages of a run. A page is shared with the run before it where a program generates again and again.
pub(crate) type Pages = BTreeMap<PageId, Arc<Page>>;

/// The pages of one file.
pub(crate) fn of_file(pages: &Pages, file: FileId) -> impl Iterator<Item = &Arc<Page>> {
    pages.range(PageId::all(file)).map(|(_, page)| page)
}

/// The same, to be changed.
pub(crate) fn of_file_mut(pages: &mut Pages, file: FileId) -> impl Iterator<Item = &mut Arc<Page>> {
    pages.range_mut(PageId::all(file)).map(|(_, page)| page)
}

/// The page that a link to a file means: the only one there, or the one whose title its anchor names.
pub(crate) fn linked<'a>(pages: &'a Pages, file: FileId, target: &str) -> Option<&'a Arc<Page>> {
    let mut of_file = of_file(pages, file).peekable();
    let first = of_file.next()?;
    if of_file.peek().is_none() {
        return Some(first);
    }
    let anchor = target.split_once('#')?.1.to_lowercase();
    std::iter::once(first).chain(of_file).find(|page| outline::anchor(&page.title.value) == anchor)
}

/// One page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) id: PageId,
    /// Whether the file holds nothing at all.
    pub(crate) is_empty: bool,
    pub(crate) kind: PageKind,
    /// The page is in another language than English; its headings carry their English names.
    pub(crate) translated: bool,
    pub(crate) front: FrontMatter,
    /// The first heading without markup; the front matter's title where there is none.
    pub(crate) title: Spanned<String>,
    /// The value of the `Namespace:` line.
    pub(crate) namespace: Option<Spanned<String>>,
    /// The paragraphs before the first section, without the namespace line, notes and includes.
    pub(crate) summary: Vec<RichText>,
    /// The notes among them.
    pub(crate) notes: Vec<RichText>,
    /// Deprecation notices: alerts and paragraphs before the first section that say so.
    pub(crate) deprecation: Option<RichText>,
    pub(crate) api: ApiPart,
    /// What it says of the type that it is about.
    pub(crate) resource: ResourcePart,
    /// The types that its sections describe besides.
    pub(crate) sections: Vec<ResourcePart>,
    /// Enums that the page describes: a page of its own, "x values" sections, tables of members.
    pub(crate) enums: Vec<EnumTable>,
    /// The files that are parts of the page.
    pub(crate) includes: Vec<FileId>,
    /// Included files that are missing.
    pub(crate) missing_includes: Vec<(String, Span)>,
    /// The findings that the page asks to leave out.
    pub(crate) allowed: Vec<Allowed>,
    /// What it is among the pages of its file.
    pub(crate) among: Among,
    /// The names of the page and its functions, from the file's name and the routes.
    pub(crate) names: PageNames,
}

impl Page {
    /// The names of types that the examples are annotated with, as written.
    pub(crate) fn annotated_types(&self) -> impl Iterator<Item = &str> {
        let examples = self.api.exchanges.iter().flat_map(|exchange| [&exchange.request, &exchange.response]);
        let annotations = examples.flatten().filter_map(|example| example.annotation.as_ref());
        annotations.filter_map(|annotation| annotation.odata_type.as_ref()).map(|name| name.value.as_str())
    }

    /// The namespace that the page's names live in.
    pub(crate) fn namespace(&self) -> &str {
        self.namespace.as_ref().map_or("", |namespace| namespace.value.trim_matches(['.', ' ']))
    }

    /// Whether the page calls itself a resource's: by its label, or by its title where it has none.
    pub(crate) fn is_resources(&self) -> bool {
        match &self.front.doc_type {
            Some(_) => content::label(self) == Some(PageKind::Resource),
            None => self.title.value.to_lowercase().contains(" resource type"),
        }
    }

    /// What the page says of types: of its own, and of those that its sections describe.
    pub(crate) fn resources(&self) -> impl Iterator<Item = &ResourcePart> {
        std::iter::once(&self.resource).chain(&self.sections)
    }

    /// What to know besides of the type that the page as a whole is about. The notice that it is deprecated stands elsewhere.
    pub(crate) fn notes_of_type(&self) -> impl Iterator<Item = &RichText> {
        let notes = self.notes.iter().filter(|note| Some(*note) != self.deprecation.as_ref());
        notes.chain(&self.resource.remarks)
    }

    /// Whether this may be only a part of pages that include it. An empty file is a page that went wrong.
    pub(crate) fn is_fragment(&self) -> bool {
        let front = &self.front;
        let headed = front.title.is_some() || front.doc_type.is_some() || !self.title.value.is_empty();
        !headed && self.kind == PageKind::Other && !self.is_empty
    }

    /// The route at a position: of those that the page is for, and behind them of the actions that it describes.
    pub(crate) fn route(&self, position: usize) -> Option<&Route> {
        let actions = self.resource.actions.iter().map(|action| &action.route);
        self.api.routes.iter().chain(actions).nth(position)
    }

    /// The same, to be changed.
    pub(crate) fn route_mut(&mut self, position: usize) -> Option<&mut Route> {
        let actions = self.resource.actions.iter_mut().map(|action| &mut action.route);
        self.api.routes.iter_mut().chain(actions).nth(position)
    }

    /// How many messages the page shows as examples: requests and responses.
    pub(crate) fn examples(&self) -> usize {
        let sides = self.api.exchanges.iter().flat_map(|exchange| [&exchange.request, &exchange.response]);
        sides.flatten().count()
    }
}

/// What the content is, whatever `doc_type` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PageKind {
    /// Has routes.
    Api,
    /// Has a property table or a representation.
    Resource,
    /// Has members of an enum, and no properties.
    Enum,
    /// None of these: an overview.
    #[default]
    Other,
}

/// The front matter's values that matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) present: bool,
    pub(crate) title: Option<Spanned<String>>,
    pub(crate) description: Option<Spanned<String>>,
    pub(crate) doc_type: Option<Spanned<String>>,
    /// `ms.prod`, or `ms.subservice` in newer pages.
    pub(crate) product: Option<Spanned<String>>,
}
