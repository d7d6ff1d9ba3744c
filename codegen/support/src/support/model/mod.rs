//! Structured types: what they share, and the one reader and one writer that all of them go through.
//!
//! A generated type is a table: the names of its properties, and for each index a [`Slot`] to read into and a [`View`] to
//! write from. Everything else is here and is compiled once, not once for each type.

mod base;
mod by_type;
mod changes;
mod cursor;
mod debug;
pub(crate) mod exact;
mod fit;
mod list;
mod nested;
mod number;
mod object;
mod quick;
mod read;
mod removed;
mod settable;
mod slot;
mod table;
mod text;
mod texts;
mod unfit;
mod write;

pub use base::Model;
pub use changes::Changes;
pub use debug::debug_table;
pub use object::{Object, ObjectSlot, ObjectsSlot, ValueSlot};
pub use read::read_table;
pub use slot::{JsonSlot, Slot, TextSlot, TextsSlot, View};
pub use table::Table;
pub use unfit::Unfit;
pub use write::{put, write_table};

pub(crate) use base::ODATA_TYPE;
pub(crate) use fit::string;
pub(crate) use number::integer;
pub(crate) use table::table;
pub(crate) use unfit::{in_list, in_object};
pub(crate) use write::{Objects, Written};
