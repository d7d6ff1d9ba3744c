//! What an answer consists of.

use crate::support::{Collection, Model, Reply, Wrapped};

/// An answer that consists of objects of type `T`. The options of its request name the fields of `T`.
pub trait About<T> {}

impl<T: Model> About<T> for T {}
impl<T> About<T> for Collection<T> {}
impl<T, R: About<T>> About<T> for Reply<R> {}
impl<T, R: About<T>> About<T> for Wrapped<R> {}
impl<T, R: About<T>> About<T> for Option<R> {}
impl<T, R: About<T>> About<T> for http::Response<R> {}
