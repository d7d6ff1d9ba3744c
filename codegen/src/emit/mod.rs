//! The model and its names to the files of a crate.

mod answers;
mod arguments;
mod attribution;
mod bodies;
mod by_page;
mod call_example;
mod checks;
mod constants;
mod elsewhere;
mod enums;
mod examples;
mod features;
mod front_page;
mod index;
mod json_macro;
mod links;
mod literal;
mod mains;
mod module;
mod off;
mod operation_doc;
mod operations;
mod other_route;
mod package;
mod record;
mod recursion;
mod root;
mod said_once;
mod scope;
mod structs;
mod support;
mod types;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostic::Diagnostic;
use crate::format::{Code, File, Markdown};
use crate::links::Links;
use crate::model::{ApiModel, Basis, Derived, Description, QualifiedName, Section, StructuredType};
use crate::names::{Ident, ItemName, Names};
use crate::options::{Options, Summary};
use crate::source::Sources;
use features::Features;
use mains::{Called, Mains};
use recursion::Recursion;

/// Everything that an emitter may look at.
pub(crate) struct Crate<'a> {
    pub(crate) model: &'a ApiModel,
    pub(crate) names: &'a Names,
    pub(crate) sources: &'a Sources,
    pub(crate) options: &'a Options,
    features: Features,
    recursion: Recursion<'a>,
    links: &'a Links<'a>,
    pub(crate) derived: Derived<'a>,
    /// The structured types by their names in lower case.
    written: BTreeMap<String, &'a StructuredType>,
    /// The type that each page, or section of one, is about, for links to it.
    described: BTreeMap<&'a Section, &'a ItemName>,
    /// At which function a page's words stand.
    mains: Mains<'a>,
    /// The documented calls, by their functions: each is written once, when it is first asked for.
    calls: BTreeMap<&'a ItemName, OnceLock<Option<Code>>>,
}

/// The crate's files.
pub(crate) fn emit(
    model: &ApiModel,
    names: &Names,
    sources: &Sources,
    options: &Options,
    links: &Links<'_>,
) -> BTreeMap<String, File> {
    let krate = Crate::new(model, names, sources, options, links);
    let beside = || (examples::files(&krate), answers::file(&krate), package::readme(&krate));
    let (mut files, (examples, answers, readme)) = rayon::join(|| module::files(&krate), beside);
    files.extend(examples);
    files.insert("src/answers.json".to_owned(), answers);
    files.extend(support::files(&Ident::of_package(&options.package.name)));
    files.extend(attribution::files(&krate));
    files.insert("Cargo.toml".to_owned(), package::manifest(&krate));
    files.insert("README.md".to_owned(), readme);
    files.insert("rustfmt.toml".to_owned(), package::formatting());
    files
}

/// The findings as a file, with the counts that the terminal shows and what the answers rest on.
pub(crate) fn diagnostics(
    sources: &Sources,
    model: &ApiModel,
    diagnostics: &[Diagnostic],
    summary: Summary,
) -> File {
    let account = Basis::account(model.operations.values().map(|operation| operation.basis));
    let account = (!account.is_empty()).then_some(account);
    let findings = diagnostics.iter().map(|diagnostic| diagnostic.line(sources));
    File::lines(std::iter::once(summary.line(diagnostics)).chain(account).chain(findings))
}

impl<'a> Crate<'a> {
    /// Whether the crate says under which licence it may be published.
    pub(crate) fn is_for_a_registry(&self) -> bool {
        self.options.package.license.is_some() || self.options.attribution.is_some()
    }

    fn new(
        model: &'a ApiModel,
        names: &'a Names,
        sources: &'a Sources,
        options: &'a Options,
        links: &'a Links<'a>,
    ) -> Self {
        let mut described = BTreeMap::new();
        let structured = model.structured.iter().filter(|(_, type_)| type_.owner.is_none());
        let structured = structured.map(|(name, type_)| (name, &type_.description));
        let enums = model.enums.iter().map(|(name, type_)| (name, &type_.description));
        for (name, description) in structured.chain(enums) {
            let Some(item) = names.type_(name) else { continue };
            for place in &description.places {
                described.entry(place).or_insert(item);
            }
        }
        // Who asked for a slice has chosen already.
        let whole = options.only.is_empty();
        let features = || if whole { Features::of(model, names) } else { Features::default() };
        let (features, (recursion, mains)) =
            rayon::join(features, || (Recursion::of(model), Mains::of(model, names)));
        let derived = Derived::of(model);
        let mut written = BTreeMap::new();
        for (name, type_) in &model.structured {
            written.entry(name.to_string().to_ascii_lowercase()).or_insert(type_);
        }
        let named = names.named(&model.operations).into_iter();
        let calls = named.map(|(_, names)| (&names.function, OnceLock::new())).collect();
        Crate {
            model,
            names,
            sources,
            options,
            features,
            recursion,
            links,
            derived,
            written,
            described,
            mains,
            calls,
        }
    }

    /// The documented call of an operation.
    pub(crate) fn call(&self, called: Called<'_>) -> Option<&Code> {
        self.calls.get(&called.1.function)?.get_or_init(|| call_example::code(self, called)).as_ref()
    }

    /// Whether several members of this enum may be set at once.
    pub(crate) fn is_flags(&self, name: &QualifiedName) -> bool {
        self.model.enums.get(name).is_some_and(|type_| type_.flags)
    }

    /// Whether this is a resource of the API, and not the body of one action.
    pub(crate) fn is_resource(&self, name: &QualifiedName) -> bool {
        self.structured(name).is_some_and(|type_| type_.owner.is_none())
    }

    /// A structured type of the model.
    pub(crate) fn structured(&self, name: &QualifiedName) -> Option<&StructuredType> {
        self.model.structured.get(name)
    }

    /// The structured type that a text names, in any case of its letters.
    pub(crate) fn written_type(&self, text: &str) -> Option<&'a StructuredType> {
        self.written.get(&text.to_ascii_lowercase()).copied()
    }
}

/// The attribute of a deprecated item, with the page's notice.
pub(crate) fn deprecated(description: &Description) -> Option<TokenStream> {
    // Rustdoc reads the notice as Markdown.
    let notice = Markdown::plain(description.deprecation.as_ref()?);
    Some(quote! { #[deprecated(note = #notice)] })
}
