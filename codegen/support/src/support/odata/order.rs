//! The order of objects.

use std::marker::PhantomData;

use super::{About, Field};

/// A field to sort objects by, ascending or descending.
pub struct Order<T> {
    text: Option<String>,
    type_: PhantomData<fn(T)>,
}

impl<T, V> Field<T, V> {
    /// In ascending order: the smallest value comes first.
    pub fn asc(self) -> Order<T> {
        Order { text: self.into_path(), type_: PhantomData }
    }

    /// In descending order: the largest value comes first.
    pub fn desc(self) -> Order<T> {
        let text = self.into_path().map(|path| format!("{path} desc"));
        Order { text, type_: PhantomData }
    }
}

/// The order of an answer of type `R` (`$orderby`): by one field, by several, or as OData writes it.
pub trait Ordering<R> {
    /// The option's value; `None` if a field lacks a name.
    fn ordering(self) -> Option<String>;
}

impl<T, R: About<T>> Ordering<R> for Order<T> {
    fn ordering(self) -> Option<String> {
        self.text
    }
}

impl<T, R: About<T>, const N: usize> Ordering<R> for [Order<T>; N] {
    fn ordering(self) -> Option<String> {
        let texts: Option<Vec<String>> = self.into_iter().map(|order| order.text).collect();
        texts.map(|texts| texts.join(","))
    }
}

impl<T, V, R: About<T>> Ordering<R> for Field<T, V> {
    fn ordering(self) -> Option<String> {
        self.into_path()
    }
}

super::texts::texts!(Ordering, ordering);
