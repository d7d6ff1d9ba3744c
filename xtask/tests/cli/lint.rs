//! `lint`: what is shown, what it means for the exit code, what is changed.

use crate::project::{Project, page};

/// A project whose page has a trailing comma, which `--fix` mends, and shows a route that it cannot.
fn project() -> Project {
    let project = Project::new();
    let slip = page("gadget")
        .replacen("\"size\": 3\n", "\"size\": 3,\n", 1)
        .replace("POST /gadgets", "POST ** gadgets\nPOST /gadgets");
    project.put("docs/api/gadget-create.md", &slip);
    project
}

#[test]
fn findings_are_shown_with_their_lines_and_decide_the_exit_code() {
    let project = project();
    let ran = project.run("lint --docs docs");
    assert_eq!(ran.code, 1, "{ran:?}");
    for part in
        ["error[malformed-route]", "--> docs/api/gadget-create.md:15:1", "help: remove the trailing comma"]
    {
        assert!(ran.stdout.contains(part), "{part}: {ran:?}");
    }
    assert!(ran.stderr.starts_with("1 error, "), "{ran:?}");
    assert!(ran.stderr.contains("1 can be mended: add --fix"), "{ran:?}");
    for (arguments, code) in [
        ("--deny none", 0),
        ("--deny note", 1),
        ("--deny repaired-json", 1),
        ("--deny empty-page", 0),
        ("--only repaired-json", 0),
        ("--only api/gadget-*.md", 1),
        ("--only api/widget-*.md --deny note", 0),
    ] {
        assert_eq!(project.run(&format!("lint --docs docs {arguments}")).code, code, "{arguments}");
    }
}

#[test]
fn a_code_that_is_misspelt_is_wrong_usage() {
    let ran = project().refused("lint --docs docs --only repaired-jsn");
    assert!(ran.stderr.contains("did you mean `repaired-json`?"), "{ran:?}");
}

#[test]
fn fixes_are_shown_and_written_only_when_asked() {
    let project = project();
    let before = project.tree("");
    let ran = project.done("lint --docs docs --fix");
    assert!(ran.stdout.contains("-  \"size\": 3,\n+  \"size\": 3\n"), "{ran:?}");
    assert!(project.tree("") == before, "--fix alone changed something");
    let ran = project.done("lint --docs docs --fix --yes");
    assert!(ran.stderr.starts_with("mended 1 finding on 1 page; "), "{ran:?}");
    let text = project.read("docs/api/gadget-create.md");
    assert!(text.contains("\"size\": 3\n") && !text.contains("\"size\": 3,"), "{text}");
    assert!(project.done("lint --docs docs --fix").stdout.is_empty());
}

#[test]
fn a_baseline_hides_what_is_known() {
    let project = project();
    project.done("lint --docs docs --baseline known.json --write-baseline");
    let ran = project.done("lint --docs docs --baseline known.json --deny note");
    assert!(ran.stdout.is_empty() && ran.stderr.contains("known to the baseline"), "{ran:?}");

    let text = project.read("docs/api/gadget-create.md");
    project.put(
        "docs/api/gadget-create.md",
        &text.replace("POST /gadgets\n", "POST /gadgets\nPOST ** gizmos\n"),
    );
    let ran = project.run("lint --docs docs --baseline known.json");
    assert_eq!((ran.code, ran.stdout.matches("error[malformed-route]").count()), (1, 2), "{ran:?}");

    project.put("docs/api/gadget-create.md", &page("gadget"));
    let ran = project.done("lint --docs docs --baseline known.json");
    assert!(ran.stderr.contains("of the baseline are gone"), "{ran:?}");
}

#[test]
fn json_and_github_name_places() {
    let project = project();
    let json = project.run("lint --docs docs --format json").stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["errors"], 1);
    let finding =
        |code: &str| json["findings"].as_array().unwrap().iter().find(|found| found["code"] == code).unwrap();
    assert_eq!(finding("malformed-route")["path"], "docs/api/gadget-create.md");
    assert_eq!(finding("malformed-route")["start"], serde_json::json!({ "line": 15, "column": 1 }));
    assert_eq!(finding("repaired-json")["fix"]["edits"][0]["text"], "");
    let github = project.run("lint --docs docs --format github").stdout;
    let line = "::error file=docs/api/gadget-create.md,line=15,endLine=15,col=1,endColumn=16,title=malformed-route::";
    assert!(github.contains(line), "{github}");
}

/// Read by types that somebody else made of the format's schema.
#[test]
fn sarif_is_sarif() {
    let project = project();
    let text = project.run("lint --docs docs --format sarif").stdout;
    let log: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    let results = log.runs[0].results.as_ref().unwrap();
    let route = results.iter().find(|result| result.rule_id.as_deref() == Some("malformed-route")).unwrap();
    let rules = log.runs[0].tool.driver.rules.as_ref().unwrap();
    let rule = &rules[usize::try_from(route.rule_index.unwrap()).unwrap()];
    assert_eq!(rule.id, "malformed-route");
    let full = rule.full_description.as_ref().unwrap();
    assert!(full.text.starts_with("A line of the section HTTP request looks like a route"), "{full:?}");
    let help = rule.help.as_ref().unwrap();
    assert!(help.text.starts_with("Write a method") && !help.text.contains("Wrong"), "{help:?}");
    assert!(help.markdown.as_ref().unwrap().contains("\n## Wrong\n"), "{help:?}");
    let place = route.locations.as_ref().unwrap()[0].physical_location.as_ref().unwrap();
    assert_eq!(place.artifact_location.as_ref().unwrap().uri.as_deref(), Some("docs/api/gadget-create.md"));
    assert_eq!(place.region.as_ref().unwrap().start_line, Some(15));
    let comma = results.iter().find(|result| result.rule_id.as_deref() == Some("repaired-json")).unwrap();
    assert_eq!(comma.fixes.as_ref().unwrap()[0].artifact_changes[0].replacements.len(), 1);
}

#[test]
fn why_shows_the_lines_that_say_so() {
    let project = project();
    let told = project.done("why POST /gadgets --docs docs").stdout;
    assert!(told.starts_with("`POST /gadgets` is the function `gadget::create`\n"), "{told}");
    assert!(told.contains("--> docs/api/gadget-create.md:16:1"), "{told}");
    let ran = project.refused("why POST /gadget --docs docs");
    assert!(ran.stderr.contains("did you mean `POST /gadgets`?"), "{ran:?}");
}

#[test]
fn only_changed_pages_are_shown() {
    let project = project();
    project.put(
        "docs/api/widget-create.md",
        &page("widget").replace("\"size\": 3\n}\n```\n\n###", "\"size\": 3,\n}\n```\n\n###"),
    );
    project.git("", "init -q");
    project.git("", "add .");
    project.git("", "commit -q -m pages");
    let shown = |since: &str| {
        project.run(&format!("lint --docs docs --format github --changed-since {since}")).stdout
    };
    let unchanged = project.done("lint --docs docs --format github --changed-since HEAD");
    assert_eq!(unchanged.stdout, "");
    let text = project.read("docs/api/widget-create.md");
    project.put("docs/api/widget-create.md", &(text + "\nA line more.\n"));
    project.put("docs/api/gizmo-create.md", &page("gizmo").replace("POST /gizmos", "POST gizmos"));
    let shown_now = shown("HEAD");
    assert!(shown_now.contains("widget-create.md") && shown_now.contains("gizmo-create.md"), "{shown_now}");
    assert!(!shown_now.contains("gadget-create.md"), "{shown_now}");
    let ran = project.refused("lint --docs docs --changed-since no-such-revision");
    assert!(ran.stderr.contains("--changed-since no-such-revision"), "{ran:?}");
}
