//! Items to text: each formatted alone, blank lines between them, the header in front.

use proc_macro2::TokenStream;
use quote::quote;

/// A file's text from its header and its items.
///
/// An item that is no Rust is a mistake of the emitter's; it is written as it is, so that the compiler shows it.
pub(crate) fn file(header: &str, items: impl IntoIterator<Item = TokenStream>) -> String {
    let items: Vec<String> = items.into_iter().map(item).collect();
    format!("{header}\n{}", items.join("\n"))
}

fn item(tokens: TokenStream) -> String {
    let text = tokens.to_string();
    match syn::parse2::<syn::File>(tokens) {
        Ok(file) => apart(&prettyplease::unparse(&file)),
        Err(_) => format!("{text}\n"),
    }
}

/// Statements as lines; none if they are no Rust.
pub(crate) fn statements(tokens: TokenStream) -> Option<Vec<String>> {
    let function = syn::parse2(quote! { fn main() { #tokens } }).ok()?;
    let text = prettyplease::unparse(&function);
    let inside = text.strip_prefix("fn main() {\n")?.strip_suffix("}\n")?;
    Some(inside.lines().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect())
}

/// Sets the members of an `impl` block apart, as people do: an empty line before each that is a function.
fn apart(item: &str) -> String {
    let mut out = String::with_capacity(item.len());
    let mut before = "";
    for line in item.lines() {
        let starts =
            ["    fn ", "    pub fn ", "    ///", "    #["].iter().any(|start| line.starts_with(start));
        let ends = before == "    }"
            || (before.starts_with("    ") && before.ends_with(';') && line.starts_with("    fn "));
        if starts && ends {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}

/// The lines of a module's documentation, each with its mark.
pub(crate) fn inner_doc(lines: &[String]) -> String {
    lines.iter().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect()
}
