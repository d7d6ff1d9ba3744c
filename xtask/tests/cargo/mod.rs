//! Runs the tests of a crate that is no member of the workspace.

use std::path::Path;
use std::process::Command;

/// Runs `cargo test` for the crate in `folder`, which is relative to the repository.
///
/// The crate builds in a folder of its own below the workspace's target folder, so that the second run is quick and the
/// lock of the `cargo test` that runs us does not matter.
pub(crate) fn test(folder: &str, target: &str, arguments: &[&str]) {
    let repository =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the repository");
    let targets =
        Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder for tests is below the target");
    let output = Command::new(env!("CARGO"))
        .arg("test")
        .arg("--manifest-path")
        .arg(repository.join(folder).join("Cargo.toml"))
        .arg("--target-dir")
        .arg(targets.join(target))
        .args(arguments)
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "the tests of {folder} fail ({}):\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stderr),
        String::from_utf8_lossy(&output.stdout),
    );
}
