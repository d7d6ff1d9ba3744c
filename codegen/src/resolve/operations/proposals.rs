//! Which types a page's words, links, annotations and name propose for what its operations answer and take.

use super::context;
use super::page_type::{self, Returns};
use super::plain_words;
use crate::model::{QualifiedName, Type};
use crate::page::{Annotation, Example, Page};
use crate::resolve::types::lookup::Lookup;
use crate::text::{Inline, RichText};

/// The proposals of one page, each list in the order of the page. Collections are their elements.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proposals {
    /// The words below *Response*.
    pub(crate) answer: Vec<Type>,
    /// The words below *Request body*.
    pub(crate) taken: Vec<Type>,
    /// The introduction.
    pub(crate) summary: Vec<Type>,
    /// The annotations of the responses, and the contexts that these have in them.
    pub(crate) answered: Vec<Type>,
    /// The annotations of the requests.
    pub(crate) sent: Vec<Type>,
    /// The table of methods of a resource's page.
    pub(crate) methods: Vec<Type>,
    /// The type that the file is named for.
    pub(crate) file: Option<Type>,
}

impl Proposals {
    pub(crate) fn of(lookup: &Lookup<'_>, returns: &Returns<'_>, page: &Page) -> Self {
        let annotated = |side: fn(&crate::page::Exchange) -> Option<&Example>| {
            let examples = page.api.exchanges.iter().filter_map(side);
            let annotations = examples.filter_map(|example| example.annotation.as_ref());
            elements(annotations.filter_map(|annotation| named(lookup, page, annotation)))
        };
        let mut answered = annotated(|exchange| exchange.response.as_ref());
        answered.extend(context::answered(lookup, page));
        let rows = returns.get(&page.id).into_iter().flatten();
        Proposals {
            answer: answer(lookup, page),
            taken: in_words(lookup, page, &without_negations(&page.api.request_body.text)),
            summary: in_words(lookup, page, &page.summary),
            answered,
            sent: annotated(|exchange| exchange.request.as_ref()),
            methods: elements(rows.filter_map(|(owner, spelling)| lookup.spelled(owner, spelling))),
            file: lookup.named(page, &page.names.resource.replace('_', "")),
        }
    }

    /// All proposals for an answer, the strongest kind of evidence first.
    pub(crate) fn for_answer(&self) -> impl DoubleEndedIterator<Item = &Type> {
        let named = self.answer.iter().chain(&self.file).chain(&self.answered).chain(&self.methods);
        named.chain(&self.summary).chain(&self.taken)
    }

    /// The structured types that the words below *Response* name.
    pub(crate) fn answer_types(&self) -> impl Iterator<Item = &QualifiedName> {
        self.answer.iter().filter_map(structured)
    }
}

pub(crate) fn structured(type_: &Type) -> Option<&QualifiedName> {
    match type_ {
        Type::Structured(name) => Some(name),
        _ => None,
    }
}

/// The types that the words below *Response* name; without a link or bold words, plain ones may.
fn answer(lookup: &Lookup<'_>, page: &Page) -> Vec<Type> {
    let text: Vec<RichText> = page.api.response.text.iter().map(without_expansion).collect();
    let types = in_words(lookup, page, &text);
    match types.is_empty() {
        true => elements(plain_words::named(lookup, page, &text).into_iter()),
        false => types,
    }
}

/// The texts without the sentences that say what cannot be sent.
fn without_negations(texts: &[RichText]) -> Vec<RichText> {
    let is_negated = |sentence: &RichText| {
        let words = sentence.plain().to_lowercase().replace('’', "'");
        ["can't use", "cannot use", "can't be used", "cannot be used"]
            .iter()
            .any(|negation| words.contains(negation))
    };
    let affirmed = |text: &RichText| match is_negated(text) {
        true => {
            let sentences = text.sentences().into_iter().filter(|sentence| !is_negated(sentence));
            RichText::joined(sentences, text.span)
        }
        false => text.clone(),
    };
    texts.iter().map(affirmed).collect()
}

/// The text up to words such as "expanded with the matching …": what an answer holds besides is not its type.
fn without_expansion(text: &RichText) -> RichText {
    let expands = |part: &Inline| matches!(part, Inline::Text(words) if words.contains("expanded with"));
    match text.parts.iter().position(expands) {
        Some(end) => RichText { parts: text.parts[..end].into(), span: text.span },
        None => text.clone(),
    }
}

/// The types that a text names: those that it links first, then those in bold.
fn in_words(lookup: &Lookup<'_>, page: &Page, text: &[RichText]) -> Vec<Type> {
    let links = text.iter().flat_map(|text| text.links());
    let linked = links.filter_map(|link| lookup.linked(page, link.target));
    let strong = text.iter().flat_map(|text| text.strongs());
    let strong = strong.filter_map(|word| page_type::strong(lookup, page, &word));
    elements(linked.chain(strong))
}

fn named(lookup: &Lookup<'_>, page: &Page, annotation: &Annotation) -> Option<Type> {
    lookup.named(page, &annotation.odata_type.as_ref()?.value)
}

/// Each once, without the collections around them.
fn elements(types: impl Iterator<Item = Type>) -> Vec<Type> {
    let mut list: Vec<Type> = Vec::new();
    for type_ in types.map(|type_| type_.element().clone()) {
        if !list.contains(&type_) {
            list.push(type_);
        }
    }
    list
}
