//! What pages say of a call at another function: a page whose words stand there may document this call, too.

use std::collections::BTreeSet;

use super::Crate;
use super::mains::Called;
use crate::format::{Address, Doc, Markdown};
use crate::names::ItemName;
use crate::text::RichText;

/// The texts that stand at this function, and the functions at which the others do: those of pages with functions of their own.
pub(super) fn told_here<'a>(
    krate: &'a Crate<'_>,
    called: Called<'_>,
    texts: Vec<RichText>,
) -> (Vec<RichText>, Vec<&'a ItemName>) {
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    for text in texts {
        match krate.mains.telling_of(called, &text) {
            Some(telling) => elsewhere.push(&telling.function),
            None => here.push(text),
        }
    }
    (here, elsewhere)
}

/// Links to the functions at which the pages say more of a call, each once.
pub(super) fn say_more(doc: &mut Doc, functions: Vec<&ItemName>) {
    let mut known = BTreeSet::new();
    for function in functions.into_iter().filter(|function| known.insert(*function)) {
        doc.paragraph(&Markdown::with("{} says more about this call.", [function_in_module(function)]));
    }
}

/// A link to a function, by its path.
pub(super) fn function_in_module(item: &ItemName) -> Markdown {
    Markdown::link(&Markdown::code(&item.path()), &Address::function(&item.module, &item.ident))
}
