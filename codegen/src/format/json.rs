//! JSON.

use std::fmt::Write;

use serde::Serialize;

use crate::visible::is_hidden;

/// A file that holds an array. What is hidden stands only in strings, where its number means the same.
pub(super) fn file(elements: &[impl Serialize]) -> String {
    // A value that could not be written, which does not happen, becomes an element that the tests ignore.
    let line = |element| serde_json::to_string(element).unwrap_or_else(|_| "null".to_owned());
    let lines: Vec<String> = elements.iter().map(line).collect();
    let mut file = String::from("[\n");
    for letter in lines.join(",\n").chars() {
        match letter {
            '\n' => file.push('\n'),
            letter if is_hidden(letter) => {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    let _ = write!(file, "\\u{unit:04x}");
                }
            }
            letter => file.push(letter),
        }
    }
    file + "\n]\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_written_as_its_number() {
        let text = "\u{1b}\u{9b}\u{202E}\u{E0041}é\n";
        let file = file(&[[text]]);
        assert!(!file.chars().any(|letter| letter != '\n' && is_hidden(letter)), "{file}");
        let read: Vec<Vec<String>> = serde_json::from_str(&file).unwrap();
        assert_eq!(read, [[text]]);
    }
}
