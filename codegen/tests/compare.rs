//! What users of a crate meet when a page changes: one kind of change after the other, in a library's reference.

mod pages;

use codegen::{
    Difference, Happened, Input, Item, Options, SerdeStyle, Sources, Surface, Weight, compare, generate,
    surface,
};

const BOOK: &str = "# book resource type

Namespace: microsoft.graph

A book of the library.

## Properties

| Property | Type | Description |
|:---------|:-----|:------------|
| id | String | Key of the book. |
| title | String | What stands on the cover. |
| pages | Int32 | How many there are. |
| state | bookState | Where the book is now. |
| shelf | shelf | Where the book stands. |
";

const STATE: &str = "# bookState enum type

Namespace: microsoft.graph

Where a book can be.

## Members

| Member | Description |
|:-------|:------------|
| shelved | It stands in its place. |
| lent | A reader has it. |
";

const SHELF: &str = "# shelf resource type

Namespace: microsoft.graph

A board for books.

## Properties

| Property | Type | Description |
|:---------|:-----|:------------|
| room | String | The room that it is in. |
";

const LEND: &str = "# book: lend

Namespace: microsoft.graph

Lend a book to a reader.

## HTTP request

```http
POST /books/{id}/lend
```

## Request headers

| Name | Description |
|:-----|:------------|
| Authorization | Bearer {token}. Required. |

## Response

If successful, this method returns `200 OK` and a [book](../resources/book.md) object in the response body.
";

/// The pages, with one of them edited.
fn library(edit: &[(&str, &str, &str)]) -> Surface {
    let pages = [
        ("resources/book.md", BOOK),
        ("resources/bookstate.md", STATE),
        ("resources/shelf.md", SHELF),
        ("api/book-lend.md", LEND),
    ];
    let mut inputs = Vec::new();
    for (path, text) in pages {
        let mut text = text.to_owned();
        for (_, from, to) in edit.iter().filter(|(edited, ..)| *edited == path) {
            assert!(text.contains(from), "{path} has no {from:?}");
            text = text.replace(from, to);
        }
        // A page without text has been deleted.
        if !text.is_empty() {
            inputs.push(Input { root: 0, path: path.to_owned(), bytes: text.into_bytes() });
        }
    }
    for (path, from, to) in edit.iter().filter(|(path, ..)| pages.iter().all(|(known, _)| known != path)) {
        assert!(from.is_empty());
        inputs.push(Input { root: 0, path: (*path).to_owned(), bytes: to.as_bytes().to_vec() });
    }
    let generated = generate(&Sources::new(Vec::new(), inputs), &Options::default()).expect("no refusal");
    surface(&generated.files).expect("Rust")
}

/// What an edit changes.
fn changes(edit: &[(&str, &str, &str)]) -> Vec<Difference> {
    compare(&library(&[]), &library(edit))
}

/// A difference in short: `breaking removed field book::Book::pages: Option<i32> -> -`.
fn short(difference: &Difference) -> String {
    let Difference { weight, module, name, item, happened, old, new } = difference;
    let text = |side: &Option<String>| side.clone().unwrap_or_else(|| "-".to_owned());
    let (old, new) = (text(old), text(new));
    format!("{weight:?} {happened:?} {item:?} {module}::{name}: {old} -> {new}")
}

#[track_caller]
fn expect(edit: &[(&str, &str, &str)], expected: &[&str]) {
    let found: Vec<String> = changes(edit).iter().map(short).collect();
    assert_eq!(found, expected);
}

/// Nothing of what the generator writes is overlooked, and nothing is read by halves.
#[test]
fn every_golden_crate_is_read_whole() {
    for folder in pages::entries(&pages::golden()) {
        for serde in [SerdeStyle::Table, SerdeStyle::Derive] {
            let sources = pages::sources(pages::files(&folder.join("pages")));
            let options = Options { serde, implied: true, ..Options::default() };
            let generated = generate(&sources, &options).expect("no refusal");
            let surface = surface(&generated.files).expect("Rust");
            let summary = generated.summary;
            assert_eq!(surface.counts(), (summary.types, summary.operations), "{}", folder.display());
            assert_eq!(surface.unread(), [""; 0], "{}", folder.display());
            assert_eq!(compare(&surface, &surface), []);
        }
    }
}

#[test]
fn the_same_pages_differ_in_nothing() {
    expect(&[], &[]);
}

/// Nobody who builds the struct with `..Default::default()` notices.
#[test]
fn a_property_more_is_additive() {
    let row = "| shelf | shelf |";
    let edit = ("resources/book.md", row, "| weight | Double | In grams. |\n| shelf | shelf |");
    expect(&[edit], &["Additive Added Field book::Book::weight: - -> Option<f64>"]);
}

/// What names the field does not compile.
#[test]
fn a_property_less_breaks() {
    let edit = ("resources/book.md", "| pages | Int32 | How many there are. |\n", "");
    expect(&[edit], &["Breaking Removed Field book::Book::pages: Option<i32> -> -"]);
}

#[test]
fn a_property_of_another_type_breaks() {
    let edit = ("resources/book.md", "| pages | Int32 |", "| pages | Int64 |");
    expect(&[edit], &["Breaking Retyped Field book::Book::pages: Option<i32> -> Option<i64>"]);
}

/// The words and the type say that it is the same property.
#[test]
fn a_property_with_another_name_is_renamed_and_breaks() {
    let edit = ("resources/book.md", "| pages | Int32 |", "| pageCount | Int32 |");
    expect(&[edit], &["Breaking Renamed Field book::Book::page_count: pages -> page_count"]);
}

/// Neither words nor type say so: one went, another came.
#[test]
fn a_property_with_another_name_and_other_words_is_another_one() {
    let edit =
        ("resources/book.md", "| pages | Int32 | How many there are. |", "| sheets | Int32 | Of paper. |");
    let expected = [
        "Breaking Removed Field book::Book::pages: Option<i32> -> -",
        "Additive Added Field book::Book::sheets: - -> Option<i32>",
    ];
    expect(&[edit], &expected);
}

/// Rust's name is the same, so everything compiles, and JSON has another one.
#[test]
fn a_property_in_other_capitals_breaks_unseen() {
    let edit = ("resources/book.md", "| pages |", "| Pages |");
    expect(&[edit], &["Breaking Rewired Field book::Book::pages: pages -> Pages"]);
}

#[test]
fn other_words_are_docs_only() {
    let edit = ("resources/book.md", "How many there are.", "Covers included.");
    expect(
        &[edit],
        &["DocsOnly Documented Field book::Book::pages: How many there are. -> Covers included."],
    );
}

/// Callers get a warning, and compile.
#[test]
fn a_property_that_is_deprecated_is_additive() {
    let edit = ("resources/book.md", "| pages |", "| pages (deprecated) |");
    expect(&[edit], &["Additive Deprecated Field book::Book::pages: - -> "]);
}

/// Enums are `non_exhaustive`.
#[test]
fn a_member_more_is_additive_and_a_member_less_breaks() {
    let row = "| lent | A reader has it. |\n";
    let more = ("resources/bookstate.md", row, "| lent | A reader has it. |\n| lost | Nobody has it. |\n");
    expect(&[more], &["Additive Added Variant book_state::BookState::Lost: - -> lost"]);
    let less = ("resources/bookstate.md", row, "");
    expect(&[less], &["Breaking Removed Variant book_state::BookState::Lent: lent -> -"]);
}

#[test]
fn a_member_with_another_name_is_renamed() {
    let edit = ("resources/bookstate.md", "| lent |", "| borrowed |");
    expect(&[edit], &["Breaking Renamed Variant book_state::BookState::Borrowed: Lent -> Borrowed"]);
}

#[test]
fn a_page_more_is_additive_and_a_page_less_breaks() {
    let page = LEND.replace("lend", "return").replace("Lend", "Return");
    let more = ("api/book-return.md", "", page.as_str());
    expect(&[more], &["Additive Added Function book::return_: - -> POST /books/{id}/return"]);
    let less = ("api/book-lend.md", LEND, "");
    expect(&[less], &["Breaking Removed Function book::lend: POST /books/{id}/lend -> -"]);
}

/// The file's name is the function's.
#[test]
fn a_page_with_another_name_renames_its_function() {
    let edits = [("api/book-lend.md", LEND, ""), ("api/book-borrow.md", "", LEND)];
    expect(&edits, &["Breaking Renamed Function book::borrow: book::lend -> book::borrow"]);
    let edits = [("api/book-lend.md", LEND, ""), ("api/shelf-lend.md", "", LEND)];
    expect(&edits, &["Breaking Moved Function shelf::lend: book::lend -> shelf::lend"]);
}

/// Rust does not name arguments.
#[test]
fn a_placeholder_with_another_name_is_docs_only() {
    let edit = ("api/book-lend.md", "{id}", "{isbn}");
    expect(&[edit], &["DocsOnly Renamed Argument book::lend(isbn): book_id -> isbn"]);
}

/// It compiles, and another address is asked.
#[test]
fn another_route_with_the_same_arguments_breaks_unseen() {
    let edit = ("api/book-lend.md", "/books/{id}/lend", "/books/{id}/lendOut");
    let expected =
        ["Breaking Rewired Function book::lend: POST /books/{id}/lend -> POST /books/{id}/lendOut"];
    expect(&[edit], &expected);
}

#[test]
fn an_argument_more_breaks() {
    let edit = (
        "api/book-lend.md",
        "Bearer {token}. Required. |",
        "Bearer {token}. Required. |\n| If-Match | The ETag. Required. |",
    );
    expect(&[edit], &["Breaking Added Argument book::lend(if_match): - -> &str"]);
}

#[test]
fn another_answer_breaks() {
    let edit = (
        "api/book-lend.md",
        "returns `200 OK` and a [book](../resources/book.md) object",
        "returns `200 OK` and a [shelf](../resources/shelf.md) object",
    );
    expect(&[edit], &["Breaking Retyped Answer book::lend: book::Book -> shelf::Shelf"]);
}

/// What names a type that is renamed is not told of again.
#[test]
fn a_namespace_moves_a_type_and_nothing_else() {
    let edit = ("resources/shelf.md", "Namespace: microsoft.graph", "Namespace: microsoft.graph.rooms");
    let found = changes(&[edit]);
    let types: Vec<&Difference> = found.iter().filter(|found| found.item == Item::Type).collect();
    assert!(!types.is_empty(), "{found:?}");
    assert!(types.iter().all(|found| found.weight <= Weight::Additive), "{found:?}");
}

#[test]
fn a_type_more_is_additive_and_a_deprecated_one_warns() {
    let page = SHELF.replace("shelf", "drawer");
    let more = ("resources/drawer.md", "", page.as_str());
    expect(&[more], &["Additive Added Type drawer::Drawer: - -> struct"]);
    let notice = "> [!CAUTION]\n> The shelf is deprecated and will be removed.\n\nA board for books.";
    let found = changes(&[("resources/shelf.md", "A board for books.", notice)]);
    let deprecated: Vec<_> = found.iter().filter(|found| found.happened == Happened::Deprecated).collect();
    assert!(matches!(deprecated.as_slice(), [one] if one.weight == Weight::Additive), "{found:?}");
}

/// `changes_to` leaves it out of updates from now on; everything else stays.
#[test]
fn a_property_that_only_the_service_sets_is_additive() {
    let edit = ("resources/book.md", "How many there are.", "How many there are. Read-only.");
    let expected = "Additive Rewired Field book::Book::pages: set by callers -> set by the service";
    expect(&[edit], &[expected]);
}

/// All texts: the call compiles, and puts each where the other belongs.
#[test]
fn arguments_in_another_order_break_unseen() {
    let call = |arguments: &str| LEND.replace("/lend", &format!("/lend({arguments})"));
    let (before, now) = (call("from='{from}',to='{to}'"), call("to='{to}',from='{from}'"));
    let sides = [before, now].map(|page| library(&[("api/book-lend.md", LEND, &page)]));
    let found = compare(&sides[0], &sides[1]);
    let found: Vec<&Difference> = found.iter().filter(|found| found.item == Item::Arguments).collect();
    assert!(matches!(found.as_slice(), [one] if one.weight == Weight::Breaking), "{found:?}");
    assert_eq!(found[0].new.as_deref(), Some("book_id, to, from"));
}

/// A second page gives the function a second name; without the first page, only that one is left.
#[test]
fn another_name_of_a_function_is_additive_until_the_first_one_goes() {
    let again = ("api/book-rent.md", "", LEND);
    expect(&[again], &["Additive Added Function book::rent: - -> POST /books/{id}/lend"]);
    let sides = [library(&[again]), library(&[again, ("api/book-lend.md", LEND, "")])];
    let found: Vec<String> = compare(&sides[0], &sides[1]).iter().map(short).collect();
    assert_eq!(found, ["Breaking Renamed Function book::rent: book::lend -> book::rent"]);
}

/// Callers who turned on an area find their calls there, or must turn on another one.
#[test]
fn an_area_that_a_page_leaves_breaks() {
    let of = |area: &str, page: &str| format!("---\nms.prod: \"{area}\"\n---\n\n{page}");
    let (book, state, shelf) = (of("stock", BOOK), of("stock", STATE), of("rooms", SHELF));
    // An area has calls of its own: these keep both.
    let keep = of("stock", LEND)
        .replace("# book: lend", "# shelf: keep")
        .replace("/books/{id}/lend", "/shelves/{id}/keep");
    let open = of("rooms", LEND)
        .replace("# book: lend", "# shelf: open")
        .replace("/books/{id}/lend", "/shelves/{id}/open");
    let base = |area: &str| {
        let lend = of(area, LEND);
        let edits = [
            ("api/shelf-keep.md", "", keep.as_str()),
            ("api/shelf-open.md", "", &open),
            ("resources/book.md", BOOK, book.as_str()),
            ("resources/bookstate.md", STATE, &state),
            ("resources/shelf.md", SHELF, &shelf),
            ("api/book-lend.md", LEND, &lend),
        ];
        library(&edits)
    };
    let found: Vec<String> = compare(&base("stock"), &base("rooms")).iter().map(short).collect();
    assert_eq!(found[0], "Breaking Gated Module book (operations)::: stock -> rooms", "{found:?}");
    let found: Vec<String> = compare(&library(&[]), &base("stock")).iter().map(short).collect();
    assert_eq!(found[0], "Breaking Gated Module ::: - -> rooms, stock", "{found:?}");
}

/// A new area that uses what was there says no more than its own name.
#[test]
fn a_new_area_is_told_once() {
    let of = |area: &str, page: &str| format!("---\nms.prod: \"{area}\"\n---\n\n{page}");
    let (book, state, shelf) = (of("stock", BOOK), of("stock", STATE), of("rooms", SHELF));
    let lend = of("stock", LEND);
    let edits = [
        ("resources/book.md", BOOK, book.as_str()),
        ("resources/bookstate.md", STATE, &state),
        ("resources/shelf.md", SHELF, &shelf),
        ("api/book-lend.md", LEND, &lend),
    ];
    let scan = of("desk", &LEND.replace("lend", "scan"));
    let more = [&edits[..], &[("api/book-scan.md", "", scan.as_str())]].concat();
    let found: Vec<String> = compare(&library(&edits), &library(&more)).iter().map(short).collect();
    let features: Vec<&String> =
        found.iter().filter(|found| found.contains("Feature") || found.contains("Module")).collect();
    assert_eq!(features, ["Additive Added Feature ::desk: - -> -"], "{found:?}");
}

/// The body is the same argument, whatever its type and its name.
#[test]
fn another_body_is_one_difference() {
    let body = |type_: &str| {
        let section =
            format!("## Request body\n\nA [{type_}](../resources/{type_}.md) object.\n\n## Response");
        LEND.replace("## Response", &section)
    };
    let sides = [body("book"), body("shelf")].map(|page| library(&[("api/book-lend.md", LEND, &page)]));
    let found: Vec<String> = compare(&sides[0], &sides[1]).iter().map(short).collect();
    assert_eq!(found, ["Breaking Retyped Argument book::lend(shelf): &book::Book -> &shelf::Shelf"]);
}
