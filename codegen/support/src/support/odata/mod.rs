//! Query options whose names the compiler checks.
//!
//! ```ignore
//! let unread = field!(Message; is_read).eq(false).and(field!(Message; from.email_address.address).starts_with("ada@"));
//! let messages = message::list()
//!     .filter(unread)
//!     .select(fields!(Message; id, subject))
//!     .orderby(field!(Message; received_date_time).desc())
//!     .expand(field!(Message; attachments).expand().select(fields!(Attachment; name)))
//!     .top(10);
//! ```
//!
//! A field is called as Rust calls it; the name in JSON comes from the type's table. A text can stand in the place of each
//! option, and is the way where the area of a type is off.

mod about;
mod condition;
mod expand;
mod field;
mod literal;
mod order;
mod texts;

pub use about::About;
pub use condition::{Condition, Filter};
pub use expand::{Expand, Expansion};
pub use field::{Collected, Field, Fields, Leads, Navigates, Selection, it};
pub use literal::Literal;
pub use order::{Order, Ordering};
