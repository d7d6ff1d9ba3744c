//! Where things are: the modules `types`, `areas` and `routes`, which hold nothing of their own.

use std::collections::{BTreeMap, BTreeSet};

use quote::quote;

use super::features::{needed, one_of};
use super::{Crate, elsewhere, operation_doc};
use crate::format::{Doc, File, FilePart, Groups, Header, Markdown};
use crate::model::Operation;
use crate::names::{Feature, Ident, ItemName, OperationNames, index_module};

/// The files of the modules.
pub(crate) fn files(krate: &Crate<'_>) -> Vec<(String, File)> {
    let areas = areas(krate).map(|areas| ("src/areas.rs".to_owned(), areas));
    let all = [("src/routes.rs".to_owned(), routes(krate)), ("src/types.rs".to_owned(), types(krate))];
    all.into_iter().chain(areas).collect()
}

/// The macro by which types are there under a shorter path.
const TYPES: &str = "\
macro_rules! types {
    ($($feature:meta => $($($part:ident)::+)+;)+) => {
        $($(
            #[cfg($feature)]
            pub use crate::$($part)::+;
        )+)+
    };
}
";

/// All types below one path.
fn types(krate: &Crate<'_>) -> File {
    let structured = krate.model.structured.iter().filter(|(_, type_)| type_.owner.is_none());
    let all = structured.map(|(name, _)| name).chain(krate.model.enums.keys());
    let mut named: BTreeMap<&Ident, Vec<&ItemName>> = BTreeMap::new();
    for item in all.filter_map(|name| krate.names.type_(name)) {
        named.entry(&item.ident).or_default().push(item);
    }
    let mut doc = Doc::default();
    doc.ours("All resource types and enums under one path: `use` single items of this module, or all of them with `*`.");
    doc.ours("The bodies of requests are in the modules of their functions.");
    let several: Vec<Markdown> = named
        .iter()
        .filter(|(_, items)| items.len() > 1)
        .map(|(name, items)| {
            let paths = items.iter().map(|item| Markdown::code(&item.path()));
            Markdown::with("{}: {}", [Markdown::code(name), Markdown::join(paths, ", ")])
        })
        .collect();
    if !several.is_empty() {
        doc.ours("Names that several types share are left out. Use those types by their own paths:")
            .list(&several);
    }
    let mut gated = Groups::of("types");
    let mut plain = Vec::new();
    for item in named
        .values()
        .filter_map(|items| <[&ItemName; 1]>::try_from(items.as_slice()).ok())
        .map(|[item]| item)
    {
        let path = [item.module.as_slice(), std::slice::from_ref(&item.ident)].concat();
        match krate.features.of_module(&item.module).features() {
            Some(features) => gated.item(features, &path),
            None => plain.push(quote! { pub use crate::#(#path)::*; }),
        }
    }
    let header = Header::with_doc(&krate.comment(&BTreeSet::new()), &doc);
    match gated.is_empty() {
        true => File::rust(&header, [quote! { #(#plain)* }]),
        false => File::rust(&header, [FilePart::Ours(TYPES), gated.into()]),
    }
}

/// An index of the modules of each area, if there are several areas.
fn areas(krate: &Crate<'_>) -> Option<File> {
    let modules = krate.features.modules_of_areas();
    if modules.is_empty() {
        return None;
    }
    let mut doc = Doc::default();
    doc.ours(
        "An index for each area of the API: the modules that belong to it. An item's own path does not include an area.",
    );
    let areas = modules.into_iter().map(|(area, modules)| {
        let name = index_module(area);
        let mut doc = Doc::default();
        doc.paragraph(&needed(Markdown::code(area)));
        let doc = doc.tokens();
        quote! {
            #doc
            #[cfg(feature = #area)]
            pub mod #name {
                pub use crate::{#(#modules),*};
            }
        }
    });
    let header = Header::with_doc(&krate.comment(&BTreeSet::new()), &doc);
    Some(File::rust(&header, areas.collect::<Vec<_>>()))
}

/// Every route with its function, below the features of which one is enough for it.
fn routes(krate: &Crate<'_>) -> File {
    let mut parts: BTreeMap<Section<'_>, Vec<Listed<'_>>> = BTreeMap::new();
    for (operation, names) in krate.names.named(&krate.model.operations) {
        for (section, names) in by_section(krate, names) {
            parts.entry(section).or_default().push((operation, names));
        }
    }
    let mut doc = Doc::default();
    doc.ours(
        "Every route and the function that calls it. Search this page for a path as the reference writes it.",
    );
    let mut gated = Vec::new();
    for (features, mut all) in parts {
        all.sort_by_cached_key(|(operation, _)| (operation.template(), operation.method.as_str()));
        let entries: Vec<Markdown> = all.into_iter().map(entry).collect();
        match features {
            None => _ = doc.rows(&entries),
            Some(features) => {
                let mut part = Doc::default();
                part.titled(&one_of(features)).rows(&entries);
                gated.push((features, part));
            }
        }
    }
    if !gated.is_empty() {
        doc.ours(
            "Each section names the features that turn its functions on; any one of them is enough. Sections whose features are off \
             are not shown.",
        );
    }
    let header = Header::with_parts(&krate.comment(&BTreeSet::new()), &doc, &gated);
    File::rust(&header, [FilePart::Ours("")])
}

/// The features of which one turns a section on; none for what is always on.
type Section<'a> = Option<&'a BTreeSet<Feature>>;

/// An operation with those of its names that one section lists.
type Listed<'a> = (&'a Operation, Vec<&'a ItemName>);

/// The names of an operation, each below the features that turn it on: an alias stands beside the function if it is on
/// whenever that is.
fn by_section<'a>(
    krate: &'a Crate<'_>,
    names: &'a OperationNames,
) -> BTreeMap<Section<'a>, Vec<&'a ItemName>> {
    let gate = |name: &ItemName| krate.features.of_operations(&name.module);
    let main = gate(&names.function);
    let mut listed = BTreeMap::from([(main.features(), vec![&names.function])]);
    for alias in names.aliases.iter().map(|alias| &alias.function) {
        let own = gate(alias);
        let section = if own.is_open_with(main) { main } else { own };
        listed.entry(section.features()).or_default().push(alias);
    }
    listed
}

fn entry((operation, names): Listed<'_>) -> Markdown {
    let functions = names.into_iter().map(elsewhere::function_in_module);
    Markdown::with("{}: {}", [operation_doc::call(operation), Markdown::join(functions, ", ")])
}

/// The modules, as the crate's root declares them.
pub(crate) fn declared(krate: &Crate<'_>) -> Vec<Ident> {
    let areas = (!krate.features.all().is_empty()).then(|| Ident::word("areas"));
    areas.into_iter().chain(["routes", "types"].map(Ident::word)).collect()
}
