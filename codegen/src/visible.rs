//! Characters that a reader does not see, or that make a text look like another. None of them gets into a file as it is.

/// Whether a reader cannot see the character: a control character, or one that is invisible or changes the direction of
/// the text around it. White space counts only if it is a control character.
pub(crate) fn is_hidden(letter: char) -> bool {
    // Most letters of most pages.
    if matches!(letter, ' '..='~') {
        return false;
    }
    letter.is_control()
        || matches!(
            letter,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// The text on one line, with the number of each hidden character in its place: `\u{202e}`. White space becomes a space.
pub fn visible(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if letter.is_whitespace() => output.push(' '),
            letter if is_hidden(letter) => output.extend(letter.escape_unicode()),
            letter => output.push(letter),
        }
    }
    output
}

/// The text on one line, with a sign for each hidden character: for places that know no escapes.
pub(crate) fn marked(text: &str) -> String {
    text.replace(is_hidden, "\u{FFFD}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_shown() {
        assert_eq!(
            visible("a\u{202E}b\u{200B}\u{1b}[0m\u{9b}\u{feff}"),
            r"a\u{202e}b\u{200b}\u{1b}[0m\u{9b}\u{feff}"
        );
        assert_eq!(visible("a\r\n\tb\u{2028}c"), "a   b c");
        assert_eq!(visible("Größe, 年, \u{1F600}"), "Größe, 年, \u{1F600}");
        assert_eq!(marked("a\nb\u{E0041}"), "a\u{FFFD}b\u{FFFD}");
    }
}
