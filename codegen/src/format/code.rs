//! Code of a doc example, line by line.

use proc_macro2::TokenStream;

use super::{layout, pretty};

use crate::names::Ident;

/// Lines of Rust that a doc example shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Code(Vec<String>);

impl Code {
    /// Adds an import on one line, however long.
    pub(crate) fn import(mut self, package: &Ident, module: &[Ident], items: &[&Ident]) -> Self {
        let path = [std::slice::from_ref(package), module].concat().join("::");
        let items: Vec<&str> = items.iter().map(|item| &***item).collect();
        self.0.push(match items.as_slice() {
            [item] => format!("use {path}::{item};"),
            items => format!("use {path}::{{{}}};", items.join(", ")),
        });
        self
    }

    /// The lines in the order of the alphabet: those of imports.
    pub(crate) fn sorted(mut self) -> Self {
        self.0.sort();
        self
    }

    /// Adds statements; `None` if they are not Rust.
    pub(crate) fn and(mut self, tokens: TokenStream) -> Option<Self> {
        self.0.extend(statements(tokens)?);
        Some(self)
    }

    /// Adds an empty line.
    pub(crate) fn blank(mut self) -> Self {
        self.0.push(String::new());
        self
    }

    /// Adds the value of the whole, which is compiled and not shown.
    pub(crate) fn hidden(mut self, value: TokenStream) -> Option<Self> {
        let lines = statements(value)?;
        self.0.extend(lines.into_iter().map(|line| format!("# {line}")));
        Some(self)
    }

    /// Without the lines that are compiled and not shown.
    pub(crate) fn visible(mut self) -> Self {
        self.0.retain(|line| !line.starts_with("# "));
        self
    }

    /// How many lines contain these letters.
    pub(crate) fn count(&self, letters: &str) -> usize {
        self.0.iter().filter(|line| line.contains(letters)).count()
    }

    /// Adds statements that read a `response` and may fail. The function around them is compiled and not shown.
    pub(crate) fn reading(mut self, package: &Ident, tokens: TokenStream) -> Option<Self> {
        let first = format!(
            "# fn call(response: http::Response<Vec<u8>>) -> Result<(), {package}::support::Error> {{"
        );
        self.0.push(first);
        self.0.extend(statements(tokens)?);
        self.0.extend(["# Ok(())", "# }"].map(str::to_owned));
        Some(self)
    }

    /// Adds what stands in a function, which is compiled and not shown; so is the value that it ends with.
    pub(crate) fn inside(mut self, function: TokenStream) -> Option<Self> {
        let text = pretty::numbered(pretty::file(function)?);
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let start = lines.iter().position(|line| line.ends_with('{'))? + 1;
        let end = lines.len().checked_sub(2).filter(|end| start <= *end)?;
        let hide = |line: &String| format!("# {}", line.trim_start());
        self.0.extend(lines[..start].iter().map(hide));
        self.0.extend(lines[start..end].iter().map(|line| indented(line).to_owned()));
        self.0.extend(lines[end..].iter().map(hide));
        Some(self)
    }

    /// How many lines there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The lines of the block in Markdown. None of them can end it: each begins with a token of Rust.
    pub(super) fn block(self) -> impl Iterator<Item = String> {
        self.fenced("```")
    }

    /// The same behind a fence that names the language, and the feature that the code needs besides.
    pub(super) fn named_block(self, feature: Option<&'static str>) -> impl Iterator<Item = String> {
        let feature = feature.map(|feature| format!(",{feature}")).unwrap_or_default();
        self.fenced(&format!("```rust{feature}"))
    }

    fn fenced(self, fence: &str) -> impl Iterator<Item = String> + use<> {
        [fence.to_owned()].into_iter().chain(self.0).chain(["```".to_owned()])
    }
}

/// Statements as lines; `None` if they are not Rust.
fn statements(tokens: TokenStream) -> Option<Vec<String>> {
    let inside =
        pretty::numbered(layout::statements(tokens).or_else(|tokens| pretty::inside(tokens).ok_or(())).ok()?);
    Some(inside.lines().map(|line| indented(line).to_owned()).collect())
}

/// A line of a function's inside.
fn indented(line: &str) -> &str {
    line.strip_prefix("    ").unwrap_or(line)
}
