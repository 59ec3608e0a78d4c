//! The file about the business.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::site_yaml(text));
