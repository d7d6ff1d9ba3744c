//! Rust files: items formatted alone, blank lines between them, the header in front.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::comment::Comment;
use super::condition;
use super::doc::Doc;
use super::groups::Groups;
use super::{layout, pretty};
use crate::names::Feature;

/// One piece of a file.
pub(crate) enum FilePart {
    /// Items.
    Tokens(TokenStream),
    /// An item with its documentation, which need not become tokens first.
    Documented(Doc, TokenStream),
    /// Items of ours, as they are.
    Ours(&'static str),
    /// The call of a macro of ours, laid out by itself.
    Groups(Groups),
}

impl FilePart {
    /// Whether nothing would be written.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            FilePart::Tokens(tokens) | FilePart::Documented(_, tokens) => tokens.is_empty(),
            FilePart::Ours(text) => text.is_empty(),
            FilePart::Groups(groups) => groups.is_empty(),
        }
    }
}

impl From<TokenStream> for FilePart {
    fn from(tokens: TokenStream) -> Self {
        FilePart::Tokens(tokens)
    }
}

impl From<Groups> for FilePart {
    fn from(groups: Groups) -> Self {
        FilePart::Groups(groups)
    }
}

/// The lines above the items.
pub(crate) struct Header(String);

impl Header {
    /// The comment and the documentation, and parts of it that are there with any one of their features.
    pub(crate) fn with_parts(comment: &Comment, doc: &Doc, parts: &[(&BTreeSet<Feature>, Doc)]) -> Self {
        let part = |(features, doc): &(&BTreeSet<Feature>, Doc)| {
            let gate = condition::joined("any", &condition::each(*features));
            let text = doc.literal().to_string().replace("\\n", "\n");
            format!("#![cfg_attr({gate}, doc = {text})]\n")
        };
        let parts: String = parts.iter().map(part).collect();
        Header(format!("{}\n\n{}{parts}", comment.line(), doc.inner()))
    }

    /// The comment, and the documentation of the module.
    pub(crate) fn with_doc(comment: &Comment, doc: &Doc) -> Self {
        Self::with_parts(comment, doc, &[])
    }

    /// The same for the crate's root, where the examples of the documentation need features: all of them one, if there is
    /// one, and some another besides.
    pub(crate) fn with_gated_doc(comment: &Comment, doc: &Doc, all: Option<&'static str>) -> Self {
        let mut gated = String::new();
        for line in doc.inner().lines() {
            let fence =
                line.strip_prefix("//! ```rust").map(|own| all.into_iter().chain(own.strip_prefix(',')));
            let features: Vec<&str> = fence.into_iter().flatten().collect();
            match features.is_empty() {
                true => gated += &format!("{line}\n"),
                false => gated += &fences(&features),
            }
        }
        // What is linked may be off; on docs.rs, everything says which feature it needs.
        let links = all.map(|all| {
            format!(
                "#![cfg_attr(not(feature = \"{all}\"), allow(rustdoc::broken_intra_doc_links))]\n\
                 #![cfg_attr(docsrs, feature(doc_cfg))]\n"
            )
        });
        Header(format!("{}\n\n{gated}{}", comment.line(), links.unwrap_or_default()))
    }
}

/// The fence of code that is compiled where all of these features are on.
fn fences(features: &[&str]) -> String {
    let all = condition::joined("all", &condition::each(features));
    format!(
        "#![cfg_attr({all}, doc = \"```rust\")]\n\
         #![cfg_attr(not({all}), doc = \"```ignore\")]\n"
    )
}

/// A file's text from its header and its items.
///
/// An item that is not Rust is a mistake of the emitter's; it is written as it is, so that the compiler shows it.
pub(super) fn file<P: Into<FilePart>>(header: &Header, items: impl IntoIterator<Item = P>) -> String {
    let piece = |piece: P| match piece.into() {
        FilePart::Tokens(tokens) => item(&Doc::default(), tokens),
        FilePart::Documented(doc, tokens) => item(&doc, tokens),
        FilePart::Ours(text) => text.to_owned(),
        FilePart::Groups(groups) => groups.text(),
    };
    let items: Vec<String> = items.into_iter().map(piece).collect();
    format!("{}\n{}", header.0, items.join("\n"))
}

/// An item that ends in an array: its first line, an element on each line however long, and its end. A long table is read and
/// compared line by line.
pub(super) fn table(first: &str, rows: impl IntoIterator<Item = TokenStream>) -> String {
    let rows = rows.into_iter().map(|row| format!("    {},\n", on_one_line(row)));
    format!("{first}\n{}];\n", rows.collect::<String>())
}

/// An expression on one line.
fn on_one_line(expression: TokenStream) -> String {
    if let Some(line) = layout::expression(expression.clone()) {
        return line;
    }
    let text = expression.to_string();
    let item = syn::parse2(quote! { const X: () = #expression; }).map(|item| prettyplease::unparse(&item));
    let item =
        item.ok().and_then(|item| Some(item.strip_prefix("const X: () = ")?.strip_suffix(";\n")?.to_owned()));
    let mut line = String::new();
    for part in item.as_ref().unwrap_or(&text).lines().map(str::trim) {
        if part.starts_with([')', ']', '.', '?']) {
            // The comma behind the last of several lines.
            line.truncate(line.trim_end_matches(',').len());
        } else if !line.is_empty() && !line.ends_with(['(', '[']) {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

fn item(doc: &Doc, tokens: TokenStream) -> String {
    let text = match layout::item(tokens).or_else(|tokens| pretty::file(tokens.clone()).ok_or(tokens)) {
        Ok(text) => apart(&text),
        Err(tokens) => format!("{tokens}\n"),
    };
    pretty::numbered(doc.outer() + &text)
}

/// Sets the members of an `impl` block and the items of a module apart, as people do: an empty line before each that is a function
/// or has documentation.
fn apart(item: &str) -> String {
    let mut out = String::with_capacity(item.len());
    let mut before = "";
    for line in item.lines() {
        let starts =
            ["    fn ", "    pub fn ", "    ///", "    #["].iter().any(|start| line.starts_with(start));
        let ends = before == "    }"
            || (before.starts_with("    ")
                && before.ends_with(';')
                && ["    fn ", "    ///"].iter().any(|start| line.starts_with(start)));
        if starts && ends {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}
