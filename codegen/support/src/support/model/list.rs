//! Lists of texts, as they are written.

use serde_core::ser::{Serialize, SerializeSeq, Serializer};

use super::TextsSlot;

/// Writes the list in a slot.
pub(super) struct List<'a>(pub(super) &'a dyn TextsSlot);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(self.0.count())?;
        let mut index = 0;
        while let Some(text) = self.0.get(index) {
            seq.serialize_element(text)?;
            index += 1;
        }
        seq.end()
    }
}
