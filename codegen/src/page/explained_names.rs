//! Parameters in the text, each in a paragraph or an item of its own: `` `name` - What it is ``.

use super::Row;
use crate::markdown::{Block, BlockKind};
use crate::source::Spanned;
use crate::text::{Inline, RichText};

/// The parameter that a block explains, as the row of a table would.
pub(super) fn row(block: &Block) -> Option<Row> {
    let BlockKind::Paragraph { text, .. } = &block.kind else { return None };
    let (Inline::Code(name), [Inline::Text(first), rest @ ..]) = text.parts.split_first()? else {
        return None;
    };
    let description = first.trim_start().strip_prefix(['-', '–', '—', ':'])?.trim_start();
    let name = name.trim().trim_start_matches('{').trim_end_matches('}');
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    if name.is_empty() || !name.chars().all(is_name) {
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

#[cfg(test)]
mod tests {
    use super::row;
    use crate::diagnostic::Diagnostics;
    use crate::markdown;
    use crate::source::{Excerpt, FileId};

    #[test]
    fn a_name_in_code_is_explained_behind_a_dash_or_a_colon() {
        let text = "`shelf` - Where it *stands*\n\n* `{book-id}`: Its number\n\n`GET /books` - reads all\n\n`id` of the book\n";
        let text = Excerpt::whole(text, FileId::default(), 0);
        let rows = markdown::read(&text, None, &mut Diagnostics::default());
        let rows = rows.iter().filter_map(row).map(|row| (row.name.value, row.description.plain()));
        let expected = [("shelf", "Where it stands"), ("book-id", "Its number")];
        assert_eq!(rows.collect::<Vec<_>>(), expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }
}
