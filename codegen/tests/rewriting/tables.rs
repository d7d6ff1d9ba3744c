//! Tables written in other ways.

use crate::text;

pub(crate) fn in_html(page: &str) -> String {
    text::map_tables(page, |rows| {
        let row = |cells: &Vec<&str>, tag: &str| {
            let cells: String = cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", html(cell))).collect();
            format!("<tr>{cells}</tr>\n")
        };
        let (header, rows) = rows.split_first()?;
        let rows: String = rows.iter().map(|cells| row(cells, "td")).collect();
        Some(format!("<table>\n{}{rows}</table>\n", row(header, "th")))
    })
}

/// A cell in HTML.
fn html(cell: &str) -> String {
    let cell = between(&cell.replace(r"\|", "|"), "**", "<b>", "</b>");
    let cell = between(&cell, "`", "<code>", "</code>");
    let mut written = String::new();
    let mut rest = cell.as_str();
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, (target, behind))) =
            link.split_once("](").and_then(|(words, link)| Some((words, link.split_once(')')?)))
        else {
            break;
        };
        written += &format!("{before}<a href=\"{target}\">{words}</a>");
        rest = behind;
    }
    written + rest
}

/// A text with tags in place of pairs of a mark.
fn between(text: &str, mark: &str, begin: &str, end: &str) -> String {
    let parts: Vec<&str> = text.split(mark).collect();
    let is_paired = parts.len() % 2 == 1;
    let tags = [begin, end].into_iter().cycle();
    let tags = tags.map(|tag| if is_paired { tag } else { mark });
    parts[0].to_owned() + &tags.zip(&parts[1..]).map(|(tag, part)| format!("{tag}{part}")).collect::<String>()
}

/// Whether a table has columns of these names.
fn has_columns(rows: &[Vec<&str>], names: &[&str]) -> bool {
    let width = names.len();
    rows.iter().all(|cells| cells.len() == width)
        && rows[0].iter().zip(names).all(|(cell, name)| cell.eq_ignore_ascii_case(name))
}

pub(crate) fn types_last(page: &str) -> String {
    text::map_tables(page, |rows| {
        let is_meant = has_columns(rows, &["Property", "Type", "Description"]);
        let moved = || rows.iter().map(|cells| vec![cells[0], cells[2], cells[1]]).collect::<Vec<_>>();
        is_meant.then(|| text::table(&moved()))
    })
}

/// The names of properties within a mark.
pub(crate) fn names(page: &str, mark: &str) -> String {
    map_properties(page, |cells| {
        let name = cells[0].trim_matches(['*', '`']);
        vec![format!("{mark}{name}{mark}"), cells[1].to_owned(), cells[2].to_owned()]
    })
}

pub(crate) fn edm_types(page: &str) -> String {
    map_properties(page, |cells| {
        let (name, rest) = cells[1].split_once(' ').unwrap_or((cells[1], ""));
        let is_primitive =
            ["String", "Boolean", "Int32", "Int64", "Double", "DateTimeOffset"].contains(&name);
        let type_ = if is_primitive { format!("Edm.{name} {rest}") } else { cells[1].to_owned() };
        vec![cells[0].to_owned(), type_, cells[2].to_owned()]
    })
}

/// `Collection(String)`.
pub(crate) fn bracketed_collections(page: &str) -> String {
    map_properties(page, |cells| {
        let type_ = cells[1].strip_suffix(" collection").map(|item| format!("Collection({item})"));
        vec![cells[0].to_owned(), type_.unwrap_or(cells[1].to_owned()), cells[2].to_owned()]
    })
}

/// The page with other rows in its tables of properties.
fn map_properties(page: &str, write: impl Fn(&[&str]) -> Vec<String>) -> String {
    text::map_tables(page, |rows| {
        let is_meant = has_columns(rows, &["Property", "Type", "Description"]);
        let (header, rows) = rows.split_first().filter(|_| is_meant)?;
        let written: Vec<Vec<String>> = rows.iter().map(|cells| write(cells)).collect();
        let cells = written.iter().map(|cells| cells.iter().map(String::as_str).collect());
        Some(text::table(&[header.clone()].into_iter().chain(cells).collect::<Vec<_>>()))
    })
}

/// Properties, and members of a body, as items: `` - `id` (String): Its number ``.
pub(crate) fn as_lists(page: &str) -> String {
    text::map_tables(page, |rows| {
        let is_meant = has_columns(rows, &["Property", "Type", "Description"])
            || has_columns(rows, &["Relationship", "Type", "Description"]);
        let rows = rows.get(1..).filter(|_| is_meant)?;
        let item = |cells: &Vec<&str>| {
            format!("- `{}` ({}): {}\n", cells[0].trim_matches(['*', '`']), cells[1], cells[2])
        };
        Some(rows.iter().map(item).collect())
    })
}
