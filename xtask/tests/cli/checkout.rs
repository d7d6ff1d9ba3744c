//! A checkout of the documentation: pages among includes, snippets, images and tables of contents, in two versions.

use std::fs;

use crate::project::{Project, has_git, page};

const PERMISSIONS: &str = "---\ndescription: \"Written by a tool.\"\nms.topic: include\n---\n\n\
    |Permission type|Least privileged permissions|Higher privileged permissions|\n|:---|:---|:---|\n\
    |Application|Gadget.Make|Gadget.All|\n";

const SNIPPET: &str =
    "---\ndescription: \"Written by a tool.\"\n---\n\n```csharp\n\nvar gadget = new Gadget();\n\n```\n";

/// The page with its permissions and the same request in another language included.
fn with_includes(page: &str) -> String {
    let permissions = "## Permissions\n\n<!-- { \"blockType\": \"permissions\", \"name\": \"gadget_create\" } -->\n\
        [!INCLUDE [permissions-table](../includes/permissions/gadget-create-permissions.md)]\n\n## HTTP request";
    let snippet = "### Response\n\n# [C#](#tab/csharp)\n[!INCLUDE [sample](../includes/snippets/csharp/x.md)]\n\
        [!INCLUDE [shared](../../includes/shared.md)]\n\n---\n";
    page.replace("## HTTP request", permissions).replace("### Response\n", snippet)
}

/// A project with `reference/v1.0` and `reference/beta`, as in a checkout.
fn project() -> Project {
    let project = Project::new();
    for version in ["v1.0", "beta"] {
        let put = |path: &str, text: &str| project.put(&format!("reference/{version}/{path}"), text);
        for thing in ["gadget", "widget", "gizmo"] {
            let text = page(thing).replace("/v1.0/", &format!("/{version}/"));
            put(
                &format!("api/{thing}-create.md"),
                &if thing == "gadget" { with_includes(&text) } else { text },
            );
        }
        put("toc.yml", "items:\n- name: Gadget\n");
        put("api/toc.yml", "items: []\n");
        put("images/x.png", "\u{fffd}PNG");
        put("includes/permissions/Gadget-create-permissions.md", PERMISSIONS);
        put("includes/snippets/csharp/x.md", SNIPPET);
    }
    project.put("reference/includes/shared.md", "Only in the tab of another language.\n");
    project.put("reference/includes/snippets/csharp/x.md", SNIPPET);
    project
}

#[test]
fn a_checkout_gives_the_same_crate_as_its_pages_alone() {
    let project = project();
    let ran = project.done("codegen --docs reference/v1.0 --out out");
    assert!(
        ran.stderr.ends_with("3 pages, 6 types, 3 operations; 0 errors, 6 warnings, 0 notes\n"),
        "{ran:?}"
    );

    fs::create_dir_all(project.path("bare/v1.0")).unwrap();
    fs::rename(project.path("reference/v1.0/api"), project.path("bare/v1.0/api")).unwrap();
    let ran = project.done("codegen --docs bare/v1.0 --out bare-out --name out");
    let missing =
        "error[missing-include]: the page includes `includes/permissions/gadget-create-permissions.md`";
    assert!(project.read("bare-out/diagnostics.txt").contains(missing), "{ran:?}");

    let files = |out: &str| {
        let mut tree = project.tree(out);
        // What the includes bring, and what says where the pages are and how it all was.
        for file in ["src/gadget.rs", "diagnostics.txt", "codegen.lock", "codegen.toml"] {
            assert!(tree.remove(std::path::Path::new(file)).is_some(), "{file}");
        }
        tree
    };
    assert_eq!(files("out"), files("bare-out"));
    let gadget = project.read("out/src/gadget.rs");
    let constant = "pub const CREATE_PERMISSIONS";
    assert!(gadget.contains(constant) && gadget.contains("Gadget.Make, Gadget.All"), "{gadget}");
    assert!(!project.read("bare-out/src/gadget.rs").contains(constant));
}

#[test]
fn two_versions_are_refused_and_both_are_named() {
    let project = project();
    let ran = project.refused("codegen --docs reference --out out");
    let says = "reference/beta is beta, reference/v1.0 is v1.0";
    assert!(ran.stderr.contains(says) && ran.stderr.contains("two versions"), "{ran:?}");
    let ran = project.refused("codegen --docs reference/v1.0 --docs reference/beta --out out");
    assert!(ran.stderr.contains("beta is beta, v1.0 is v1.0"), "{ran:?}");
}

/// The page with its introduction included, from beside the version's folder.
fn with_note(target: &str) -> String {
    page("gadget")
        .replace("Create a gadget.\n\n", &format!("Create a gadget.\n\n[!INCLUDE [note]({target})]\n\n"))
}

#[test]
fn includes_beside_the_folder_are_read_within_the_checkout() {
    let project = Project::new();
    project.put("secret.md", "A secret.\n");
    project.put(
        "checkout/includes/loud.md",
        "Gadgets are loud. [!INCLUDE [more](more.md)]\n\n[!INCLUDE [more](more.md)]\n",
    );
    project.put("checkout/includes/more.md", "And heavy.\n");
    project.put("checkout/concepts/notes.md", "A concept.\n");
    let gadget = |target: &str| {
        project.put("checkout/v1.0/api/gadget-create.md", &with_note(target));
        project.done("codegen --docs checkout/v1.0 --out out");
        project.read("out/src/gadget.rs")
    };
    let says = |text: &str, words: &str| text.contains(&format!("/// {words}"));
    assert!(says(&gadget("../../includes/loud.md"), "And heavy."));
    assert!(!says(&gadget("../../concepts/notes.md"), "A concept."), "outside of a checkout");
    let findings = project.read("out/diagnostics.txt");
    assert!(
        findings.contains("error[missing-include]: the page includes `../concepts/notes.md`"),
        "{findings}"
    );

    fs::create_dir_all(project.path("checkout/.git")).unwrap();
    assert!(says(&gadget("../../concepts/notes.md"), "A concept."));
    assert!(!says(&gadget("../../../secret.md"), "A secret."));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../../secret.md", project.path("checkout/includes/link.md")).unwrap();
        assert!(!says(&gadget("../../includes/link.md"), "A secret."));
    }
}

#[test]
fn the_crate_tells_the_commit_that_it_was_made_from() {
    if !has_git() {
        println!("skipped: there is no git");
        return;
    }
    let project = Project::new();
    project.put("checkout/v1.0/api/gadget-create.md", &page("gadget"));
    let set_up = [
        "init -q",
        "config log.showSignature true",
        "remote add origin https://me:secret@git.library.example/pages.git",
        "add .",
        "commit -q -m pages --date 2026-05-04T12:00:00Z",
    ];
    for arguments in set_up {
        project.git("checkout", arguments);
    }
    let commit = project.git("checkout", "rev-parse HEAD");
    let commit = commit.trim();
    project.done("codegen --docs checkout/v1.0 --out out");
    for file in ["out/README.md", "out/src/lib.rs"] {
        let text = project.read(file).replace("\n//! ", " ").replace('\n', " ");
        assert!(text.contains("Made from `v1.0` of <https://git.library.example/pages.git>"), "{text}");
        assert!(text.contains(&format!("commit `{commit}` of 20")), "{text}");
    }
    project.done("codegen --check --out out");

    // Beside its pages the crate needs no record, which each commit would change.
    project.done("codegen --docs checkout/v1.0 --out checkout/generated");
    assert!(!project.read("checkout/generated/README.md").contains("Made from"));
}
