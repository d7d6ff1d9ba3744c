#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen::fuzz::path_template(text));
