//! JSON.

use std::fmt::Write;

use serde::Serialize;

use crate::visible::is_hidden;

/// A file that holds an array, each element on a line.
pub(super) fn file(elements: impl IntoIterator<Item = impl Serialize>) -> String {
    let mut file = String::from("[\n");
    let mut before = "";
    for element in elements {
        file.push_str(before);
        // A value that could not be written, which does not happen, becomes an element that the tests ignore.
        let line = serde_json::to_string(&element).unwrap_or_else(|_| "null".to_owned());
        push_shown(&line, &mut file);
        before = ",\n";
    }
    file + "\n]\n"
}

/// Adds JSON and writes each hidden character as its number: it stands only in strings, where the number means the same.
fn push_shown(mut json: &str, file: &mut String) {
    while let Some((at, hidden)) = json.char_indices().find(|(_, letter)| is_hidden(*letter)) {
        file.push_str(&json[..at]);
        for unit in hidden.encode_utf16(&mut [0; 2]) {
            let _ = write!(file, "\\u{unit:04x}");
        }
        json = &json[at + hidden.len_utf8()..];
    }
    file.push_str(json);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_written_as_its_number() {
        let text = "\u{1b}\u{9b}\u{202E}\u{E0041}é\n";
        let file = file([[text]]);
        assert!(!file.chars().any(|letter| letter != '\n' && is_hidden(letter)), "{file}");
        let read: Vec<Vec<String>> = serde_json::from_str(&file).unwrap();
        assert_eq!(read, [[text]]);
    }
}
