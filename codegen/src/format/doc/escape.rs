//! Text whose signs mean nothing in Markdown.

use crate::visible::is_hidden;

/// A space at which no line may be broken. No text of a page holds one: its white space is folded.
pub(super) const TIED: char = '\u{A0}';

/// The signs that may mean something inside of a line.
const SIGNS: &[u8] = b"\\`*[]<>|~&_^";

/// Text whose signs mean nothing in Markdown; a bare address becomes a link, or code where it has placeholders.
pub(super) fn escape(text: &str) -> String {
    if !text.contains("://") {
        return escape_words(text);
    }
    by_word(text, |out, word| {
        let address = ["http://", "https://"].iter().filter_map(|scheme| word.find(scheme)).min();
        let Some(at) = address else { return push_escaped(out, word) };
        let end = word.trim_end_matches(['.', ',', ')', ';', ':', '"', '\'']).len().max(at);
        push_escaped(out, &word[..at]);
        match &word[at..end] {
            link if is_link(link) => out.push_str(&format!("<{link}>")),
            address => out.push_str(&code_span(address)),
        }
        push_escaped(out, &word[end..]);
    })
}

/// The same without links.
pub(super) fn escape_words(text: &str) -> String {
    by_word(text, push_escaped)
}

/// The first letter of such a text.
pub(super) fn first_of_words(text: &str) -> Option<char> {
    let (word, rest) =
        text.split_once(char::is_whitespace).map_or((text, None), |(word, rest)| (word, Some(rest)));
    escape_word(word).chars().next().or(rest.map(|_| ' '))
}

fn by_word(text: &str, push: impl Fn(&mut String, &str)) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (index, word) in text.split(char::is_whitespace).enumerate() {
        if index > 0 {
            out.push(' ');
        }
        push(&mut out, word);
    }
    out
}

/// Whether Markdown takes all of the address between angle brackets for a link, as it is.
fn is_link(address: &str) -> bool {
    // From an `&` to a `;` could be an entity.
    let has_entity = address.contains('&') && address.contains(';');
    let is_plain = |letter| !matches!(letter, '<' | '>' | '\\' | '`' | '[' | ']' | '{' | '}' | '|' | '"');
    address.len() > "https://".len() && !has_entity && address.chars().all(|c| is_plain(c) && !is_hidden(c))
}

/// A word whose signs mean nothing, wherever it stands.
pub(super) fn escape_word(word: &str) -> String {
    let mut out = String::new();
    push_escaped(&mut out, word);
    out
}

fn push_escaped(out: &mut String, word: &str) {
    if word.bytes().all(|byte| byte.is_ascii_graphic() && !SIGNS.contains(&byte)) {
        return out.push_str(word);
    }
    let mut before = None;
    let mut letters = word.chars().filter(|letter| letter.is_whitespace() || !is_hidden(*letter)).peekable();
    while let Some(letter) = letters.next() {
        let is_sign = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => true,
            // Between letters an underscore is not emphasis.
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && letters.peek().is_some_and(|c| c.is_alphanumeric()))
            }
            // Of a note, which a link's text could begin.
            '^' => before.is_none(),
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(if letter.is_whitespace() { ' ' } else { letter });
        before = Some(letter);
    }
}

/// The first letter of a code span.
pub(super) fn first_of_code(code: &str) -> Option<char> {
    code.contains(|letter: char| !letter.is_whitespace() && !is_hidden(letter)).then_some('`')
}

/// A code span around any text.
pub(super) fn code_span(code: &str) -> String {
    // Most code is one plain word.
    if !code.is_empty() && code.bytes().all(|letter| letter.is_ascii_graphic() && letter != b'`') {
        return format!("`{code}`");
    }
    let is_visible = |letter: &char| letter.is_whitespace() || !is_hidden(*letter);
    let code: String = code.chars().filter(is_visible).collect();
    let words: Vec<&str> = code.split_whitespace().collect();
    if !code.contains('`') {
        let Some((first, others)) = words.split_first() else { return String::new() };
        let mut span = format!("`{first}");
        for word in others {
            span.push(if may_start_line(word) { ' ' } else { TIED });
            span.push_str(word);
        }
        return span + "`";
    }
    let mut longest = 0;
    let mut run = 0;
    for letter in code.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    // On a line of its own it is not a fence: that holds no backtick behind its beginning.
    let fence = "`".repeat(longest + 1);
    let code = words.join(&TIED.to_string());
    format!("{fence}{TIED}{code}{TIED}{fence}")
}

/// Whether a line that starts with this word of code goes on with its paragraph: what could start a block may not.
fn may_start_line(word: &str) -> bool {
    word.starts_with(|first: char| first.is_alphabetic() || "/{}\"'($@.,;?!%".contains(first))
}
