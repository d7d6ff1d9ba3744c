//! JSON that is kept as it came: unknown properties, values of any type, and objects that are decoded on demand.

pub(crate) mod codec;
mod equal;
mod extra;
pub(super) mod raw;
mod related;
mod stream;
mod value;

pub use extra::Extra;
pub use related::{FeatureOff, Related};
pub use stream::Stream;
pub use value::Json;
