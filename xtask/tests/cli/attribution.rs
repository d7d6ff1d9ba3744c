//! Whose words a crate carries, and what it says of that.

use crate::project::Project;

const FILES: [&str; 3] = ["ATTRIBUTION.md", "LICENSE-APACHE", "LICENSE-MIT"];

fn generated(attribution: &str, more: &str) -> Project {
    let project = Project::new();
    let mut command = project.command(&format!("codegen --docs docs --out out {more} --attribution"));
    let ran = project.ran(command.arg(attribution));
    assert_eq!(ran.code, 0, "{ran:?}");
    project
}

#[test]
fn the_licence_of_the_pages_is_the_crates_too() {
    let project = generated("Words of the library's handbook, CC-BY-4.0.", "");
    let manifest = project.read("out/Cargo.toml");
    assert!(manifest.contains("license = \"(MIT OR Apache-2.0) AND CC-BY-4.0\"\n"), "{manifest}");
    assert!(!manifest.contains("publish = false"), "{manifest}");
    let owned = project.owned("out");
    assert!(FILES.iter().all(|file| owned.iter().any(|path| path == file)), "{owned:?}");
    let attribution = project.read("out/ATTRIBUTION.md");
    assert!(attribution.contains("Words of the library's handbook, CC-BY-4.0."), "{attribution}");
    assert!(attribution.contains("[CC-BY-4.0](https://spdx.org/licenses/CC-BY-4.0.html)"), "{attribution}");
    let readme = project.read("out/README.md");
    assert!(readme.contains("Words of the library's handbook, CC-BY-4.0."), "{readme}");
    assert!(readme.contains("`ATTRIBUTION.md`"), "{readme}");
    // What follows from the attribution is not kept: it follows again.
    assert!(!project.read("out/codegen.toml").contains("license"));
    project.done("codegen --out out --check");
    // Without it, the files go.
    let mut command = project.command("codegen --out out --attribution");
    assert_eq!(project.ran(command.arg("")).code, 0);
    assert!(!project.path("out/ATTRIBUTION.md").exists() && !project.path("out/LICENSE-MIT").exists());
}

#[test]
fn an_attribution_that_names_no_licence_is_the_licences_file() {
    let project = generated("Ask the librarian.", "");
    let manifest = project.read("out/Cargo.toml");
    assert!(manifest.contains("license-file = \"ATTRIBUTION.md\"\n"), "{manifest}");
    assert!(!manifest.contains("license = "), "{manifest}");
    let project = generated("The handbook's pages are under the MIT licence.", "--license MIT");
    assert!(project.read("out/Cargo.toml").contains("license = \"MIT\"\n"));
}

#[test]
fn a_licence_that_leaves_the_pages_out_is_refused() {
    let project = Project::new();
    let before = project.tree("");
    let mut command = project.command("codegen --docs docs --out out --license MIT --attribution");
    let ran = project.ran(command.arg("The handbook, CC-BY-4.0"));
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("--license 'MIT AND CC-BY-4.0'"), "{ran:?}");
    assert_eq!(project.tree(""), before, "a refused run changed something");
}
