//! Related objects that come with the answer.

use std::marker::PhantomData;

use super::{About, Condition, Field, Navigates, Ordering, Selection};

/// A navigation property of a `T` that comes with the answer, with options of its own for the objects of type `U` that it leads to.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// let books = field!(Shelf; books).expand().select(fields!(Book; id, title)).top(20);
/// ```
pub struct Expand<T, U> {
    path: Option<String>,
    options: Vec<String>,
    types: PhantomData<fn(T, U)>,
}

impl<T, V: Navigates> Field<T, V> {
    /// Asks for the related objects too, with options of their own.
    pub fn expand(self) -> Expand<T, V::Target> {
        Expand { path: self.into_path(), options: Vec::new(), types: PhantomData }
    }
}

impl<T, U: About<U>> Expand<T, U> {
    /// The properties that these objects have in the answer.
    pub fn select(self, properties: impl Selection<U>) -> Self {
        self.option("$select", properties.selected())
    }

    /// The objects that are in the answer.
    pub fn filter(self, condition: impl Condition<U>) -> Self {
        self.option("$filter", condition.condition())
    }

    /// Their order.
    pub fn orderby(self, order: impl Ordering<U>) -> Self {
        self.option("$orderby", order.ordering())
    }

    /// What is related to them, in its turn.
    pub fn expand(self, related: impl Expansion<U>) -> Self {
        self.option("$expand", related.expansion())
    }
}

impl<T, U> Expand<T, U> {
    /// The most objects that are in the answer.
    pub fn top(self, count: u32) -> Self {
        self.option("$top", Some(count.to_string()))
    }

    /// The number of objects to skip at the start.
    pub fn skip(self, count: u32) -> Self {
        self.option("$skip", Some(count.to_string()))
    }

    /// Asks for the number of all of them.
    pub fn count(self) -> Self {
        self.option("$count", Some("true".to_owned()))
    }

    fn option(mut self, name: &str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.options.push(format!("{name}={value}")),
            None => self.path = None,
        }
        self
    }
}

/// What comes with an answer of type `R` (`$expand`): a [`Field`], an [`Expand`], or names as JSON has them.
pub trait Expansion<R> {
    /// The option's value; `None` if a field lacks a name.
    fn expansion(self) -> Option<String>;
}

impl<T, U, R: About<T>> Expansion<R> for Expand<T, U> {
    fn expansion(self) -> Option<String> {
        let path = self.path?;
        if self.options.is_empty() { Some(path) } else { Some(format!("{path}({})", self.options.join(";"))) }
    }
}

impl<T, V: Navigates, R: About<T>> Expansion<R> for Field<T, V> {
    fn expansion(self) -> Option<String> {
        self.into_path()
    }
}

super::texts::texts!(Expansion, expansion);
