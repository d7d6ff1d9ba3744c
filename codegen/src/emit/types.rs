//! OData types as Rust types, and the slots that the shared visitor reads and writes them by.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::{Crate, off};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::names::Ident;
use crate::primitive::Primitive;

/// The Rust type of a property's field, without the `Option` around it.
pub(crate) fn field(
    krate: &Crate<'_>,
    scope: &mut Scope,
    owner: &StructuredType,
    property: &Property,
) -> TokenStream {
    if property.navigation {
        let (related, target) = (scope.support("Related"), related(krate, scope, owner, &property.type_));
        return quote! { #related<#target> };
    }
    let type_ = value(krate, scope, &property.type_);
    if krate.recursion.is_through(owner, property) {
        quote! { Box<#type_> }
    } else {
        type_
    }
}

/// The type that a navigation property leads to, which may be off.
fn related(krate: &Crate<'_>, scope: &mut Scope, owner: &StructuredType, type_: &Type) -> TokenStream {
    match type_ {
        Type::Collection(element) => {
            let element = related(krate, scope, owner, element);
            quote! { Vec<#element> }
        }
        Type::Structured(name) => match krate.features.stand_ins().between(&owner.name, name) {
            Some(stand_in) => scope.path(off::stand_in(stand_in)),
            None => named(krate, scope, name),
        },
        Type::Primitive(_) | Type::Enum(_) => value(krate, scope, type_),
    }
}

/// The Rust type of a value.
pub(crate) fn value(krate: &Crate<'_>, scope: &mut Scope, type_: &Type) -> TokenStream {
    match type_ {
        Type::Primitive(primitive) => self::primitive(scope, *primitive),
        Type::Structured(name) => named(krate, scope, name),
        Type::Enum(name) => {
            let item = named(krate, scope, name);
            if krate.is_flags(name) {
                let flags = scope.support("Flags");
                quote! { #flags<#item> }
            } else {
                item
            }
        }
        Type::Collection(element) => {
            let element = value(krate, scope, element);
            quote! { Vec<#element> }
        }
    }
}

/// A type of the crate, or any JSON value if the crate lacks it.
pub(crate) fn named(krate: &Crate<'_>, scope: &mut Scope, name: &QualifiedName) -> TokenStream {
    match krate.names.type_(name) {
        Some(item) => scope.item(item),
        None => scope.support("Json"),
    }
}

fn primitive(scope: &mut Scope, primitive: Primitive) -> TokenStream {
    let name = match primitive {
        Primitive::String => "String",
        Primitive::Boolean => "bool",
        Primitive::Int32 => "i32",
        Primitive::Int64 => "i64",
        Primitive::Double => "f64",
        Primitive::Decimal => return scope.support("Decimal"),
        Primitive::Guid => return scope.support("Guid"),
        Primitive::Date => return scope.support("Date"),
        Primitive::DateTimeOffset => return scope.support("DateTime"),
        Primitive::TimeOfDay => return scope.support("TimeOfDay"),
        Primitive::Duration => return scope.support("Duration"),
        Primitive::Binary => return scope.support("Binary"),
        Primitive::Stream => return scope.support("Stream"),
        Primitive::Untyped => return scope.support("Json"),
    };
    let name = Ident::word(name);
    quote! { #name }
}

/// The variant of `Slot` and `View` for a property.
pub(crate) fn slot(krate: &Crate<'_>, property: &Property) -> &'static str {
    if property.navigation {
        return "Json";
    }
    // A type that is not generated is JSON.
    let is_generated = |name: &QualifiedName| krate.names.type_(name).is_some();
    match &property.type_ {
        Type::Primitive(primitive) => scalar(*primitive),
        Type::Enum(_) => "Text",
        Type::Structured(name) if is_generated(name) => "Object",
        Type::Structured(_) => "Json",
        Type::Collection(element) => match element.as_ref() {
            Type::Primitive(primitive) => match scalar(*primitive) {
                "String" => "Strings",
                "Text" => "Texts",
                _ => "Value",
            },
            Type::Enum(_) => "Texts",
            Type::Structured(name) if is_generated(name) => "Objects",
            Type::Structured(_) | Type::Collection(_) => "Value",
        },
    }
}

fn scalar(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::String => "String",
        Primitive::Boolean => "Bool",
        Primitive::Int32 => "Int32",
        Primitive::Int64 => "Int64",
        Primitive::Double => "Double",
        Primitive::Decimal => "Decimal",
        Primitive::Stream | Primitive::Untyped => "Json",
        Primitive::Guid
        | Primitive::Date
        | Primitive::DateTimeOffset
        | Primitive::TimeOfDay
        | Primitive::Duration
        | Primitive::Binary => "Text",
    }
}
