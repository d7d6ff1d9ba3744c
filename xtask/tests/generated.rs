//! The committed crate's own tests: every documented example, and the support code where it is copied to.

mod cargo;

#[test]
fn the_generated_crate_passes_its_own_tests() {
    cargo::test("generated", "generated", &["--all-features"]);
}
