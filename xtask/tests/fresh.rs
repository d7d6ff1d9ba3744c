//! The committed crate is what the generator writes.

use std::process::Command;

#[test]
fn the_committed_crate_is_current() {
    let checked = Command::new(env!("CARGO_BIN_EXE_pages-to-crate"))
        .args(["codegen", "--check", "--color", "never"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .output()
        .expect("the program runs");
    assert!(
        checked.status.success(),
        "`generated` is not current; run: cargo xtask codegen\n{}{}",
        String::from_utf8_lossy(&checked.stdout),
        String::from_utf8_lossy(&checked.stderr)
    );
}
