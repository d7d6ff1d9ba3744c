//! The committed crate's own tests: every documented example, and the support code where it is copied to.

mod cargo;

#[test]
fn the_generated_crate_passes_its_own_tests() {
    cargo::test("generated", "generated", &["--all-features"]);
}

/// A workspace that holds the crate can be formatted: no file of the generator's is changed.
#[test]
fn rustfmt_leaves_the_generated_crate_alone() {
    let folder = tempfile::tempdir().expect("a folder for the crate");
    let crate_folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    let settings = std::fs::read_to_string(crate_folder.join("rustfmt.toml")).expect("the crate says how");
    std::fs::write(folder.path().join("rustfmt.toml"), settings).expect("the settings are written");
    let file = folder.path().join("lib.rs");
    let odd = "pub fn  odd( )  { }\n";
    std::fs::write(&file, odd).expect("the file is written");
    let rustfmt = std::process::Command::new("rustfmt").arg(&file).status().expect("rustfmt runs");
    assert!(rustfmt.success());
    assert_eq!(std::fs::read_to_string(&file).expect("the file is there"), odd);
}
