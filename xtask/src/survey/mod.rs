//! `report`: one web page of what became of the pages.

mod arguments;
mod data;
mod excerpt;
mod html;

use std::fs;
use std::path::Path;

use anyhow::Context;
use codegen::Options;

pub(crate) use arguments::Report;
use data::Data;

use crate::outcome::Outcome;
use crate::progress::Progress;
use crate::terminal::{SafeText, count};
use crate::{input, paths, settings, terminal};

pub(crate) fn run(arguments: &Report) -> anyhow::Result<Outcome> {
    let (folders, named_in) = settings::folders_to_read(arguments.docs.as_deref())?;
    let progress = Progress::new();
    progress.step("reading the pages");
    let sources = input::read(&folders, &named_in, Path::new(""), &progress)?;
    progress.step(format!("checking {}", count(sources.count(), "page")));
    let options = Options { page_url: arguments.page_url.clone().map(String::from), ..Options::default() };
    let mut survey = codegen::survey(&sources, &options)?;
    let surface = codegen::surface(&survey.files)?;
    if !arguments.all {
        survey.findings.retain(|finding| !finding.diagnostic.code.is_about_crate());
    }
    let data = Data {
        sources: &sources,
        folders: &folders,
        surface: &surface,
        rust_url: arguments.rust_url.as_deref(),
    };
    let page = html::page(&data.json(&survey));
    let shown = paths::display(&arguments.out);
    fs::write(&arguments.out, page).with_context(|| format!("{shown} cannot be written"))?;
    drop(progress);
    let (pages, findings) = (survey.pages.len(), survey.findings.len());
    let text = format!("wrote {} with {} to {shown}\n", count(pages, "page"), count(findings, "finding"));
    terminal::stderr(&SafeText::plain(&text));
    Ok(Outcome::Done)
}
