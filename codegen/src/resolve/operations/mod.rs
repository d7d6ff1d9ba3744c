//! What a call is: the operations that the pages' routes amount to, and what each sends and answers.

mod absorb;
pub(super) mod actions;
mod answer;
mod answer_table;
pub(super) mod arguments;
mod array_body;
mod body;
mod calls;
pub(super) mod context;
mod contradicted;
mod decide;
mod described;
pub(super) mod evidence;
pub(super) mod exchanges;
pub(super) mod fit;
mod headers;
pub(super) mod implied;
mod inside;
pub(super) mod judge;
mod made;
pub(super) mod merge;
pub(super) mod misspelt;
pub(super) mod proposals;
mod shown;
pub(super) mod subject;
pub(super) mod tree;
pub(super) mod undescribed;
