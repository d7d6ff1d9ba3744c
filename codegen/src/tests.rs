//! One page through every stage, as `docs/one-page.md` shows it. `UPDATE_GOLDEN=1` writes what each stage gives.

use std::fmt::Write as _;
use std::path::{Path as FilePath, PathBuf};
use std::{env, fs};

use crate::api::Api;
use crate::diagnostic::Diagnostics;
use crate::http::Message;
use crate::links::Links;
use crate::markdown::{self, BlockKind};
use crate::model::{RequestBody, ResponseBody, by_page};
use crate::page::{Example, Page, gather, read_all};
use crate::source::{Excerpt, FileId, Input, PageId, Sources};
use crate::{Options, generate};

/// The page that is followed.
const PAGE: &str = "api/dynamics-create-customerpayment.md";

/// Where its function is written.
const FILE: &str = "src/customer_payment.rs";

fn repository() -> PathBuf {
    FilePath::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The committed pages.
fn sources() -> Sources {
    let folder = repository().join("codegen/pages");
    let mut inputs = Vec::new();
    for kind in ["api", "resources"] {
        for entry in fs::read_dir(folder.join(kind)).expect("the committed pages") {
            let file = entry.expect("an entry").path();
            let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
            let bytes = fs::read(&file).expect("a page");
            inputs.push(Input { root: 0, path: format!("{kind}/{name}"), bytes });
        }
    }
    Sources::new(vec!["pages".to_owned()], inputs)
}

/// The lines of the page from its title to the examples.
fn text(sources: &Sources, page: FileId) -> String {
    let text = sources.text(page);
    let start = text.find("# Create").expect("the title");
    let end = text.find("## Examples").expect("the examples");
    text[start..end].trim_end().to_owned()
}

/// The blocks of the page, each with its line, in a few words.
fn blocks(sources: &Sources, page: FileId) -> String {
    let text = sources.text(page);
    let body = text.rfind("---\n\n# ").map_or(0, |at| at + 4);
    let blocks =
        markdown::read(&Excerpt::whole(&text[body..], page, body), None, &mut Diagnostics::default());
    let mut output = String::new();
    for block in blocks {
        let kind = match &block.kind {
            BlockKind::Heading { level, text, .. } => format!("heading {level}: {}", text.plain()),
            BlockKind::Paragraph { text, place } => {
                format!("paragraph, {place:?}: {}", short(&text.plain()))
            }
            BlockKind::Table(table) => format!("table of {} rows: {}", table.rows.len(), {
                let header: Vec<String> = table.header.iter().map(|cell| cell.plain()).collect();
                header.join(" | ")
            }),
            BlockKind::Code { info, body } => {
                format!("code, {}: {}", info.text, short(body.text.lines().next().unwrap_or_default()))
            }
            BlockKind::Comment(text) => {
                let words: Vec<&str> = text.text.split_whitespace().collect();
                format!("comment: {}", short(&words.join(" ")))
            }
            other => format!("{other:?}"),
        };
        let _ = writeln!(output, "{:>3}  {kind}", sources.position(block.span).line);
    }
    output
}

/// What the page says of its call.
fn says(page: &Page) -> String {
    let mut output = String::new();
    let mut line = |name: &str, value: String| {
        let _ = writeln!(output, "{name:<13} {value}");
    };
    line("kind", format!("{:?}", page.kind));
    line("title", page.title.value.clone());
    line("namespace", page.namespace().to_owned());
    for route in &page.api.routes {
        line("route", route.text.clone());
    }
    for permission in &page.api.permissions {
        line("permission", format!("{}: {:?}", permission.kind, permission.sets));
    }
    line("headers", format!("{:?}", page.api.headers.iter().map(|row| &row.name.value).collect::<Vec<_>>()));
    let links = |texts: &[crate::text::RichText]| {
        let targets: Vec<_> = texts.iter().flat_map(|text| text.links()).map(|link| link.target).collect();
        targets.join(", ")
    };
    let section = |section: &crate::page::Section| {
        format!(
            "links {}; statuses {:?}; a collection: {}",
            links(&section.text),
            section.statuses,
            section.collection
        )
    };
    line("request body", section(&page.api.request_body));
    line("response", section(&page.api.response));
    for exchange in &page.api.exchanges {
        for (name, side) in [("request", &exchange.request), ("response", &exchange.response)] {
            line(name, side.as_ref().map_or_else(|| "none".to_owned(), example));
        }
    }
    line("module", page.names.resource.clone());
    line("functions", format!("{:?}", page.names.functions));
    output
}

fn example(example: &Example) -> String {
    let head = match &example.message {
        Message::Request(request) => format!("{} {}", request.method.value, short(&request.url.value)),
        Message::Response(response) => format!("{}", response.status.value),
        Message::Body(_) => "a body".to_owned(),
    };
    let annotation = example.annotation.as_ref();
    let type_ = annotation.and_then(|annotation| annotation.odata_type.as_ref());
    let properties = example.message.json().map_or(0, |value| value.as_object().map_or(0, <[_]>::len));
    match type_ {
        Some(name) => format!("{head}, {properties} properties, annotated as {}", name.value),
        None => format!("{head}, {properties} properties"),
    }
}

/// What the API has, once all pages are taken together.
fn model(api: &Api, page: FileId) -> String {
    let mut output = String::new();
    for (_, operation) in by_page(&api.model.operations) {
        if operation.places.first().is_none_or(|place| place.page.file != page) {
            continue;
        }
        let _ = writeln!(output, "operation     {} {}", operation.method, operation.path);
        for argument in &operation.arguments {
            let _ = writeln!(output, "argument      {}, {:?}", argument.name, argument.site);
        }
        if let RequestBody::Structured(name) = &operation.request {
            let _ = writeln!(output, "sends         {name}");
        }
        if let ResponseBody::One(name) = &operation.response {
            let _ = writeln!(output, "answers       one {name}");
        }
        let _ = writeln!(output, "rests on      {}", operation.basis.words());
        let _ = writeln!(output, "examples      {}", operation.exchanges.len());
    }
    for type_ in api.model.structured.values().filter(|type_| type_.name.name == "customerPayment") {
        let _ = writeln!(output, "entity type   {}, {} properties", type_.name, type_.properties.len());
        for property in type_.properties.iter().take(5) {
            let _ = writeln!(output, "  {:<20}{}", property.name, property.type_);
        }
    }
    output
}

/// What the call is called in Rust.
fn names(api: &Api, page: FileId) -> String {
    let mut output = String::new();
    for (operation, names) in api.names.named(&api.model.operations) {
        if operation.places.first().is_none_or(|place| place.page.file != page) {
            continue;
        }
        let _ = writeln!(output, "function      {}", names.function.path());
        let _ = writeln!(output, "constant      {}", names.constant);
        let parameters: Vec<String> = names.parameters.iter().map(|ident| ident.to_string()).collect();
        let _ = writeln!(output, "parameters    {}", parameters.join(", "));
        let body = names.body.as_ref().map(|ident| ident.to_string()).unwrap_or_default();
        let _ = writeln!(output, "body          {body}");
    }
    output
}

/// The function as it is written, without its docs.
fn rust(sources: &Sources) -> String {
    let crate_ = generate(sources, &Options::default()).expect("one version");
    let file = &crate_.files[FILE];
    let start = file.find("pub fn create<").expect("the function");
    let end = start + file[start..].find("\n}\n").expect("its end") + 2;
    file[start..end].to_owned()
}

/// The beginning of a text that is too long for a line.
fn short(text: &str) -> String {
    const LENGTH: usize = 70;
    match text.char_indices().nth(LENGTH) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// What stands in the document's block for a stage, by its place there.
fn block(document: &str, stage: &str) -> std::ops::Range<usize> {
    let mark = format!("<!-- stage: {stage} -->\n");
    let fence = document.find(&mark).unwrap_or_else(|| panic!("no {mark}")) + mark.len();
    let start = fence + document[fence..].find('\n').expect("a fence") + 1;
    start..start + document[start..].find("````").expect("its end")
}

#[test]
fn the_document_shows_what_each_stage_gives() {
    let sources = sources();
    let page = sources.ids().find(|id| sources.location(*id).1 == PAGE).expect("the page");
    let links = Links::new(&sources);
    let api = Api::of(read_all(&sources), &sources, &links, &Options::default(), &mut |_, _| {})
        .expect("one version");
    let stages = [
        ("page", text(&sources, page)),
        ("blocks", blocks(&sources, page)),
        (
            "read",
            says(&gather(read_all(&sources), &sources, &mut Diagnostics::default())[&PageId::first(page)]),
        ),
        ("model", model(&api, page)),
        ("names", names(&api, page)),
        ("rust", rust(&sources)),
    ];
    let file = repository().join("docs/one-page.md");
    let mut document = fs::read_to_string(&file).expect("the document");
    for (stage, given) in stages {
        let range = block(&document, stage);
        let given = format!("{}\n", given.trim_end());
        if env::var_os("UPDATE_GOLDEN").is_some() {
            document.replace_range(range, &given);
        } else {
            assert_eq!(document[range], given, "docs/one-page.md shows another {stage}");
        }
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, document).expect("the document is written");
    }
}
