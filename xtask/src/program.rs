//! What this program is called where it runs.

use std::env;
use std::ffi::OsStr;
use std::path::Path;

/// The name when nothing else is known: that of the binary.
const BINARY: &str = env!("CARGO_BIN_NAME");

/// How the user calls the program: `cargo xtask` in its own workspace, or the installed binary's name.
pub(crate) fn name() -> String {
    // Another package's cargo may well run the installed binary; its variables say nothing about us.
    let package = env::var_os("CARGO_MANIFEST_DIR");
    if package.as_deref() == Some(OsStr::new(env!("CARGO_MANIFEST_DIR"))) {
        return "cargo xtask".to_owned();
    }
    let called = env::args_os().next().unwrap_or_default();
    Path::new(&called)
        .file_stem()
        .map_or_else(|| BINARY.to_owned(), |stem| stem.to_string_lossy().into_owned())
}
