//! JSON whose members are explained on their lines: `"start": datetime, // When it begins.`

use super::{Row, TypeSpelling};
use crate::primitive::Primitive;
use crate::source::{Excerpt, Spanned, lines};
use crate::text::{Inline, RichText};

/// What the lines of a body say of its members, as rows of a table would.
pub(super) fn rows(body: &Excerpt) -> Vec<Row> {
    let text = &body.text;
    lines(text).filter_map(|line| row(body, line.start, &text[line.clone()])).collect()
}

fn row(body: &Excerpt, start: usize, line: &str) -> Option<Row> {
    let member = line.trim_start();
    let (name, value) = member.strip_prefix('"')?.split_once('"')?;
    let name_at = start + line.len() - member.len() + 1;
    let value = value.trim_start().strip_prefix(':')?;
    let (value, comment) = split_comment(value);
    let type_ = Primitive::from_word(value.trim().trim_end_matches(','));
    if type_.is_none() && comment.is_empty() {
        return None;
    }
    let span = body.span(name_at..name_at + name.len());
    let type_ =
        type_.map(|primitive| TypeSpelling { primitive: Some(primitive), span, ..TypeSpelling::default() });
    let comment = if comment.is_empty() { Vec::new() } else { vec![Inline::Text(comment.to_owned())] };
    Some(Row {
        name: Spanned::new(name.trim_end().to_owned(), span),
        type_,
        description: RichText { parts: comment.into(), span },
        span,
        ..Row::default()
    })
}

/// A value, and the comment behind it. `//` inside of a string, as addresses have it, is none.
fn split_comment(value: &str) -> (&str, &str) {
    let mut quoted = false;
    let mut letters = value.char_indices();
    let start = letters.find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (!quoted && value[at..].starts_with("//")).then_some(at)
    });
    match start {
        Some(at) => (&value[..at], value[at..].trim_start_matches('/').trim()),
        None => (value, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn a_line_names_a_member_its_type_and_what_it_means() {
        let text = "{\n  \"start\": datetime, // When it begins.\n  \"link\": \"https://x.example/\",\n  \"kind\": \"a\" // \"a\" or \"b\"\n}";
        let rows = rows(&Excerpt::whole(text, FileId::default(), 0));
        let said = rows.iter().map(|row| {
            let type_ = row.type_.as_ref().and_then(|spelling| spelling.primitive);
            (row.name.value.as_str(), type_, row.description.plain())
        });
        let expected = [
            ("start", Some(Primitive::DateTimeOffset), "When it begins.".to_owned()),
            ("kind", None, "\"a\" or \"b\"".to_owned()),
        ];
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }
}
