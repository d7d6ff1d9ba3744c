//! Files as text: no path and no sign in them deceives a reader or a system.

use codegen::Generated;

/// The first character that is hidden from a reader, line ends aside.
pub(crate) fn hidden(text: &str) -> Option<char> {
    text.chars().find(|letter| {
        let is_format = matches!(
            letter,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
        );
        is_format || (letter.is_control() && *letter != '\n')
    })
}

/// The path leads below the folder on every system, and nothing in the text is hidden.
pub(super) fn check(path: &str, text: &str, report: &mut impl FnMut(String)) {
    let is_name = |part: &str| {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
        !part.is_empty() && part.len() <= 100 && part.chars().all(is_plain) && !part.starts_with('.')
    };
    if !path.split('/').all(is_name) || path.len() > 450 {
        report("no path for every system".to_owned());
    }
    if let Some(letter) = hidden(text) {
        report(format!("holds {letter:?}"));
    }
}

/// Each finding has a line: `path:line:column: severity[code]: message`.
pub(super) fn check_findings(text: &str, generated: &Generated, report: &mut impl FnMut(String)) {
    let is_finding =
        |line: &&str| ["error[", "warning[", "note["].iter().any(|severity| line.contains(severity));
    let lines: Vec<&str> = text.lines().collect();
    let findings = lines.iter().filter(|line| is_finding(line)).count();
    if findings != generated.diagnostics.len() || lines.len() > findings + 2 {
        report(format!("{} lines, {findings} findings of {}", lines.len(), generated.diagnostics.len()));
    }
}

pub(super) fn check_json(text: &str, report: &mut impl FnMut(String)) {
    // A number keeps its digits, however many these are.
    if let Err(error) = serde_json::from_str::<Vec<&serde_json::value::RawValue>>(text) {
        report(error.to_string());
    }
}
