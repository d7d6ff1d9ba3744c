//! What became of the pages, for people who look at all of them: which item each page became, and which items each
//! finding concerns.

mod build;
mod places;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::options::Summary;
use crate::source::FileId;
pub(crate) use build::survey;

/// What became of the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// What the run counted.
    pub summary: Summary,
    /// The pages in the order of their paths.
    pub pages: Vec<SurveyedPage>,
    /// The operations in the order of the pages.
    pub operations: Vec<SurveyedOperation>,
    /// The types in the order of their names.
    pub types: Vec<SurveyedType>,
    /// The findings in the order of their places, without those that the pages allow.
    pub findings: Vec<SurveyedFinding>,
    /// How many more there are that the pages allow.
    pub allowed: usize,
    /// The files of the crate by path, as [`generate`](crate::generate) gives them, without the list of the findings.
    pub files: BTreeMap<String, String>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedPage {
    /// The page.
    pub file: FileId,
    /// Its path for people.
    pub path: String,
    /// Its first heading.
    pub title: String,
    /// What its content is, whatever its label says.
    pub kind: SurveyedKind,
    /// The part of the API that it belongs to.
    pub area: String,
    /// Where it is published, where the options tell.
    pub url: Option<String>,
    /// How many messages it shows as examples.
    pub examples: usize,
    /// How many of these the crate is tested with.
    pub tested: usize,
}

/// What a page's content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyedKind {
    /// It shows routes.
    Operation,
    /// It describes the properties of a type.
    Resource,
    /// It lists the members of an enum.
    Enum,
    /// None of these.
    Other,
}

/// An operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedOperation {
    /// The method.
    pub method: String,
    /// The path, with the part of the query that belongs to the call.
    pub path: String,
    /// The function.
    pub item: SurveyedItem,
    /// The area of its first page.
    pub area: String,
    /// The pages that document it, or the one that the missing page would stand beside.
    pub pages: Vec<FileId>,
    /// What its answer rests on.
    pub rests_on: &'static str,
    /// Whether that is a guess.
    pub is_guessed: bool,
    /// How many messages the pages show as its examples.
    pub examples: usize,
    /// How many of these the crate is tested with.
    pub tested: usize,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedType {
    /// The name in the API.
    pub name: String,
    /// The struct or enum.
    pub item: SurveyedItem,
    /// The area.
    pub area: String,
    /// The pages that describe it, or whose operation it is made for.
    pub pages: Vec<FileId>,
    /// How many properties or members it has.
    pub members: usize,
}

/// A finding and what it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyedFinding {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// The items that come of the finding's very lines; none where it is about the page as a whole.
    pub items: Vec<SurveyedItem>,
}

/// An item of the crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SurveyedItem {
    /// Its path below the crate: `reader::Reader::card_number`.
    pub path: String,
    /// Where rustdoc shows it, below the crate's folder: `reader/struct.Reader.html#structfield.card_number`.
    pub doc: String,
}
