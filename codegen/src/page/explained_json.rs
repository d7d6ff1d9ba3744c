//! JSON whose members are explained on their lines: `"start": datetime, // When it begins.`

use super::{Row, TypeSpelling};
use crate::primitive::Primitive;
use crate::source::{Excerpt, Spanned, lines};
use crate::text::{Inline, RichText};

/// What a line of a body says of a member, as the row of a table would.
#[derive(Clone, Debug)]
pub(crate) struct Explained {
    /// The member whose object, or objects, it is in; none for those of the body itself.
    pub(crate) inside: Option<String>,
    pub(crate) row: Row,
}

/// What the lines of a body say of its members.
pub(super) fn read(body: &Excerpt) -> Vec<Explained> {
    let (mut explained, mut open) = (Vec::new(), Open::default());
    for line in lines(&body.text) {
        let (start, line) = (line.start, &body.text[line]);
        if let Some(row) = member(line).and_then(|member| row(body, start, line, member)) {
            explained.push(Explained { inside: open.inside(), row });
        }
        open.pass(line);
    }
    explained
}

/// The objects and lists that are open, each with the name of its member.
#[derive(Default)]
struct Open<'a> {
    members: Vec<Option<&'a str>>,
    /// The last member whose value may begin in a later line.
    last: Option<&'a str>,
}

impl<'a> Open<'a> {
    fn inside(&self) -> Option<String> {
        self.members.iter().rev().find_map(|member| member.map(str::to_owned))
    }

    fn pass(&mut self, line: &'a str) {
        let mut quoted = None;
        for (at, part) in split_comment(line).0.split('"').enumerate() {
            if at % 2 == 1 {
                quoted = Some(part);
                continue;
            }
            if part.trim_start().starts_with(':') {
                self.last = quoted;
            }
            for letter in part.chars() {
                match letter {
                    '{' | '[' => self.members.push(self.last.take()),
                    '}' | ']' => _ = self.members.pop(),
                    _ => {}
                }
            }
        }
    }
}

/// The member that a line begins with, and what stands behind its colon.
fn member(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim_start().strip_prefix('"')?.split_once('"')?;
    Some((name, value.trim_start().strip_prefix(':')?))
}

fn row(body: &Excerpt, start: usize, line: &str, (name, value): (&str, &str)) -> Option<Row> {
    let name_at = start + line.len() - line.trim_start().len() + 1;
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
    fn a_member_of_an_object_inside_is_told_from_one_of_the_body() {
        let text = "{ \"value\":\n[\n{\n\"id\": guid,\n\"author\": { // Who wrote it.\n\"id\": int, // {\n},\n\"year\": int\n}]}";
        let explained = read(&Excerpt::whole(text, FileId::default(), 0));
        let places = explained.iter().map(|one| (one.inside.as_deref(), one.row.name.value.as_str()));
        let expected = [
            (Some("value"), "id"),
            (Some("value"), "author"),
            (Some("author"), "id"),
            (Some("value"), "year"),
        ];
        assert_eq!(places.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_line_names_a_member_its_type_and_what_it_means() {
        let text = "{\n  \"start\": datetime, // When it begins.\n  \"link\": \"https://x.example/\",\n  \"kind\": \"a\" // \"a\" or \"b\"\n}";
        let explained = read(&Excerpt::whole(text, FileId::default(), 0));
        let said = explained.iter().map(|Explained { row, .. }| {
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
