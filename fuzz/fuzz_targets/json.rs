#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen::fuzz::json(text));
