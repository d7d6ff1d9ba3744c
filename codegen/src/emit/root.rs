//! The crate's root and the modules that it declares.

use quote::quote;

use super::{Crate, index, off, package};
use crate::format::{File, FilePart};

/// The macro that declares modules with the features that they need.
pub(crate) const MODULES: &str = "modules";

/// The files of the crate's root.
pub(crate) fn files(krate: &Crate<'_>, modules: FilePart) -> Vec<(String, File)> {
    let indexes = index::declared(krate);
    let mut items = vec![FilePart::from(quote! { #(pub mod #indexes;)* pub mod support; })];
    let off = off::file(krate);
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
