//! HTML in Markdown: comments, tags that mean something or nothing, and text that only looks like a tag.

use std::ops::Range;

use crate::diagnostic::Fix;
use crate::json;
use crate::markdown::markup::Markup;
use crate::source::Excerpt;

/// What a piece of inline HTML is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `<br>`.
    Break,
    Comment,
    /// A tag of HTML: it is removed, and its content stays.
    Markup,
    /// The same for one that sets its content apart.
    Block(BlockTag),
    /// `<span data-ttu-id="…">`: its content is translated.
    Translation,
    /// `<span class="sxs-lookup">`: its content is the original of the translation before it, which a reader sees on a click.
    Original,
    /// `<server>`: a placeholder, which is text.
    Text,
}

/// How the content of an element is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockTag {
    /// `<ul>`.
    List,
    /// `</ul>`.
    ListEnd,
    /// `<li>`, or a row of a table.
    Item,
    /// A cell of a table.
    Cell,
    /// A paragraph, or whatever else stands on lines of its own.
    Lines,
}

/// The elements that are taken for HTML; any other name in angle brackets is a placeholder of the page's.
const ELEMENTS: [&str; 25] = [
    "a", "b", "big", "caption", "center", "cite", "code", "col", "em", "font", "i", "img", "kbd", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "tbody", "thead", "tt", "u",
];

/// What a piece of inline HTML is, from `<` to `>`.
pub(super) fn tag(text: &str) -> Tag {
    if text.starts_with("<!") || text.starts_with("<?") {
        return Tag::Comment;
    }
    let (name, ends) = name(text);
    match name.as_str() {
        "br" => Tag::Break,
        "ul" | "ol" => Tag::Block(if ends { BlockTag::ListEnd } else { BlockTag::List }),
        "li" | "tr" if !ends => Tag::Block(BlockTag::Item),
        "td" | "th" => {
            if ends {
                Tag::Markup
            } else {
                Tag::Block(BlockTag::Cell)
            }
        }
        "li" | "tr" | "table" | "p" | "div" | "dl" | "dt" | "dd" | "blockquote" | "pre" | "hr" | "h1"
        | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Block(BlockTag::Lines),
        "span" if text.contains(" data-ttu-id=") => Tag::Translation,
        "span" if text.contains("sxs-lookup") => Tag::Original,
        name if ELEMENTS.contains(&name) => Tag::Markup,
        _ => Tag::Text,
    }
}

/// The name of a tag's element in lower case, and whether the tag ends it.
pub(super) fn name(tag: &str) -> (String, bool) {
    let name = tag.trim_start_matches(['<', '/']);
    let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    (name.to_ascii_lowercase(), tag.starts_with("</"))
}

/// What the tag means that begins the element of this name, if Markdown has marks for it.
pub(super) fn markup(name: &str, tag: &str) -> Option<Markup> {
    Some(match name {
        "b" | "strong" => Markup::Strong,
        "i" | "em" => Markup::Emphasis,
        "code" | "tt" | "samp" => Markup::Code,
        "a" => Markup::Link(attribute(tag, &["href="])?.replace("&amp;", "&")),
        _ => return None,
    })
}

/// Whether a tag ends a `<span>`; none if it is another tag.
pub(super) fn span(tag: &str) -> Option<bool> {
    let (name, ends) = name(tag);
    (name == "span").then_some(ends)
}

/// Whether a text speaks of the tag that stands here: it is alone in parentheses, and has no attributes. `(</tr>)`
pub(super) fn is_spoken_of(text: &str, tag: &Range<usize>) -> bool {
    let (before, after) = (text.get(..tag.start), text.get(tag.end..));
    before.is_some_and(|before| before.ends_with('('))
        && after.is_some_and(|after| after.starts_with(')'))
        && text[tag.clone()].trim_matches(['<', '>', '/']).chars().all(|c| c.is_ascii_alphanumeric())
}

/// The name that an anchor's tag gives its place: `<a name="properties">`, `<a id='properties'>`.
pub(super) fn anchor(tag: &str) -> Option<String> {
    tag.starts_with("<a ").then(|| attribute(tag, &["name=", "id="]))?
}

/// The value of an attribute that is called one of these.
fn attribute(tag: &str, names: &[&str]) -> Option<String> {
    let attributes = tag.split_once(' ')?.1.trim_end_matches(['>', '/']);
    let value = names.iter().find_map(|name| attributes.split_once(name))?.1;
    let value = value.split(['"', '\'']).find(|part| !part.trim().is_empty())?.trim();
    Some(value.to_owned())
}

/// A part of an HTML block.
pub(super) enum HtmlPart {
    /// The inside of a comment.
    Comment(Excerpt),
    /// A comment without an end, from its start.
    Unclosed(Excerpt),
    /// Everything else.
    Text(Excerpt),
}

/// Cuts an HTML block into comments and the rest.
pub(super) fn parts(block: &Excerpt) -> Vec<HtmlPart> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < block.text.len() {
        let start = block.text[at..].find("<!--").map_or(block.text.len(), |found| at + found);
        if !block.text[at..start].trim().is_empty() {
            parts.push(HtmlPart::Text(block.part(at..start)));
        }
        if start == block.text.len() {
            break;
        }
        match block.text[start + 4..].find("-->") {
            Some(length) => {
                let end = start + 4 + length;
                parts.push(HtmlPart::Comment(block.part(start + 4..end)));
                at = end + 3;
            }
            None => {
                parts.push(HtmlPart::Unclosed(block.part(start..block.text.len())));
                break;
            }
        }
    }
    parts
}

/// The end of a comment that has none, if the comment begins with an object that is closed: an annotation.
pub(super) fn closing(comment: &Excerpt) -> Option<Fix> {
    let inside = comment.text.strip_prefix("<!--")?;
    let end = json::first_end(inside).filter(|_| inside.trim_start().starts_with('{'))?;
    let end = comment.text.len() - inside.len() + end;
    Some(Fix::new("close the comment", comment.span(end - 1..end).behind(), " -->"))
}
