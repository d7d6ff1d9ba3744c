//! What a program keeps from run to run saves work and changes nothing.

mod pages;

use std::path::Path;

use codegen::{Change, Correction, Generated, Input, KeptPages, Options, Refusal, Sources};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What somebody does to the files between two runs.
#[derive(Clone, Debug)]
enum Edit {
    /// A line is written once more in another place.
    Line(Index, Index, Index),
    /// The file is emptied.
    Empty(Index),
    /// The file goes, and comes back with the next edit of this kind.
    Away(Index),
    /// Nothing has changed.
    Nothing,
}

fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    prop_oneof![
        6 => (index(), index(), index()).prop_map(|(page, from, to)| Edit::Line(page, from, to)),
        1 => index().prop_map(Edit::Empty),
        1 => index().prop_map(Edit::Away),
        1 => Just(Edit::Nothing),
    ]
}

fn apply(edit: &Edit, files: &mut Vec<Input>, away: &mut Option<Input>) {
    let count = files.len();
    match edit {
        Edit::Line(page, from, to) if count > 0 => {
            let page = &mut files[page.index(count)];
            let mut lines: Vec<&[u8]> = page.bytes.split_inclusive(|byte| *byte == b'\n').collect();
            if !lines.is_empty() {
                let line = lines[from.index(lines.len())];
                lines.insert(to.index(lines.len()), line);
            }
            page.bytes = lines.concat();
        }
        Edit::Empty(page) if count > 0 => files[page.index(count)].bytes.clear(),
        Edit::Away(_) if away.is_some() => files.extend(away.take()),
        Edit::Away(page) if count > 0 => *away = Some(files.remove(page.index(count))),
        _ => {}
    }
}

/// What a run gives: the files and the findings, or why there are none.
fn given(generated: Result<Generated, Refusal>) -> Result<impl PartialEq, String> {
    generated.map(|it| (it.files, it.diagnostics)).map_err(|refusal| refusal.to_string())
}

/// The golden folders and the project's own pages, where there are several files.
fn folders() -> Vec<Vec<Input>> {
    let golden = pages::entries(&pages::golden()).into_iter().map(|folder| folder.join("pages"));
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
    golden.chain([own]).map(|folder| pages::files(&folder)).filter(|files| files.len() > 1).collect()
}

proptest! {
    #[test]
    fn a_run_that_keeps_pages_gives_what_others_give(mut files in select(folders()), edits in vec(edit(), 1..5)) {
        let (mut kept, mut away) = (KeptPages::default(), None);
        for edit in [Edit::Nothing].iter().chain(&edits) {
            apply(edit, &mut files, &mut away);
            let sources: Sources = pages::sources(files.clone());
            let options = Options::default();
            let again = given(codegen::generate_again(&sources, &options, &mut kept));
            prop_assert!(again == given(codegen::generate(&sources, &options)), "after {edit:?}");
        }
    }
}

#[test]
fn a_page_is_read_again_when_a_file_that_it_includes_changes() {
    let page = "---\ntitle: Get book\ndoc_type: apiPageType\n---\n\n# Get book\n\nGet a book.\n\n## HTTP request\n\n\
                [!INCLUDE [request](../includes/request.md)]\n";
    let request = |path: &str| format!("```http\nGET /{path}/{{id}}\n```\n");
    let mut kept = KeptPages::default();
    let mut paths = |request: String| {
        let files = vec![pages::page("api/book-get.md", page), pages::page("includes/request.md", request)];
        let generated = codegen::generate_again(&pages::sources(files), &Options::default(), &mut kept);
        generated.expect("one version").files["src/book.rs"].clone()
    };
    assert!(paths(request("books")).contains("\"/books/{id}\""));
    assert!(paths(request("novels")).contains("\"/novels/{id}\""));
}

#[test]
fn a_correction_changes_no_page_that_is_kept() {
    let page = "---\ntitle: Get book\ndoc_type: apiPageType\n---\n\n# Get book\n\nGet a book.\n\n## HTTP request\n\n\
                ```http\nGET /bok/{id}\n```\n\n## Example\n\n```http\nGET https://library.example/v1.0/bok/7\n```\n\n\
                ```http\nHTTP/1.1 204 No Content\n```\n";
    let change = Change::Route { item: "GET /bok/{id}".to_owned(), to: "GET /books/{id}".to_owned() };
    let place = "corrections.toml:1".to_owned();
    let correction = Correction { change, reason: "the page misspells it".to_owned(), place };
    let options = Options { corrections: vec![correction], ..Options::default() };
    let mut kept = KeptPages::default();
    for other in ["One.", "One.", "Two."] {
        let files = vec![pages::page("api/book-get.md", page), pages::page("api/overview.md", other)];
        let sources: Sources = pages::sources(files);
        let again = codegen::generate_again(&sources, &options, &mut kept).expect("the correction applies");
        assert!(again.files["src/book.rs"].contains("\"/books/{id}\""), "{:?}", again.diagnostics);
        assert!(given(Ok(again)) == given(codegen::generate(&sources, &options)), "{other}");
    }
}
