//! The block between `---` lines at the top of a page.
//!
//! It is read line by line: real pages hold unquoted colons, which a YAML parser refuses and a reader understands.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostics};
use crate::page::{FrontMatter, Page, PageKind, Pages};
use crate::source::{FileId, Sources, Span, Spanned, lines_from};

/// Reads the front matter; gives also where the text below it starts.
pub(super) fn read(text: &str, file: FileId, diagnostics: &mut Diagnostics) -> (FrontMatter, usize) {
    let mut front = FrontMatter::default();
    let blank = behind_comments(text);
    let mut lines = lines_from(text, blank).peekable();
    let is_opened = lines.next_if(|line| text[line.clone()].trim_end() == "---").is_some();
    let unopened = lines.peek().filter(|first| !is_opened && is_unopened(text, first));
    if let Some(first) = unopened {
        let message = "the front matter lacks the line `---` that opens it; the crate reads it all the same";
        diagnostics.report(Code::MalformedFrontMatter, Span::new(file, first.clone()), message);
    } else if !is_opened {
        let Some(first) = lines.next().and_then(|line| on_one_line(text, line)) else { return (front, 0) };
        front.present = true;
        let message = "the front matter has no line breaks; it is left out";
        diagnostics.report(Code::MalformedFrontMatter, Span::new(file, first.clone()), message);
        return (front, first.end);
    }
    front.present = true;
    let mut end = blank;
    // Whether the lines up to the end are known to be front matter.
    let mut is_closed = false;
    let mut is_first = true;
    while let Some(line) = lines.next() {
        let written = text[line.clone()].trim_end();
        if matches!(written, "---" | "...") {
            return (front, line.end);
        }
        if written.starts_with("<!--") {
            break;
        }
        if written.starts_with("# ") {
            is_closed = is_closed || goes_on(text, line.end);
            if !is_closed || (!is_first && is_title(text, line.end)) {
                break;
            }
        }
        is_first = false;
        end = line.end;
        let Some((key, value)) = entry(text, &line) else {
            // A list item or a line that continues a value belongs to a key that nothing reads.
            if !written.is_empty() && !written.starts_with([' ', '\t', '-', '#']) {
                let span = Span::new(file, line.start..line.start + written.len());
                let message = "the line is not `key: value`; it is left out";
                diagnostics.report(Code::MalformedFrontMatter, span, message);
            }
            continue;
        };
        let continued = |line: &Range<usize>| {
            text[line.clone()].starts_with([' ', '\t']) && !text[line.clone()].trim().is_empty()
        };
        let mut value = value;
        while let Some(next) = lines.next_if(continued) {
            value.end = next.start + text[next.clone()].trim_end().len();
            end = next.end;
        }
        set(&mut front, key, &text[value.clone()], Span::new(file, value));
    }
    let message = "the front matter is not closed by a line `---`";
    diagnostics.report(Code::MalformedFrontMatter, Span::new(file, blank..blank + 3), message);
    (front, end)
}

/// Whether what follows a line is front matter up to its end: the line is a comment of it and not the page's title.
fn goes_on(text: &str, from: usize) -> bool {
    for line in lines_from(text, from) {
        let written = text[line.clone()].trim_end();
        if matches!(written, "---" | "...") {
            return true;
        }
        if !written.is_empty() && !written.starts_with([' ', '\t', '-', '#']) && entry(text, &line).is_none()
        {
            return false;
        }
    }
    false
}

/// Whether a line `# ` that ends here is the page's title, though a rule further down could close the front matter: the page's
/// namespace follows, or a blank line and no further metadata.
fn is_title(text: &str, from: usize) -> bool {
    let mut lines = lines_from(text, from);
    let Some(next) = lines.next() else { return true };
    let is_blank = text[next.clone()].trim().is_empty();
    let next = match is_blank {
        true => lines.find(|line| !text[line.clone()].trim().is_empty()),
        false => Some(next),
    };
    let Some(next) = next else { return true };
    let written = &text[next.clone()];
    // `#robots:` is metadata that somebody took out; `## Properties` is a heading.
    let is_comment = written.starts_with('#') && !written.trim_start_matches('#').starts_with(' ');
    match entry(text, &next) {
        Some(("Namespace", _)) => true,
        Some(_) => false,
        None => is_blank && !is_comment,
    }
}

/// Whether a page begins with entries of front matter, up to the line that closes it.
fn is_unopened(text: &str, first: &Range<usize>) -> bool {
    let is_known = |key| matches!(key, "title" | "description" | "doc_type" | "author");
    entry(text, first).is_some_and(|(key, _)| is_known(key)) && goes_on(text, first.end)
}

/// Front matter that has lost its line breaks, with its heading behind it: `---title: "Get book"---# Get book`.
fn on_one_line(text: &str, line: Range<usize>) -> Option<Range<usize>> {
    let inside = text[line.clone()].strip_prefix("---")?.trim_start();
    entry(inside, &(0..inside.len()))?;
    let at = line.end - inside.len();
    let closes = |(end, mark): &(usize, &str)| inside[end + mark.len()..].trim_start().starts_with("# ");
    let (end, mark) = inside.match_indices("---").find(closes)?;
    Some(line.start..at + end + mark.len())
}

/// Where the text begins, behind white space and comments: a page that was saved says first where it is from.
fn behind_comments(text: &str) -> usize {
    let rest = text.trim_start();
    let at = text.len() - rest.len();
    match rest.strip_prefix("<!--").and_then(|inside| inside.find("-->")) {
        Some(length) => {
            let end = at + "<!--".len() + length + "-->".len();
            end + behind_comments(&text[end..])
        }
        None => at,
    }
}

/// Reports the pages without front matter; of a folder that has none on any page, only the first.
pub(crate) fn report(pages: &Pages, sources: &Sources, diagnostics: &mut Diagnostics) {
    let root = |page: &Page| sources.get(page.id.file).root;
    let usual: BTreeSet<usize> =
        pages.values().filter(|page| page.front.present).map(|page| root(page)).collect();
    let mut roots = BTreeSet::new();
    for page in pages.values().filter(|page| !page.front.present && !page.is_empty) {
        let message = if usual.contains(&root(page)) {
            // A table of contents, or another page that gives no item, does not need front matter.
            if page.kind == PageKind::Other {
                continue;
            }
            "the page has no front matter"
        } else if roots.insert(root(page)) {
            "no page in this folder has front matter, so the content of each page decides what it describes"
        } else {
            continue;
        };
        diagnostics.report(Code::MissingFrontMatter, Span::top(page.id.file), message);
    }
}

/// Key and place of the value, if the line holds an entry.
fn entry<'a>(text: &'a str, line: &Range<usize>) -> Option<(&'a str, Range<usize>)> {
    let written = text[line.clone()].trim_end();
    let (key, value) = written.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    let start = line.start + written.len() - value.trim_start().len();
    is_key.then_some((key, start..line.start + written.len()))
}

fn set(front: &mut FrontMatter, key: &str, written: &str, span: Span) {
    let value = unquoted(written);
    let slot = match key {
        "title" => &mut front.title,
        "description" => &mut front.description,
        "doc_type" => &mut front.doc_type,
        "ms.prod" | "ms.subservice" => &mut front.product,
        _ => return,
    };
    if !value.is_empty() {
        *slot = Some(Spanned::new(value, span));
    }
}

/// The value without quotes and block marks, on one line.
fn unquoted(written: &str) -> String {
    let folded = written.strip_prefix(['>', '|']).map_or(written, |rest| rest.trim_start_matches(['-', '+']));
    let line = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    for quote in ['"', '\''] {
        if let Some(inner) = line.strip_prefix(quote) {
            let inner = inner.strip_suffix(quote).unwrap_or(inner);
            let escaped = if quote == '"' { "\\\"" } else { "''" };
            return inner.replace(escaped, &quote.to_string()).trim().to_owned();
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Input;

    fn show(text: &str) -> Vec<String> {
        let input = Input { root: 0, path: "p.md".to_owned(), bytes: text.as_bytes().to_vec() };
        let sources = Sources::new(Vec::new(), vec![input]);
        let mut diagnostics = Diagnostics::default();
        let (front, body) = read(text, sources.ids().next().unwrap(), &mut diagnostics);
        let values = [front.title, front.description, front.doc_type, front.product];
        let mut output: Vec<_> = values.into_iter().flatten().map(|value| value.value).collect();
        output.push(text[body..].trim().to_owned());
        output.extend(
            diagnostics.into_sorted().iter().map(|d| format!("{} {}", d.code, sources.position(d.span))),
        );
        output
    }

    #[test]
    fn values_are_unquoted_and_colons_are_plain() {
        let text = "---\r\ntitle: item: create\r\ndescription: \"It's \\\"new\\\"\" \r\nms.prod: ''\r\nms.custom:\r\n  - a\r\ndoc_type: 'apiPageType'  \r\n---\r\n# T";
        assert_eq!(show(text), ["item: create", "It's \"new\"", "apiPageType", "# T"]);
    }

    #[test]
    fn values_may_go_on_in_the_next_line() {
        let text = "---\ntitle: >\n  two\n  lines\ndescription: \"a\n  b\"\n---\n";
        assert_eq!(show(text), ["two lines", "a b", ""]);
    }

    #[test]
    fn comments_may_stand_in_it() {
        let text = "---\n# required metadata\n\ntitle: a\n# more\nms.custom:\n- b\n#c:\n---\nx";
        assert_eq!(show(text), ["a", "x"]);
        let taken_out = "---\ntitle: a\n\n# optional metadata\n\n#b:\n# more\n\nms.custom: b\n---\nx";
        assert_eq!(show(taken_out), ["a", "x"]);
        let unclosed = "---\ntitle: a\n# T\nNamespace: b\n\nx\n\n---";
        assert_eq!(show(unclosed), ["a", "# T\nNamespace: b\n\nx\n\n---", "malformed-front-matter 1:1"]);
    }

    #[test]
    fn a_title_before_a_rule_is_no_comment() {
        for body in ["# T\nNamespace: b\n\n---\nx", "# T\n\nNamespace: b\n\n---\nx", "# T\n\n---\nx"] {
            for front in ["---\ntitle: a\n", "---\n# required metadata\n\ntitle: a\n"] {
                let text = format!("{front}{body}");
                assert_eq!(show(&text), ["a", body, "malformed-front-matter 1:1"], "{text}");
            }
        }
    }

    #[test]
    fn comments_may_stand_before_it() {
        assert_eq!(show("<!-- Source: https://a.example/ -->\n<!-- -->\n---\ntitle: a\n---\nx"), ["a", "x"]);
        assert_eq!(show("<!-- never closed\n---\ntitle: a\n---"), ["<!-- never closed\n---\ntitle: a\n---"]);
    }

    #[test]
    fn what_is_malformed_is_reported() {
        assert_eq!(show("---\ntitle: a\nstray\n---\nx"), ["a", "x", "malformed-front-matter 3:1"]);
        assert_eq!(show("---\ntitle: a\n\n# T\nx"), ["a", "# T\nx", "malformed-front-matter 1:1"]);
        assert_eq!(show("# T\n---\n"), ["# T\n---"]);
        assert_eq!(show("---title: \"a\"doc_type: b---# T\nx"), ["# T\nx", "malformed-front-matter 1:1"]);
        assert_eq!(show("---\rtitle: a\r---\r# T\nx"), ["# T\nx", "malformed-front-matter 1:1"]);
        assert_eq!(show("---and so: on\nx"), ["---and so: on\nx"]);
        assert_eq!(show("\ntitle: a\nauthor: b\n---\nx"), ["a", "x", "malformed-front-matter 2:1"]);
        for prose in ["note: a\n---\nx", "title: a\nand more\n---\nx", "title: a\n\n# T"] {
            assert_eq!(show(prose), [prose]);
        }
    }
}
