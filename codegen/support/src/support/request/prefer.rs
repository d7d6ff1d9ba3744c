//! Preferences for how a service answers: the header `Prefer` (RFC 7240), which may list several.

/// A list of preferences with more behind it. Of two with one name a service would heed the first, so that one is left out.
pub(crate) fn with(list: &str, more: &str) -> String {
    let is_kept = |preference: &&str| {
        !preferences(more).any(|other| name(other).eq_ignore_ascii_case(name(preference)))
    };
    preferences(list).filter(is_kept).chain([more]).collect::<Vec<_>>().join(", ")
}

/// The preferences of a list. A comma in quotes is a part of one.
fn preferences(list: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    let preferences = list.split(move |letter| {
        quoted ^= letter == '"' && !escaped;
        escaped = letter == '\\' && quoted && !escaped;
        letter == ',' && !quoted
    });
    preferences.map(str::trim).filter(|preference| !preference.is_empty())
}

/// `odata.maxpagesize` of `odata.maxpagesize=5`.
fn name(preference: &str) -> &str {
    preference.split(['=', ';']).next().unwrap_or_default().trim()
}
