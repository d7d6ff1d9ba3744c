//! The members of an example that no page has.

use std::collections::{BTreeMap, BTreeSet};

use super::mismatch::Undocumented;
use crate::diagnostic::{Code, Diagnostics};
use crate::source::Span;
use crate::type_check::Lack;

/// Names what an example shows beyond the pages, once for each type and each way in which it is missing there.
pub(super) fn report(undocumented: &Undocumented, found: &mut Diagnostics) {
    let mut by_type: BTreeMap<(String, Lack), (Span, BTreeSet<String>)> = BTreeMap::new();
    for (place, span) in undocumented {
        let (holder, name) = place.holder_and_name();
        by_type.entry((holder, place.lack())).or_insert((*span, BTreeSet::new())).1.insert(name);
    }
    for ((holder, lack), (span, names)) in by_type {
        let stand = if names.len() == 1 { "is" } else { "are" };
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        let message = match lack {
            Lack::Table => {
                format!("{names} {stand} in this example, but in no table of {holder}")
            }
            Lack::Page => {
                format!("{names} {stand} in this example, but no page describes {holder}")
            }
            Lack::Letters => {
                format!("the example spells properties of {holder} differently: {names}")
            }
        };
        found.report(Code::UndocumentedProperty, span, message);
    }
}
