//! The crate's front page, as rustdoc and as the README show it: a description of the crate, a first call, a chapter for
//! each thing to know. Every example is a call of this crate, chosen by rule, and compiled with its documentation.

pub(super) mod about;
mod chapters;
mod chosen;
mod install;

use proc_macro2::TokenStream;
use quote::quote;

use super::mains::Called;
use super::{Crate, arguments};
use crate::format::{Code, Doc, Markdown};
use crate::names::{Ident, ItemName};
use crate::options::Origin;
use chosen::Chosen;

/// Where the page is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    /// In rustdoc, which knows what names mean and compiles the examples.
    Documentation,
    /// In the README, where a line that only makes an example compile would be seen.
    Readme,
}

/// The page.
pub(crate) fn of(krate: &Crate<'_>, medium: Medium) -> Doc {
    let root = krate.model.root.as_deref().unwrap_or("https://service.example/v1.0");
    let mut chosen = Chosen::of(krate);
    let first = chosen.first(root);
    if let Some(((_, names), _)) = &first {
        chosen.stay(&names.function.module);
    }
    let mut page = Page { krate, chosen, first, root, medium, doc: Doc::default() };
    page.beginning();
    page.first_call();
    page.finding();
    page.features();
    page.queries();
    page.paging();
    page.null();
    page.errors();
    page.derived();
    page.offline();
    page.changes_of_pages();
    page.licence();
    page.doc
}

struct Page<'a> {
    krate: &'a Crate<'a>,
    chosen: Chosen<'a>,
    /// The first call.
    first: Option<(Called<'a>, Code)>,
    /// The address of the service, as the pages' examples have it.
    root: &'a str,
    medium: Medium,
    doc: Doc,
}

impl<'a> Page<'a> {
    /// An area that has the first call, or any.
    fn area(&self) -> Option<&'a str> {
        let function = self.first.as_ref().map(|((_, names), _)| &names.function);
        let area = function.and_then(|function| self.krate.features.of_function(function));
        area.or_else(|| self.krate.features.all().first().map(AsRef::as_ref))
    }

    /// A module of ours: a link where links are known.
    fn module(&self, name: &'static str) -> Markdown {
        match self.medium {
            Medium::Documentation => Markdown::with("[{}]", [Markdown::ours(name)]),
            Medium::Readme => Markdown::code(name),
        }
    }

    fn package(&self) -> Ident {
        Ident::of_package(&self.krate.options.package.name)
    }

    /// The imports for a call and a type.
    fn called(&self, (_, names): Called<'_>, type_: Option<&ItemName>) -> Code {
        let (package, module) = (self.package(), &names.function.module);
        let (above, last) = module.split_at(module.len().saturating_sub(1));
        let code = Code::default();
        let own = Ident::word("self");
        match (type_, last) {
            (Some(item), [_]) if item.module == *module => {
                code.import(&package, module, &[&own, &item.ident])
            }
            (Some(item), [last]) => {
                code.import(&package, &item.module, &[&item.ident]).import(&package, above, &[last])
            }
            (None, [last]) => code.import(&package, above, &[last]),
            _ => code,
        }
    }

    /// A call with arguments that stand for themselves.
    fn call(&self, (operation, names): Called<'_>, body: Option<TokenStream>) -> TokenStream {
        let function = &names.function.ident;
        let module = names.function.module.last();
        let arguments = operation.arguments.iter().zip(&names.parameters);
        let arguments = arguments
            .map(|(argument, name)| arguments::in_example(self.krate, argument, None, name))
            .chain(body);
        quote! { #module::#function(#(#arguments),*) }
    }

    /// Words that announce an example, and the example, which may need a feature. Without one the words stand alone.
    fn example(&mut self, words: &'static str, code: Option<Code>, feature: Option<&'static str>) {
        let package = self.package();
        let code = code.and_then(|code| match self.medium {
            Medium::Readme => Some(code.visible()),
            Medium::Documentation => code.hidden(quote! { Ok::<(), #package::support::Error>(()) }),
        });
        let Some(code) = code else {
            let words = words.strip_suffix(':').unwrap_or(words.trim_end_matches('.'));
            self.doc.paragraph(&Markdown::with("{}.", [Markdown::ours(words)]));
            return;
        };
        if !words.is_empty() {
            self.doc.ours(words);
        }
        self.doc.code_block(code, feature.filter(|_| self.medium == Medium::Documentation));
    }
}

/// Which pages the crate is made from: `` `v1.0` of https://…, commit `0123…` of 2026-05-04 ``.
pub(super) fn made_from(origin: &Origin) -> Markdown {
    let repository = match &origin.repository {
        Some(address) => Markdown::text(address),
        None => Markdown::ours("a repository without an address"),
    };
    let place = match origin.folder.as_str() {
        "" => repository,
        folder => Markdown::with("{} of {}", [Markdown::code(folder), repository]),
    };
    let commit = Markdown::code(&origin.commit);
    Markdown::with("Made from {}, commit {} of {}.", [place, commit, Markdown::text(&origin.date)])
}
