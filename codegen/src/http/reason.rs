//! The words behind a status: `204 Created` names one status by its number and another by its reason.

/// The reasons of the statuses that pages tell of, in small letters.
const REASONS: [(u16, &str); 19] = [
    (200, "ok"),
    (201, "created"),
    (202, "accepted"),
    (204, "no content"),
    (206, "partial content"),
    (207, "multi status"),
    (301, "moved permanently"),
    (302, "found"),
    (304, "not modified"),
    (400, "bad request"),
    (401, "unauthorized"),
    (403, "forbidden"),
    (404, "not found"),
    (405, "method not allowed"),
    (409, "conflict"),
    (410, "gone"),
    (412, "precondition failed"),
    (429, "too many requests"),
    (500, "internal server error"),
];

/// The status that the reason belongs to, if another status's code stands in front of it. `text` begins with the code.
pub(crate) fn of_another(text: &str) -> Option<(u16, u16)> {
    let code: u16 = text.get(..3)?.parse().ok()?;
    let words = text[3..].split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let reason = words.collect::<Vec<_>>().join(" ").to_lowercase();
    let named = REASONS.iter().find(|(_, known)| *known == reason)?.0;
    (named != code && (100..600).contains(&code)).then_some((code, named))
}

#[cfg(test)]
mod tests {
    use super::of_another;

    #[test]
    fn only_the_reason_of_another_status_is_told() {
        assert_eq!(of_another("204 Created"), Some((204, 201)));
        assert_eq!(of_another("201, OK"), Some((201, 200)));
        for text in ["204 No content", "200 Success", "200", "204 NO CONTENT", "12", "é04 OK"] {
            assert_eq!(of_another(text), None, "{text}");
        }
    }
}
