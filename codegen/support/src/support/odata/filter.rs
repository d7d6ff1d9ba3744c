//! Conditions: a filter of objects, and how its parts are joined.

use std::fmt;
use std::marker::PhantomData;

use super::About;

/// A condition on a `T` (`$filter`): comparisons of [`Field`](super::Field)s, joined by [`and`](Self::and), [`or`](Self::or) and
/// [`not`](Self::not).
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// let due = field!(Book; is_lent).eq(true).and(field!(Book; due_date).lt("2026-12-01"));
/// ```
pub struct Filter<T> {
    pub(super) parts: Vec<Part>,
    pub(super) binds: Binds,
    /// How many conditions on elements are inside of each other.
    pub(super) depth: usize,
    /// Whether a field lacks its name.
    pub(super) unnamed: bool,
    pub(super) type_: PhantomData<fn(T)>,
}

/// A piece of a condition. Paths stay apart until it is known what they begin at.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Text(String),
    Path(String),
}

/// How strongly the parts of a condition hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binds {
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

    pub(super) fn of(parts: Vec<Part>, binds: Binds, named: Option<()>) -> Self {
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
