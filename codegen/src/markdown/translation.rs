//! A translated passage that its original follows: `<span data-ttu-id="1">Buch</span><span class="sxs-lookup">Book</span>`.

use crate::text::Inline;

/// The last translated passage of a text that is being put together.
pub(super) struct Translation {
    start: Place,
    /// Its own `<span>` and those inside that are open.
    spans: usize,
    end: Option<Place>,
}

/// A place in the text.
struct Place {
    /// How much markup is open.
    depth: usize,
    parts: usize,
    /// How long the last part is, if it is text.
    last: usize,
}

impl Place {
    fn behind(parts: &[Inline], depth: usize) -> Self {
        let last = match parts.last() {
            Some(Inline::Text(text)) => text.len(),
            _ => 0,
        };
        Place { depth, parts: parts.len(), last }
    }

    /// Whether nothing but white space was written from here on.
    fn is_end(&self, parts: &[Inline], depth: usize) -> bool {
        let last = parts.get(..self.parts).and_then(<[Inline]>::last);
        let rest = match last {
            Some(Inline::Text(text)) => text.get(self.last..).unwrap_or(text),
            _ => "",
        };
        let is_blank = |part: &Inline| match part {
            Inline::Text(text) => text.trim().is_empty(),
            part => matches!(part, Inline::Break),
        };
        self.depth == depth
            && rest.trim().is_empty()
            && parts.get(self.parts..).is_some_and(|parts| parts.iter().all(is_blank))
    }
}

impl Translation {
    /// A translation that begins behind these parts, in so much open markup.
    pub(super) fn begin(parts: &[Inline], depth: usize) -> Self {
        Translation { start: Place::behind(parts, depth), spans: 1, end: None }
    }

    /// A tag `<span>` or `</span>` behind its beginning.
    pub(super) fn span(&mut self, ends: bool, parts: &[Inline], depth: usize) {
        match ends {
            false => self.spans += 1,
            true => self.spans = self.spans.saturating_sub(1),
        }
        if self.spans == 0 && self.end.is_none() {
            self.end = Some(Place::behind(parts, depth));
        }
    }

    /// Whether markup that is open at its beginning is still open.
    pub(super) fn is_inside(&self, depth: usize) -> bool {
        self.start.depth <= depth
    }

    /// Removes the translation, and the white space behind it, where it ends with these parts.
    pub(super) fn remove(self, parts: &mut Vec<Inline>, depth: usize) {
        let Translation { start, end, .. } = self;
        if start.depth != depth || !end.is_some_and(|end| end.is_end(parts, depth)) {
            return;
        }
        parts.truncate(start.parts);
        if let Some(Inline::Text(text)) = parts.last_mut() {
            if text.is_char_boundary(start.last) {
                text.truncate(start.last);
            }
            if text.is_empty() {
                parts.pop();
            }
        }
    }
}
