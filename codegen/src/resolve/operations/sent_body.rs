//! What a call sends, before a body that only an example or a table shows becomes a type.

use crate::model::RequestBody;
use crate::shape::Shape;

/// What a page's operations take in their bodies.
#[derive(Clone, Debug)]
pub(crate) enum SentBody {
    Known(RequestBody),
    /// The page lists the parameters of an action.
    Parameters,
    /// The page asks for a body, and nothing says what is in it.
    Untold,
    /// Only the example shows what is sent.
    OfExample(Shape),
    /// Only the example shows what the elements of an array are.
    OfExampleElements(Shape),
}
