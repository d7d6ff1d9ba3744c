//! Structured types: the struct, and serde's traits by a table or by derive.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::Scope;
use super::{Crate, types};
use crate::format::{Doc, Markdown};
use crate::model::{Property, StructuredType};
use crate::names::Ident;
use crate::options::SerdeStyle;

/// The items of a structured type.
pub(crate) fn items(krate: &Crate<'_>, scope: &mut Scope, type_: &StructuredType) -> Vec<TokenStream> {
    let Some(name) = krate.names.type_(&type_.name) else { return Vec::new() };
    let ident = &name.ident;
    let mut items = vec![struct_(krate, scope, type_, ident)];
    match krate.options.serde {
        SerdeStyle::Table => {
            items.push(table(krate, scope, type_, ident));
            let table = scope.support("table");
            items.push(quote! { #table!(#ident); });
        }
        SerdeStyle::Derive => items.push(model(scope, type_, ident)),
    }
    items
}

fn struct_(krate: &Crate<'_>, scope: &mut Scope, type_: &StructuredType, ident: &Ident) -> TokenStream {
    let otherwise = match type_.owner {
        Some(_) => Markdown::ours("What an operation of this module is sent."),
        None => Markdown::with("The {} type.", [Markdown::code(&type_.name.to_string())]),
    };
    let mut doc = krate.type_doc(&type_.name, &type_.description, &otherwise);
    family(krate, type_, &mut doc);
    let doc = doc.tokens();
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
    quote! {
        #doc
        #deprecated
        #[derive(Clone, #debug Default, PartialEq)]
        #serde
        pub struct #ident {
            #(#fields)*
            /// Properties that this type does not know, kept as they came.
            #flatten
            pub extra: #extra,
        }
    }
}

/// The most derived types that the documentation of their base lists.
const DERIVED_SHOWN: usize = 12;

/// Says what the type extends, and what extends it.
fn family(krate: &Crate<'_>, type_: &StructuredType, doc: &mut Doc) {
    if let Some(base) = type_.base.as_ref().and_then(|base| krate.item_link(base)) {
        doc.paragraph(&Markdown::with("Extends {}, whose properties it has too.", [base]));
    }
    let mut derived: Vec<Markdown> =
        krate.derived(&type_.name).filter_map(|name| krate.item_link(name)).collect();
    if derived.is_empty() {
        return;
    }
    if derived.len() > DERIVED_SHOWN {
        let more = derived.len() - DERIVED_SHOWN;
        derived.truncate(DERIVED_SHOWN);
        derived.push(Markdown::with("{} more", [Markdown::number(more)]));
    }
    let what = if type_.is_abstract {
        Markdown::ours("Abstract: a value is of a derived type")
    } else {
        Markdown::ours("A value may be of a derived type")
    };
    doc.paragraph(&Markdown::with(
        "{}, and keeps what that adds: [`cast`](crate::support::Model::cast) it to {}.",
        [what, Markdown::join(derived, ", ")],
    ));
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

/// The name by which JSON knows the type. The body of an action has none but the one that it is given here.
fn qualified(type_: &StructuredType, ident: &Ident) -> String {
    if type_.owner.is_some() { ident.to_string() } else { type_.name.to_string() }
}

/// What every type has to say of itself, where no table does.
fn model(scope: &mut Scope, type_: &StructuredType, ident: &Ident) -> TokenStream {
    let (model, element) = (scope.support("Model"), scope.support("Element"));
    let (extra, name) = (scope.support("Extra"), qualified(type_, ident));
    quote! {
        impl #model for #ident {
            const TYPE: &'static str = #name;

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
    let type_name = qualified(type_, ident);
    let read_only = read_only(type_);
    let (slots, views) = (
        lookup(slots, quote! { #slot::Extra(&mut self.extra) }),
        lookup(views, quote! { #view::Extra(&self.extra) }),
    );
    quote! {
        impl #table for #ident {
            const TYPE: &'static str = #type_name;
            const NAMES: &'static [&'static str] = &[#(#names),*];
            #read_only

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
