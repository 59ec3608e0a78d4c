//! The file about the business.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::within_a_second(|| fuzz::expected::site_yaml(text)));
