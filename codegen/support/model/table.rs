//! Structured types as tables of properties.

use serde_core::de::MapAccess;
use serde_core::ser::SerializeMap;

use super::{Slot, View};
use crate::support::Model;

/// A structured type as a table of its properties. An index is a place in [`NAMES`](Self::NAMES).
pub trait Table: Model {
    /// The names of the properties in JSON.
    const NAMES: &'static [&'static str];

    /// Where the value of a property is put; [`Slot::Other`] for the work of [`read`](Self::read).
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// The value of a property; [`View::Other`] for the work of [`write`](Self::write).
    fn view(&self, index: usize) -> View<'_>;

    /// Reads the value of a property that has no slot.
    fn read<'de, A: MapAccess<'de>>(&mut self, index: usize, map: &mut A) -> Result<(), A::Error> {
        let _ = (index, map);
        Ok(())
    }

    /// Writes a property that has no view, and says whether it was set.
    fn write<M: SerializeMap>(&self, index: usize, map: &mut M) -> Result<bool, M::Error> {
        let _ = (index, map);
        Ok(false)
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
