//! Code of a doc example, line by line.

use proc_macro2::TokenStream;
use quote::quote;

use crate::names::Ident;

/// Lines of Rust that a doc example shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Code(Vec<String>);

impl Code {
    /// Adds an import on one line, however long.
    pub(crate) fn import(mut self, package: &Ident, module: &[Ident], items: &[&Ident]) -> Self {
        let path = module.join("::");
        let items: Vec<&str> = items.iter().map(|item| &***item).collect();
        self.0.push(match items.as_slice() {
            [item] => format!("use {package}::{path}::{item};"),
            items => format!("use {package}::{path}::{{{}}};", items.join(", ")),
        });
        self
    }

    /// Adds statements; none of the whole if they are no Rust.
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
        let shown = statements(value)?;
        self.0.extend(shown.into_iter().map(|line| format!("# {line}")));
        Some(self)
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

    /// How many lines there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The lines of the block in Markdown. None of them can end it: each begins with a token of Rust.
    pub(super) fn block(self) -> impl Iterator<Item = String> {
        let fence = || std::iter::once("```".to_owned());
        fence().chain(self.0).chain(fence())
    }
}

/// Statements as lines; none if they are no Rust.
fn statements(tokens: TokenStream) -> Option<Vec<String>> {
    let function = syn::parse2(quote! { fn main() { #tokens } }).ok()?;
    let text = prettyplease::unparse(&function);
    let inside = text.strip_prefix("fn main() {\n")?.strip_suffix("}\n")?;
    Some(inside.lines().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect())
}
