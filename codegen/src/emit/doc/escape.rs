//! Text whose signs mean nothing in Markdown.

/// Text whose signs mean nothing in Markdown; a bare address becomes a link, or code where it has placeholders.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::new();
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let address = ["http://", "https://"].iter().filter_map(|scheme| word.find(scheme)).min();
        let Some(at) = address else {
            out.push_str(&escape_word(word));
            continue;
        };
        let end = word.trim_end_matches(['.', ',', ')', ';', ':', '"', '\'']).len().max(at);
        out.push_str(&escape_word(&word[..at]));
        match &word[at..end] {
            link if is_link(link) => out.push_str(&format!("<{link}>")),
            address => out.push_str(&code_span(address)),
        }
        out.push_str(&escape_word(&word[end..]));
    }
    out
}

fn is_link(address: &str) -> bool {
    address.len() > "https://".len() && !address.contains(['<', '>', '\\', '`', '[', ']', '{', '}', '|', '"'])
}

pub(super) fn escape_word(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' => {
                // A sign inside a word of letters is none; an underscore there is no emphasis.
                if letter == '$' || (letter == '_' && !word.starts_with('_') && !word.ends_with('_')) {
                    out.push(letter);
                } else {
                    out.push('\\');
                    out.push(letter);
                }
            }
            '\n' | '\r' | '\t' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A code span around any text.
pub(crate) fn code_span(code: &str) -> String {
    let code = code.replace(['\n', '\r'], " ");
    if !code.contains('`') {
        return if code.trim().is_empty() { String::new() } else { format!("`{code}`") };
    }
    let mut longest = 0;
    let mut run = 0;
    for letter in code.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {code} {fence}")
}
