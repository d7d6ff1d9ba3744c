//! What the API is, in OData's words: no Markdown, no Rust. Data only.

mod areas;
mod argument;
mod basis;
mod body;
mod closure;
mod derived;
mod example;
mod implied;
mod name;
mod operation;
mod operations;
mod types;

use std::collections::BTreeMap;

use crate::source::{FileId, PageId};
use crate::text::RichText;
pub(crate) use areas::{Area, Areas};
pub(crate) use argument::{Argument, Site};
pub(crate) use basis::Basis;
pub(crate) use body::{RequestBody, ResponseBody};
pub(crate) use closure::{closure, rings};
pub(crate) use derived::Derived;
pub(crate) use example::{
    Example, ExampleBody, ExampleCount, Exchange, RequestExample, ResponseExample, Target,
};
pub(crate) use implied::{Implied, Rule};
pub(crate) use name::QualifiedName;
pub(crate) use operation::{Named, Operation, Permission, Remarks, RequestTemplate, preference};
pub(crate) use operations::{OperationKey, Operations, by_page};
pub(crate) use types::{EnumType, Member, Property, StructuredType, Type};

/// The whole API.
#[derive(Clone, Debug, Default)]
pub(crate) struct ApiModel {
    /// Entity types and complex types.
    pub(crate) structured: BTreeMap<QualifiedName, StructuredType>,
    /// Enum types.
    pub(crate) enums: BTreeMap<QualifiedName, EnumType>,
    pub(crate) operations: Operations,
    /// The area of each of them.
    pub(crate) areas: Areas,
    /// The address of the service, as most of the pages' examples have it.
    pub(crate) root: Option<String>,
    /// How many examples each page shows.
    pub(crate) examples: BTreeMap<PageId, ExampleCount>,
}

impl ApiModel {
    /// How many examples, requests and responses, the crate has to agree with.
    pub(crate) fn tested(&self) -> usize {
        let exchanges = self.operations.values().flat_map(|operation| &operation.exchanges);
        let sides = exchanges.flat_map(|exchange| {
            let request = exchange.request.as_ref().map(|request| &request.example);
            request.into_iter().chain(exchange.response.as_ref().map(|response| &response.example))
        });
        sides.filter(|example| example.holds).count()
    }
}

/// What people should read about an item.
#[derive(Clone, Debug, Default)]
pub(crate) struct Description {
    /// Paragraphs.
    pub(crate) text: Vec<RichText>,
    /// What to know besides, of a type.
    pub(crate) notes: Vec<RichText>,
    /// The notice, where the page says that the item is deprecated.
    pub(crate) deprecation: Option<RichText>,
    /// The pages that describe it.
    pub(crate) pages: Vec<FileId>,
    /// The places that are about it and nothing else: what a link to them means.
    pub(crate) places: Vec<Section>,
}

impl Description {
    /// Adds a page that describes the item, once.
    pub(crate) fn add_page(&mut self, page: FileId) {
        if !self.pages.contains(&page) {
            self.pages.push(page);
        }
    }
}

/// A page, or the section of it that a link's anchor leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Section {
    pub(crate) page: FileId,
    pub(crate) anchor: Option<String>,
}

/// A page and the position of a route among its routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PageRoute {
    pub(crate) page: PageId,
    pub(crate) route: usize,
}
