//! The crate's root: its modules, and what stands for the types that may be off.

use quote::quote;

use super::{Crate, index, package};
use crate::format::{Doc, File, FilePart, Groups, Header};
use crate::names::{Ident, ItemName};

/// The macro that declares modules with the features that they need.
pub(crate) const MODULES: &str = "modules";

/// The module of what stands for types that may be off.
const OFF: &str = "off";

/// The path of what stands for a type.
pub(crate) fn stand_in(name: &Ident) -> Vec<Ident> {
    let mut path = ["crate", OFF].map(Ident::word).to_vec();
    path.push(name.clone());
    path
}

/// The files of the crate's root.
pub(crate) fn files(krate: &Crate<'_>, modules: FilePart) -> Vec<(String, File)> {
    let indexes = index::declared(krate);
    let mut items = vec![FilePart::from(quote! { #(pub mod #indexes;)* pub mod support; })];
    let off = off(krate);
    if !krate.features.all().is_empty() {
        items.insert(0, FilePart::Ours(DECLARING));
        items.extend(off.is_some().then(|| quote! { mod off; }.into()));
    }
    items.push(modules);
    let root = File::rust(&package::crate_header(krate), items);
    let off = off.map(|off| ("src/off.rs".to_owned(), off));
    [("src/lib.rs".to_owned(), root)].into_iter().chain(off).chain(index::files(krate)).collect()
}

/// The macro by which each set of features is written once.
const DECLARING: &str = "\
/// Declares modules that are there when one of their features is on.
macro_rules! modules {
    ($($feature:meta => $($module:ident)+;)+) => {
        $($(
            #[cfg($feature)]
            pub mod $module;
        )+)+
    };
}
";

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
fn off(krate: &Crate<'_>) -> Option<File> {
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
