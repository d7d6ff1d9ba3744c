//! `report`: one page of what became of the pages, whatever they hold.

use serde_json::Value;

use crate::project::{Project, page};

/// The data of the page, as a browser reads it: to the first end of a script element.
fn data(html: &str) -> Value {
    let (_, rest) = html.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
    let (json, _) = rest.split_once("</script").unwrap();
    assert!(!json.contains('<'), "a browser could see a tag in the data");
    serde_json::from_str(json).unwrap()
}

fn slip() -> Project {
    let project = Project::new();
    let slip = page("gadget").replacen("\"size\": 3\n", "\"size\": 3,\n", 1);
    project.put("docs/api/gadget-create.md", &slip);
    project
}

#[test]
fn pages_items_and_findings_are_in_the_data() {
    let project = slip();
    let ran = project.done(
        "report --docs docs --out all.html --page-url https://example.com/{page} --rust-url https://docs.rs/x",
    );
    assert!(ran.stderr.starts_with("wrote 1 page with ") && ran.stdout.is_empty(), "{ran:?}");
    let data = data(&project.read("all.html"));
    let page = &data["pages"][0];
    assert_eq!(page["path"], "api/gadget-create.md");
    assert_eq!(
        (&page["kind"], &page["url"]),
        (&"operation".into(), &"https://example.com/gadget-create".into())
    );
    assert_eq!((&page["examples"], &page["tested"]), (&2.into(), &2.into()));
    let operation = &data["operations"][0];
    assert_eq!((&operation["method"], &operation["path"]), (&"POST".into(), &"/gadgets".into()));
    assert_eq!(operation["item"][0], "gadget::create");
    assert_eq!(operation["item"][1], "https://docs.rs/x/gadget/fn.create.html");
    let declared = operation["item"][2].as_str().unwrap();
    assert!(declared.starts_with("pub fn create(") && declared.contains("-> Request<_, "), "{declared}");
    assert_eq!(operation["pages"], serde_json::json!([0]));
    let findings = data["findings"].as_array().unwrap();
    let comma =
        findings.iter().find(|finding| finding["code"] == "repaired-json").expect("the trailing comma");
    assert_eq!((&comma["page"], &comma["line"]), (&0.into(), &36.into()));
    assert_eq!(
        comma["excerpt"],
        serde_json::json!([35, "  \"displayName\": \"First\",\n  \"size\": 3", ",", "\n}"])
    );
    assert_eq!(comma["items"][0][0], "gadget::create");
    assert_eq!(comma["fix"], "remove the trailing comma");
    assert_eq!(data["codes"]["repaired-json"][0], "note");
}

#[test]
fn the_page_needs_no_network_and_runs_its_own_scripts_only() {
    let project = slip();
    project.done("report --docs docs --out all.html");
    let html = project.read("all.html");
    let (_, policy) = html.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let (policy, _) = policy.split_once('"').unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(policy.contains("; script-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
    for part in [
        "src=",
        "<link",
        "@import",
        "url(",
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
    ] {
        assert!(!html.contains(part), "{part}");
    }
    assert_eq!(html.matches("<script").count(), 2);
}

/// A browser, a keyboard and a screen reader find their way.
#[test]
fn the_frame_is_semantic() {
    let project = slip();
    project.done("report --docs docs --out all.html");
    let html = project.read("all.html");
    for section in ["areas", "codes", "worst", "routes", "findings", "pages"] {
        assert!(html.contains(&format!("<a href=\"#{section}\">")), "{section}");
        let title = format!("<section id=\"{section}\" aria-labelledby=\"{section}-title\"");
        assert!(html.contains(&title) && html.contains(&format!("<h2 id=\"{section}-title\">")), "{section}");
    }
    let labels = html.matches("<label>").count();
    assert_eq!(labels, html.matches("<input ").count() + html.matches("<select ").count());
    for part in [
        "scope: \"col\"",
        "scope: \"row\"",
        "<output>",
        ":focus-visible",
        "prefers-color-scheme: dark",
        "<html lang=\"en\">",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn no_text_of_a_page_ends_the_data_or_becomes_markup() {
    let project = Project::new();
    let hostile = "</script><script>alert(1)</script><!--<script><img src=x onerror=alert(1)>&lt;\u{202e}";
    let text = page("gadget")
        .replace("# Create gadget", &format!("# Create {hostile} gadget"))
        .replacen("\"size\": 3\n", &format!("\"size\": \"`{hostile}`\",\n"), 1)
        .replace("POST /gadgets\n", "POST /gadgets\nGET /gadgets/{</script>}/<!--\n");
    project.put("docs/api/gadget-create.md", &text);
    project.done("report --docs docs --out all.html --all --page-url javascript:alert({page})");
    let html = project.read("all.html");
    assert_eq!(html.matches("<script").count(), 2);
    assert_eq!(html.matches("</script").count(), 2);
    assert!(!html.contains("<!--") && !html.contains("<img") && !html.contains('\u{202e}'));
    let data = data(&html);
    let title = data["pages"][0]["title"].as_str().unwrap();
    assert!(title.contains("</script><script>alert(1)"), "{title}");
    let has = |finding: &Value| finding["excerpt"].to_string().contains("/gadgets/{</script>}/<!--");
    assert!(data["findings"].as_array().unwrap().iter().any(has), "{data}");
}

#[test]
fn a_page_that_cannot_be_written_is_an_error() {
    let ran = Project::new().refused("report --docs docs --out missing/all.html");
    assert!(ran.stderr.contains("missing/all.html cannot be written"), "{ran:?}");
}
