//! What a call is: the operations that the pages' routes amount to, and what each sends and answers.

pub(super) mod arguments;
pub(super) mod bodies;
pub(super) mod context;
pub(super) mod evidence;
pub(super) mod merge;
pub(super) mod subject;
pub(super) mod undescribed;
