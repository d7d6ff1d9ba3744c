//! Parameters in the text, each in a paragraph or an item of its own: `` `name` - What it is ``, `**name:** What it is`.

use super::Row;
use crate::markdown::{self, Block, BlockKind};
use crate::source::Spanned;
use crate::text::{self, Inline, RichText};

/// The parameter that a block explains, as the row of a table would.
pub(super) fn row(block: &Block) -> Option<Row> {
    let BlockKind::Paragraph { text, .. } = &block.kind else { return None };
    let (name, rest) = text.parts.split_first()?;
    let (name, is_marked) = match name {
        Inline::Code(name) => (name.clone(), false),
        Inline::Strong(name) => without_marks(&text::plain(name)),
        _ => return None,
    };
    let (Inline::Text(first), rest) = rest.split_first()? else { return None };
    let first = first.trim_start();
    let behind = first.strip_prefix(['-', '–', '—', ':']).map(str::trim_start);
    let description = behind.or(Some(first).filter(|_| is_marked))?;
    let name = name.trim().trim_start_matches('{').trim_end_matches('}');
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    if name.is_empty() || !name.chars().all(is_name) || markdown::opens_note(name) {
        return None;
    }
    let parts = [Inline::Text(description.to_owned())].into_iter().chain(rest.iter().cloned());
    Some(Row {
        name: Spanned::new(name.to_owned(), text.span),
        description: RichText { parts: parts.collect(), span: text.span },
        span: text.span,
        ..Row::default()
    })
}

/// A name without the dash of an item and the colon that stand inside of its emphasis, and whether that colon is there:
/// `**- name:** What it is`.
fn without_marks(name: &str) -> (String, bool) {
    let name = name.trim();
    let name = name.strip_prefix("- ").unwrap_or(name);
    let before = name.strip_suffix(':');
    (before.unwrap_or(name).to_owned(), before.is_some())
}

#[cfg(test)]
mod tests {
    use super::{markdown, row};
    use crate::diagnostic::Diagnostics;
    use crate::source::{Excerpt, FileId};

    #[test]
    fn a_name_in_code_or_bold_is_explained_behind_a_dash_or_a_colon() {
        let text = "`shelf` - Where it *stands*\n\n* `{book-id}`: Its number\n\n**- room:** Where it is\n\n**desk**: Who has it\n\n`GET /books` - reads all\n\n`id` of the book\n\n**Note:** All are needed\n\n**All** of them\n";
        let text = Excerpt::whole(text, FileId::default(), 0);
        let rows = markdown::read(&text, None, &mut Diagnostics::default());
        let rows = rows.iter().filter_map(row).map(|row| (row.name.value, row.description.plain()));
        let expected = [
            ("shelf", "Where it stands"),
            ("book-id", "Its number"),
            ("room", "Where it is"),
            ("desk", "Who has it"),
        ];
        assert_eq!(rows.collect::<Vec<_>>(), expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }
}
