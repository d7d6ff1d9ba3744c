//! Types, properties and members without number.

use super::page::{Pages, each, resource, resource_with, row};

pub(super) const CASES: [super::Case; 20] = [
    ("types", 1_000, types),
    ("types that hold each other", 50, holding_each_other),
    ("types in a ring", 1_000, ring),
    ("types of one base", 500, of_one_base),
    ("types of one name in namespaces", 1_000, in_namespaces),
    ("types whose names collide", 1_000, colliding_types),
    ("a chain of bases", 700, chain),
    ("a ring of bases", 500, ring_of_bases),
    ("properties of a base and types of it", 200, wide_base),
    ("properties", 12_500, properties),
    ("properties whose names collide", 2_500, colliding_properties),
    ("properties that are said twice", 5_000, twice),
    ("properties of a representation", 12_500, representation),
    ("a representation of no row", 12_500, representation_alone),
    ("nested objects of a representation", 500, nested_representation),
    ("members", 12_500, members),
    ("members whose names collide", 2_500, colliding_members),
    ("enums of one type", 1_000, enums),
    ("types a property may be of", 2_000, union),
    ("tables of one type", 500, tables),
];

/// A name of one word that is written in as many ways as there are numbers: all become one name in Rust.
fn spelling(number: usize) -> String {
    let signs =
        (0..usize::BITS - number.leading_zeros()).map(|bit| if number >> bit & 1 == 1 { "-" } else { "." });
    format!("shelf{}mark", "_".to_owned() + &signs.collect::<String>())
}

fn types(count: usize) -> Pages {
    (0..count).map(|number| resource(&format!("book{number}"), &row("title", "String"))).collect()
}

fn holding_each_other(count: usize) -> Pages {
    let rows = each(count, |number| row(format!("held{number}"), format!("book{number}")));
    (0..count).map(|number| resource(&format!("book{number}"), &rows)).collect()
}

fn ring(count: usize) -> Pages {
    let page =
        |number| resource(&format!("book{number}"), &row("next", format!("book{}", (number + 1) % count)));
    (0..count).map(page).collect()
}

fn extending(name: &str, base: &str, rows: &str) -> (String, String) {
    resource_with(name, &format!("Inherits from [{base}](../resources/{base}.md)."), rows, "")
}

fn of_one_base(count: usize) -> Pages {
    let derived = (0..count)
        .map(|number| extending(&format!("book{number}"), "thing", &row(format!("title{number}"), "String")));
    derived.chain([resource("thing", &row("id", "String"))]).collect()
}

fn in_namespaces(count: usize) -> Pages {
    let page = |number: usize| {
        let (_, text) = resource("book", &row("title", "String"));
        let annotation = format!(
            "<!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.shelf{number}.book\" }} -->\n"
        );
        (
            format!("resources/shelf{number}-book.md"),
            text.replace("## Prop", &format!("{annotation}\n## Prop")),
        )
    };
    (0..count).map(page).collect()
}

fn colliding_types(count: usize) -> Pages {
    let page = |number: usize| {
        let (_, text) = resource(&spelling(number), &row("title", "String"));
        (format!("resources/{}.md", spelling(number)), text)
    };
    (0..count).map(page).collect()
}

fn chain(count: usize) -> Pages {
    let page = |number: usize| {
        let rows = row(format!("title{number}"), "String");
        match number {
            0 => resource("book0", &rows),
            _ => extending(&format!("book{number}"), &format!("book{}", number - 1), &rows),
        }
    };
    (0..count).map(page).collect()
}

fn ring_of_bases(count: usize) -> Pages {
    let page = |number: usize| {
        let base = format!("book{}", (number + 1) % count);
        extending(&format!("book{number}"), &base, &row(format!("title{number}"), "String"))
    };
    (0..count).map(page).collect()
}

fn wide_base(count: usize) -> Pages {
    let base = resource("thing", &each(count, |number| row(format!("title{number}"), "String")));
    let derived = (0..count)
        .map(|number| extending(&format!("book{number}"), "thing", &row(format!("own{number}"), "String")));
    derived.chain([base]).collect()
}

fn properties(count: usize) -> Pages {
    vec![resource("book", &each(count, |number| row(format!("title{number}"), "String")))]
}

fn colliding_properties(count: usize) -> Pages {
    vec![resource("book", &each(count, |number| row(spelling(number), "String")))]
}

fn twice(count: usize) -> Pages {
    let rows = each(count, |number| row(format!("title{}", number / 2), ["String", "Int32"][number % 2]));
    vec![resource("book", &rows)]
}

fn skeleton(members: &str) -> String {
    let members = members.trim_end_matches([',', '\n']);
    format!("## JSON representation\n\n```json\n{{\n{members}\n}}\n```\n")
}

fn representation(count: usize) -> Pages {
    let rows = each(count, |number| row(format!("title{number}"), "String"));
    let members = each(count, |number| format!("  \"title{number}\": \"String\",\n"));
    vec![resource_with("book", "", &rows, &skeleton(&members))]
}

fn representation_alone(count: usize) -> Pages {
    let members = each(count, |number| format!("  \"title{number}\": \"String\",\n"));
    vec![resource_with("book", "", &row("id", "String"), &skeleton(&members))]
}

fn nested_representation(count: usize) -> Pages {
    let members = each(count, |number| format!("  \"part{number}\": {{ \"size{number}\": 1 }},\n"));
    vec![resource_with("book", "", &row("id", "String"), &skeleton(&members))]
}

fn enumeration(name: &str, rows: &str) -> (String, String) {
    let text = format!(
        "# {name} enum type\n\nA kind of thing.\n\n## Members\n\n| Member | Value | Description |\n|---|---|---|\n{rows}\n"
    );
    (format!("resources/{name}.md"), text)
}

fn members(count: usize) -> Pages {
    let rows = each(count, |number| format!("| kind{number} | {number} | Some words. |\n"));
    vec![enumeration("bookKind", &rows), resource("book", &row("kind", "bookKind"))]
}

fn colliding_members(count: usize) -> Pages {
    let rows = each(count, |number| format!("| {} | {number} | Some words. |\n", spelling(number)));
    vec![enumeration("bookKind", &rows), resource("book", &row("kind", "bookKind"))]
}

fn enums(count: usize) -> Pages {
    let rows = each(count, |number| {
        format!(
            "| kind{number} | String | The possible values are: `a{number}`, `b{number}`, `c{number}`. |\n"
        )
    });
    vec![resource("book", &rows)]
}

fn union(count: usize) -> Pages {
    let names: Vec<String> = (0..count).map(|number| format!("book{number}")).collect();
    vec![resource("book", &row("part", names.join(" or ")))]
}

fn tables(count: usize) -> Pages {
    let table = |number: usize| {
        format!(
            "### Part {number}\n\n| Property | Type | Description |\n|---|---|---|\n{}\n",
            row(format!("title{number}"), "String")
        )
    };
    vec![resource_with("book", "", &row("id", "String"), &each(count, table))]
}
