//! Parameters, headers and properties in the text, each in a paragraph or an item of its own: `` `name` - What it is ``,
//! `**name:** What it is`, `` `name` (string): What it is ``.

use super::outline::{Passage, Topic};
use super::{Row, read_only, requirement, tables, type_spelling};
use crate::markdown::{self, Block, BlockKind};
use crate::source::{Span, Spanned};
use crate::text::{self, Inline, RichText};

/// Words in parentheses behind a name that are no type's.
const REMARKS: [&str; 14] = [
    "optional",
    "required",
    "mandatory",
    "default",
    "recommended",
    "deprecated",
    "legacy",
    "preview",
    "beta",
    "read-only",
    "readonly",
    "nullable",
    "inherited",
    "key",
];

/// What a block explains below a heading of this topic, as the row of a table would.
pub(super) fn row_of(topic: Topic, block: &Block) -> Option<Row> {
    matches!(topic, Topic::Parameters | Topic::FunctionParameters | Topic::RequestHeaders)
        .then(|| row(block))?
}

/// The properties that the text of a passage lists, where no table of it does.
pub(super) struct ListedProperties {
    are_read: bool,
}

impl ListedProperties {
    pub(super) fn of(passage: &Passage<'_>) -> Self {
        let is_meant = matches!(passage.topic, Topic::Properties | Topic::Relationships | Topic::RequestBody);
        let is_table = |block: &Block| matches!(block.kind, BlockKind::Table(_));
        ListedProperties { are_read: is_meant && !passage.blocks.iter().any(is_table) }
    }

    /// The property that a block explains: it has a type.
    pub(super) fn row(&self, block: &Block) -> Option<Row> {
        self.are_read.then(|| row(block))?.filter(|row| row.type_.is_some())
    }
}

/// The name that a block explains.
fn row(block: &Block) -> Option<Row> {
    let BlockKind::Paragraph { text, .. } = &block.kind else { return None };
    let (name, rest) = text.parts.split_first()?;
    let (name, is_marked) = match name {
        Inline::Code(name) => (name.clone(), false),
        Inline::Strong(name) => without_marks(&text::plain(name)),
        _ => return None,
    };
    let (inside, rest) = parentheses(rest, text.span);
    let (Inline::Text(first), rest) = rest.split_first()? else { return None };
    let first = first.trim_start();
    let behind = first.strip_prefix(['-', '–', '—', ':']).map(str::trim_start);
    let description = behind.or(Some(first).filter(|_| is_marked))?;
    let name = name.trim().trim_start_matches('{').trim_end_matches('}');
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    if name.is_empty() || !name.chars().all(is_name) || markdown::opens_note(name) {
        return None;
    }
    let type_ = inside.as_ref().map(type_spelling::read);
    let says_read_only = inside.as_ref().is_some_and(read_only::of);
    let type_ = type_.filter(|type_| {
        let is_name = tables::is_name(&type_.name) && !REMARKS.contains(&type_.name.to_lowercase().as_str());
        type_.primitive.is_some() || type_.target.is_some() || is_name
    });
    let remark = inside.filter(|_| type_.is_none()).map(|inside| format!("({}) ", inside.plain()));
    let description = Inline::Text(remark.unwrap_or_default() + description);
    let parts = [description].into_iter().chain(rest.iter().cloned());
    let description = RichText { parts: parts.collect(), span: text.span };
    Some(Row {
        name: Spanned::new(name.to_owned(), text.span),
        type_,
        required: requirement::of(&[], std::slice::from_ref(&description)),
        read_only: says_read_only || read_only::of(&description),
        description,
        span: text.span,
        ..Row::default()
    })
}

/// What stands in parentheses behind a name, its type or a remark, and what follows.
fn parentheses(parts: &[Inline], span: Span) -> (Option<RichText>, Vec<Inline>) {
    let none = || (None, parts.to_vec());
    let Some((Inline::Text(first), more)) = parts.split_first() else { return none() };
    let Some(first) = first.trim_start().strip_prefix('(') else { return none() };
    let (mut inside, mut depth) = (Vec::new(), 1_usize);
    let mut ends = |letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    };
    let mut parts = [Inline::Text(first.to_owned())].into_iter().chain(more.iter().cloned());
    while let Some(part) = parts.next() {
        if let Inline::Text(text) = &part
            && let Some((last, behind)) = text.split_once(&mut ends)
        {
            inside.push(Inline::Text(last.to_owned()));
            let inside = RichText { parts: inside.into(), span };
            return (Some(inside), [Inline::Text(behind.to_owned())].into_iter().chain(parts).collect());
        }
        inside.push(part);
    }
    none()
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
        let text = "`shelf` - Where it *stands*\n\n* `{book-id}`: Its number\n\n**- room:** Where it is\n\n**desk**: Who has it\n\n`copies` (integer) - How many\n\n`from` ([loan](loan.md) collection): All\n\n`to` (optional): The last\n\n`GET /books` - reads all\n\n`id` of the book\n\n**Note:** All are needed\n\n**All** of them\n";
        let text = Excerpt::whole(text, FileId::default(), 0);
        let rows = markdown::read(&text, None, &mut Diagnostics::default());
        let rows = rows.iter().filter_map(row).map(|row| (row.name.value, row.description.plain()));
        let expected = [
            ("shelf", "Where it stands"),
            ("book-id", "Its number"),
            ("room", "Where it is"),
            ("desk", "Who has it"),
            ("copies", "How many"),
            ("from", "All"),
            ("to", "(optional) The last"),
        ];
        assert_eq!(rows.collect::<Vec<_>>(), expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }
}
