//! Whether a row of a table says that what it describes may be left out.

use crate::text::RichText;

/// What a row says: by a column of its own, by a remark beside the name or the type, or in a sentence.
pub(super) fn of(header: &[String], cells: &[RichText]) -> Option<bool> {
    let column = header.iter().position(|title| title.trim_end_matches('?') == "required");
    let words = column.and_then(|column| cells.get(column)).map(|cell| cell.plain().to_lowercase());
    match words.as_deref() {
        Some("yes" | "true" | "required") => return Some(true),
        Some("no" | "false" | "optional") => return Some(false),
        _ => {}
    }
    cells.iter().find_map(|cell| sentence(&cell.plain().to_lowercase()))
}

fn sentence(text: &str) -> Option<bool> {
    if text.contains("(optional)") {
        return Some(false);
    }
    let mut sentences = text.split(['.', ';', '\n']).map(str::trim);
    sentences.find_map(|sentence| match sentence {
        "optional" => Some(false),
        "required" => Some(true),
        // One of several is enough.
        _ if sentence.starts_with("either ") => Some(false),
        _ if sentence.contains("optional query parameter") => Some(false),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Inline;

    #[test]
    fn columns_remarks_and_sentences_say_what_may_be_left_out() {
        let of = |header: &[&str], cells: &[&str]| {
            let cell = |text: &&str| RichText {
                parts: [Inline::Text((*text).to_owned())].into(),
                ..RichText::default()
            };
            let header: Vec<String> = header.iter().map(|title| (*title).to_owned()).collect();
            super::of(&header, &cells.iter().map(cell).collect::<Vec<_>>())
        };
        assert_eq!(of(&["parameter", "type", "required?"], &["a", "Int32", "No"]), Some(false));
        assert_eq!(of(&["parameter", "required"], &["a", "Yes"]), Some(true));
        assert_eq!(of(&["name", "type"], &["a", "(Optional) Int32"]), Some(false));
        assert_eq!(of(&["name", "description"], &["a", "The width. Optional."]), Some(false));
        assert_eq!(of(&["name", "description"], &["a", "Required. The key."]), Some(true));
        assert_eq!(of(&["name", "description"], &["a", "Either give this or b."]), Some(false));
        assert_eq!(of(&["name", "description"], &["a", "The optional part of it."]), None);
    }
}
