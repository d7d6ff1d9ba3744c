//! JSON whose members are explained on their lines: `"start": datetime, // When it begins.`

use super::{Row, TypeSpelling};
use crate::json;
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
    // Headers look like members whose names lack quotes.
    let is_json = body.text.trim_start().starts_with(['{', '[']);
    for line in lines(&body.text) {
        let (start, line) = (line.start, &body.text[line]);
        if let Some(member) = member(line, is_json) {
            let row = row(body, start, line, member);
            explained.extend(row.map(|row| Explained { inside: open.inside(), row }));
            open.last = Some(member.0);
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

/// The member that a line begins with, and what stands behind its colon. Its name may lack quotes where the text is JSON, and
/// may stand in parentheses, alone or with its value.
fn member(line: &str, is_json: bool) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '(']);
    let (name, value) = match line.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => line.split_at(line.find([':', ')']).filter(|_| is_json)?),
    };
    let is_name = line.starts_with('"') || !name.is_empty() && name.trim_end().chars().all(json::is_in_name);
    let value = value.trim_start_matches([' ', ')']).strip_prefix(':')?;
    is_name.then_some((name, value))
}

fn row(body: &Excerpt, start: usize, line: &str, (name, value): (&str, &str)) -> Option<Row> {
    let name_at = start + line.find(name)?;
    let (value, comment) = split_comment(value);
    let type_ = Primitive::from_word(value.trim().trim_end_matches([',', ')', ' ']));
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
    fn a_name_may_lack_quotes_or_stand_in_parentheses() {
        let text = "{\n  shelf: { // Where.\n    row: int,\n  },\n  (\"from\"): date, // When.\n  (\"why\": string) // Why.\n}";
        let explained = read(&Excerpt::whole(text, FileId::default(), 0));
        let said = explained.iter().map(|Explained { inside, row }| {
            let type_ = row.type_.as_ref().and_then(|spelling| spelling.primitive);
            (inside.as_deref(), &text[row.span.range()], type_, row.description.plain())
        });
        let expected = [
            (None, "shelf", None, "Where.".to_owned()),
            (Some("shelf"), "row", Some(Primitive::Int32), String::new()),
            (None, "from", Some(Primitive::Date), "When.".to_owned()),
            (None, "why", Some(Primitive::String), "Why.".to_owned()),
        ];
        assert_eq!(said.collect::<Vec<_>>(), expected);
        let headers = "HTTP/1.1 200 OK\nLocation: https://x.example/\n\n{}";
        assert!(read(&Excerpt::whole(headers, FileId::default(), 0)).is_empty());
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
