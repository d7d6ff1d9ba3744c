//! TOML.

use toml_writer::{TomlKeyBuilder, TomlStringBuilder, TomlWrite};

use crate::visible::is_hidden;

/// A manifest while it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Toml(String);

impl Toml {
    /// Adds lines of ours.
    pub(crate) fn ours(&mut self, lines: &'static str) -> &mut Self {
        self.0.push_str(lines);
        self
    }

    /// Adds a key with a string.
    pub(crate) fn string(&mut self, key: &'static str, text: &str) -> &mut Self {
        self.line(&format!("{key} = {}", string(text)))
    }

    /// Adds a key with an array of strings, each on a line.
    pub(crate) fn strings(
        &mut self,
        key: &'static str,
        texts: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> &mut Self {
        self.line(&format!("{key} = ["));
        for text in texts {
            self.line(&format!("    {},", string(text.as_ref())));
        }
        self.line("]")
    }

    /// Adds a dependency by its path, with features.
    pub(crate) fn by_path(&mut self, name: &str, path: &str, features: &[&str]) -> &mut Self {
        let features: Vec<String> = features.iter().map(|feature| string(feature)).collect();
        let (name, path, features) = (key(name), string(path), features.join(", "));
        self.line(&format!("{name} = {{ path = {path}, features = [{features}] }}"))
    }

    /// Adds keys with empty arrays.
    pub(crate) fn empty(&mut self, keys: impl IntoIterator<Item = impl AsRef<str>>) -> &mut Self {
        for key in keys {
            self.line(&format!("{} = []", self::key(key.as_ref())));
        }
        self
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    fn line(&mut self, line: &str) -> &mut Self {
        self.0.push_str(line);
        self.0.push('\n');
        self
    }
}

/// A basic string, in which hidden characters stand as their numbers.
fn string(text: &str) -> String {
    let mut literal = String::new();
    let _ = literal.value(TomlStringBuilder::new(text).as_basic());
    let mut escaped = String::with_capacity(literal.len());
    for letter in literal.chars() {
        match is_hidden(letter) {
            true => escaped.push_str(&format!("\\U{:08X}", u32::from(letter))),
            false => escaped.push(letter),
        }
    }
    escaped
}

fn key(text: &str) -> String {
    let mut key = String::new();
    let _ = key.key(TomlKeyBuilder::new(text).as_default());
    key
}
