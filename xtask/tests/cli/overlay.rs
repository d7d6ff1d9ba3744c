//! Pages of one's own beside a reference: they add what it forgot.

use crate::project::Project;

const GADGET: &str = "---
title: gadget resource type
---
# gadget resource type
A thing.
## Properties
| Property | Type | Description |
|---|---|---|
| id | String | The key. |
| displayName | String | What it is called. |
";

const LIST: &str = "---
title: List gadgets
---
# List gadgets
## HTTP request
```http
GET /gadgets
```
## Response
A collection of [gadget](../resources/gadget.md) objects.
";

const MORE: &str = "---
title: gadget resource type
---
# gadget resource type
## Properties
| Property | Type | Description |
|---|---|---|
| displayName | Int32 | Another opinion. |
| colour | String | The colour. |
| parts | [part](part.md) collection | What it is made of. |
";

const PART: &str = "---
title: part resource type
---
# part resource type
## Properties
| Property | Type | Description |
|---|---|---|
| number | Int32 | Which part. |
";

#[test]
fn pages_of_ones_own_add_an_operation_properties_and_a_resource() {
    let project = Project::new();
    project.put("docs/resources/gadget.md", GADGET);
    project.put("mine/api/gadget-list.md", LIST);
    project.put("mine/resources/gadget.md", MORE);
    project.put("mine/resources/part.md", PART);
    project.done("codegen --docs docs --out plain --name out");
    let ran = project.done("codegen --docs docs --docs mine --out out");
    let gadget = project.read("out/src/gadget.rs");
    for part in [
        "pub fn list() -> Request<(), Collection<Gadget>>",
        "pub fn create(gadget: &Gadget) -> Request<&Gadget, Gadget>",
        "from `mine/api/gadget-list.md`",
        "pub colour: Option<String>",
        "pub parts: Option<Vec<Part>>",
    ] {
        assert!(gadget.contains(part), "{part} is not in\n{gadget}");
    }
    assert!(project.read("out/src/part.rs").contains("pub struct Part {"));
    // Of two opinions that of the folder that is named first holds, and the other one is named.
    assert!(gadget.contains("pub display_name: Option<String>"), "{gadget}");
    let finding = "mine/resources/gadget.md:8:1: warning[conflicting-type]: ";
    assert!(project.read("out/diagnostics.txt").contains(finding), "{ran:?}");

    // Nothing that the reference alone gives is called otherwise.
    for line in project.read("plain/src/gadget.rs").lines().filter(|line| line.starts_with("pub ")) {
        assert!(gadget.contains(line), "{line} is gone from\n{gadget}");
    }

    // Both folders are kept, in their order.
    assert!(project.read("out/codegen.toml").contains("docs = [\"../docs\", \"../mine\"]"));
    project.done("codegen --out out --check");
    project.done("codegen --docs mine --docs docs --out out");
    assert!(project.read("out/src/gadget.rs").contains("pub display_name: Option<i32>"));
}
