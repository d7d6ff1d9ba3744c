//! A page's lines: which are code, and which belong to a table.

/// A part of a page.
pub(crate) enum Piece<'a> {
    /// A line that is no table's.
    Line(&'a str),
    /// The cells of a table, its header first, without the row of dashes.
    Table(Vec<Vec<&'a str>>),
}

/// Cuts a page into lines and tables.
pub(crate) fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut table: Vec<&str> = Vec::new();
    for (line, is_code) in lines(page) {
        if !is_code && line.starts_with('|') {
            table.push(line);
            continue;
        }
        pieces.extend(take_table(&mut table));
        pieces.push(Piece::Line(line));
    }
    pieces.extend(take_table(&mut table));
    pieces
}

/// The lines of a page, and whether each is code or front matter.
pub(crate) fn lines(page: &str) -> Vec<(&str, bool)> {
    let mut fence = None;
    let mut lines = Vec::new();
    for (at, line) in page.lines().enumerate() {
        let marker = ["```", "~~~"].into_iter().find(|marker| line.trim_start().starts_with(marker));
        let is_rule = line.trim_end() == "---";
        match (fence, marker) {
            (None, Some(marker)) => fence = Some(marker),
            (None, None) if at == 0 && is_rule => fence = Some("---"),
            (None, None) => {
                lines.push((line, false));
                continue;
            }
            (Some("---"), _) if is_rule => fence = None,
            (Some(open), Some(marker)) if open == marker => fence = None,
            _ => {}
        }
        lines.push((line, true));
    }
    lines
}

/// The page with other lines in place of those that are no code.
pub(crate) fn map(page: &str, mut line: impl FnMut(&str) -> String) -> String {
    let all = lines(page).into_iter();
    all.map(|(text, is_code)| if is_code { format!("{text}\n") } else { line(text) + "\n" }).collect()
}

/// The page with something else in place of its tables; none leaves a table as it is.
pub(crate) fn map_tables(page: &str, write: impl Fn(&[Vec<&str>]) -> Option<String>) -> String {
    let show = |piece: Piece<'_>| match piece {
        Piece::Line(line) => format!("{line}\n"),
        Piece::Table(rows) => write(&rows).unwrap_or_else(|| table(&rows)),
    };
    pieces(page).into_iter().map(show).collect()
}

/// A table in Markdown.
pub(crate) fn table(rows: &[Vec<&str>]) -> String {
    let row = |cells: &Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let dashes = format!("|{}\n", "---|".repeat(rows[0].len()));
    let mut rows = rows.iter().map(row);
    rows.next().unwrap_or_default() + &dashes + &rows.collect::<String>()
}

fn take_table<'a>(lines: &mut Vec<&'a str>) -> Vec<Piece<'a>> {
    let table = std::mem::take(lines);
    let is_dashes = |line: &str| line.contains("--") && line.chars().all(|letter| "|:- ".contains(letter));
    if !table.get(1).is_some_and(|line| is_dashes(line)) {
        return table.into_iter().map(Piece::Line).collect();
    }
    let rows = table.into_iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, line)| cells(line));
    vec![Piece::Table(rows.collect())]
}

/// The cells of a row; `\|` is part of one.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim().trim_start_matches('|');
    let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
    let (mut cells, mut start) = (Vec::new(), 0);
    for (at, _) in row.match_indices('|') {
        if !row[..at].ends_with('\\') {
            cells.push(row[start..at].trim());
            start = at + 1;
        }
    }
    cells.push(row[start..].trim());
    cells
}
