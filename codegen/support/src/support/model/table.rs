//! Structured types as tables of properties.

use std::fmt::Debug;

use super::{Slot, View};

/// A structured type as a table of its properties. An index is a place in [`NAMES`](Self::NAMES).
///
/// This is all that a generated type implements by itself: everything else is built on it, and a program calls that
/// ([`Model`](super::Model)).
#[doc(hidden)]
pub trait Table: Debug + Default {
    /// The qualified name: `microsoft.graph.customerPayment`. OData has none for the body of an action.
    const TYPE: &'static str = "";

    /// The names of the fields in JSON, in their order. The last, `@`, stands for `extra`: annotations, and every name
    /// that the type does not know.
    const NAMES: &'static [&'static str];

    /// The places of the properties that the documentation calls read-only.
    const READ_ONLY: &'static [u16] = &[];

    /// The name in JSON of the property by which requests address the object.
    const KEY: &'static str = "id";

    /// Where the value of a property is put; [`Slot::Extra`] behind the last one.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// The value of a property; [`View::Extra`] behind the last one.
    fn view(&self, index: usize) -> View<'_>;
}

/// A type that contains itself has a box around it.
impl<T: Table> Table for Box<T> {
    const TYPE: &'static str = T::TYPE;
    const NAMES: &'static [&'static str] = T::NAMES;
    const READ_ONLY: &'static [u16] = T::READ_ONLY;
    const KEY: &'static str = T::KEY;

    fn slot(&mut self, index: usize) -> Slot<'_> {
        T::slot(self, index)
    }

    fn view(&self, index: usize) -> View<'_> {
        T::view(self, index)
    }
}

/// `Debug`, `Serialize` and `Deserialize` for types that are a [`Table`].
#[allow(unused_macros, reason = "not every crate has one")]
macro_rules! table {
    ($($type:ident),+ $(,)?) => {
        $(
            impl ::std::fmt::Debug for $type {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    $crate::support::debug_table(stringify!($type), self, f)
                }
            }

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
