//! JSON.

use std::fmt::Write;

use crate::json::Value;
use crate::visible::is_hidden;

/// A value as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Json(String);

impl Json {
    /// A string.
    pub(crate) fn string(text: &str) -> Self {
        Json(serde_json::Value::from(text).to_string())
    }

    /// A string, or null.
    pub(crate) fn optional(text: Option<&str>) -> Self {
        text.map_or_else(|| Json("null".to_owned()), Json::string)
    }

    /// A whole number.
    pub(crate) fn number(number: usize) -> Self {
        Json(number.to_string())
    }

    /// A truth value.
    pub(crate) fn bool(value: bool) -> Self {
        Json(value.to_string())
    }

    /// A documented value.
    pub(crate) fn value(value: &Value) -> Self {
        Json(value.to_string())
    }

    /// An array.
    pub(crate) fn array(elements: impl IntoIterator<Item = Json>) -> Self {
        let elements: Vec<String> = elements.into_iter().map(|element| element.0).collect();
        Json(format!("[{}]", elements.join(",")))
    }

    /// An object of these members.
    pub(crate) fn object<N: AsRef<str>>(members: impl IntoIterator<Item = (N, Json)>) -> Self {
        let member = |(name, value): (N, Json)| format!("{}:{}", Json::string(name.as_ref()).0, value.0);
        let members: Vec<String> = members.into_iter().map(member).collect();
        Json(format!("{{{}}}", members.join(",")))
    }
}

/// A file that holds an array. What is hidden stands only in strings, where its number means the same.
pub(super) fn file(elements: &[Json]) -> String {
    let lines: Vec<&str> = elements.iter().map(|element| element.0.as_str()).collect();
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
        let file = file(&[Json::array([Json::string(text)])]);
        assert!(!file.chars().any(|letter| letter != '\n' && is_hidden(letter)), "{file}");
        let read: Vec<Vec<String>> = serde_json::from_str(&file).unwrap();
        assert_eq!(read, [[text]]);
    }
}
