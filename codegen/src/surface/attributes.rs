//! What attributes say: docs, deprecation, the name in JSON.

use syn::{Attribute, Expr, LitStr, Meta, Token};

use super::{Docs, values};

/// The words of an item, and its notice.
pub(super) fn docs(attributes: &[Attribute]) -> Docs {
    let mut lines = Vec::new();
    let mut deprecated = None;
    for attribute in attributes {
        match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => {
                lines.push(values::text(&pair.value).unwrap_or_default());
            }
            meta if meta.path().is_ident("deprecated") => {
                deprecated = Some(named(attribute, "note").unwrap_or_default());
            }
            _ => {}
        }
    }
    Docs { words: words(&lines), deprecated }
}

/// The name in a serde attribute.
pub(super) fn renamed(attributes: &[Attribute]) -> Option<String> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .find_map(|attribute| named(attribute, "rename"))
}

/// The text that an attribute gives a name.
fn named(attribute: &Attribute, name: &str) -> Option<String> {
    let Meta::List(_) = &attribute.meta else { return None };
    let mut found = None;
    let parsed = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident(name) {
            found = Some(meta.value()?.parse::<LitStr>()?.value());
        } else if meta.input.peek(Token![=]) {
            meta.value()?.parse::<Expr>()?;
        }
        Ok(())
    });
    parsed.ok().and(found)
}

/// What the pages say: no generated example, no paragraph that tells the pages, no address of a link, and no permissions, which a
/// constant holds.
fn words(lines: &[String]) -> String {
    let lines = lines.iter().map(|line| line.trim()).take_while(|line| *line != "# Example");
    let mut is_told = true;
    let lines = lines.filter(|line| {
        if line.starts_with("# ") {
            is_told = *line != "# Permissions";
        }
        is_told
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let is_said = |paragraph: &&str| !paragraph.starts_with("From `") && !paragraph.starts_with("From [`");
    let paragraphs: Vec<String> = text.split("\n\n").filter(is_said).map(without_addresses).collect();
    paragraphs.join("\n\n").trim().to_owned()
}

/// `[a](b)` is `a`, on one line.
fn without_addresses(paragraph: &str) -> String {
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = line.split("](");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut depth = 0usize;
        let end = part.find(|letter| {
            depth += usize::from(letter == '(');
            let is_end = letter == ')' && depth == 0;
            depth -= usize::from(letter == ')' && depth > 0);
            is_end
        });
        text.push(']');
        text.push_str(end.map_or(part, |end| &part[end + 1..]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_links_lead_is_not_what_a_page_says() {
        let lines = [
            " Copies a [book](crate::book::book()) of",
            " the [shelf](https://a.example/b).",
            "",
            " From `api/copy.md`.",
            "",
            " # Permissions",
            "",
            " - Application: Books.Read",
            "",
            " # Response",
            "",
            " A copy.",
            "",
            " # Example",
            " ```",
        ];
        let lines: Vec<String> = lines.map(str::to_owned).to_vec();
        assert_eq!(words(&lines), "Copies a [book] of the [shelf].\n\n# Response\n\nA copy.");
    }
}
