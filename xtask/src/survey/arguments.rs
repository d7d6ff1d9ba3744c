//! The arguments of `report`.

use std::path::PathBuf;

use clap::Args;

use crate::settings::PageUrl;

/// Write one web page that shows what became of the pages: coverage by area, findings with their lines, the tree of routes.
///
/// The page needs nothing from the network. With no --docs, reads the pages that [workspace.metadata.codegen] in the
/// workspace's Cargo.toml names.
#[derive(Args, Debug)]
pub(crate) struct Report {
    /// Folder of pages, read with all folders below it; may be repeated, all are read as one API.
    #[arg(long, value_name = "DIR", help_heading = "What is read")]
    pub(crate) docs: Option<Vec<PathBuf>>,
    /// File to write.
    #[arg(long, value_name = "FILE", help_heading = "What is written")]
    pub(crate) out: PathBuf,
    /// Also show findings about the crate: choices that the generator had to make where the page may be correct.
    #[arg(long, help_heading = "What is written")]
    pub(crate) all: bool,
    /// Address of a page for people: {path} is its path without .md, {page} the same without api/ in front.
    #[arg(long, value_name = "TEMPLATE", help_heading = "What is written")]
    pub(crate) page_url: Option<PageUrl>,
    /// Address of the crate's documentation, to link each item to: `https://docs.rs/graph/latest/graph`, or the path of a folder
    /// below target/doc, from where the report is.
    #[arg(long, value_name = "URL", help_heading = "What is written")]
    pub(crate) rust_url: Option<String>,
}
