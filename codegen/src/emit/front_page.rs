//! The crate's front page, as rustdoc and as the README show it: what the crate is, a first call, a chapter for each thing to
//! know. Every example is a call of this crate, chosen by rule, and compiled with its documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::mains::Called;
use super::{Crate, arguments};
use crate::format::{Code, Doc, Markdown};
use crate::http::Method;
use crate::model::{Property, QualifiedName, RequestBody, ResponseBody, StructuredType, Type};
use crate::names::{Ident, ItemName};
use crate::options::Origin;
use crate::primitive::Primitive;

/// Where the page is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// In rustdoc, which knows what names mean and compiles the examples.
    Documentation,
    /// In the README, where a line that only makes an example compile would be seen.
    Readme,
}

/// The page.
pub(crate) fn of(krate: &Crate<'_>, shown: Shown) -> Doc {
    let mut page = Page { krate, shown, doc: Doc::default() };
    page.beginning();
    page.first_call();
    page.finding();
    page.features();
    page.queries();
    page.paging();
    page.null();
    page.errors();
    page.derived();
    page.offline();
    page.origin();
    page.doc
}

struct Page<'a> {
    krate: &'a Crate<'a>,
    shown: Shown,
    doc: Doc,
}

impl<'a> Page<'a> {
    fn beginning(&mut self) {
        self.doc.ours("Types and requests of an API, generated from its reference pages.");
        for origin in &self.krate.options.origins {
            self.doc.paragraph(&made_from(origin));
        }
        self.doc.ours(
            "A function makes a request, a plain value. `to_http` turns it into an `http::Request` for any HTTP client, and \
             `decode` reads the `http::Response` that comes back. With a client's feature, `support::client` sends it.",
        );
        self.doc.titled(&Markdown::ours("Install"));
        let name = &self.krate.options.package.name;
        let features: Vec<&str> = self.area().into_iter().chain(["reqwest"]).collect();
        self.doc.console(&["cargo", "add", name, "--features", &features.join(",")]);
    }

    /// An area that has the first call, or any.
    fn area(&self) -> Option<&'a str> {
        let function = first_call(self.krate).map(|((_, names), _)| &names.function);
        let area = function.and_then(|function| self.krate.features.of_function(function));
        area.or_else(|| self.krate.features.all().first().map(String::as_str))
    }

    fn first_call(&mut self) {
        let Some((_, code)) = first_call(self.krate) else { return };
        self.doc.titled(&Markdown::ours("A first call"));
        // One that reads its answer ends there.
        let code = match code.has("response") {
            true => Some(code.clone()),
            false => code
                .clone()
                .blank()
                .and(quote! { let http = request.to_http("https://service.example/v1.0")?; }),
        };
        self.example(code);
        self.doc.ours("`request.to_http(root)` is what is sent, and `response` is what comes back: any HTTP client does.");
        self.doc.ours(
            "`root` is the address of the service, which the reference names. Every path is put below it.",
        );
    }

    fn finding(&mut self) {
        self.doc.titled(&Markdown::ours("Find a call or a type"));
        self.doc.paragraph(&Markdown::with(
            "{} lists every route with its function. {} has all types below one path. A resource's own module holds its type and \
             the functions that work on it.",
            [self.module("routes"), self.module("types")],
        ));
    }

    fn features(&mut self) {
        self.doc.titled(&Markdown::ours("Features"));
        if let Some(area) = self.area().filter(|_| !self.krate.features.all().is_empty()) {
            self.doc.paragraph(&Markdown::with(
                "Each area of the API is a feature, such as {}. None is on by default, `full` is all of them. {} lists the modules \
                 of each area, and each module says which feature it needs. A navigation property that leads to a type of an area \
                 that is off keeps its JSON.",
                [Markdown::code(area), self.module("areas")],
            ));
        }
        self.doc.ours(
            "`reqwest`, `reqwest-blocking` and `ureq` send requests; `client` does over an HTTP client of your own. `tracing` has a \
             span for each call. `chrono`, `jiff`, `time`, `uuid` and `rust_decimal` convert values. `examples` answers documented \
             requests offline.",
        );
    }

    fn queries(&mut self) {
        self.doc.titled(&Markdown::ours("Select and filter"));
        self.doc
            .ours("Queries are written with the type's own fields, so that a misspelt one does not compile:");
        let listed = listed(self.krate, |type_| texts(type_).count() > 1);
        let code = listed.and_then(|(called, name)| {
            let type_ = self.krate.structured(name)?;
            let mut fields: Vec<&Ident> =
                texts(type_).filter_map(|at| self.krate.names.fields(name).get(at)).collect();
            fields.sort_by_key(|field| field.len());
            let [first, second, ..] = fields.as_slice() else { return None };
            let item = self.krate.names.type_(name)?;
            let (import, call) = (self.called(called, Some(item)), call(self.krate, called, None));
            let ident = &item.ident;
            import.import_root(&self.package(), &["field", "fields"]).blank().and(quote! {
                let request = #call
                    .select(fields!(#ident; #first, #second))
                    .filter(field!(#ident; #second).eq("text"))
                    .top(10);
            })
        });
        self.example(code);
        self.doc.ours("Plain text works, too: `select(&[\"id\"])`, `filter(\"size gt 3\")`.");
    }

    fn paging(&mut self) {
        self.doc.titled(&Markdown::ours("Paging and changes"));
        self.doc.ours(
            "A long list comes in pages. `next` asks for the one behind a page, with the same headers:",
        );
        let package = self.package();
        let code = listed(self.krate, |_| true).and_then(|(called, _)| {
            let call = call(self.krate, called, None);
            self.called(called, None).import(&package, &[Ident::word("support")], &[&Ident::word("Error")]).blank().and(quote! {
                fn count(send: impl Fn(http::Request<Vec<u8>>) -> http::Response<Vec<u8>>) -> Result<usize, Error> {
                    let root = "https://service.example/v1.0";
                    let request = #call;
                    let mut page = request.decode(send(request.to_http(root)?))?;
                    let mut count = page.value.len();
                    while let Some(next) = request.next(&page) {
                        page = next.decode(send(next.to_http(root)?))?;
                        count += page.value.len();
                    }
                    Ok(count)
                }
            })
        });
        self.example(code);
        self.doc.ours(
            "The last page of a delta function has a link for the changes since. `changes` asks for them, and `Request::link` \
             resumes from a link that was saved. A link that leads to another host is refused.",
        );
    }

    fn null(&mut self) {
        self.doc.titled(&Markdown::ours("Null"));
        self.doc.ours("An update sends the fields that are set. `clear` sends a field as `null`:");
        let code = updated(self.krate).and_then(|(called, name, at)| {
            let field = self.krate.names.fields(name).get(at)?;
            let item = self.krate.names.type_(name)?;
            let ident = &item.ident;
            let call = call(self.krate, called, Some(quote! { &changes }));
            self.called(called, Some(item)).blank().and(quote! {
                let changes = #ident::default();
                let request = #call.clear(|changes| &changes.#field);
            })
        });
        self.example(code);
        self.doc.ours("`changes_to` compares what was read with what is wanted, and finds both.");
    }

    fn errors(&mut self) {
        self.doc.titled(&Markdown::ours("Errors"));
        self.doc.ours("A status other than 2xx is an `Error::Service`, with the service's code and message:");
        let code =
            Code::default().import(&self.package(), &[Ident::word("support")], &[&Ident::word("Error")]);
        self.example(code.blank().and(quote! {
            fn is_missing(error: &Error) -> bool {
                matches!(error, Error::Service(error) if error.status == http::StatusCode::NOT_FOUND)
            }
        }));
        self.doc.ours(
            "A value that does not fit its property is not an error: it is kept, and `unfit` lists it. `strict` makes it one.",
        );
    }

    fn derived(&mut self) {
        let Some((base, derived)) = family(self.krate) else { return };
        self.doc.titled(&Markdown::ours("Derived types"));
        self.doc.ours(
            "A value whose declared type has derived types keeps what these add. `cast` reaches it; an object that is sent where its \
             base is declared says its own type with `typed`:",
        );
        let (first, second) = (&base.ident, &derived.ident);
        let package = self.package();
        let code = Code::default()
            .import(&package, &base.module, &[first])
            .import(&package, &derived.module, &[second])
            .import(&package, &[Ident::word("support")], &[&Ident::word("Error"), &Ident::word("Model")]);
        self.example(code.blank().and(quote! {
            fn narrowed(read: &#first) -> Result<#second, Error> {
                read.cast::<#second>()
            }
            let sent = #second::default().typed().cast::<#first>()?;
        }));
    }

    fn offline(&mut self) {
        self.doc.titled(&Markdown::ours("Test offline"));
        self.doc.ours(
            "With the feature `examples`, `support::examples::respond` answers a documented request with its documented response, so \
             that a program can be tried without the service.",
        );
    }

    fn origin(&mut self) {
        self.doc.titled(&Markdown::ours("When the pages change"));
        self.doc.ours(
            "Pages gain properties. Build structs with `..Default::default()`, and match them with `..`, so that one more field does \
             not stop your code from compiling.",
        );
        self.doc.titled(&Markdown::ours("What is missing"));
        self.doc
            .ours("What the pages say and this crate leaves out or guesses is listed in `diagnostics.txt`.");
        if let Some(attribution) = &self.krate.options.attribution {
            self.doc.paragraph(&Markdown::text(attribution));
        }
    }

    /// A module of ours: a link where links are known.
    fn module(&self, name: &'static str) -> Markdown {
        match self.shown {
            Shown::Documentation => Markdown::with("[{}]", [Markdown::ours(name)]),
            Shown::Readme => Markdown::code(name),
        }
    }

    fn package(&self) -> Ident {
        Ident::of_package(&self.krate.options.package.name)
    }

    /// The imports for a call and a type.
    fn called(&self, (_, names): Called<'_>, type_: Option<&ItemName>) -> Code {
        let (package, module) = (self.package(), &names.function.module);
        let (above, last) = module.split_at(module.len().saturating_sub(1));
        let code = Code::default();
        let own = Ident::word("self");
        match (type_, last) {
            (Some(item), [_]) if item.module == *module => {
                code.import(&package, module, &[&own, &item.ident])
            }
            (Some(item), [last]) => {
                code.import(&package, &item.module, &[&item.ident]).import(&package, above, &[last])
            }
            (None, [last]) => code.import(&package, above, &[last]),
            _ => code,
        }
    }

    /// Adds an example; nothing where the crate has none.
    fn example(&mut self, code: Option<Code>) {
        let Some(code) = code else { return };
        let package = self.package();
        let code = match self.shown {
            Shown::Readme => Some(code.visible()),
            Shown::Documentation => code.hidden(quote! { Ok::<(), #package::support::Error>(()) }),
        };
        if let Some(code) = code {
            self.doc.code_block(code);
        }
    }
}

/// Which pages the crate is made from: `` `v1.0` of https://…, commit `0123…` of 2026-05-04 ``.
fn made_from(origin: &Origin) -> Markdown {
    let repository = match &origin.repository {
        Some(address) => Markdown::text(address),
        None => Markdown::ours("a repository without an address"),
    };
    let place = match origin.folder.as_str() {
        "" => repository,
        folder => Markdown::with("{} of {}", [Markdown::code(folder), repository]),
    };
    let commit = Markdown::code(&origin.commit);
    Markdown::with("Made from {}, commit {} of {}.", [place, commit, Markdown::text(&origin.date)])
}

/// A call with arguments that stand for themselves.
fn call(krate: &Crate<'_>, (operation, names): Called<'_>, body: Option<TokenStream>) -> TokenStream {
    let function = &names.function.ident;
    let module = names.function.module.last();
    let arguments = operation.arguments.iter().zip(&names.parameters);
    let arguments =
        arguments.map(|(argument, name)| arguments::shown(krate, argument, None, name)).chain(body);
    quote! { #module::#function(#(#arguments),*) }
}

/// The shortest documented call with one body and at most two arguments.
fn first_call<'a>(krate: &'a Crate<'_>) -> Option<(Called<'a>, &'a Code)> {
    let calls = krate.names.named(&krate.model.operations).into_iter();
    let short = calls.filter(|(operation, _)| operation.arguments.len() < 3 && operation.places.len() == 1);
    let shown = short.filter_map(|called| Some((called, krate.call(called)?)));
    // A body without a property shows nothing.
    shown.filter(|(_, code)| code.has("Some(")).min_by_key(|(_, code)| code.len())
}

/// A call that every service of this kind has: few arguments, all of them texts.
fn simple<'a>(krate: &'a Crate<'_>) -> impl Iterator<Item = Called<'a>> {
    let mut calls = krate.names.named(&krate.model.operations);
    calls.retain(|(operation, _)| {
        operation.arguments.iter().all(|argument| arguments::is_plain(krate, argument))
    });
    let length = |function: &ItemName| function.module.join("::").len() + function.ident.len();
    calls.sort_by_cached_key(|(operation, names)| (length(&names.function), operation.arguments.len()));
    calls
        .into_iter()
        .filter(|(operation, names)| operation.arguments.len() < 3 && !names.function.module.is_empty())
}

/// A call that lists a resource of such a type.
fn listed<'a>(
    krate: &'a Crate<'_>,
    is_fit: impl Fn(&StructuredType) -> bool,
) -> Option<(Called<'a>, &'a QualifiedName)> {
    simple(krate).filter(|(operation, _)| matches!(operation.request, RequestBody::None)).find_map(|called| {
        match &called.0.response {
            ResponseBody::Collection(Type::Structured(name)) => {
                krate.structured(name).filter(|type_| is_fit(type_)).map(|_| (called, name))
            }
            _ => None,
        }
    })
}

/// A call that updates a resource, and a property of it that may become null.
fn updated<'a>(krate: &'a Crate<'_>) -> Option<(Called<'a>, &'a QualifiedName, usize)> {
    simple(krate).filter(|(operation, _)| operation.method == Method::Patch).find_map(|called| match &called
        .0
        .request
    {
        RequestBody::Structured(name) if krate.is_resource(name) => {
            Some((called, name, texts(krate.structured(name)?).last()?))
        }
        _ => None,
    })
}

/// A type and one that is derived from it.
fn family<'a>(krate: &'a Crate<'_>) -> Option<(&'a ItemName, &'a ItemName)> {
    let derived = krate.model.structured.values().filter(|type_| type_.owner.is_none());
    let pairs = derived.filter_map(|type_| {
        Some((krate.names.type_(type_.base.as_ref()?)?, krate.names.type_(&type_.name)?))
    });
    pairs.min_by_key(|(base, derived)| (base.ident.len() + derived.ident.len(), base.ident.clone()))
}

/// The places of the properties that are texts, are not deprecated, and can be set.
fn texts(type_: &StructuredType) -> impl Iterator<Item = usize> {
    let is_text = |property: &Property| {
        property.type_ == Type::Primitive(Primitive::String)
            && !property.navigation
            && !property.deprecated
            && !property.read_only
    };
    type_.properties.iter().enumerate().filter(move |(_, property)| is_text(property)).map(|(at, _)| at)
}
