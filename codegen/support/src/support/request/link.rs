//! Links as services send them: whole or relative, with letters in them that no URL has.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// A link, and what it is relative to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Link {
    /// As the service sent it.
    pub(super) text: String,
    /// The answer's `@odata.context`, if it has one.
    pub(super) context: Option<String>,
    /// The address of the request that was answered, if it is known: absolute, or below the root.
    pub(super) from: Option<String>,
    /// Whether a link without TLS is followed with it.
    pub(super) allow_http: bool,
}

impl Link {
    /// The address of the request that follows it, as far as it is known: absolute, or below the root.
    pub(super) fn address(&self) -> Option<String> {
        let text = encoded(&self.text);
        if !is_relative(&text) {
            return Some(text);
        }
        let from = self.from.as_deref()?;
        match is_absolute(from) {
            true => Some(self.join_to(from)),
            // Which host it is does not matter, but where the answer names one.
            false => {
                let address = self.join_to(&format!("{NOWHERE}{from}"));
                Some(address.strip_prefix(NOWHERE).unwrap_or(&address).to_owned())
            }
        }
    }

    /// A relative link as an absolute URL. What it is relative to is the answer's context, and that to the address of the
    /// request, which is absolute here.
    pub(super) fn join_to(&self, request: &str) -> String {
        let request = encoded(request);
        let against = match self.context.as_deref().map(encoded_context) {
            Some(context) if is_absolute(&context) => context,
            Some(context) if context.starts_with('/') => {
                [&request[..request.len() - path(&request).len()], &context].concat()
            }
            Some(context) => join(&request, &context),
            None => request,
        };
        join(&against, &encoded(&self.text))
    }
}

/// In place of a root that is not known.
const NOWHERE: &str = "https://root";

/// Whether a link means nothing without the address of the request that was answered.
pub(super) fn is_relative(link: &str) -> bool {
    !is_absolute(link) && !link.starts_with('/')
}

/// What no URL has, and a link may have all the same. A number sign is of a name (`#EXT#`): no link has a fragment.
pub(super) const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A link with all encoded that has to be, and nothing twice. Where it leads is not looked at: of an absolute one, the
/// host stays as it is.
pub(super) fn encoded(link: &str) -> String {
    let link = link.trim_ascii();
    let host = if is_absolute(link) { link.len() - path(link).len() } else { 0 };
    let (origin, rest) = link.split_at(host);
    let mut text = origin.to_owned();
    text.extend(utf8_percent_encode(rest, ENCODED));
    text
}

/// A context as a URL: what stands behind its number sign says what the answer is, and not where.
fn encoded_context(context: &str) -> String {
    encoded(context.split('#').next().unwrap_or_default())
}

/// Whether a link begins with a scheme and a host.
pub(super) fn is_absolute(link: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    link.split_once("://").is_some_and(|(scheme, _)| !scheme.is_empty() && scheme.chars().all(is_part))
}

/// The scheme of an absolute URL. (To look for one letter is faster than to look for three.)
pub(super) fn scheme(url: &str) -> Option<&str> {
    url.find(':').filter(|at| url[*at..].starts_with("://")).map(|at| &url[..at])
}

/// What stands behind the host of an absolute URL.
pub(super) fn path(url: &str) -> &str {
    let host = scheme(url).map_or(0, |scheme| scheme.len() + 3);
    let end = url[host..].find(['/', '?', '#']).map_or(url.len(), |at| host + at);
    &url[end..]
}

/// Whether a link that begins with a slash begins with a root's path.
pub(super) fn is_below(link: &str, root: &str) -> bool {
    let rest = link.strip_prefix(root);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

/// A relative link behind the absolute URL that it is relative to (RFC 3986, 5.2).
fn join(against: &str, link: &str) -> String {
    let against = against.split(['?', '#']).next().unwrap_or_default();
    let (origin, folder) = against.split_at(against.len() - path(against).len());
    let (target, query) = link.split_at(link.find('?').unwrap_or(link.len()));
    if target.is_empty() {
        return [against, query].concat();
    }
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut segments: Vec<&str> = folder.split('/').skip(1).collect();
    for segment in target.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    if target.ends_with("/.") || target.ends_with("/..") || matches!(target, "." | "..") {
        segments.push("");
    }
    format!("{origin}/{}{query}", segments.join("/"))
}
