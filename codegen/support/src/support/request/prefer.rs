//! Wishes for how a service answers: the header `Prefer` (RFC 7240), which may list several.

/// A list of wishes with another behind it. Of two wishes of one name a service would heed the first: that is left out.
pub(crate) fn with(list: &str, more: &str) -> String {
    let is_kept = |wish: &&str| !wishes(more).any(|other| name(other).eq_ignore_ascii_case(name(wish)));
    wishes(list).filter(is_kept).chain([more]).collect::<Vec<_>>().join(", ")
}

/// The wishes of a list. A comma in quotes is a part of one.
fn wishes(list: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    let wishes = list.split(move |letter| {
        quoted ^= letter == '"' && !escaped;
        escaped = letter == '\\' && quoted && !escaped;
        letter == ',' && !quoted
    });
    wishes.map(str::trim).filter(|wish| !wish.is_empty())
}

/// `odata.maxpagesize` of `odata.maxpagesize=5`.
fn name(wish: &str) -> &str {
    wish.split(['=', ';']).next().unwrap_or_default().trim()
}
