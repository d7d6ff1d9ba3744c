//! The features that modules need.

use std::collections::BTreeSet;

use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Meta, Token};

/// The features of which one switches an item on; none where it is always there.
pub(super) fn of(attributes: &[Attribute]) -> Option<BTreeSet<String>> {
    let condition = attributes.iter().find(|attribute| attribute.path().is_ident("cfg"))?;
    Some(features(&condition.parse_args::<Meta>().ok()?))
}

/// The modules that `modules! { … }` declares, with their features.
pub(super) fn declared(macro_: &syn::Macro) -> syn::Result<Vec<(String, BTreeSet<String>)>> {
    let groups = |input: ParseStream<'_>| {
        let mut modules = Vec::new();
        while !input.is_empty() {
            let features = features(&input.parse::<Meta>()?);
            input.parse::<Token![=>]>()?;
            while !input.peek(Token![;]) {
                modules.push((input.parse::<Ident>()?.to_string(), features.clone()));
            }
            input.parse::<Token![;]>()?;
        }
        Ok(modules)
    };
    groups.parse2(macro_.tokens.clone())
}

/// The features of `feature = "a"`, or of `any(feature = "a", feature = "b")`.
fn features(condition: &Meta) -> BTreeSet<String> {
    match condition {
        Meta::NameValue(pair) if pair.path.is_ident("feature") => {
            super::values::text(&pair.value).into_iter().collect()
        }
        Meta::List(list) if list.path.is_ident("any") => {
            let inner = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            inner.iter().flatten().flat_map(features).collect()
        }
        Meta::List(list) => list.parse_args::<LitStr>().map(|text| text.value()).into_iter().collect(),
        _ => BTreeSet::new(),
    }
}
