#![no_main]

use ::support::support;

#[path = "../../codegen/support/src/tests/fuzz.rs"]
mod fuzz;

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::scalars(text));
