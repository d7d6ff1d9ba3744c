//! Documented JSON as Rust: the literal that builds the same value.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Crate;
use crate::format::Code;
use crate::json::{Kind, Value};
use crate::model::{Property, QualifiedName, StructuredType, Type};
use crate::names::{Ident, ItemName};
use crate::primitive::Primitive;

/// Writes literals, and keeps what they need in scope.
pub(crate) struct Literals<'a> {
    krate: &'a Crate<'a>,
    /// Name to module.
    imports: BTreeMap<&'a Ident, &'a [Ident]>,
    /// Whether an object says of which type it is, by a method of the trait `Model`.
    typed: bool,
}

/// The member in which an object names its type.
const ODATA_TYPE: &str = "@odata.type";

impl<'a> Literals<'a> {
    pub(crate) fn new(krate: &'a Crate<'a>) -> Self {
        Literals { krate, imports: BTreeMap::new(), typed: false }
    }

    /// The name of an item, which is imported; none where another item of that name is.
    pub(crate) fn import(&mut self, item: &'a ItemName) -> Option<&'a Ident> {
        let module = self.imports.entry(&item.ident).or_insert(&item.module);
        (*module == item.module.as_slice()).then_some(&item.ident)
    }

    /// The lines that import what the literals name; none where two items have one name.
    pub(crate) fn uses(&self) -> Option<Code> {
        let package = Ident::of_package(&self.krate.options.package.name);
        let mut modules: BTreeMap<&[Ident], Vec<&Ident>> = BTreeMap::new();
        for (ident, module) in &self.imports {
            modules.entry(module).or_default().push(ident);
        }
        if self.typed && self.imports.keys().any(|ident| &***ident == "Model") {
            return None;
        }
        let import =
            |code: Code, (module, idents): (&[Ident], Vec<&Ident>)| code.import(&package, module, &idents);
        let code = modules.into_iter().fold(Code::default(), import);
        Some(match self.typed {
            true => code.import(&package, &[Ident::word("support")], &[&Ident::word("Model")]),
            false => code,
        })
    }

    /// An object. A member that is `null` is left out.
    pub(crate) fn object(&mut self, type_: &'a StructuredType, json: &Value) -> Option<TokenStream> {
        let Kind::Object(members) = &json.kind else { return None };
        let ident = self.import(self.krate.names.type_(&type_.name)?)?;
        let (mut fields, mut typed) = (BTreeMap::new(), None);
        for member in members.iter().filter(|member| member.value.kind != Kind::Null) {
            if member.name.value == ODATA_TYPE {
                // Of another type would be another literal.
                let is_this = member.value.kind == Kind::String(format!("#{}", type_.name));
                typed = Some(is_this.then(|| quote! { .typed() })?);
                self.typed = true;
                continue;
            }
            let index = type_.properties.iter().position(|property| property.name == member.name.value)?;
            let field = self.krate.names.fields(&type_.name).get(index)?;
            let value = self.property(type_, &type_.properties[index], &member.value)?;
            if fields.insert(index, quote! { #field: Some(#value), }).is_some() {
                return None;
            }
        }
        let fields = fields.values();
        Some(quote! { #ident { #(#fields)* ..Default::default() } #typed })
    }

    fn property(
        &mut self,
        owner: &StructuredType,
        property: &'a Property,
        json: &Value,
    ) -> Option<TokenStream> {
        // What is related is kept as JSON; a deprecated property is nothing to show.
        if property.navigation || property.deprecated {
            return None;
        }
        let value = self.value(&property.type_, json)?;
        match self.krate.recursion.is_through(owner, property) {
            true => Some(quote! { Box::new(#value) }),
            false => Some(value),
        }
    }

    fn value(&mut self, type_: &'a Type, json: &Value) -> Option<TokenStream> {
        match (type_, &json.kind) {
            (Type::Primitive(primitive), kind) => self::primitive(*primitive, kind),
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
        let index = type_.members.iter().position(|member| member.text() == text)?;
        let variant = self.krate.names.variants(name).get(index)?;
        let ident = self.import(self.krate.names.type_(name)?)?;
        Some(quote! { #ident::#variant })
    }
}

fn primitive(primitive: Primitive, json: &Kind) -> Option<TokenStream> {
    match (primitive, json) {
        (Primitive::Untyped | Primitive::Stream, _) => None,
        (Primitive::Boolean, Kind::Bool(value)) => Some(quote! { #value }),
        (Primitive::Int32 | Primitive::Int64, Kind::Number(digits)) => {
            digits.parse().ok().map(Literal::i64_unsuffixed).map(|literal| quote! { #literal })
        }
        (Primitive::Double, Kind::Number(digits)) => {
            let value: f64 = digits.parse().ok().filter(|value: &f64| value.is_finite())?;
            let literal = Literal::f64_unsuffixed(value);
            Some(quote! { #literal })
        }
        (Primitive::Decimal, Kind::Number(digits)) => Some(quote! { #digits.into() }),
        (
            Primitive::Boolean | Primitive::Int32 | Primitive::Int64 | Primitive::Double | Primitive::Decimal,
            _,
        ) => None,
        (_, Kind::String(text)) => Some(quote! { #text.into() }),
        (_, _) => None,
    }
}
