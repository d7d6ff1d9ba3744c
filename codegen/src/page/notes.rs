//! Which paragraphs are notes: quotes, and the items that one announces.

use crate::markdown::ParagraphKind;
use crate::page::boilerplate;
use crate::text::RichText;

/// What is known of the paragraph before.
#[derive(Default)]
pub(super) struct NoteReader {
    announces_items: bool,
}

impl NoteReader {
    /// Whether the next paragraph belongs to a note.
    pub(super) fn is_note(&mut self, text: &RichText, place: ParagraphKind) -> bool {
        let (is_note, announces) = match place {
            ParagraphKind::Quote => (true, boilerplate::ends_in_lead(text)),
            ParagraphKind::ListItem(_) => (self.announces_items, self.announces_items),
            ParagraphKind::Body => (false, false),
        };
        self.announces_items = announces;
        is_note
    }
}
