#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen::fuzz::http(text));
