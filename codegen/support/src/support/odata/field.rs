//! Fields by their names in Rust, and by those that JSON has for them.

use std::fmt;
use std::marker::PhantomData;

use super::About;
use crate::support::{Model, Related};

/// A property of a `T`, or one of an object inside of it; `V` is the type of its field. [`field!`](crate::field) makes one.
pub struct Field<T, V> {
    /// The path in JSON, with slashes; none where a type does not know its fields' names.
    path: Option<String>,
    types: PhantomData<fn(T) -> V>,
}

/// A field by name; dots lead to the fields of nested objects: `field!(Book; author.name)`.
///
/// Its methods compare it, order by it and expand it: see [`Field`].
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// let icelandic = book::list("shelf-7").filter(field!(Book; language).eq("is"));
/// ```
#[macro_export]
macro_rules! field {
    ($type:ty; $first:ident $(. $next:ident)* $(,)?) => {
        $crate::support::odata::Field::of(|object: &$type| &object.$first)$(.then(|object| &object.$next))*
    };
}

/// Fields by their names, to be selected: `fields!(Book; id, author.name)`.
///
/// ```no_run
/// # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
/// # use library::*;
/// # let id = "book-3";
/// let book = book::get(id).select(fields!(Book; title, author.name));
/// ```
#[macro_export]
macro_rules! fields {
    ($type:ty; $($first:ident $(. $next:ident)*),+ $(,)?) => {
        $crate::support::odata::Fields::<$type>::new()$(
            .and($crate::field!($type; $first $(. $next)*))
        )+
    };
}

impl<T: Model, V> Field<T, V> {
    /// The field that a function gives: what [`field!`](crate::field) writes.
    #[doc(hidden)]
    pub fn of(field: fn(&T) -> &V) -> Self {
        Self { path: T::name_of(field).map(str::to_owned), types: PhantomData }
    }
}

impl<T, V> Field<T, V> {
    /// A field of the object that this field leads to.
    #[doc(hidden)]
    pub fn then<U>(self, field: fn(&V::Target) -> &U) -> Field<T, U>
    where
        V: Leads,
    {
        let name = V::Target::name_of(field);
        let path = self.path.zip(name).map(|(path, name)| format!("{path}/{name}"));
        Field { path, types: PhantomData }
    }

    /// The path in JSON: `author/name`. `None` where the type does not know the names of its fields.
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// What stands below it.
    pub(super) fn below<U>(self, name: &str) -> Field<T, U> {
        Field { path: self.path.map(|path| path + "/" + name), types: PhantomData }
    }

    pub(super) fn into_path(self) -> Option<String> {
        self.path
    }
}

/// An element of a list of texts or numbers, for a condition on the elements:
/// `field!(Book; topics).any(it().eq("tides"))`.
pub fn it<T>() -> Field<T, Option<T>> {
    Field { path: Some(String::new()), types: PhantomData }
}

impl<T, V> Clone for Field<T, V> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), types: PhantomData }
    }
}

impl<T, V> fmt::Debug for Field<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Field").field(&self.path).finish()
    }
}

/// A field that leads to an object, whose own fields can be named behind it. (A box around the object makes no
/// difference: it is a [`Model`] too.)
pub trait Leads {
    /// The type of the object.
    type Target: Model;
}

impl<T: Model> Leads for Option<T> {
    type Target = T;
}

impl<T: Model> Leads for Option<Related<T>> {
    type Target = T;
}

/// A field that holds a list, so that conditions can apply to its elements.
pub trait Collected {
    /// The type of an element.
    type Element;
}

impl<T> Collected for Option<Vec<T>> {
    type Element = T;
}

impl<T> Collected for Option<Related<Vec<T>>> {
    type Element = T;
}

/// A field that relates to one object, or to many: what can be expanded.
pub trait Navigates {
    /// The type of the objects.
    type Target;
}

impl<T: Model> Navigates for Option<Related<T>> {
    type Target = T;
}

impl<T> Navigates for Option<Related<Vec<T>>> {
    type Target = T;
}

/// Fields of a `T` to be selected. [`fields!`](crate::fields) makes them.
pub struct Fields<T> {
    paths: Option<Vec<String>>,
    type_: PhantomData<fn(T)>,
}

impl<T> Fields<T> {
    /// An empty selection.
    pub fn new() -> Self {
        Self { paths: Some(Vec::new()), type_: PhantomData }
    }

    /// Adds a field to the selection.
    pub fn and<V>(mut self, field: Field<T, V>) -> Self {
        self.paths = self.paths.zip(field.path).map(|(mut paths, path)| {
            paths.push(path);
            paths
        });
        self
    }
}

impl<T> Default for Fields<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Fields<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Fields").field(&self.paths).finish()
    }
}

/// What an answer of type `R` can be narrowed to (`$select`): [`fields!`](crate::fields), or names as JSON has them.
pub trait Selection<R> {
    /// The option's value; none where a type does not know the names of its fields.
    fn selected(self) -> Option<String>;
}

impl<T, R: About<T>> Selection<R> for Fields<T> {
    fn selected(self) -> Option<String> {
        self.paths.map(|paths| paths.join(","))
    }
}

impl<T, V, R: About<T>> Selection<R> for Field<T, V> {
    fn selected(self) -> Option<String> {
        self.path
    }
}

super::texts::texts!(Selection, selected);
