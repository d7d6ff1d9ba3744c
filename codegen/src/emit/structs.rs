//! Structured types: the struct, and serde's traits by a table or by derive.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::mains::Called;
use super::scope::Scope;
use super::{Crate, operation_doc, types};
use crate::format::{Doc, FilePart, Markdown};
use crate::model::{Property, QualifiedName, StructuredType};
use crate::names::Ident;
use crate::options::SerdeStyle;
use crate::source::PageId;

/// The items of a structured type.
pub(crate) fn items(krate: &Crate<'_>, scope: &mut Scope, type_: &StructuredType) -> Vec<FilePart> {
    let Some(name) = krate.names.type_(&type_.name) else { return Vec::new() };
    let ident = &name.ident;
    let mut items = vec![struct_(krate, scope, type_, ident)];
    match krate.options.serde {
        SerdeStyle::Table => {
            items.push(table(krate, scope, type_, ident).into());
            let table = scope.support("table");
            items.push(quote! { #table!(#ident); }.into());
        }
        SerdeStyle::Derive => items.push(model(scope, type_, ident).into()),
    }
    items
}

fn struct_(krate: &Crate<'_>, scope: &mut Scope, type_: &StructuredType, ident: &Ident) -> FilePart {
    let otherwise = match type_.owner {
        Some(page) => part(krate, page, &type_.name),
        None => Markdown::with("The {} type.", [Markdown::code(&type_.name.to_string())]),
    };
    let mut doc = krate.type_doc(&type_.name, &type_.description, &otherwise);
    family(krate, type_, &mut doc);
    let deprecated = super::deprecated(&type_.description);
    let derive = krate.options.serde == SerdeStyle::Derive;
    let serde = derive.then(|| {
        let (serialize, deserialize) = derives(scope);
        quote! { #[derive(#serialize, #deserialize)] }
    });
    let fields = type_.properties.iter().zip(krate.names.fields(&type_.name)).map(|(property, field)| {
        let doc = property_doc(krate, property).tokens();
        let type_ = types::field(krate, scope, type_, property);
        let deprecated = property.deprecated.then(|| quote! { #[deprecated] });
        let name = &property.name;
        let serde = derive.then(|| {
            quote! { #[serde(rename = #name, default, skip_serializing_if = "Option::is_none")] }
        });
        quote! { #doc #deprecated #serde pub #field: Option<#type_>, }
    });
    let fields: Vec<TokenStream> = fields.collect();
    let extra = scope.support("Extra");
    // A table shows itself.
    let debug = derive.then(|| quote! { Debug, });
    let flatten = derive.then(|| quote! { #[serde(flatten)] });
    let item = quote! {
        #deprecated
        #[derive(Clone, #debug Default, PartialEq)]
        #serde
        pub struct #ident {
            #(#fields)*
            /// Properties that are not documented for this type, kept as received.
            #flatten
            pub extra: #extra,
        }
    };
    FilePart::Documented(doc, item)
}

/// The function for which a type is made, if no resource's page describes it.
fn part(krate: &Crate<'_>, page: PageId, name: &QualifiedName) -> Markdown {
    let functions = krate.mains.named_by(page);
    let sends = |(operation, _): &&Called<'_>| operation.request.type_name() == Some(name);
    let answers = |(operation, _): &&Called<'_>| operation.response.type_name() == Some(name);
    let link = |called: &Called<'_>| [operation_doc::beside(called.1)];
    if let Some(called) = functions.iter().find(sends) {
        return Markdown::with("Body of {}.", link(called));
    }
    if let Some(called) = functions.iter().find(answers) {
        return Markdown::with("Answer of {}.", link(called));
    }
    match functions.first() {
        Some(called) => Markdown::with("Part of what {} sends or answers.", link(called)),
        None => Markdown::with("The {} type.", [Markdown::code(&name.name)]),
    }
}

/// The most derived types that the documentation of their base lists.
const DERIVED_SHOWN: usize = 12;

/// Says what the type extends, and what extends it.
fn family(krate: &Crate<'_>, type_: &StructuredType, doc: &mut Doc) {
    let base = type_.base.as_ref().filter(|base| !says_base(type_, base));
    if let Some(base) = base.and_then(|base| krate.item_link(base)) {
        doc.paragraph(&Markdown::with("Inherits from {}.", [base]));
    }
    let mut derived: Vec<Markdown> =
        krate.derived.directly(&type_.name).iter().filter_map(|name| krate.item_link(name)).collect();
    if derived.is_empty() {
        return;
    }
    if derived.len() > DERIVED_SHOWN {
        let more = derived.len() - DERIVED_SHOWN;
        derived.truncate(DERIVED_SHOWN);
        derived.push(Markdown::with("{} more", [Markdown::number(more)]));
    }
    let what = if type_.is_abstract {
        Markdown::ours("The type is abstract: a value is of a derived type")
    } else {
        Markdown::ours("A value may be of a derived type")
    };
    doc.paragraph(&Markdown::with(
        "{} and keeps the properties that the derived type adds. [`downcast`](crate::support::Model::downcast) it to {}.",
        [what, Markdown::join(derived, ", ")],
    ));
}

/// Whether the page says itself what the type inherits from.
fn says_base(type_: &StructuredType, base: &QualifiedName) -> bool {
    let name = base.name.to_lowercase();
    type_.description.text.iter().chain(&type_.description.notes).any(|text| {
        let words = text.plain().to_lowercase();
        words.contains(&name)
            && ["inherit", "extends", "derive", "subtype"].iter().any(|verb| words.contains(verb))
    })
}

/// The paths of serde's two derives.
pub(crate) fn derives(scope: &mut Scope) -> (TokenStream, TokenStream) {
    let path = |name: &'static str| vec![Ident::word("serde"), Ident::word(name)];
    (scope.path(path("Serialize")), scope.path(path("Deserialize")))
}

fn property_doc(krate: &Crate<'_>, property: &Property) -> Doc {
    let mut doc = Doc::default();
    doc.prose(&property.description, krate);
    if doc.is_empty() {
        doc.paragraph(&Markdown::with("The {} property.", [Markdown::code(&property.name)]));
    }
    if let Some(length) = property.max_length {
        doc.paragraph(&Markdown::with("At most {} characters.", [Markdown::number(length as usize)]));
    }
    doc
}

/// The type's name in JSON; the body of an action lacks one.
fn qualified(type_: &StructuredType) -> Option<TokenStream> {
    let name = type_.owner.is_none().then(|| type_.name.to_string())?;
    Some(quote! { const TYPE: &'static str = #name; })
}

/// The facts that a type states in code, if it does not have a table.
fn model(scope: &mut Scope, type_: &StructuredType, ident: &Ident) -> TokenStream {
    let (model, element) = (scope.support("Model"), scope.support("Element"));
    let (extra, name) = (scope.support("Extra"), qualified(type_));
    quote! {
        impl #model for #ident {
            #name

            fn extra(&self) -> &#extra {
                &self.extra
            }

            fn extra_mut(&mut self) -> &mut #extra {
                &mut self.extra
            }
        }

        impl #element for #ident {}
    }
}

/// Names in documented order, and for each index the slot that the shared visitor reads and writes.
fn table(krate: &Crate<'_>, scope: &mut Scope, type_: &StructuredType, ident: &Ident) -> TokenStream {
    let (table, slot, view) = (scope.support("Table"), scope.support("Slot"), scope.support("View"));
    let names = type_.properties.iter().map(|property| property.name.as_str()).chain(["@"]);
    let fields = krate.names.fields(&type_.name);
    let mut slots = Vec::new();
    let mut views = Vec::new();
    for (index, (property, field)) in type_.properties.iter().zip(fields).enumerate() {
        let index = Literal::usize_unsuffixed(index);
        let kind = Ident::word(types::slot(krate, property));
        slots.push(quote! { #index => #slot::#kind(&mut self.#field), });
        views.push(quote! { #index => #view::#kind(&self.#field), });
    }
    let type_name = qualified(type_);
    let (read_only, key) = (read_only(type_), key(type_));
    let (slots, views) = (
        lookup(slots, quote! { #slot::Extra(&mut self.extra) }),
        lookup(views, quote! { #view::Extra(&self.extra) }),
    );
    quote! {
        impl #table for #ident {
            #type_name
            const NAMES: &'static [&'static str] = &[#(#names),*];
            #read_only
            #key

            fn slot(&mut self, index: usize) -> #slot<'_> {
                #slots
            }

            fn view(&self, index: usize) -> #view<'_> {
                #views
            }
        }
    }
}

/// The places of the properties that only the service sets, where there are any.
fn read_only(type_: &StructuredType) -> Option<TokenStream> {
    let read_only = type_.properties.iter().enumerate().filter(|(_, property)| property.read_only);
    let places: Vec<Literal> = read_only.map(|(place, _)| Literal::usize_unsuffixed(place)).collect();
    (!places.is_empty()).then(|| quote! { const READ_ONLY: &'static [u16] = &[#(#places),*]; })
}

/// The property that is the key, where it is not `id`.
fn key(type_: &StructuredType) -> Option<TokenStream> {
    let key = type_.key.as_ref()?;
    Some(quote! { const KEY: &'static str = #key; })
}

fn lookup(arms: Vec<TokenStream>, otherwise: TokenStream) -> TokenStream {
    if arms.is_empty() {
        return quote! { let _ = index; #otherwise };
    }
    quote! {
        match index {
            #(#arms)*
            _ => #otherwise,
        }
    }
}
