#![no_main]
#![allow(dead_code, unused_imports, reason = "the command's own files: what reads a file is not called here")]

include!("command.rs");

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::PARSERS[1].1(text));
