//! What this program is called where it runs.

use std::env;
use std::ffi::OsStr;
use std::path::Path;

/// The name that the binary is built and installed under.
pub(crate) const BINARY: &str = env!("CARGO_BIN_NAME");

/// How the user calls the program: `cargo xtask` in its own workspace, or the installed binary's name.
pub(crate) fn name() -> String {
    if is_run_by_cargo() {
        return "cargo xtask".to_owned();
    }
    let called = env::args_os().next().unwrap_or_default();
    Path::new(&called)
        .file_stem()
        .map_or_else(|| BINARY.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Whether `cargo run` started the program, in its own workspace.
pub(crate) fn is_run_by_cargo() -> bool {
    // Cargo may run another package that calls the installed binary; what it says of that package is not about us.
    let package = env::var_os("CARGO_MANIFEST_DIR");
    package.as_deref() == Some(OsStr::new(env!("CARGO_MANIFEST_DIR")))
}
