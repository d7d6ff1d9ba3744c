//! How files are laid out, and the one way for each kind of text to get into one.
//!
//! Nothing that a page says can be written as it stands: a [`File`] is made here alone, and only of
//!
//! * tokens, where `quote` makes a literal of every text, and an identifier is one of [`names`](crate::names)' or a word of
//!   ours; [`Groups`] of such identifiers;
//! * [`Doc`], which takes [`Markdown`] only, whose words mean nothing, with [`Address`]es that end where they should;
//! * [`Comment`]s of one line; [`Toml`];
//! * files of ours that are copied.

mod code;
mod comment;
mod condition;
mod doc;
mod groups;
mod ident;
mod json;
mod layout;
mod literal;
mod pretty;
mod rust;
mod toml;

pub(crate) use code::Code;
pub(crate) use comment::Comment;
pub(crate) use doc::{Address, Doc, LinkTarget, Markdown};
pub(crate) use groups::Groups;
pub(crate) use literal::lines_literal;
pub(crate) use rust::{FilePart, Header};
pub(crate) use toml::Toml;

use proc_macro2::TokenStream;
use serde::Serialize;

use crate::names::Ident;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File(String);

impl File {
    /// Rust: the header and the items, each formatted alone.
    pub(crate) fn rust<P: Into<FilePart>>(header: &Header, items: impl IntoIterator<Item = P>) -> File {
        File(rust::file(header, items))
    }

    /// The same, and behind the items one that ends in an array: its first line is ours, and each element has a line.
    pub(crate) fn rust_and_table(
        header: &Header,
        items: impl IntoIterator<Item = TokenStream>,
        first: &'static str,
        rows: impl IntoIterator<Item = TokenStream>,
    ) -> File {
        File(rust::file(header, items) + "\n" + &rust::table(first, rows))
    }

    /// A text of ours, below a first line of ours.
    pub(crate) fn copied(first: &'static str, text: &'static str) -> File {
        File(format!("{first}{text}"))
    }

    /// A text of ours in which one crate's name, behind each `use`, becomes another's.
    pub(crate) fn copied_for(
        package: &Ident,
        first: &'static str,
        text: &'static str,
        name: &'static str,
    ) -> File {
        File(format!("{first}{}", text.replace(&format!("use {name}::"), &format!("use {package}::"))))
    }

    /// JSON: an array with each of its elements on a line.
    pub(crate) fn json(elements: impl IntoIterator<Item = impl Serialize>) -> File {
        File(json::file(elements))
    }

    /// A manifest.
    pub(crate) fn toml(manifest: Toml) -> File {
        File(manifest.into_text())
    }

    /// Markdown: a heading and what stands below it.
    pub(crate) fn markdown(heading: &Markdown, doc: &Doc) -> File {
        File(doc.below(heading))
    }

    /// Plain lines.
    pub(crate) fn lines(lines: impl IntoIterator<Item = String>) -> File {
        File(lines.into_iter().map(|line| crate::visible::visible(&line) + "\n").collect())
    }

    /// The text.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}
