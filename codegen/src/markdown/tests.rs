use crate::diagnostic::Diagnostics;
use crate::markdown::{Block, BlockKind, read};
use crate::source::{Excerpt, Input, Sources};
use crate::text::{Inline, RichText};

/// The blocks of a page, one a line, and then the findings.
fn show(text: &str) -> String {
    let input = Input { root: 0, path: "p.md".to_owned(), bytes: text.as_bytes().to_vec() };
    let sources = Sources::new(vec![String::new()], vec![input]);
    let Some(file) = sources.ids().next() else { return String::new() };
    let mut diagnostics = Diagnostics::default();
    let blocks = read(&Excerpt::whole(text, file, 0), Some("Example Suite"), &mut diagnostics);
    let mut output: String = blocks.iter().map(|block| format!("{}\n", show_block(block))).collect();
    for diagnostic in diagnostics.into_sorted() {
        output += &format!("{} {}\n", diagnostic.code, sources.position(diagnostic.span));
    }
    output
}

fn show_block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading { level, text, .. } => format!("h{level} {}", show_text(text)),
        BlockKind::Tab { id, label } => format!("tab {id} {label}"),
        BlockKind::Rule => "rule".to_owned(),
        BlockKind::Paragraph { text, place } => format!("{place:?} {}", show_text(text)),
        BlockKind::Table(table) => {
            let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
            let rows = rows.map(|row| row.iter().map(show_text).collect::<Vec<_>>().join(" | "));
            format!("table {}", rows.collect::<Vec<_>>().join(" / "))
        }
        BlockKind::Code { info, body } => format!("code {:?} {:?}", info.text, body.text),
        BlockKind::Comment(inside) => format!("comment {:?}", inside.text),
        BlockKind::Include(target) => format!("include {target}"),
    }
}

fn show_text(text: &RichText) -> String {
    show_parts(&text.parts)
}

fn show_parts(parts: &[Inline]) -> String {
    let show = |part: &Inline| match part {
        Inline::Text(text) => text.clone(),
        Inline::Code(code) => format!("`{code}`"),
        Inline::Strong(inner) => format!("**{}**", show_parts(inner)),
        Inline::Emphasis(inner) => format!("*{}*", show_parts(inner)),
        Inline::Link(link) => format!("[{}]({})", show_parts(&link.text), link.target),
        Inline::Break => "//".to_owned(),
        Inline::Bullet(_) => "- ".to_owned(),
    };
    parts.iter().map(show).collect()
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let lines: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let output = show(text);
    assert_eq!(output.lines().map(str::trim).collect::<Vec<_>>(), lines, "\n{output}");
    let crlf = show(&text.replace('\n', "\r\n"));
    assert_eq!(crlf.replace("\\r", ""), output, "with CRLF");
}

#[test]
fn a_tag_alone_in_parentheses_is_spoken_of() {
    check(
        "an end (</tr>) is missing, <b>here</b> (<a id=\"x\">)",
        "Body an end (`</tr>`) is missing, **here** ()",
    );
}

#[test]
fn html_lists_and_tables_in_a_cell_are_set_apart() {
    check(
        "a | b\n--|--\nx | one of:<ul><li>`p`: first</li> <li>`q`<ul><li>in q</li></ul></li></ul>Or none.\n\
        y | <ul><li>one</li><li>two</li></ul>\n\
        z | as in:<table><tr><th>name</th><th>use</th></tr><tr><td>p</td><td>first</td></tr></table>\n\
        w | one <p>two",
        r#"
        table a | b / x | one of://- `p`: first// //- `q`//- in q//Or none. / y | one//- two / z | as in://- name: use//- p: first / w | one //two
        "#,
    );
}

#[test]
fn a_list_in_a_quote_belongs_to_the_quote() {
    check(
        "> careful:\n>\n> - one\n>   - inner\n\n1. x\n\n   > in x\n",
        r#"
        Quote careful:
        Quote - one
        Quote - inner
        ListItem(0) x
        ListItem(0) in x
        "#,
    );
}

#[test]
fn the_label_of_an_alert_may_stand_alone() {
    check(
        "Important\n\ncareful\n\ntext\n\n**Note**\n\n- one\n",
        r#"
        Quote careful
        Body text
        Body **Note**
        ListItem(0) one
        "#,
    );
}

#[test]
fn containers_are_flattened() {
    check(
        "# T\n\ntext\nmore\n\n* one\n* two **b**\n  * inner\n* three\n\n> [!NOTE]\n> careful\n\n1. x\n\n   ```http\n   GET /a\n     b\n   ```\n",
        r#"
        h1 T
        Body text more
        ListItem(0) one
        ListItem(0) two **b**
        ListItem(1) inner
        ListItem(0) three
        Quote careful
        ListItem(0) x
        code "http" "GET /a\n  b\n"
        "#,
    );
}

#[test]
fn tags_mean_what_marks_mean() {
    check(
        "<b> a </b>b <CODE>c&lt;</code> <a name=\"x\"></a><a href='d.md?e&amp;f'><i>g</i></a>, **h<b>i**j</b> <strong></strong><em>k",
        "Body **a** b `c<` [*g*](d.md?e&f), **hi**j k",
    );
    check("<div>\nThe <code>a</code> of <b>b<ul><li>c</li></ul></b>\n</div>\n", "Body The `a` of b//- c");
    check(
        "<table>\n<tr><th>Name</th><th>Type</th></tr>\n<tr><td><code>id</code></td><td><a href=\"b.md\">b</a></td><td>c</td></tr>\n</table>\n",
        "table Name | Type / `id` | [b](b.md) c\n cell-count 3:62",
    );
}

#[test]
fn tabs_and_their_end_are_no_headings() {
    check(
        "# [HTTP](#tab/http)\n\n# [C#](#tab/csharp)\n[!INCLUDE [a](../b.md)]\n---\n\n# [A](#tab/a)\nlast\n---\n",
        "tab http HTTP\n tab csharp C#\n include ../b.md\n rule\n tab a A\n Body last\n rule",
    );
}

#[test]
fn text_above_a_line_of_dashes_is_a_heading_unless_it_is_a_sentence() {
    check(
        "Take a loan\n===\n\nResponse\n--------\nA sentence.\n---\ntwo\nlines\n---\n",
        "h1 Take a loan\n h2 Response\n Body A sentence.\n rule\n Body two lines\n rule",
    );
}

#[test]
fn includes_stand_alone_or_are_named_in_a_sentence() {
    check(
        "for [!INCLUDE[prod_short](a/prod_short.md)], [!INCLUDE [b](b_c.md)].\n[!INCLUDE [x](inc/x.md)]\n\n- [!include[y](y.md)]\n",
        "Body for Example Suite, b c.\n include inc/x.md\n include y.md",
    );
}

#[test]
fn text_is_cleaned() {
    check(
        "a\u{200b} &lt;b&gt;&#65279;  <server>:<port><br/>x<!-- hidden -->.y [RFC 3550] [T][] [U][]\n\n[T]: t.md\n",
        "Body a <b> <server>:<port>//x.y [RFC 3550] [T](t.md) [U][]\n comment \" hidden \"",
    );
}

#[test]
fn an_original_replaces_only_the_translation_before_it() {
    let marked = |text: &str| {
        text.replace("<t>", "<span data-ttu-id=\"1\">").replace("<o>", "<span class=\"sxs-lookup\">")
    };
    for (text, expected) in [
        ("a <t>x **b** [c](d)</span> <o><span>y</span></span>", "a y"),
        ("a <t>x <span>b</span></span><o>y</span>", "a y"),
        ("**<t>x</span><o>y</span>** z", "**y** z"),
        // The markup around the translation has ended, and other markup is open.
        ("**a<t>x</span>** **é<o>y</span>**", "**ax** **éy**"),
        ("**Do <t>x</span>** and **never <o>y</span>**", "**Do x** and **never y**"),
        ("a <t>x **b</span> c** <o>y</span>", "a x **b c** y"),
        // Text that nobody translated stands between the two, or the translation has no end.
        ("a <t>x</span> never <o>y</span>", "a x never y"),
        ("a <t>x</span> **never** <o>y</span>", "a x **never** y"),
        ("a <t>x <o>y</span>", "a x y"),
    ] {
        assert_eq!(show(&marked(text)), show(expected), "{text}");
    }
}

#[test]
fn comments_are_blocks_and_hide_what_is_in_them() {
    check(
        "text\n<!-- {\n\n\"a\": 1 } -->\n```json\n{}\n```\n<!-- ## No\n|a|\n|-|\n-->\n",
        r###"
        Body text
        comment " {\n\n\"a\": 1 } "
        code "json" "{}\n"
        comment " ## No\n|a|\n|-|\n"
        "###,
    );
    check("a\n\n<!-- b\n\n## c\n", "Body a\n unclosed-comment 3:1");
}

#[test]
fn rows_have_as_many_cells_as_the_header() {
    check(
        "|a|b|\n|-|-|\n|1|x|y|\n|2\n3|`p\\|q`|\n|**g**|\n\nt\n",
        "table a | b / 1 | x|y / 2 |  / 3 | `p|q` / **g** | \n Body t\n cell-count 3:5\n cell-count 4:1",
    );
}

#[test]
fn a_broken_row_is_joined_and_text_is_no_row() {
    check(
        "|a|b|c|\n|-|-|-|\n|1|t|long,\nrest.|\n|2|t|x|\ntext after\n",
        "table a | b | c / 1 | t | long, rest. / 2 | t | x\n Body text after\n cell-count 4:1",
    );
}

#[test]
fn a_delimiter_row_of_another_width_is_repaired() {
    check("|a|b|\n|:--|--|--|\n|1|2|\n", "table a | b / 1 | 2\n cell-count 2:1");
}

#[test]
fn fences_end_where_they_are_opened_again() {
    check(
        "```http\nGET /a\n\n## Response\n<!-- n -->\n```json\n{}\n```\nend\n",
        r#"
        code "http" "GET /a\n\n"
        h2 Response
        comment " n "
        code "json" "{}\n"
        Body end
        unclosed-fence 1:1
        "#,
    );
    check("a\n\n```\nGET /a\n", "Body a\n code \"\" \"GET /a\\n\"\n unclosed-fence 3:1");
}

#[test]
fn an_indented_comment_and_its_fence_are_read() {
    check(
        "# T\n\n    <!-- { } -->\n    ```json\n    {\n      1 }\n    ```\n",
        "h1 T\n comment \" { } \"\n code \"json\" \"{\\n  1 }\\n\"",
    );
}

#[test]
fn an_excerpt_knows_its_places() {
    let text = "- a\n\n  ```http\r\n  GET /x\r\n\tPOST /y\n  ```\n";
    let input = Input { root: 0, path: "p.md".to_owned(), bytes: text.as_bytes().to_vec() };
    let sources = Sources::new(vec![String::new()], vec![input]);
    let file = sources.ids().next().unwrap();
    let blocks = read(&Excerpt::whole(text, file, 0), Some("Example Suite"), &mut Diagnostics::default());
    let Some(BlockKind::Code { body, .. }) = blocks.last().map(|block| &block.kind) else {
        panic!("{blocks:?}")
    };
    for word in ["GET", "/x", "POST", "/y"] {
        let at = body.text.find(word).unwrap();
        assert_eq!(sources.slice(body.span(at..at + word.len())), word);
    }
}

#[test]
fn deep_nesting_does_not_overflow() {
    let text = format!("{}a{}", "*a ".repeat(50_000), "* ".repeat(50_000));
    assert!(show(&text).len() > 100);
    assert!(!show(&"> ".repeat(20_000)).contains("panic"));
    assert!(show(&"```a\n# h\n".repeat(20_000)).len() > 100);
}
