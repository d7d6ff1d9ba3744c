//! Structured types as tables of properties.

use super::{Slot, View};
use crate::support::Model;

/// A structured type as a table of its properties. An index is a place in [`NAMES`](Self::NAMES).
pub trait Table: Model {
    /// The names of the fields in JSON, in their order. The last, `@`, stands for `extra`: annotations, and every name
    /// that the type does not know.
    const NAMES: &'static [&'static str];

    /// Where the value of a property is put; [`Slot::None`] behind the last one.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// Hands the values of all properties, in the order of their names, to `take`, once.
    fn views(&self, take: &mut dyn FnMut(&[View<'_>]));
}

/// A type that contains itself has a box around it.
impl<T: Table> Table for Box<T> {
    const NAMES: &'static [&'static str] = T::NAMES;

    fn slot(&mut self, index: usize) -> Slot<'_> {
        T::slot(self, index)
    }

    fn views(&self, take: &mut dyn FnMut(&[View<'_>])) {
        T::views(self, take);
    }
}

/// `Serialize` and `Deserialize` for types that are a [`Table`].
#[allow(unused_macros, reason = "not every crate has one")]
macro_rules! table {
    ($($type:ident),+ $(,)?) => {
        $(
            impl ::serde_core::Serialize for $type {
                fn serialize<S: ::serde_core::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::std::result::Result<S::Ok, S::Error> {
                    $crate::support::write_table(self, serializer)
                }
            }

            impl<'de> ::serde_core::Deserialize<'de> for $type {
                fn deserialize<D: ::serde_core::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::std::result::Result<Self, D::Error> {
                    $crate::support::read_table(deserializer)
                }
            }
        )+
    };
}

pub(crate) use table;
