//! Conditions: which objects to answer.

use std::fmt;
use std::marker::PhantomData;

use super::{About, Collected, Field, Literal};
use crate::support::{Flags, OpenEnum};

/// A condition on a `T` (`$filter`): comparisons of [`Field`]s, joined by [`and`](Self::and), [`or`](Self::or) and
/// [`not`](Self::not).
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// let due = field!(Book; is_lent).eq(true).and(field!(Book; due_date).lt("2026-12-01"));
/// ```
pub struct Filter<T> {
    parts: Vec<Part>,
    binds: Binds,
    /// How many conditions on elements are inside of each other.
    depth: usize,
    /// Whether a field lacks its name.
    unnamed: bool,
    type_: PhantomData<fn(T)>,
}

/// A piece of a condition. Paths stay apart until it is known what they begin at.
#[derive(Clone, Debug)]
enum Part {
    Text(String),
    Path(String),
}

/// How strongly the parts of a condition hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Or,
    And,
    Comparison,
    Call,
}

impl<T> Filter<T> {
    /// A condition as OData writes it. Put texts in with [`quoted`](crate::support::quoted).
    pub fn text(condition: impl Into<String>) -> Self {
        Self::of(vec![Part::Text(condition.into())], Binds::Or, Some(()))
    }

    /// True if both conditions are true.
    pub fn and(self, other: Self) -> Self {
        self.join(" and ", other, Binds::And)
    }

    /// True if at least one of the conditions is true.
    pub fn or(self, other: Self) -> Self {
        self.join(" or ", other, Binds::Or)
    }

    /// True if the condition is false.
    #[expect(clippy::should_implement_trait, reason = "as `and` and `or`, which no operator has")]
    pub fn not(self) -> Self {
        let mut inner = self.within(Binds::Call);
        inner.parts.insert(0, Part::Text("not ".to_owned()));
        Self { binds: Binds::Comparison, ..inner }
    }

    fn of(parts: Vec<Part>, binds: Binds, named: Option<()>) -> Self {
        Self { parts, binds, depth: 0, unnamed: named.is_none(), type_: PhantomData }
    }

    fn join(self, operator: &str, other: Self, binds: Binds) -> Self {
        let (mut left, right) = (self.within(binds), other.within(binds));
        left.parts.push(Part::Text(operator.to_owned()));
        left.parts.extend(right.parts);
        Self { binds, depth: left.depth.max(right.depth), unnamed: left.unnamed || right.unnamed, ..left }
    }

    /// With parentheses where it would fall apart otherwise.
    fn within(mut self, binds: Binds) -> Self {
        if self.binds < binds {
            self.parts.insert(0, Part::Text("(".to_owned()));
            self.parts.push(Part::Text(")".to_owned()));
            self.binds = Binds::Call;
        }
        self
    }

    /// The condition as OData writes it; `None` if a field lacks a name.
    pub(super) fn written(&self) -> Option<String> {
        let text = |part: &Part| match part {
            Part::Text(text) | Part::Path(text) => text.clone(),
        };
        (!self.unnamed).then(|| self.parts.iter().map(text).collect())
    }
}

impl<T, V> Field<T, V> {
    /// It has this value.
    pub fn eq<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("eq", &value.literal())
    }

    /// It has another value, or none.
    pub fn ne<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("ne", &value.literal())
    }

    /// It is above this value.
    pub fn gt<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("gt", &value.literal())
    }

    /// It is this value or above.
    pub fn ge<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("ge", &value.literal())
    }

    /// It is below this value.
    pub fn lt<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("lt", &value.literal())
    }

    /// It is this value or below.
    pub fn le<L: Literal<V>>(self, value: L) -> Filter<T> {
        self.compare("le", &value.literal())
    }

    /// It has no value.
    pub fn is_null(self) -> Filter<T> {
        self.compare("eq", "null")
    }

    /// It has a value.
    pub fn is_set(self) -> Filter<T> {
        self.compare("ne", "null")
    }

    /// It has one of these values (`in`).
    pub fn is_in<L: Literal<V>>(self, values: impl IntoIterator<Item = L>) -> Filter<T> {
        let values: Vec<String> = values.into_iter().map(|value| value.literal()).collect();
        self.compare("in", &format!("({})", values.join(",")))
    }

    fn compare(self, operator: &str, literal: &str) -> Filter<T> {
        let (path, named) = self.part();
        Filter::of(vec![path, Part::Text(format!(" {operator} {literal}"))], Binds::Comparison, named)
    }

    fn part(self) -> (Part, Option<()>) {
        let path = self.into_path();
        let named = path.is_some().then_some(());
        (Part::Path(path.unwrap_or_default()), named)
    }
}

impl<T> Field<T, Option<String>> {
    /// The field's text begins with `text` (`startswith`).
    pub fn starts_with(self, text: &str) -> Filter<T> {
        self.call("startswith", text)
    }

    /// The field's text ends with `text` (`endswith`).
    pub fn ends_with(self, text: &str) -> Filter<T> {
        self.call("endswith", text)
    }

    /// The field's text contains `text` (`contains`).
    pub fn contains(self, text: &str) -> Filter<T> {
        self.call("contains", text)
    }

    fn call(self, function: &str, text: &str) -> Filter<T> {
        let (path, named) = self.part();
        let (start, end) = (format!("{function}("), format!(",{})", crate::support::quoted(text)));
        Filter::of(vec![Part::Text(start), path, Part::Text(end)], Binds::Call, named)
    }
}

impl<T, E: OpenEnum> Field<T, Option<Flags<E>>> {
    /// The member is among those that are set (`has`).
    pub fn has(self, member: E) -> Filter<T> {
        self.compare("has", &crate::support::quoted(member.as_str()))
    }
}

impl<T, V: Collected> Field<T, V> {
    /// The condition holds for one of the elements, or for more.
    pub fn any(self, condition: Filter<V::Element>) -> Filter<T> {
        self.elements("any", condition)
    }

    /// The condition holds for all elements.
    pub fn all(self, condition: Filter<V::Element>) -> Filter<T> {
        self.elements("all", condition)
    }

    /// There are elements.
    pub fn is_not_empty(self) -> Filter<T> {
        let (path, named) = self.part();
        Filter::of(vec![path, opened("any"), Part::Text(")".to_owned())], Binds::Call, named)
    }

    /// How many elements there are (`$count`).
    pub fn count(self) -> Field<T, Option<i64>> {
        self.below("$count")
    }

    fn elements(self, function: &str, condition: Filter<V::Element>) -> Filter<T> {
        let (path, named) = self.part();
        // Each condition inside of another has a name of its own for its element.
        let name = VARIABLES.get(condition.depth).copied().unwrap_or("element");
        let mut parts = vec![path, opened(function), Part::Text(format!("{name}:"))];
        parts.extend(condition.parts.into_iter().map(|part| match part {
            Part::Path(path) if path.is_empty() => Part::Text(name.to_owned()),
            Part::Path(path) => Part::Text(format!("{name}/{path}")),
            text => text,
        }));
        parts.push(Part::Text(")".to_owned()));
        let filter = Filter::of(parts, Binds::Call, named);
        Filter { depth: condition.depth + 1, unnamed: filter.unnamed || condition.unnamed, ..filter }
    }
}

/// The beginning of a call below a collection, up to its parenthesis.
fn opened(function: &str) -> Part {
    Part::Text(["/", function, "("].concat())
}

const VARIABLES: [&str; 6] = ["x", "y", "z", "u", "v", "w"];

impl<T> Clone for Filter<T> {
    fn clone(&self) -> Self {
        Self { parts: self.parts.clone(), ..*self }
    }
}

impl<T> fmt::Debug for Filter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Filter").field(&self.written()).finish()
    }
}

/// Which objects an answer of type `R` has (`$filter`): a [`Filter`], or a condition as OData writes it.
pub trait Condition<R> {
    /// The option's value; `None` if a field lacks a name.
    fn condition(self) -> Option<String>;
}

impl<T, R: About<T>> Condition<R> for Filter<T> {
    fn condition(self) -> Option<String> {
        self.written()
    }
}

impl<R> Condition<R> for &str {
    fn condition(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl<R> Condition<R> for &String {
    fn condition(self) -> Option<String> {
        Some(self.clone())
    }
}

impl<R> Condition<R> for String {
    fn condition(self) -> Option<String> {
        Some(self)
    }
}
