//! Two versions of an API are not read as one.

mod library;
mod pages;

use codegen::{Input, Options, Refusal, Sources, generate};

/// Three pages whose examples are of a version, below a folder of a root.
fn version(root: usize, folder: &str, version: &str) -> Vec<Input> {
    let stems = ["book-get", "shelf-get", "reader-get"];
    let page = |stem: &str| {
        let route = format!("GET /{}s/{{id}}", stem.split('-').next().unwrap_or(stem));
        let text = library::operation(stem, &route, "", "", version);
        Input { root, path: format!("{folder}api/{stem}.md"), bytes: text.into_bytes() }
    };
    stems.map(page).into()
}

fn refusal(roots: &[&str], inputs: Vec<Input>) -> Option<String> {
    let roots = roots.iter().map(|root| (*root).to_owned()).collect();
    match generate(&Sources::new(roots, inputs), &Options::default()) {
        Err(refusal @ Refusal::TwoVersions { .. }) => Some(refusal.to_string()),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    }
}

#[test]
fn two_versions_are_refused_and_both_are_named() {
    let folders = [version(0, "v1.0/", "v1.0"), version(0, "beta/", "beta")].concat();
    let expected = "the pages describe two versions: reference/beta is beta, reference/v1.0 is v1.0; read them one at a time";
    assert_eq!(refusal(&["reference"], folders).as_deref(), Some(expected));
    let roots = [version(0, "", "v1.0"), version(1, "", "beta")].concat();
    let expected = "the pages describe two versions: next is beta, stable is v1.0; read them one at a time";
    assert_eq!(refusal(&["stable", "next"], roots).as_deref(), Some(expected));
}

#[test]
fn two_folders_of_one_version_are_read_together() {
    assert_eq!(refusal(&["a", "b"], [version(0, "", "v1.0"), version(1, "", "v1.0")].concat()), None);
    // A page or two that copied their addresses from elsewhere make no version.
    let mut copied = version(0, "", "v1.0");
    copied.extend(version(1, "", "beta").into_iter().take(2));
    assert_eq!(refusal(&["a", "b"], copied), None);
}
