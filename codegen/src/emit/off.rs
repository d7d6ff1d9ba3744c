//! The module of stand-ins, to which paths lead if the type's own feature is off.

use super::Crate;
use crate::format::{Doc, File, FilePart, Groups, Header};
use crate::names::{Ident, ItemName};

/// The module of the stand-ins.
const OFF: &str = "off";

/// The path of a type's stand-in.
pub(crate) fn stand_in(name: &Ident) -> Vec<Ident> {
    let mut path = ["crate", OFF].map(Ident::word).to_vec();
    path.push(name.clone());
    path
}

/// The macro by which a type is there under another path, or what stands for it.
const STANDING_IN: &str = "\
#![allow(unused_imports, reason = \"what leads there may be off, too\")]

macro_rules! stand_ins {
    ($($feature:meta => $($($part:ident)::+ as $name:ident)+;)+) => {
        $($(
            #[cfg($feature)]
            pub(crate) use crate::$($part)::+ as $name;
            #[cfg(not($feature))]
            pub(crate) use crate::support::FeatureOff as $name;
        )+)+
    };
}
";

/// The stand-ins for types that may be off where a navigation property leads to them.
pub(super) fn file(krate: &Crate<'_>) -> Option<File> {
    let mut groups = Groups::of("stand_ins");
    for (ItemName { module, ident }, name) in krate.features.stand_ins().all(krate.names) {
        let path = [module.as_slice(), std::slice::from_ref(ident)].concat();
        if let Some(features) = krate.features.of_module(module).features() {
            groups.path(features, &path, name);
        }
    }
    if groups.is_empty() {
        return None;
    }
    let mut doc = Doc::default();
    doc.ours(
        "Types that navigation properties of other areas lead to; `FeatureOff` where their own area is off.",
    );
    let header = Header::with_doc(&krate.comment(&Default::default()), &doc);
    Some(File::rust(&header, [FilePart::Ours(STANDING_IN), groups.into()]))
}
