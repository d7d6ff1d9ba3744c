//! Properties that are sent as `null`: on update, that takes their values away.

use super::{Body, Request};
use crate::support::{Changes, Model};

impl<T: Model, R> Request<&T, R> {
    /// Sends a property of the body as `null`, also if it is set: `.clear(|payment| &payment.comment)`.
    pub fn clear<F>(mut self, field: fn(&T) -> &F) -> Self {
        self.parts.clear_field(T::name_of(field));
        self
    }

    /// Sends as `null` what the wanted object has lost.
    pub fn clear_lost(self, changes: &Changes<T>) -> Self {
        changes.lost.iter().fold(self, |request, path| request.clear_path(path))
    }
}

impl<T: Model, R> Request<Option<&T>, R> {
    /// Sends a property of the body as `null`, also if it is set; a body that is left out stays so.
    pub fn clear<F>(mut self, field: fn(&T) -> &F) -> Self {
        self.parts.clear_field(T::name_of(field));
        self
    }
}

impl<B: Body, R> Request<B, R> {
    /// Sends a property as `null` that a path leads to: `address/street`, `phones/0/number`; in a list of objects,
    /// `0/address`. As in a JSON pointer, `~1` is a slash in a name, and `~0` a tilde. The body has to be JSON.
    pub fn clear_path(mut self, path: &str) -> Self {
        self.parts.clear(path);
        self
    }
}
