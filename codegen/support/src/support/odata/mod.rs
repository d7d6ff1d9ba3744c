//! Query options whose names the compiler checks.
//!
//! ```no_run
//! # mod library { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/support/library.rs")); }
//! # use library::*;
//! let wanted = field!(Book; is_lent).eq(false).and(field!(Book; author.name).starts_with("Ada"));
//! let books = book::list("shelf-7")
//!     .filter(wanted)
//!     .select(fields!(Book; id, title))
//!     .orderby(field!(Book; bought_date_time).desc())
//!     .expand(field!(Book; reviews).expand().select(fields!(Review; stars)))
//!     .top(10);
//! ```
//!
//! (`book` and `Book` stand for a module and a type of your API.)
//!
//! Fields have their Rust names here; the type's table knows their names in JSON. Every option takes plain text as well, which is
//! the only way if the area of a type is off.

mod about;
mod condition;
mod expand;
mod field;
mod filter;
mod literal;
mod order;
mod texts;

pub use about::About;
pub use expand::{Expand, Expansion};
pub use field::{Collected, Field, Fields, Leads, Navigates, Selection, it};
pub use filter::{Condition, Filter};
pub use literal::Literal;
pub use order::{Order, Ordering};
