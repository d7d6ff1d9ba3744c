//! Enum types: open, so that unknown members are kept.

use proc_macro2::TokenStream;
use quote::quote;

use super::Crate;
use super::scope::Scope;
use crate::format::{Doc, FilePart, Markdown};
use crate::model::{EnumType, Member};
use crate::names::Ident;

/// The items of an enum type.
pub(crate) fn items(krate: &Crate<'_>, scope: &mut Scope, type_: &EnumType) -> Vec<FilePart> {
    let Some(name) = krate.names.type_(&type_.name) else { return Vec::new() };
    let ident = &name.ident;
    let open_enum = scope.support("open_enum");
    vec![
        enum_(krate, type_, ident),
        implementation(krate, scope, type_, ident).into(),
        quote! { #open_enum!(#ident); }.into(),
    ]
}

fn enum_(krate: &Crate<'_>, type_: &EnumType, ident: &Ident) -> FilePart {
    let otherwise = Markdown::with("The {} enum.", [Markdown::code(&type_.name.to_string())]);
    let doc = krate.type_doc(&type_.name, &type_.description, &otherwise);
    let deprecated = super::deprecated(&type_.description);
    let variants = type_.members.iter().zip(krate.names.variants(&type_.name)).map(|(member, variant)| {
        let doc = member_doc(krate, member).tokens();
        quote! { #doc #variant, }
    });
    let item = quote! {
        #deprecated
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
            /// A member that is not documented, with its text as received.
            Unlisted(Box<str>),
        }
    };
    FilePart::Documented(doc, item)
}

fn member_doc(krate: &Crate<'_>, member: &Member) -> Doc {
    let mut doc = Doc::default();
    doc.prose(&member.description, krate);
    if doc.is_empty() {
        let name = member.name.trim();
        let words = if name.is_empty() { "The blank member." } else { "The member {}." };
        doc.paragraph(&Markdown::with(words, [Markdown::code(name)]));
    }
    doc
}

fn implementation(krate: &Crate<'_>, scope: &mut Scope, type_: &EnumType, ident: &Ident) -> TokenStream {
    let open_enum = scope.support("OpenEnum");
    let name = type_.name.to_string();
    let members: Vec<&str> = type_.members.iter().map(Member::text).collect();
    let variants = krate.names.variants(&type_.name);
    let known = type_.members.iter().zip(variants);
    let known = known
        .flat_map(|(member, variant)| member.texts().map(move |text| quote! { (#text, Self::#variant) }));
    quote! {
        impl #open_enum for #ident {
            const TYPE: &'static str = #name;
            const MEMBERS: &'static [(&'static str, Self)] = &[#(#known),*];

            fn other(text: &str) -> Self {
                Self::Unlisted(text.into())
            }

            fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #members,)*
                    Self::Unlisted(text) => text,
                }
            }
        }
    }
}
