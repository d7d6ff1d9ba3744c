//! Runs cargo for a crate that is not a member of the workspace.

use std::path::Path;
use std::process::Command;

/// Runs `cargo test` for the crate in `folder`, which is relative to the repository.
#[allow(dead_code, reason = "not every test binary runs tests")]
pub(crate) fn test(folder: &str, target: &str, arguments: &[&str]) {
    run("test", &repository().join(folder), target, arguments);
}

/// The repository's folder.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the repository")
}

/// Runs a command of cargo for the crate in a folder, and gives what it told.
///
/// The crate builds in a folder of its own below the workspace's target folder, so that the second run is quick and the
/// lock of the `cargo test` that runs us does not matter.
pub(crate) fn run(command: &str, folder: &Path, target: &str, arguments: &[&str]) -> String {
    let targets =
        Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder for tests is below the target");
    let output = Command::new(env!("CARGO"))
        .arg(command)
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(targets.join(target))
        .args(arguments)
        .output()
        .expect("cargo runs");
    let told =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(
        output.status.success(),
        "cargo {command} in {} fails ({}):\n{told}",
        folder.display(),
        output.status
    );
    told
}
