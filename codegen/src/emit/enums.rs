//! Enum types: open, so that a member of tomorrow survives.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Crate;
use super::doc::Doc;
use super::scope::Scope;
use crate::model::{EnumType, Member};

/// The items of an enum type.
pub(crate) fn items(krate: &Crate<'_>, scope: &mut Scope, type_: &EnumType) -> Vec<TokenStream> {
    let Some(name) = krate.names.type_(&type_.name) else { return Vec::new() };
    let ident = format_ident!("{}", name.ident);
    let open_enum = scope.support("open_enum");
    vec![
        enum_(krate, type_, &ident),
        implementation(krate, scope, type_, &ident),
        quote! { #open_enum!(#ident); },
    ]
}

fn enum_(krate: &Crate<'_>, type_: &EnumType, ident: &syn::Ident) -> TokenStream {
    let doc = krate.type_doc(&type_.description, &format!("The `{}` enum.", type_.name)).tokens();
    let deprecated = super::deprecated(&type_.description);
    let variants = type_.members.iter().zip(krate.names.variants(&type_.name)).map(|(member, variant)| {
        let doc = member_doc(krate, member).tokens();
        let variant = format_ident!("{variant}");
        quote! { #doc #variant, }
    });
    quote! {
        #doc
        #deprecated
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variants)*
            /// A member that this crate does not know, as it came.
            Unlisted(Box<str>),
        }
    }
}

fn member_doc(krate: &Crate<'_>, member: &Member) -> Doc {
    let mut doc = Doc::default();
    doc.prose(&member.description, krate);
    if doc.is_empty() {
        doc.paragraph(&format!("The member {}.", super::doc::code_span(&member.name)));
    }
    doc
}

fn implementation(krate: &Crate<'_>, scope: &mut Scope, type_: &EnumType, ident: &syn::Ident) -> TokenStream {
    let open_enum = scope.support("OpenEnum");
    let name = type_.name.to_string();
    let members: Vec<&str> = type_.members.iter().map(Member::text).collect();
    let variants: Vec<syn::Ident> =
        krate.names.variants(&type_.name).iter().map(|variant| format_ident!("{variant}")).collect();
    let known = type_.members.iter().zip(&variants);
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
