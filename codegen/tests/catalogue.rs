//! The catalogue of codes: each document's wrong example raises its code, and its right example raises nothing.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use codegen::{Change, Code, Correction, Input, Obstacle, Options, Sources, Unreadable, lint};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// What `lint` reads.
#[derive(Clone, Default)]
struct Run {
    pages: Vec<Input>,
    unreadable: Vec<Unreadable>,
    options: Options,
}

impl Run {
    /// The findings, each as its code and its line.
    fn findings(self) -> Vec<(Code, String)> {
        let sources = Sources::new(vec!["pages".to_owned()], self.pages).with_unreadable(self.unreadable);
        let found = lint(&sources, &self.options).unwrap().findings;
        found.iter().map(|found| (found.code, found.line(&sources))).collect()
    }
}

/// Makes a run of right pages, or of those that the document shows, a wrong one.
type Spoil = fn(&mut Run);

/// What makes a run wrong where the text of a page cannot.
const UNLIKE_TEXT: [(Code, Spoil); 6] = [
    (Code::UnreadableFile, |run| run.unreadable = vec![obstacle(Obstacle::Outside)]),
    (Code::LinkLoop, |run| run.unreadable = vec![obstacle(Obstacle::Loop)]),
    (Code::NotUtf8, |run| {
        let letter = "è".as_bytes();
        let bytes = &mut run.pages[0].bytes;
        let at = bytes.windows(letter.len()).position(|window| window == letter).unwrap();
        bytes.splice(at..at + letter.len(), [0xE8]);
    }),
    (Code::ByteOrderMark, |run| drop(run.pages[0].bytes.splice(0..0, *b"\xEF\xBB\xBF"))),
    (Code::ImpliedOperation, |run| run.options.implied = true),
    (Code::Corrected, |run| {
        let written = |key: &str| {
            let (_, value) = Code::Corrected.document().split_once(&format!("{key} = \"")).unwrap();
            value.split('"').next().unwrap().to_owned()
        };
        let change = Change::Retype { property: written("property"), to: written("is") };
        let correction =
            Correction { change, reason: written("reason"), place: "corrections.toml:1".to_owned() };
        run.options.corrections = vec![correction];
    }),
];

fn obstacle(obstacle: Obstacle) -> Unreadable {
    Unreadable { root: 0, path: "resources/again".to_owned(), obstacle }
}

/// The headings of a document in their order, and the pages below each: the fences that name a path.
fn sections(document: &'static str) -> Vec<(String, Vec<Input>)> {
    let mut sections: Vec<(String, Vec<Input>)> = Vec::new();
    let mut open: Option<Input> = None;
    let mut in_heading = false;
    for event in Parser::new(document) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                sections.push((String::new(), Vec::new()));
            }
            Event::End(TagEnd::Heading(level)) => {
                in_heading = false;
                let is_title = level == HeadingLevel::H1;
                assert!(is_title == (sections.len() == 1) && level <= HeadingLevel::H2, "{document}");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = info.split_once(' ').map(|(_, path)| pages::page(path, ""));
            }
            Event::End(TagEnd::CodeBlock) => sections.last_mut().unwrap().1.extend(open.take()),
            Event::Text(text) => match &mut open {
                Some(page) => page.bytes.extend(text.bytes()),
                None if in_heading => sections.last_mut().unwrap().0.push_str(&text),
                None => {}
            },
            _ => {}
        }
    }
    sections
}

/// The two runs of a code's document: the wrong one and the right one.
fn examples(code: Code) -> (Run, Run) {
    let mut pages: BTreeMap<String, Vec<Input>> = sections(code.document()).into_iter().collect();
    let mut take = |heading: &str| pages.remove(heading).unwrap_or_default();
    let (wrong, right, both) = (take("Wrong"), take("Right"), take("Beside both"));
    let left: Vec<_> = pages.into_iter().filter(|(_, pages)| !pages.is_empty()).collect();
    assert_eq!(left, [], "{code}: pages outside the examples");
    assert!(!right.is_empty(), "{code}: no right example");
    let run = |own: &[Input]| Run { pages: [own, &both].concat(), ..Run::default() };
    let mut wrong_run = run(if wrong.is_empty() { &right } else { &wrong });
    match UNLIKE_TEXT.iter().find(|(other, _)| *other == code) {
        Some((_, spoil)) => spoil(&mut wrong_run),
        None => assert!(!wrong.is_empty(), "{code}: no wrong example"),
    }
    (wrong_run, run(&right))
}

#[test]
fn each_code_is_raised_by_its_wrong_example_and_nothing_by_its_right_one() {
    for code in Code::ALL {
        let (wrong, right) = examples(*code);
        let mut paths: Vec<String> = wrong.pages.iter().map(|page| page.path.clone()).collect();
        paths.extend(wrong.unreadable.iter().map(|place| place.path.clone()));
        let found = wrong.findings();
        let own: Vec<&String> =
            found.iter().filter(|(found, _)| found == code).map(|(_, line)| line).collect();
        assert!(!own.is_empty(), "{code} is not raised: {found:?}");
        let is_placed = |line: &String| paths.iter().any(|path| line.starts_with(path.as_str()));
        assert!(own.into_iter().all(is_placed), "{code}: {found:?}");
        assert_eq!(right.findings(), [], "{code}: the right example");
    }
}

#[test]
fn each_document_has_the_same_form() {
    for code in Code::ALL {
        let headings: Vec<String> =
            sections(code.document()).into_iter().map(|(heading, _)| heading).collect();
        let mut expected = vec![code.as_str(), "Why it matters", "How to fix it", "Wrong", "Right"];
        expected.extend(headings.get(5).map(|_| "Beside both"));
        assert_eq!(headings, expected, "{code}");
    }
}

#[test]
fn no_document_is_left_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("codes");
    let files = pages::entries(&folder);
    let files: BTreeSet<String> =
        files.iter().map(|file| file.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(files, Code::ALL.iter().map(|code| format!("{code}.md")).collect());
}
