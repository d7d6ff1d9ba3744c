//! Documented JSON as Rust: the literal that builds the same value.

mod imports;
mod primitive;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::Crate;
use super::json_macro::json_macro;
use crate::json::{Kind, Member, Value};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::names::Ident;
use crate::primitive::Primitive;
use imports::Imports;

/// Writes literals, and keeps what they need in scope.
pub(crate) struct Literals<'a> {
    krate: &'a Crate<'a>,
    pub(crate) imports: Imports<'a>,
}

/// The longest text that an answer is compared with.
const SHORT: usize = 40;

/// The member in which an object names its type.
const ODATA_TYPE: &str = "@odata.type";

impl<'a> Literals<'a> {
    pub(crate) fn new(krate: &'a Crate<'a>) -> Self {
        Literals { krate, imports: Imports::default() }
    }

    /// An object. A member that is `null` is left out. One that says it is of a derived type is made as that, and cast.
    pub(crate) fn object(&mut self, type_: &'a StructuredType, json: &Value) -> Option<TokenStream> {
        let Kind::Object(members) = &json.kind else { return None };
        let Some(made) = self.own_type(type_, members) else {
            return self.fields(type_, members.iter().collect());
        };
        let others = members.iter().filter(|member| member.name.value != ODATA_TYPE);
        let fields = self.fields(made, others.collect())?;
        self.imports.support("Model");
        if made.name == type_.name {
            return Some(quote! { #fields.typed() });
        }
        let base = self.imports.item(self.krate.names.type_(&type_.name)?)?;
        Some(quote! { #fields.typed().cast::<#base>()? })
    }

    /// The type of the crate that an object says it is of.
    fn own_type(&self, type_: &'a StructuredType, members: &[Member]) -> Option<&'a StructuredType> {
        let annotation = members.iter().find(|member| member.name.value == ODATA_TYPE)?;
        let name = annotation.value.as_str()?.trim_start_matches('#');
        if type_.name.is_written(name) { Some(type_) } else { self.krate.written_type(name) }
    }

    /// An array of such values.
    pub(crate) fn list(&mut self, element: &'a Type, json: &Value) -> Option<TokenStream> {
        let elements = json.as_array()?.iter().map(|json| self.value(element, json));
        let elements: Vec<TokenStream> = elements.collect::<Option<_>>()?;
        Some(quote! { [#(#elements),*] })
    }

    fn fields(&mut self, type_: &'a StructuredType, members: Vec<&Member>) -> Option<TokenStream> {
        let ident = self.imports.item(self.krate.names.type_(&type_.name)?)?;
        if let [only] = members.as_slice()
            && only.name.value == "@odata.id"
        {
            let address = only.value.as_str()?;
            self.imports.support("Model");
            return Some(quote! { #ident::at(#address) });
        }
        let (mut fields, mut bound, mut extra) = (BTreeMap::new(), Vec::new(), Vec::new());
        for member in members.into_iter().filter(|member| member.value.kind != Kind::Null) {
            let name = member.name.value.as_str();
            let Some(index) = type_.properties.iter().position(|property| property.name == name) else {
                match bind(name, &member.value) {
                    Some(bind) => bound.push(bind),
                    None => {
                        let value = json_macro(&member.value.kind);
                        extra.push(quote! { (#name, #value) });
                    }
                }
                continue;
            };
            let field = self.krate.names.fields(&type_.name).get(index)?;
            let value = self.property(type_, &type_.properties[index], &member.value)?;
            if fields.insert(index, quote! { #field: Some(#value), }).is_some() {
                return None;
            }
        }
        let fields = fields.values();
        let extra = (!extra.is_empty()).then(|| quote! { extra: [#(#extra),*].into_iter().collect(), });
        if !bound.is_empty() {
            self.imports.support("Model");
        }
        Some(quote! { #ident { #(#fields)* #extra ..Default::default() } #(#bound)* })
    }

    fn property(
        &mut self,
        owner: &StructuredType,
        property: &'a Property,
        json: &Value,
    ) -> Option<TokenStream> {
        // Deprecated properties are not shown.
        if property.deprecated {
            return None;
        }
        let value = self.value(&property.type_, json)?;
        if property.navigation {
            self.imports.support("Related");
            return Some(quote! { Related::new(&#value)? });
        }
        match self.krate.recursion.is_through(owner, property) {
            true => Some(quote! { Box::new(#value) }),
            false => Some(value),
        }
    }

    /// A property of an answer beside its value, where that is short and by itself.
    pub(crate) fn compared(
        &mut self,
        type_: &'a StructuredType,
        member: &Member,
    ) -> Option<(&'a Ident, TokenStream)> {
        let index = type_.properties.iter().position(|property| property.name == member.name.value)?;
        let property = &type_.properties[index];
        let is_short = match &member.value.kind {
            Kind::String(text) => text.chars().count() <= SHORT,
            Kind::Number(_) | Kind::Bool(_) => true,
            Kind::Null | Kind::Array(_) | Kind::Object(_) => false,
        };
        let by_itself = matches!(property.type_, Type::Primitive(_) | Type::Enum(_)) && !property.navigation;
        if !is_short
            || !by_itself
            || property.deprecated
            || matches!(property.type_, Type::Primitive(Primitive::Untyped | Primitive::Stream))
        {
            return None;
        }
        // An answer in other letters is another value.
        if let (Type::Enum(name), Some(text)) = (&property.type_, member.value.as_str()) {
            let mut members = self.krate.model.enums.get(name)?.members.iter();
            members.find(|member| member.texts().any(|known| known == text))?;
        }
        let value = self.value(&property.type_, &member.value)?;
        Some((self.krate.names.fields(&type_.name).get(index)?, value))
    }

    fn value(&mut self, type_: &'a Type, json: &Value) -> Option<TokenStream> {
        match (type_, &json.kind) {
            (Type::Primitive(primitive), kind) => primitive::of(*primitive, kind),
            (Type::Structured(name), _) => self.object(self.krate.structured(name)?, json),
            (Type::Enum(name), Kind::String(text)) if !self.krate.is_flags(name) => self.member(name, text),
            (Type::Enum(_), Kind::String(text)) => Some(quote! { #text.into() }),
            (Type::Enum(_), _) => None,
            (Type::Collection(element), Kind::Array(elements)) => {
                let elements = elements.iter().map(|json| self.value(element, json));
                let elements: Vec<TokenStream> = elements.collect::<Option<_>>()?;
                // An array is laid out where the inside of a macro is not.
                Some(quote! { Vec::from([#(#elements),*]) })
            }
            (Type::Collection(_), _) => None,
        }
    }

    fn member(&mut self, name: &'a QualifiedName, text: &str) -> Option<TokenStream> {
        let type_ = self.krate.model.enums.get(name)?;
        let position = |is_meant: &dyn Fn(&str) -> bool| {
            type_.members.iter().position(|member| member.texts().any(is_meant))
        };
        // Examples write members in letters of their own, and readers take over what an example says.
        let index = position(&|member| member == text)
            .or_else(|| position(&|member| member.eq_ignore_ascii_case(text)));
        let Some(index) = index else {
            return Some(quote! { #text.into() });
        };
        let variant = self.krate.names.variants(name).get(index)?;
        let ident = self.imports.item(self.krate.names.type_(name)?)?;
        Some(quote! { #ident::#variant })
    }
}

/// What relates an object to others: `"author@odata.bind": "…"`.
fn bind(name: &str, json: &Value) -> Option<TokenStream> {
    let property = name.strip_suffix("@odata.bind")?;
    match &json.kind {
        Kind::String(address) => Some(quote! { .bind(#property, #address) }),
        Kind::Array(elements) => {
            let addresses = elements.iter().map(|element| match &element.kind {
                Kind::String(address) => Some(&**address),
                _ => None,
            });
            let addresses: Vec<&str> = addresses.collect::<Option<_>>()?;
            Some(quote! { .bind_all(#property, &[#(#addresses),*]) })
        }
        _ => None,
    }
}
