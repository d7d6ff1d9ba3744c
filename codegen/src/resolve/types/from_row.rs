//! From a row of a table to the property that it describes.

use super::bases;
use super::lookup::Lookup;
use super::skeleton::{self, SkeletonType};
use super::type_section::TypeSection;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Property, Type};
use crate::page::{Row, TypeSpelling};
use crate::primitive::Primitive;
use crate::source::Span;

/// The property that a row of a table describes.
pub(crate) fn from_row(
    lookup: &Lookup<'_>,
    part: TypeSection<'_>,
    row: &Row,
    navigation: bool,
    diagnostics: &mut Diagnostics,
) -> Property {
    let shared = lookup.declarations.shared(row.span);
    if let Some(name) = shared {
        let message = format!(
            "the table says that `{}` is a string; its values are those of the enum `{name}`, which is used",
            row.name.value
        );
        diagnostics.report(Code::EnumByValues, row.span, message);
    }
    let type_ = match (lookup.declarations.of_row(row.span), &row.type_) {
        (Some(name), Some(spelling)) if spelling.collection => Type::Enum(name.clone()).collection(),
        (Some(name), _) => Type::Enum(name.clone()),
        (None, Some(spelling)) => type_of_row(lookup, part, row, spelling, diagnostics),
        // `page` has already reported that the row lacks a type.
        (None, None) => type_in_representation(lookup, part, &row.name.value)
            .unwrap_or(Type::Primitive(Primitive::Untyped)),
    };
    Property {
        name: row.name.value.clone(),
        navigation: navigation && matches!(type_.element(), Type::Structured(_)),
        type_,
        max_length: row.type_.as_ref().and_then(|spelling| spelling.max_length),
        description: row.description.clone(),
        deprecated: row.deprecated,
        read_only: row.read_only,
        span: row.span,
    }
}

/// The type that a row spells. Where no page describes it, with a finding, the type that the representation names, or else
/// any JSON value.
fn type_of_row(
    lookup: &Lookup<'_>,
    part: TypeSection<'_>,
    row: &Row,
    spelling: &TypeSpelling,
    diagnostics: &mut Diagnostics,
) -> Type {
    let page = part.page;
    let named =
        text_and_representation(lookup, part, row, spelling).or_else(|| lookup.spelled(page, spelling));
    if let (true, Some(Type::Primitive(_))) = (spelling.own_enum && spelling.primitive.is_none(), &named) {
        let message = format!("no page lists the members of `{}`; its values are strings", row.name.value);
        diagnostics.report(Code::UnresolvedType, spelling.span, message);
    }
    let untyped = Type::Primitive(Primitive::Untyped);
    let in_skeleton = || {
        let shown = type_in_representation(lookup, part, &row.name.value);
        shown.filter(|type_| matches!(type_.element(), Type::Structured(_)))
    };
    // The representation says which object.
    if spelling.name.eq_ignore_ascii_case("object") && named.as_ref() == Some(&untyped) {
        return in_skeleton().unwrap_or(untyped);
    }
    let of_all = || {
        let base = bases::common_base(lookup, page, spelling)?;
        Some(if spelling.collection { base.collection() } else { base })
    };
    named.or_else(of_all).unwrap_or_else(|| {
        let message = format!("no page describes `{}`, the type of `{}`", spelling.name, row.name.value);
        let span = if spelling.span == Span::default() { row.span } else { spelling.span };
        diagnostics.report(Code::UnresolvedType, span, message);
        if let Some(in_skeleton) = in_skeleton() {
            return in_skeleton;
        }
        if spelling.collection { untyped.collection() } else { untyped }
    })
}

/// The type that the text of a link names, where the representation has it and the link leads to another.
fn text_and_representation(
    lookup: &Lookup<'_>,
    part: TypeSection<'_>,
    row: &Row,
    spelling: &TypeSpelling,
) -> Option<Type> {
    spelling.target.as_ref().filter(|_| spelling.primitive.is_none() && !spelling.own_enum)?;
    let named = lookup.named(part.page, &spelling.name)?;
    let is_structured = matches!(named, Type::Structured(_));
    let shown = type_in_representation(lookup, part, &row.name.value).filter(|_| is_structured)?;
    let is_same = *shown.element() == named;
    is_same.then(|| if spelling.collection { named.collection() } else { named })
}

fn type_in_representation(lookup: &Lookup<'_>, part: TypeSection<'_>, name: &str) -> Option<Type> {
    let values = part.resource.skeletons();
    let mut types = values.filter_map(|value| skeleton::of_value(lookup, part.page, name, value.get(name)?));
    types.next().map(SkeletonType::into_type)
}
