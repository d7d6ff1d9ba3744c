//! From a source's text to its [`Page`]s.

use crate::diagnostic::{Code, Diagnostics};
use crate::limits;
use crate::markdown::{self, Block, BlockKind};
use crate::page::call_pages::{self, Around, CallPage};
use crate::page::content::content;
use crate::page::pivots::Pivots;
use crate::page::{
    Among, Page, allowances, bold_headings, front_matter, includes, names, outline, several_calls, tabs,
    translation,
};
use crate::source::{Excerpt, FileId, PageId, Sources, Span, file_stem};

/// Reads the page of a file, or its pages: a file that describes several calls one after the other has a page for each.
pub(crate) fn read(sources: &Sources, file: FileId, diagnostics: &mut Diagnostics) -> Vec<Page> {
    let mut pages = pages(sources, file, diagnostics);
    for page in &mut pages {
        page.shrink();
    }
    pages
}

fn pages(sources: &Sources, file: FileId, diagnostics: &mut Diagnostics) -> Vec<Page> {
    let source = sources.get(file);
    let mut page = Page { id: PageId::first(file), ..Page::default() };
    if let Some(at) = source.not_utf8 {
        let end = source.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let message = "the file is not UTF-8 here; what could not be read was replaced";
        diagnostics.report(Code::NotUtf8, Span::new(file, at..end), message);
    }
    if source.byte_order_mark {
        diagnostics.report(Code::ByteOrderMark, Span::top(file), "the file starts with a byte order mark");
    }
    if source.text.trim().is_empty() {
        diagnostics.report(Code::EmptyPage, Span::top(file), "the page is empty");
        page.is_empty = true;
        page.names = names::of(&page, file_stem(&source.path));
        return vec![page];
    }
    let (front, start) = front_matter::read(&source.text, file, diagnostics);
    page.front = front;

    let product = page.front.product_name();
    let mut text = Excerpt::whole(&source.text[start..], file, start);
    let mut pivots = Pivots::take(&mut text, diagnostics);
    let blocks = markdown::read(&text, product.as_deref(), diagnostics);
    let mut tabs = tabs::read(blocks);
    pivots.add(std::mem::take(&mut tabs.groups));
    tabs.blocks = pivots.merge(tabs.blocks);
    let expanded = includes::expand(tabs, sources, diagnostics);
    page.includes = expanded.read;
    page.missing_includes = expanded.missing;
    let mut blocks = bold_headings::raise(expanded.blocks);
    cut(&mut blocks, diagnostics);
    page.allowed = allowances::read(&blocks, file, source.text.len(), diagnostics);
    page.translated = translation::to_english(&mut blocks);

    let mut found = Diagnostics::default();
    let passages = outline::passages(&blocks);
    let mut whole = content(page.clone(), &passages, &pivots, sources, &mut found);
    let calls = several_calls::find(&passages, &whole.api.routes, diagnostics);
    if calls.is_empty() {
        diagnostics.extend(found);
        whole.names = names::of(&whole, file_stem(&source.path));
        return vec![whole];
    }
    let around = Around::of(&passages, &calls);
    // What stands around the calls may say something only where all is read together.
    diagnostics.extend(found.into_iter().filter(|found| around.holds(found.span)));
    let read_call = |(part, call): (u16, CallPage)| {
        let base = match part {
            0 => page.clone(),
            _ => Page { front: page.front.clone(), translated: page.translated, ..Page::default() },
        };
        let base = Page { id: PageId { file, part }, ..base };
        let passages = outline::passages(&call.blocks);
        of_call(content(base, &passages, &pivots, sources, diagnostics), &call, &around)
    };
    let calls_of_page = call_pages::of(&blocks, &passages, &calls);
    let mut pages: Vec<Page> = (0..).zip(calls_of_page).map(read_call).collect();
    name_calls(&mut pages, &whole, file_stem(&source.path), &around);
    pages
}

/// A call's page without what is about all calls of the file.
fn of_call(mut page: Page, call: &CallPage, around: &Around) -> Page {
    page.api.routes.retain(|route| !around.holds(route.span));
    page.front.description.take_if(|_| call.is_titled);
    page.among.name = names::of_heading(&page.title.value).filter(|_| call.is_titled);
    page
}

/// Names the pages of a file: by their headings if the file's name is that of a topic, or else all by the file's name.
fn name_calls(pages: &mut [Page], whole: &Page, stem: &str, around: &Around) {
    let by_heading = names::is_topic(stem) && pages.iter().all(|page| page.among.name.is_some());
    let names = if by_heading { names::of_topic(whole, stem) } else { names::of(whole, stem) };
    if !by_heading {
        pages.iter_mut().for_each(|page| page.among.name = None);
    }
    Among::tell(&mut pages.iter_mut().collect::<Vec<_>>());
    Among::share_examples(pages, around);
    for page in pages {
        page.names = names::of_part(page, &names);
    }
}

/// Leaves out what stands behind too many headings or code blocks.
fn cut(blocks: &mut Vec<Block>, diagnostics: &mut Diagnostics) {
    let (mut headings, mut codes) = (0, 0);
    let is_over = |block: &Block| {
        match block.kind {
            BlockKind::Heading { .. } => headings += 1,
            BlockKind::Code { .. } => codes += 1,
            _ => {}
        }
        headings.max(codes) > limits::SECTIONS
    };
    let Some(at) = blocks.iter().position(is_over) else { return };
    let message =
        format!("the page is read up to here: it has more than {} headings or code blocks", limits::SECTIONS);
    diagnostics.report(Code::OverLimit, blocks[at].span, message);
    blocks.truncate(at);
}
