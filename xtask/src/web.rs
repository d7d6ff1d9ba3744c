//! Web pages that need nothing from the network: one file, one look.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use pulldown_cmark::{CowStr, Event, html};
use sha2::{Digest, Sha256};

const LOOK: &str = include_str!("web/look.css");

/// The parts of a page. They are ours; words from documentation enter them only `escaped`.
pub(crate) struct WebPage<'a> {
    pub(crate) title: &'a str,
    pub(crate) style: &'a str,
    pub(crate) body: &'a str,
    pub(crate) script: &'a str,
}

impl WebPage<'_> {
    /// The whole page. Its policy lets run and apply what is ours and nothing else, and fetches nothing.
    pub(crate) fn html(&self) -> String {
        let WebPage { title, style, body, script } = self;
        let (title, style) = (escaped(title), format!("{LOOK}{style}"));
        let (style_hash, script_hash) = (hash(&style), hash(script));
        format!(
            r##"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {style_hash}; script-src {script_hash}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}<script>{script}</script>
</body>
</html>
"##
        )
    }
}

/// The policy's name for a script or a style in the page.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Text as HTML shows it.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    html::push_html(&mut escaped, std::iter::once(Event::Text(CowStr::Borrowed(text))));
    escaped
}

/// JSON as the content of a script element: nothing in it ends the element, or begins a comment or another script.
pub(crate) fn embedded(json: &str) -> String {
    // In JSON these signs stand in strings only.
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
