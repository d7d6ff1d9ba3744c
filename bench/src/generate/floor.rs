//! What any generator has to do at least: read all pages, parse their Markdown, and parse the JSON in it.

use std::fs;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

fn main() {
    let mut count = 0;
    for folder in std::env::args().skip(1) {
        count += read(Path::new(&folder));
    }
    println!("{count} JSON bodies");
}

/// Reads all pages below a folder, and gives how many bodies they show.
fn read(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let count = |path: &Path| match path.is_dir() {
        true => read(path),
        false if path.extension().is_some_and(|end| end == "md") => bodies(path),
        false => 0,
    };
    entries.map(|entry| count(&entry.path())).sum()
}

fn bodies(page: &Path) -> usize {
    let text = String::from_utf8_lossy(&fs::read(page).unwrap_or_default()).into_owned();
    let mut count = 0;
    let mut fence: Option<String> = None;
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => fence = Some(String::new()),
            Event::Text(text) => {
                if let Some(fence) = &mut fence {
                    fence.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let fence = fence.take().unwrap_or_default();
                // A body begins on a line of its own, below the head of a message.
                let start = if fence.starts_with(['{', '[']) { Some(0) } else { fence.find("\n{").map(|at| at + 1) };
                let body = start.map(|start| serde_json::from_str::<Value>(fence[start..].trim()));
                count += usize::from(matches!(body, Some(Ok(_))));
            }
            _ => {}
        }
    }
    count
}
