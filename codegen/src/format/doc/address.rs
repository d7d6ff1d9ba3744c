//! Where links lead.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::names::Ident;

/// What is encoded in a path.
const NOT_IN_A_PATH: &AsciiSet = &without(NON_ALPHANUMERIC, b"-._~/");

/// What is encoded in an address: all that it may not hold as it is, and what Markdown takes for something else.
const NOT_IN_AN_ADDRESS: &AsciiSet = &without(NON_ALPHANUMERIC, b"-._~/:?#@!$&'()*+,;=%{}");

/// A set without some letters, of which there is at least one.
const fn without(set: &AsciiSet, letters: &[u8]) -> AsciiSet {
    let mut set = set.remove(letters[0]);
    let mut at = 1;
    while at < letters.len() {
        set = set.remove(letters[at]);
        at += 1;
    }
    set
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NOT_IN_AN_ADDRESS).to_string()
}

/// The destination of a link: it ends where it should, whatever it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address(String);

impl Address {
    /// An address on the web, as a page writes it; of another kind there is none.
    pub(crate) fn web(written: &str) -> Option<Self> {
        let scheme = written.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let is_web = matches!(scheme.as_deref(), Some("http" | "https"));
        (is_web && !written.contains([' ', '<', '>'])).then(|| Address(encoded(written)))
    }

    /// The address of a page, from a template of the user's and the page's path.
    pub(crate) fn page(template: &str, path: &str) -> Self {
        let path = path.strip_suffix(".md").unwrap_or(path);
        let page = path.strip_prefix("api/").unwrap_or(path);
        let part = |text: &str| utf8_percent_encode(text, NOT_IN_A_PATH).to_string();
        Address(encoded(&template.replace("{path}", &part(path)).replace("{page}", &part(page))))
    }

    /// What a page links outside of the reference, from a template of the user's and the page's path: on the same site, or
    /// beside the folder of the pages, where the template has the whole path.
    pub(crate) fn beside(template: &str, page: &str, written: &str) -> Option<Self> {
        let host = template.find("://")? + "://".len();
        let end = template[host..].find('/').map_or(template.len(), |slash| host + slash);
        if written.starts_with('/') {
            return (!written.starts_with("//"))
                .then(|| Address::web(&format!("{}{written}", &template[..end])))?;
        }
        // `mailto:`, and whatever else is not a place on a site.
        if written.split(['/', '#', '?']).next().is_some_and(|first| first.contains(':')) {
            return None;
        }
        let (base, _) = template.split_once("{path}")?;
        let (path, anchor) = written.split_at(written.find(['#', '?']).unwrap_or(written.len()));
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut parts: Vec<&str> = base.get(end..)?.split('/').chain(folder.split('/')).collect();
        parts.retain(|part| !part.is_empty());
        for part in path.strip_suffix(".md").unwrap_or(path).split('/') {
            match part {
                "" | "." => {}
                ".." => _ = parts.pop(),
                part => parts.push(part),
            }
        }
        Address::web(&format!("{}/{}{anchor}", &template[..end], parts.join("/")))
    }

    /// An item of the crate.
    pub(crate) fn item(module: &[Ident], item: &Ident) -> Self {
        Address(format!("crate::{}::{item}", module.join("::")))
    }

    /// A function of the crate, whatever else has its name.
    pub(crate) fn function(module: &[Ident], function: &Ident) -> Self {
        Address(format!("fn@crate::{}::{function}", module.join("::")))
    }

    /// A function of the module around this one.
    pub(crate) fn function_above(function: &Ident) -> Self {
        Address(format!("fn@super::{function}"))
    }

    /// The address as it is.
    pub(crate) fn into_text(self) -> String {
        self.0
    }

    /// The address as Markdown's destination of a link.
    pub(super) fn destination(&self) -> String {
        // Markdown knows entities in addresses too.
        let address = self.0.replace('&', if self.0.contains(';') { "&amp;" } else { "&" });
        if address.contains(['(', ')']) { format!("<{address}>") } else { address }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_link_leads_to_the_site_of_the_pages() {
        let by_path = "https://example.com/docs/v2/{path}?view=1";
        let by_page = "https://example.com/docs/{page}?view=1";
        for (template, written, address) in [
            (by_path, "/limits#sending", Some("https://example.com/limits#sending")),
            (by_page, "/limits", Some("https://example.com/limits")),
            (by_path, "../../v2/limits.md#sending", Some("https://example.com/docs/v2/limits#sending")),
            (by_path, "../../../../../limits.md", Some("https://example.com/limits")),
            (by_page, "../../limits.md", None),
            (by_path, "//elsewhere.example/x", None),
            (by_path, "../a b.md", None),
            (by_path, "mailto:clerk@example.com", None),
        ] {
            let expected = address.map(|address| Address(address.to_owned()));
            assert_eq!(Address::beside(template, "api/book-get.md", written), expected, "{written}");
        }
    }
}
