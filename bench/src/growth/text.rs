//! Prose, markup and JSON, very much of them.

use super::page::{Pages, answer, book, each, operation, resource, resource_with, row};

pub(super) const CASES: [super::Case; 34] = [
    ("paragraphs", 10_000, paragraphs),
    ("words of a paragraph", 50_000, words),
    ("letters of a word", 200_000, letters),
    ("headings", 5_000, headings),
    ("headings that are underlined", 5_000, underlined),
    ("sections in bold", 5_000, bold_sections),
    ("items of a list", 10_000, items),
    ("properties as items of a list", 2_000, property_items),
    ("nested lists", 200, nested_lists),
    ("nested quotes", 1_000, nested_quotes),
    ("emphases", 10_000, emphases),
    ("nested emphases", 10_000, nested_emphases),
    ("code spans", 10_000, code_spans),
    ("brackets", 20_000, brackets),
    ("backticks", 1_000, backticks),
    ("comments", 5_000, comments),
    ("tags", 10_000, tags),
    ("tags in tags", 10_000, nested_tags),
    ("rows of a table in HTML", 2_000, html_rows),
    ("links to a type", 5_000, links),
    ("links that lead nowhere", 5_000, broken_links),
    ("includes of one file", 1_000, includes),
    ("includes of files", 500, files),
    ("a chain of includes", 500, include_chain),
    ("tabs", 500, tabs),
    ("rows without a meaning", 5_000, rows),
    ("columns of a table", 5_000, columns),
    ("lines of front matter", 5_000, front_matter),
    ("examples", 500, examples),
    ("members of an example", 5_000, members),
    ("elements of an example", 5_000, elements),
    ("nested objects of an example", 5_000, nested),
    ("nested lists of an example", 10_000, nested_arrays),
    ("slips of an example", 2_000, slips),
];

fn page(text: &str) -> Pages {
    vec![resource_with("book", text, &row("title", "String"), "")]
}

fn paragraphs(count: usize) -> Pages {
    page(&each(count, |number| format!("Words of paragraph {number}.\n\n")))
}

fn words(count: usize) -> Pages {
    page(&each(count, |number| format!("word{number} ")))
}

fn letters(count: usize) -> Pages {
    page(&"a".repeat(count))
}

fn headings(count: usize) -> Pages {
    let below = each(count, |number| format!("## Heading {number}\n\nWords.\n\n"));
    vec![resource_with("book", "", &row("title", "String"), &below)]
}

fn underlined(count: usize) -> Pages {
    book(&each(count, |number| format!("Part {number}\n------\n\nWords.\n\n")))
}

fn bold_sections(count: usize) -> Pages {
    book(&"**Permissions**\n\nWords.\n\n## Part\n\n**Response**\nWords.\n\n".repeat(count))
}

/// A page about a type whose properties are written so.
fn book_with(properties: &str) -> Pages {
    let text = format!("# book resource type\n\nA book.\n\n## Properties\n\n{properties}");
    vec![("resources/book.md".to_owned(), text)]
}

fn property_items(count: usize) -> Pages {
    let items = each(count, |number| format!("- `part{number}` (String): Some words.\n"));
    book_with(&items)
}

fn nested_tags(count: usize) -> Pages {
    book(&format!("{}words{}", "<b>".repeat(count), "</b>".repeat(count)))
}

fn html_rows(count: usize) -> Pages {
    let row = |number| format!("<tr><td><code>part{number}</code></td><td><b>String</b></td></tr>\n");
    let rows = each(count, row);
    let table = format!("<table>\n<tr><th>Property</th><th>Type</th></tr>\n{rows}</table>\n");
    book_with(&table)
}

fn items(count: usize) -> Pages {
    page(&each(count, |number| format!("- item {number}\n")))
}

fn nested_lists(count: usize) -> Pages {
    page(&each(count, |number| format!("{}- item\n", "  ".repeat(number))))
}

fn nested_quotes(count: usize) -> Pages {
    page(&format!("{} words", ">".repeat(count)))
}

fn emphases(count: usize) -> Pages {
    page(&each(count, |number| format!("*word{number}* **word** ")))
}

fn nested_emphases(count: usize) -> Pages {
    page(&format!("{}word{}", "*a **b ".repeat(count / 2), "** *".repeat(count / 2)))
}

fn code_spans(count: usize) -> Pages {
    page(&each(count, |number| format!("`word{number}` ")))
}

fn brackets(count: usize) -> Pages {
    page(&format!("{}word{}", "[".repeat(count), "](".repeat(count)))
}

fn backticks(count: usize) -> Pages {
    page(&each(count, |number| format!("{} ", "`".repeat(number % 200 + 1))))
}

fn comments(count: usize) -> Pages {
    page(&each(count, |number| format!("<!-- {{ \"blockType\": \"note{number}\" }} -->\n\n")))
}

fn tags(count: usize) -> Pages {
    page(&"<b>word</b><br>".repeat(count))
}

fn links(count: usize) -> Pages {
    let mut pages = book("");
    pages.extend(vec![resource_with(
        "shelf",
        &"A [book](book.md). ".repeat(count),
        &row("title", "String"),
        "",
    )]);
    pages
}

fn broken_links(count: usize) -> Pages {
    page(&each(count, |number| format!("A [thing](nothing{number}.md). ")))
}

fn includes(count: usize) -> Pages {
    let mut pages = page(&"[!INCLUDE [words](../includes/words.md)]\n\n".repeat(count));
    pages.push(("includes/words.md".to_owned(), "Some words of the library.\n".to_owned()));
    pages
}

fn files(count: usize) -> Pages {
    let mut pages =
        page(&each(count, |number| format!("[!INCLUDE [words](../includes/words{number}.md)]\n\n")));
    pages.extend((0..count).map(|number| (format!("includes/words{number}.md"), "Some words.\n".to_owned())));
    pages
}

fn include_chain(count: usize) -> Pages {
    let mut pages = page("[!INCLUDE [words](../includes/words0.md)]\n");
    let next = |number: usize| format!("Words.\n\n[!INCLUDE [words](words{}.md)]\n", number + 1);
    pages.extend((0..count).map(|number| (format!("includes/words{number}.md"), next(number))));
    pages
}

fn tabs(count: usize) -> Pages {
    let tab = |number: usize| {
        format!("# [Language {number}](#tab/language{number})\n\n```http\nGET /books/17\n```\n\n")
    };
    book(&format!("## Example\n\n{}---\n", each(count, tab)))
}

fn rows(count: usize) -> Pages {
    let below = format!("## Limits\n\n| Thing | Limit |\n|---|---|\n{}", "| books | 5 |\n".repeat(count));
    vec![resource_with("book", "", &row("title", "String"), &below)]
}

fn columns(count: usize) -> Pages {
    let line = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(count));
    page(&format!("{}{}{}", line("a"), line("-"), line("b")))
}

fn front_matter(count: usize) -> Pages {
    let (path, text) = resource("book", &row("title", "String"));
    vec![(path, format!("---\n{}---\n\n{text}", each(count, |number| format!("key{number}: \"words\"\n"))))]
}

fn examples(count: usize) -> Pages {
    book(&answer("{ \"id\": \"a\", \"title\": \"b\" }").repeat(count))
}

fn members(count: usize) -> Pages {
    let members: Vec<String> = (0..count).map(|number| format!("  \"part{number}\": {number}")).collect();
    book(&answer(&format!("{{\n{}\n}}", members.join(",\n"))))
}

fn elements(count: usize) -> Pages {
    let elements = vec!["    { \"id\": \"a\", \"title\": \"b\" }"; count].join(",\n");
    let (routes, below) = ("GET /books", answer(&format!("{{ \"value\": [\n{elements}\n] }}")));
    vec![
        resource("book", &(row("id", "String") + &row("title", "String"))),
        operation(
            "book-list",
            "List books",
            routes,
            &below.replace("/books/17", "/books").replace("a [book]", "a collection of [book]"),
        ),
    ]
}

fn nested(count: usize) -> Pages {
    book(&answer(&format!("{}1{}", "{ \"part\": ".repeat(count), "}".repeat(count))))
}

fn nested_arrays(count: usize) -> Pages {
    book(&answer(&format!("{{ \"title\": {}1{} }}", "[".repeat(count), "]".repeat(count))))
}

fn slips(count: usize) -> Pages {
    let members = each(count, |number| format!("  \"part{number}\": \"a\"\n"));
    book(&answer(&format!("{{\n{members}}}")))
}
