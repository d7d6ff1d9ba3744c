#![no_main]
#![allow(dead_code, reason = "the command's own files: what reads a file is not called here")]

#[path = "../../xtask/src/corrections.rs"]
mod corrections;
#[path = "../../xtask/src/paths.rs"]
mod paths;

// Whatever the text of a user's corrections, each entry that is read has its place, and an error names one.
libfuzzer_sys::fuzz_target!(|text: &str| match corrections::parse(text, "corrections.toml") {
    Ok(entries) => assert!(entries.iter().all(|entry| entry.place.starts_with("corrections.toml:"))),
    Err(error) => assert!(error.to_string().starts_with("corrections.toml:")),
});
