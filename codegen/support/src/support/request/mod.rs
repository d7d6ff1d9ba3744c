//! One call of the API, before any HTTP client: built, turned into an `http::Request`, and its answer decoded.

mod answer;
mod argument;
mod authorization;
mod base;
mod body;
mod call;
mod clear;
mod collection;
mod download;
mod element;
mod envelope;
mod etag;
mod link;
mod mistaken;
mod naming;
mod number;
mod parts;
mod path;
mod query;
mod receipt;
mod reply;
mod wrapped;

pub use answer::Answer;
pub use argument::Argument;
pub use authorization::Authorization;
pub use body::{Body, Content};
pub use call::Request;
pub use collection::Collection;
pub use download::Download;
pub use element::{Element, Part};
pub use etag::AsEtag;
pub use query::quoted;
pub use receipt::Receipt;
pub use reply::Reply;
pub use wrapped::Wrapped;
