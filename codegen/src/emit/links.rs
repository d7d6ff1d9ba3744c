//! How the docs lead to pages and items: the links of the pages' own words, and the lists of pages.

use std::collections::BTreeSet;

use super::Crate;
use super::by_page::{by_page, texts};
use crate::format::{Address, Comment, Doc, LinkTarget, Markdown};
use crate::model::{Description, QualifiedName, Section};
use crate::source::FileId;
use crate::text::RichText;

impl Crate<'_> {
    /// A link to a type of the crate.
    pub(crate) fn item_link(&self, name: &QualifiedName) -> Option<Markdown> {
        let item = self.names.type_(name)?;
        Some(Markdown::link(&Markdown::code(&item.ident), &Address::item(&item.module, &item.ident)))
    }

    /// The documentation of a type: the page's words, or else `otherwise`, the pages, and the feature.
    pub(crate) fn type_doc(
        &self,
        name: &QualifiedName,
        description: &Description,
        otherwise: &Markdown,
    ) -> Doc {
        let mut doc = Doc::default();
        if description.text.is_empty() {
            doc.paragraph(otherwise);
        }
        let all = || description.text.iter().chain(&description.notes);
        let mut pages = description.pages.clone();
        // The first words need no page's name.
        pages.sort_by_key(|page| all().next().is_none_or(|first| first.span.file != *page));
        texts(&mut doc, self, &by_page(&pages, all().cloned()));
        let pages = Markdown::with("From {}.", [self.page_links(&description.pages)]);
        let feature = self.features.of_type(name);
        doc.paragraph(&Markdown::join([Some(pages), feature].into_iter().flatten(), " "));
        doc
    }

    /// The pages, with links to where they are published.
    pub(crate) fn page_links(&self, pages: &[FileId]) -> Markdown {
        let links = pages.iter().map(|page| {
            let path = Markdown::code(&self.sources.display_path(*page));
            match self.page_url(*page) {
                Some(url) => Markdown::link(&path, &url),
                None => path,
            }
        });
        Markdown::join(links, ", ")
    }

    /// The address of a page for people.
    fn page_url(&self, page: FileId) -> Option<Address> {
        let template = self.options.page_url.as_ref()?;
        Some(Address::page(template, &self.sources.get(page).path))
    }

    /// The first line of every generated source file.
    pub(crate) fn comment(&self, pages: &BTreeSet<FileId>) -> Comment {
        const SHOWN: usize = 3;
        let mut paths: Vec<String> =
            pages.iter().take(SHOWN).map(|page| self.sources.display_path(*page)).collect();
        if pages.len() > SHOWN {
            let more = pages.len() - SHOWN;
            paths.push(format!("{more} more page{}", if more == 1 { "" } else { "s" }));
        }
        Comment::generated_from(&paths)
    }
}

impl LinkTarget for Crate<'_> {
    fn destination(&self, text: &RichText, target: &str) -> Option<Address> {
        if target.contains("://") {
            return Address::web(target);
        }
        let Some(page) = self.links.page(text.span.file, target) else {
            let from = &self.sources.get(text.span.file).path;
            return Address::beside(self.options.page_url.as_ref()?, from, target);
        };
        let anchor = target.split_once('#').map(|(_, anchor)| anchor.to_lowercase());
        let linked = Section { page, anchor };
        let own = || self.described.get(&Section { page, anchor: None });
        match self.described.get(&linked).or_else(|| own().filter(|_| !target.starts_with('#'))) {
            Some(item) => Some(Address::item(&item.module, &item.ident)),
            None if target.starts_with('#') && !self.mains.is_named(&linked) => None,
            None => match self.mains.linked(&linked) {
                Some(names) => Some(Address::function(&names.function.module, &names.function.ident)),
                None => self.page_url(page),
            },
        }
    }
}
