//! What a type is: the types that the pages declare, and the properties and members that all evidence gives them.

pub(super) mod bases;
pub(super) mod declarations;
pub(super) mod enums;
pub(super) mod form;
pub(super) mod from_row;
pub(super) mod infer;
pub(super) mod inherit;
pub(super) mod inline_enums;
pub(super) mod keys;
mod lines;
pub(super) mod listing;
pub(super) mod lookup;
pub(super) mod missing;
pub(super) mod owned_enums;
pub(super) mod representation;
pub(super) mod shared_enums;
pub(super) mod skeleton;
pub(super) mod structured;
pub(super) mod type_section;
pub(super) mod unused_enums;
