//! The name of a type in front of the object that shows its shape: `"PostalAddress" { … }`.

use std::borrow::Cow;

use crate::page::Annotation;
use crate::source::{Excerpt, Spanned};

/// The code without the name, and an annotation that says what the name does. A member's name has a colon behind it.
pub(super) fn split(code: Cow<'_, Excerpt>) -> (Option<Annotation>, Cow<'_, Excerpt>) {
    let text = &code.text;
    let inside = |start: usize| -> Option<(usize, usize)> {
        let end = start + text[start..].find('"')?;
        let is_name = text[start..end].chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '.');
        (is_name && end > start).then_some((start, end))
    };
    let open = text.len() - text.trim_start().len();
    let name = text[open..].starts_with('"').then(|| inside(open + 1)).flatten();
    let Some((start, end)) = name.filter(|(_, end)| text[end + 1..].trim_start().starts_with('{')) else {
        return (None, code);
    };
    let span = code.span(start..end);
    let annotation = Annotation {
        block_type: "resource".to_owned(),
        odata_type: Some(Spanned::new(text[start..end].to_owned(), span)),
        span,
        ..Annotation::default()
    };
    let rest = code.part(end + 1..text.len());
    (Some(annotation), Cow::Owned(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<String>, String) {
        let code = Excerpt::whole(text, Default::default(), 0);
        let (annotation, rest) = split(Cow::Borrowed(&code));
        let name = annotation.and_then(|annotation| annotation.odata_type).map(|name| name.value);
        (name, rest.text.clone())
    }

    #[test]
    fn a_name_in_front_of_an_object_names_its_type() {
        assert_eq!(of("\n\"ShelfMark\" \n{ \"row\": 1 }\n").0.as_deref(), Some("ShelfMark"));
        assert_eq!(of("\"ShelfMark\"{}").1, "{}");
        for other in
            ["", "\"", "\"ShelfMark", "\"ShelfMark\"", "\"ShelfMark\": {}", "\"a row\" {}", "\"\" {}", "{}"]
        {
            assert_eq!(of(other), (None, other.to_owned()));
        }
    }
}
