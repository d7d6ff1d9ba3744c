//! The crates that the generator writes can be published as they stand.

mod cargo;

use std::path::Path;

/// Whether cargo packs the crate in a folder without a word of warning, and what it packs compiles by itself.
fn packs(folder: &Path) {
    let told = cargo::run("package", folder, "package", &["--allow-dirty"]);
    assert!(!told.contains("warning"), "{told}");
}

#[test]
fn the_committed_crate_can_be_published() {
    packs(&cargo::repository().join("generated"));
    let packed = cargo::run(
        "package",
        &cargo::repository().join("generated"),
        "package",
        &["--allow-dirty", "--list"],
    );
    let packed: Vec<&str> = packed.lines().collect();
    for file in
        ["ATTRIBUTION.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "diagnostics.txt", "src/lib.rs"]
    {
        assert!(packed.contains(&file), "{file} is not in {packed:?}");
    }
}

/// A crate of other pages, whose licence follows from where they come from.
#[test]
fn a_crate_with_an_attribution_can_be_published() {
    let folder = tempfile::tempdir().expect("a folder for the crate");
    let out = folder.path().join("library");
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_pages-to-crate"))
        .args(["codegen", "--quiet", "--attribution", "The library's handbook, CC-BY-4.0", "--docs"])
        .arg(cargo::repository().join("codegen/tests/golden/areas-of-an-api/pages"))
        .arg("--out")
        .arg(&out)
        .env("XDG_CACHE_HOME", folder.path().join("caches"))
        .output()
        .expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    packs(&out);
}
