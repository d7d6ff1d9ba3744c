//! Lines, code and links written in other ways.

use std::fmt::Write;

use crate::text;

pub(crate) fn with_spaces(page: &str) -> String {
    text::map(page, |line| if line.is_empty() { "\t".to_owned() } else { format!("{line} ") })
}

pub(crate) fn with_tildes(page: &str) -> String {
    page.lines().map(|line| format!("{}\n", line.replace("```", "~~~"))).collect()
}

/// `[book][link-1]`, and the targets at the end of the page.
pub(crate) fn with_references(page: &str) -> String {
    let mut targets = Vec::new();
    let mut page = text::map(page, |line| {
        let mut parts = line.split("](");
        let mut written = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once(')') {
                Some((target, rest)) if !target.contains(['(', ' ']) && !line.contains(['!', '#']) => {
                    targets.push(target.to_owned());
                    let _ = write!(written, "][link-{}]{rest}", targets.len());
                }
                _ => written += &format!("]({part}"),
            }
        }
        written
    });
    for (at, target) in targets.iter().enumerate() {
        let _ = write!(page, "\n[link-{}]: {target}\n", at + 1);
    }
    page
}

/// Bodies on one line, where they are strict JSON.
pub(crate) fn with_compact_json(page: &str) -> String {
    let mut written = String::new();
    let mut body = String::new();
    for (line, is_code) in text::lines(page) {
        if is_code && (!body.is_empty() || line.starts_with(['{', '['])) && !line.starts_with("```") {
            body += line;
            body += "\n";
            continue;
        }
        let compact = serde_json::from_str::<Box<serde_json::value::RawValue>>(&body);
        let is_strict = compact.is_ok() && !body.is_empty();
        written +=
            &if is_strict { body.lines().map(str::trim).collect::<String>() + "\n" } else { body.clone() };
        body.clear();
        written += line;
        written += "\n";
    }
    written + &body
}
