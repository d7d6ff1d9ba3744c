//! A program outside the workspace depends on `generated` by path and talks to a service on loopback: see `downstream/`.

mod cargo;

#[test]
fn a_program_outside_the_workspace_uses_the_generated_crate() {
    cargo::test("xtask/tests/downstream", "downstream", &["--locked"]);
}
