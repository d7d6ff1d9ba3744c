//! Members that stand in lines of their own, each in front of what it means: "Possible values are:", then "`low` - Rare."

use super::{INTRODUCTIONS, marked};
use crate::text::{self, Inline, RichText};

/// The members, where the items of a list or the lines begin with them.
pub(super) fn members(description: &RichText) -> Option<Vec<String>> {
    of_items(description).or_else(|| of_lines(description))
}

/// The members in front of what the items of a list say of them, where the list is introduced as one of members.
fn of_items(description: &RichText) -> Option<Vec<String>> {
    let mut pieces = description.parts.chunk_by(|_, next| !matches!(next, Inline::Bullet(_)));
    let before = pieces.next()?;
    let first = |piece: &[Inline]| match piece {
        [Inline::Bullet(0), Inline::Code(code), ..] => Some(code.clone()),
        _ => None,
    };
    let members: Vec<String> = pieces.map(first).collect::<Option<_>>()?;
    (members.len() > 1 && behind_introduction(before).is_some()).then_some(members)
}

/// The members at the starts of lines, with what each means behind a dash or a colon, where the line before introduces them and
/// has none itself (`It can be empty.` introduces nothing). What a line says may go on in the next one.
fn of_lines(description: &RichText) -> Option<Vec<String>> {
    let mut lines = description.parts.split(|part| *part == Inline::Break);
    let before = lines.next()?;
    let is_blank = |part: &Inline| matches!(part, Inline::Text(text) if text.trim().is_empty());
    let explained = |line: &[Inline]| match line {
        [Inline::Code(code), Inline::Text(text), ..] => {
            text.trim_start().starts_with(['-', '–', '—', ':']).then(|| code.clone())
        }
        _ => None,
    };
    let lines = lines.map(|line| &line[line.iter().take_while(|part| is_blank(part)).count()..]);
    let introduces_other = |line: &&[Inline]| text::plain(line).trim_end().ends_with(':');
    let members: Vec<String> =
        lines.take_while(|line| !introduces_other(line)).filter_map(explained).collect();
    let rest = behind_introduction(before)?;
    let leads = !rest.contains('`') && (!rest.trim_end().ends_with('.') || rest.contains("following"));
    (members.len() > 1 && leads).then_some(members)
}

/// What the last sentence in front of a list says behind the words that introduce members.
fn behind_introduction(before: &[Inline]) -> Option<String> {
    let words = marked(before).to_ascii_lowercase();
    let sentence = words.rsplit(". ").next().unwrap_or_default();
    let ends = INTRODUCTIONS.iter().filter_map(|words| Some(sentence.find(words)? + words.len()));
    ends.max().and_then(|end| sentence.get(end..)).map(str::to_owned)
}
