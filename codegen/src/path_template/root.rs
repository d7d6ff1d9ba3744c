//! What stands before the path: `https://graph.microsoft.com/v1.0`, `businesscentralPrefix/api/v2.0`, `~`.

/// An address without its query, split before its path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Root<'a> {
    /// The host with its scheme, or the placeholder that stands for it.
    pub(super) host: Option<&'a str>,
    pub(super) version: Option<&'a str>,
    /// With a slash in front where there is a host.
    pub(super) path: &'a str,
}

pub(super) fn split(text: &str) -> Root<'_> {
    let first = &text[..text.find('/').unwrap_or(text.len())];
    if let Some(scheme) = scheme_length(text) {
        let host = scheme + text[scheme..].find(['/', '?']).unwrap_or(text.len() - scheme);
        return behind_host(&text[..host], &text[host..]);
    }
    if first == "~" {
        return Root { host: None, version: None, path: &text[1..] };
    }
    let rest = &text[first.len()..];
    // A page that writes `somePrefix/companies` says elsewhere what the prefix is: a host with whatever follows it.
    let word = first.trim_start_matches('{').trim_end_matches('}');
    if word.len() >= 6 && word.is_char_boundary(word.len() - 6) && is_prefix_word(word) {
        return behind_host(first, rest);
    }
    // `{baseURL}/v1/customers`.
    if word.len() + 2 == first.len() && is_address_word(word) {
        return behind_host(first, rest);
    }
    // `graph.microsoft.com/v1.0/me`, without a scheme.
    if first.contains('.') && segments(rest).next().is_some_and(|(_, segment)| is_version(segment)) {
        return behind_host(first, rest);
    }
    let (start, segment) = segments(text).next().unwrap_or_default();
    match is_version(segment) {
        true => Root { host: None, version: Some(segment.trim_end()), path: &text[start + segment.len()..] },
        false => Root { host: None, version: None, path: text },
    }
}

fn scheme_length(text: &str) -> Option<usize> {
    ["https://", "http://"]
        .into_iter()
        .find(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
        .map(str::len)
}

fn is_prefix_word(word: &str) -> bool {
    word[word.len() - 6..].eq_ignore_ascii_case("prefix") && word.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Whether a placeholder stands for a host with its scheme.
fn is_address_word(word: &str) -> bool {
    let word = word.to_ascii_lowercase().replace(['-', '_', ' '], "");
    ADDRESS_WORDS.iter().any(|end| word.ends_with(end))
}

/// What a placeholder's name ends with: `rootSiteUrl` is a `siteUrl`. An `uploadUrl` is an answer's, with a path of its own.
const ADDRESS_WORDS: [&str; 12] = [
    "apiurl",
    "baseuri",
    "baseurl",
    "endpoint",
    "environmenturl",
    "host",
    "hostname",
    "organizationuri",
    "rooturl",
    "serverurl",
    "serviceurl",
    "siteurl",
];

/// Takes the version off the text behind a host. It may follow a tenant or an environment when it is spelt
/// `api/v2.0`; else only what is left of a mistyped host (`graph/microsoft.com`) may stand before it.
fn behind_host<'a>(host: &'a str, rest: &'a str) -> Root<'a> {
    let leading: Vec<(usize, &str)> = segments(rest).take(5).collect();
    if let Some((version, path)) = behind_tenant(rest, &leading) {
        return Root { host: Some(host), version, path };
    }
    let after_api = leading
        .windows(2)
        .find(|pair| pair[0].1.eq_ignore_ascii_case("api") && is_version(pair[1].1))
        .map(|pair| pair[1]);
    let version = after_api.or_else(|| leading.into_iter().take(2).find(|(_, segment)| is_version(segment)));
    match version {
        Some((start, segment)) => {
            Root { host: Some(host), version: Some(segment.trim_end()), path: &rest[start + segment.len()..] }
        }
        None => Root { host: Some(host), version: None, path: rest },
    }
}

/// The version and the path where `api` behind the place of a tenant ends the root: `v2.0/{tenant}/api/`. In the path behind
/// it stands a version of its own, which tells `api` from a set that is called so; or nothing does.
fn behind_tenant<'a>(rest: &'a str, leading: &[(usize, &'a str)]) -> Option<(Option<&'a str>, &'a str)> {
    let api = leading.iter().position(|(_, segment)| segment.eq_ignore_ascii_case("api"))?;
    let (start, segment) = leading[api];
    let before = || leading[..api].iter().map(|(_, segment)| *segment);
    let is_root = before().all(|segment| is_version(segment) || is_place(segment)) && before().any(is_place);
    let path = &rest[start + segment.len()..];
    let mut versions = segments(path).map(|(_, segment)| is_version(segment));
    let is_api = path == "/" || versions.next() == Some(false) && versions.any(|is_version| is_version);
    let version = || before().find(|segment| is_version(segment)).map(str::trim_end);
    (is_root && is_api).then(|| (version(), path))
}

/// The texts between slashes, each with its place.
fn segments(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let path = &text[..text.find('?').unwrap_or(text.len())];
    let mut at = 0;
    path.split('/')
        .map(move |segment| {
            let start = at;
            at += segment.len() + 1;
            (start, segment)
        })
        .filter(|(_, segment)| !segment.is_empty())
}

/// `{tenant}`, `<tenant>`.
fn is_place(segment: &str) -> bool {
    segment.starts_with(['{', '<']) && segment.ends_with(['}', '>'])
}

/// A blank before the slash is a slip.
fn is_version(segment: &str) -> bool {
    let segment = segment.trim_end();
    let Some(numbers) = segment.strip_prefix(['v', 'V']) else {
        return segment.eq_ignore_ascii_case("beta");
    };
    numbers.split('.').count() <= 2
        && numbers.split('.').all(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Root, split};

    #[test]
    fn host_and_version_are_taken_off() {
        let cases = [
            ("/me/messages", None, None, "/me/messages"),
            ("~/me", None, None, "/me"),
            ("/beta/me", None, Some("beta"), "/me"),
            ("/v1.0 /me", None, Some("v1.0"), "/me"),
            (
                "https://graph.microsoft.com/v1.0/me?x=/v2",
                Some("https://graph.microsoft.com"),
                Some("v1.0"),
                "/me?x=/v2",
            ),
            ("https://graph/microsoft.com/V1.0/me", Some("https://graph"), Some("V1.0"), "/me"),
            ("{baseURL}/v1/loans/{id}", Some("{baseURL}"), Some("v1"), "/loans/{id}"),
            ("{RootSiteUrl}/_api/v2/loans", Some("{RootSiteUrl}"), Some("v2"), "/loans"),
            ("/{baseURL}/loans", None, None, "/{baseURL}/loans"),
            ("{uploadUrl}/part", None, None, "{uploadUrl}/part"),
            ("graph.microsoft.com/beta/me", Some("graph.microsoft.com"), Some("beta"), "/me"),
            (
                "https://x.example/{tenant}/prod/api/v2.0/companies",
                Some("https://x.example"),
                Some("v2.0"),
                "/companies",
            ),
            (
                "https://x.example/v2.0/{tenant}/api/library/v1.0/loans",
                Some("https://x.example"),
                Some("v2.0"),
                "/library/v1.0/loans",
            ),
            (
                "https://<host>:<port>/<instance>/api/library/v1.0/loans",
                Some("https://<host>:<port>"),
                None,
                "/library/v1.0/loans",
            ),
            (
                "https://x.example/v1.0/{id}/api/keys",
                Some("https://x.example"),
                Some("v1.0"),
                "/{id}/api/keys",
            ),
            ("https://x.example/v2.0/{tenant}/api/", Some("https://x.example"), Some("v2.0"), "/"),
            ("https://x.example/v1.0/{id}/api", Some("https://x.example"), Some("v1.0"), "/{id}/api"),
            ("https://x.example/api/loans", Some("https://x.example"), None, "/api/loans"),
            (
                "https://x.example/v1.0/loans/{id}/api",
                Some("https://x.example"),
                Some("v1.0"),
                "/loans/{id}/api",
            ),
            (
                "https://x.example/{tenant}/oauth2/v2.0/token",
                Some("https://x.example"),
                None,
                "/{tenant}/oauth2/v2.0/token",
            ),
            ("somePrefix/companies({id})", Some("somePrefix"), None, "/companies({id})"),
            ("{somePrefix}/api/v1.0/companies", Some("{somePrefix}"), Some("v1.0"), "/companies"),
            (
                "https://{somePrefix}/api/v2.0/companies",
                Some("https://{somePrefix}"),
                Some("v2.0"),
                "/companies",
            ),
            ("prefix", Some("prefix"), None, ""),
            ("policies/v", None, None, "policies/v"),
        ];
        for (text, host, version, path) in cases {
            assert_eq!(split(text), Root { host, version, path }, "{text}");
        }
    }
}
