//! Which type a call answers: the evidence in its order.
//!
//! 1. A type on which the route's end in the tree and the page's words agree;
//! 2. the end in the tree;
//! 3. the words;
//! 4. of all types that words, links, annotations and the file's name propose, the one that the example's body fits best;
//! 5. the example's annotation;
//! 6. the table of methods on a resource's page.

use std::collections::BTreeMap;

use super::fit;
use super::proposals::{Proposals, structured};
use super::tree::{End, Tree};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::Value;
use crate::model::{Basis, QualifiedName, StructuredType, Type};
use crate::page::{Page, Route};
use crate::source::{PageId, Span};

/// The evidence about a call beside its page.
pub(crate) struct Judge<'a> {
    pub(crate) types: &'a BTreeMap<QualifiedName, StructuredType>,
    pub(crate) tree: &'a Tree<'a>,
    pub(crate) proposals: &'a BTreeMap<PageId, Proposals>,
}

/// A type with the evidence that it rests on.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) type_: Type,
    pub(crate) basis: Basis,
    /// The evidence that contradicts it.
    pub(crate) conflict: Option<Conflict>,
}

/// The page's words and the tree disagree.
#[derive(Clone, Debug)]
pub(crate) struct Conflict {
    /// The type that the words name.
    pub(super) by_words: QualifiedName,
    /// The end in the tree, and the property that says so.
    end: QualifiedName,
    property: Option<Span>,
    /// The one that is taken.
    taken: QualifiedName,
}

impl Judge<'_> {
    /// The type that a route of the page answers, or the element of what it answers. `samples` are the objects that the
    /// examples of the route show.
    pub(crate) fn answered(&self, page: &Page, end: &End, samples: &[&Value]) -> Option<Judged> {
        let proposals = self.proposals.get(&page.id)?;
        let names = fit::names(samples.iter().copied());
        match &end.type_ {
            Some(Type::Structured(end_type)) if !end.call => {
                Some(self.at_object(proposals, end, end_type, &names))
            }
            Some(type_) if !end.call => Some(judged(type_.clone(), Basis::Tree)),
            _ => self.by_page(proposals, &names),
        }
    }

    /// At an object of the tree: its type, or the one that the words name and that is derived from it.
    fn at_object(
        &self,
        proposals: &Proposals,
        end: &End,
        end_type: &QualifiedName,
        names: &[&str],
    ) -> Judged {
        let of = |name: &QualifiedName, basis| judged(Type::Structured(name.clone()), basis);
        let is_documented = |name: &QualifiedName| self.types.get(name).is_some_and(is_described);
        let in_words = || proposals.answer_types();
        let best = self.tree.only_derived(end_type).filter(|name| is_documented(name)).unwrap_or(end_type);
        if in_words().any(|name| name == end_type || name == best) {
            return of(best, Basis::Agreement);
        }
        let annotates_end = proposals.answered.iter().filter_map(structured).any(|name| name == end_type);
        let mut derived = in_words().filter(|name| self.tree.is_derived(end_type, name));
        match (derived.next(), derived.next()) {
            // Of several derived types, an answer may be any; also if the example's annotation names the base.
            (Some(only), None) if !annotates_end => return of(only, Basis::Agreement),
            (Some(_), _) => return of(best, Basis::Agreement),
            (None, _) => {}
        }
        if in_words().any(|name| self.tree.is_derived(name, end_type)) {
            return of(best, Basis::Agreement);
        }
        let Some(by_words) = in_words().next() else { return of(best, Basis::Tree) };
        let known = |name| fit::known(self.types, name, names);
        let fits_words = end.doubtful || known(best) == 0 && known(by_words) * 2 > names.len();
        let (name, basis) = if fits_words { (by_words, Basis::Words) } else { (best, Basis::Tree) };
        let (by_words, end_type, taken) = (by_words.clone(), end_type.clone(), name.clone());
        let is_doubtful = fits_words && end.property.is_none();
        let conflict = Conflict { by_words, end: end_type, property: end.property, taken };
        // Where no property leads, the end of the route is a guess that the words put right.
        Judged { conflict: (!is_doubtful).then_some(conflict), ..of(name, basis) }
    }

    /// The same, unless its type knows none of the names that the route's own examples show and another proposal knows all:
    /// a route may lead on to what the tree does not have. Types that are derived from the first have other names, too.
    pub(crate) fn fitted(&self, page: &Page, judged: Judged, names: &[&str]) -> Judged {
        let known = |name: &QualifiedName| fit::known(self.types, name, names);
        let type_ = structured(&judged.type_).filter(|name| !self.is_empty(name) && known(name) == 0);
        let (Some(type_), Some(proposals), [_, _, ..]) = (type_, self.proposals.get(&page.id), names) else {
            return judged;
        };
        let mut others = proposals.for_answer().filter_map(structured);
        match others.find(|name| known(name) == names.len() && !self.tree.is_derived(type_, name)) {
            Some(name) => Judged { type_: Type::Structured(name.clone()), basis: Basis::Fit, conflict: None },
            None => judged,
        }
    }

    /// Where only the page helps: for a call, and for a route that leads nowhere.
    fn by_page(&self, proposals: &Proposals, names: &[&str]) -> Option<Judged> {
        let known = |type_: &Type| structured(type_).map_or(0, |name| fit::known(self.types, name, names));
        let fits = |type_: &Type| {
            names.is_empty() || structured(type_).is_none_or(|name| self.is_empty(name)) || known(type_) > 0
        };
        // Of several types that the words name, the one that knows most of the example, or else the first.
        let is_file = |type_: &Type| proposals.file.as_ref() == Some(type_);
        let by_words = proposals.answer.iter().rev().max_by_key(|type_| (known(type_), is_file(type_)));
        let best = proposals.for_answer().rev().max_by_key(|type_| known(type_));
        // A type that has all properties of the example stands against words that lack some, unless it is derived from the words'
        // type: an example shows one of several. A single property, such as a key, tells nothing of a type without a page.
        let is_described = |type_: &Type| structured(type_).is_some_and(|name| !self.is_empty(name));
        let tells = names.len() > 1 || by_words.is_some_and(is_described) && !names.is_empty();
        let knows_all = best.is_some_and(|best| tells && known(best) == names.len());
        let is_base = |by_words: &Type| {
            let types = structured(by_words).zip(best.and_then(structured));
            types.is_some_and(|(base, best)| self.tree.is_derived(base, best))
        };
        let stands = |by_words: &&Type| {
            fits(by_words) && (!knows_all || known(by_words) == names.len() || is_base(by_words))
        };
        if let Some(by_words) = by_words.filter(stands) {
            return Some(judged(by_words.clone(), Basis::Words));
        }
        if let Some(best) = best.filter(|type_| known(type_) > 0) {
            return Some(judged(best.clone(), Basis::Fit));
        }
        let of = |types: &[Type], basis| Some(judged(types.first()?.clone(), basis));
        of(&proposals.answered, Basis::Annotation)
            .or_else(|| of(&proposals.methods, Basis::Methods))
            .or_else(|| of(&proposals.answer, Basis::Words))
            .or_else(|| of(&proposals.taken, Basis::Guess))
            .or_else(|| of(&proposals.summary, Basis::Guess))
    }

    fn is_empty(&self, name: &QualifiedName) -> bool {
        self.types.get(name).is_none_or(|type_| type_.properties.is_empty())
    }
}

impl Conflict {
    /// Reports the disagreement, with both places; `decider` is the route of another page that decides.
    pub(crate) fn report(
        &self,
        page: &Page,
        route: &Route,
        decider: Option<Span>,
        diagnostics: &mut Diagnostics,
    ) {
        let Conflict { by_words, end, property, taken } = self;
        let message = format!(
            "the text below *Response* names `{by_words}`, but `{} {}` leads to `{end}`; `{taken}` is used",
            route.method, route.address.path
        );
        let mut related = vec![(route.span, "the route".to_owned())];
        related.extend(property.map(|span| (span, "the property that it leads to".to_owned())));
        related.extend(decider.map(|span| (span, "the page that decides".to_owned())));
        let words = page.api.response.text.first().map_or(page.title.span, |text| text.span);
        diagnostics.report_with(Code::ConflictingAnswer, words, message, related);
    }
}

fn judged(type_: Type, basis: Basis) -> Judged {
    Judged { type_, basis, conflict: None }
}

fn is_described(type_: &StructuredType) -> bool {
    !type_.description.pages.is_empty()
}
