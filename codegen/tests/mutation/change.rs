//! What is changed in a page: lines, cells, words, values of JSON, links, addresses, bytes, its name.

use codegen::Input;

use crate::hostile;
use crate::random::Random;

/// Changes one thing in a page; `other` is another page's text.
pub(crate) fn page(page: &mut Input, other: &[u8], random: &mut Random) {
    if random.below(40) == 0 {
        return rename(page, random);
    }
    if random.below(40) == 0 {
        return bytes(&mut page.bytes, random);
    }
    let text = String::from_utf8_lossy(&page.bytes).into_owned();
    let other = String::from_utf8_lossy(other).into_owned();
    page.bytes = match random.below(12) {
        0 => lines(&text, &other, random),
        1 => between(&text, "|", "|", random),
        2 => between(&text, "\"", "\"", random),
        3 => between(&text, "](", ")", random),
        4 => between(&text, "`", "`", random),
        5 => on_a_line(&text, &["# ", "---", "title", "Namespace", "<!--", "```", "doc_type", "ms."], random),
        6 => on_a_line(&text, &["GET ", "POST ", "PATCH ", "PUT ", "DELETE ", "HTTP/", "Content-"], random),
        7 => on_a_line(&text, &["|", "  \"", "{", "}", "["], random),
        8 => cells(&text, random),
        9 => encoded(&text, random),
        10 => word(&text, random),
        _ => anywhere(&text, random),
    }
    .into_bytes();
}

/// A name that another system or a reader takes otherwise.
fn rename(page: &mut Input, random: &mut Random) {
    let (folder, name) =
        page.path.rsplit_once('/').map_or(("", page.path.as_str()), |(folder, name)| (folder, name));
    let stem = name.trim_end_matches(".md");
    let stem = match random.below(7) {
        0 => "a".repeat(1 + random.below(240)),
        1 => format!("{stem}-größe"),
        2 => "年".repeat(1 + random.below(60)),
        3 => format!("{stem}\u{202e}"),
        4 => "con".to_owned(),
        5 => stem.to_uppercase(),
        _ => (*random.one(&[
            "-",
            "_",
            ".",
            "lib",
            "mod",
            "support",
            "a--b",
            "get",
            "1",
            "x-list-",
            "operations",
        ]))
        .to_owned(),
    };
    page.path = if folder.is_empty() { format!("{stem}.md") } else { format!("{folder}/{stem}.md") };
}

fn bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    match random.below(5) {
        0 => bytes.truncate(random.below(bytes.len() + 1)),
        1 => bytes.splice(0..0, *b"\xEF\xBB\xBF").for_each(drop),
        2 => *bytes = String::from_utf8_lossy(bytes).replace('\n', "\r\n").into_bytes(),
        3 => *bytes = String::from_utf8_lossy(bytes).replace('\n', "\r").into_bytes(),
        _ => {
            let at = random.below(bytes.len() + 1);
            bytes.insert(at, 0x80 | random.below(128) as u8);
        }
    }
}

/// Lines are lost, doubled, swapped, moved here from another page, or set in front of all.
fn lines(text: &str, other: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let others: Vec<&str> = other.split_inclusive('\n').collect();
    if lines.is_empty() || others.is_empty() {
        return other.to_owned();
    }
    let (at, to, from) = (random.below(lines.len()), random.below(lines.len()), random.below(others.len()));
    match random.below(7) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(to, lines[at]),
        2 => lines.swap(at, to),
        3 => drop(lines.drain(at..(at + 1 + random.below(20)).min(text.split_inclusive('\n').count()))),
        4 => drop(lines.splice(at..at, others[from..].iter().take(1 + random.below(30)).copied())),
        5 => lines.truncate(at),
        _ => lines.insert(
            0,
            *random.one(&["```\n", "~~~\n", "<!--\n", "> ", "- ", "    ", "\n", "<div>\n", "|a|\n"]),
        ),
    }
    lines.concat()
}

/// Something between two signs on one line becomes hostile, or is made longer by it.
fn between(text: &str, open: &str, close: &str, random: &mut Random) -> String {
    let starts: Vec<usize> = text.match_indices(open).map(|(at, _)| at + open.len()).collect();
    if starts.is_empty() {
        return anywhere(text, random);
    }
    let start = *random.one(&starts);
    let line = text[start..].lines().next().unwrap_or_default();
    let end = start + line.find(close).unwrap_or(line.len());
    replaced(text, start, end, random)
}

/// Something on a line that begins so.
fn on_a_line(text: &str, starts: &[&str], random: &mut Random) -> String {
    let mut at = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if starts.iter().any(|start| line.starts_with(start)) {
            found.push((at, line.trim_end().len()));
        }
        at += line.len();
    }
    if found.is_empty() {
        return anywhere(text, random);
    }
    let (start, length) = *random.one(&found);
    let line = &text[start..start + length];
    let boundary = |at: usize| start + (0..=at).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let (one, other) = (boundary(random.below(length + 1)), boundary(random.below(length + 1)));
    replaced(text, one.min(other), one.max(other), random)
}

/// A row of a table has a cell more, less or twice.
fn cells(text: &str, random: &mut Random) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let rows: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains('|')).collect();
    if rows.is_empty() {
        return anywhere(text, random);
    }
    let row = *random.one(&rows);
    let mut cells: Vec<&str> = lines[row].split('|').collect();
    let (at, to) = (random.below(cells.len()), random.below(cells.len()));
    match random.below(4) {
        0 => drop(cells.remove(at)),
        1 => cells.insert(to, cells[at]),
        2 => cells.swap(at, to),
        _ => cells.truncate(at),
    }
    let changed = cells.join("|");
    let mut lines = lines;
    lines[row] = &changed;
    lines.join("\n")
}

/// A part is written in entities or escapes.
fn encoded(text: &str, random: &mut Random) -> String {
    let letters: Vec<char> = text.chars().collect();
    let start = random.below(letters.len() + 1);
    let end = (start + random.below(20)).min(letters.len());
    let kind = random.below(3);
    let encode = |letter: &char| match kind {
        0 => format!("&#{};", u32::from(*letter)),
        1 => format!("\\u{:04x}", u32::from(*letter)),
        _ => format!("\\{letter}"),
    };
    let before: String = letters[..start].iter().collect();
    let inside: String = letters[start..end].iter().map(encode).collect();
    before + &inside + &letters[end..].iter().collect::<String>()
}

/// A word, wherever it stands, becomes another one.
fn word(text: &str, random: &mut Random) -> String {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 2).collect();
    if words.is_empty() {
        return anywhere(text, random);
    }
    let (from, to) = (*random.one(&words), hostile::text(random));
    let to = if random.below(2) == 0 { (*random.one(&words)).to_owned() } else { to };
    if random.below(2) == 0 { text.replace(from, &to) } else { text.replacen(from, &to, 1) }
}

fn anywhere(text: &str, random: &mut Random) -> String {
    let at = random.below(text.len() + 1);
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    replaced(text, at, at, random)
}

fn replaced(text: &str, start: usize, end: usize, random: &mut Random) -> String {
    let hostile = hostile::text(random);
    match random.below(3) {
        0 => format!("{}{hostile}{}", &text[..start], &text[end..]),
        1 => format!("{}{hostile}{}", &text[..start], &text[start..]),
        _ => format!("{}{hostile}{}", &text[..end], &text[end..]),
    }
}
