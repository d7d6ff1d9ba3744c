//! What a call is: the operations that the pages' routes amount to, and what each sends and answers.

pub(super) mod actions;
pub(super) mod arguments;
mod array_body;
pub(super) mod bodies;
pub(super) mod context;
pub(super) mod evidence;
pub(super) mod exchanges;
pub(super) mod merge;
pub(super) mod misspelt;
pub(super) mod subject;
pub(super) mod undescribed;
