//! All codes on one web page, which needs nothing from the network.

use codegen::Code;
use pulldown_cmark::{Event, Parser, html};

use super::document::{Block, Document, DocumentPart};
use super::{SEVERITIES, of, remark};
use crate::program;
use crate::web::{WebPage, escaped};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page.
pub(super) fn page() -> String {
    let lists: String = SEVERITIES.map(|(severity, heading)| list(heading, &of(severity))).concat();
    let sections: String = SEVERITIES.map(|(severity, heading)| section(heading, &of(severity))).concat();
    let (name, count) = (program::BINARY, Code::ALL.len());
    let body = format!(
        r##"<a class="skip" href="#codes">To the codes</a>
<header>
<h1>Findings of {name}</h1>
<p>Each kind of finding has a code. For each code: what it says of a page, why it matters, how to fix it, and examples.
Where the wrong and the right example differ, lines are marked.</p>
</header>
<form role="search" hidden>
<label for="filter">Filter</label>
<input id="filter" type="search" autocomplete="off">
<output for="filter">{count} codes</output>
</form>
<nav aria-label="Codes">
{lists}</nav>
<main id="codes">
{sections}</main>
"##
    );
    let title = format!("Findings of {name}");
    WebPage { title: &title, style: STYLE, body: &body, script: SCRIPT }.html()
}

/// The links to the codes of a severity.
fn list(heading: &str, codes: &[Code]) -> String {
    let item = |code: &Code| format!("<li><a href=\"#{code}\">{code}</a></li>\n");
    let items: String = codes.iter().map(item).collect();
    format!("<h2>{}</h2>\n<ul>\n{items}</ul>\n", escaped(heading))
}

/// The codes of a severity.
fn section(heading: &str, codes: &[Code]) -> String {
    let id = codes.first().map(|code| format!("{}s", code.severity())).unwrap_or_default();
    let articles: String = codes.iter().map(|code| article(*code)).collect();
    format!(
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n{articles}</section>\n",
        escaped(heading)
    )
}

fn article(code: Code) -> String {
    let severity = code.severity();
    let mut text = format!(
        "<article id=\"{code}\" class=\"{severity}\" aria-labelledby=\"{code}-title\">\n\
         <h3 id=\"{code}-title\"><a href=\"#{code}\">{code}</a> <small>{severity}</small></h3>\n"
    );
    text += "<div>\n";
    if let Some(remark) = remark(code) {
        push(&mut text, Parser::new(&remark).map(Event::into_static).collect());
    }
    for part in Document::of(code).parts {
        match part {
            DocumentPart::Heading(heading) => {
                // The two examples stand side by side.
                let class =
                    if ["Wrong", "Right"].contains(&heading.as_str()) { " class=\"column\"" } else { "" };
                text += &format!("</div>\n<div{class}>\n<h4>{}</h4>\n", escaped(&heading));
            }
            DocumentPart::Text(events) => push(&mut text, events),
            DocumentPart::Block(block) => figure(&mut text, &block),
        }
    }
    text + "</div>\n</article>\n"
}

/// A block of code with its path; the lines that make the difference are marked.
fn figure(text: &mut String, block: &Block) {
    *text += "<figure>";
    if let Some(path) = &block.path {
        *text += &format!("<figcaption>{}</figcaption>", escaped(path));
    }
    *text += "<pre><code>";
    for line in &block.lines {
        let line_text = escaped(&line.text);
        *text += &if line.differs { format!("<mark>{line_text}</mark>\n") } else { format!("{line_text}\n") };
    }
    *text += "</code></pre></figure>\n";
}

/// Adds blocks. HTML that a document has is shown as text.
fn push(text: &mut String, events: Vec<Event<'static>>) {
    let as_text = |event: Event<'static>| match event {
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        other => other,
    };
    html::push_html(text, events.into_iter().map(as_text));
}

#[cfg(test)]
mod tests {
    use super::{Parser, push};

    #[test]
    fn html_in_documents_is_text() {
        let mut text = String::new();
        push(&mut text, Parser::new("a <b onclick=x>c</b>\n\n<script>d</script>\n").collect());
        assert_eq!(text, "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n&lt;script&gt;d&lt;/script&gt;\n");
    }
}
