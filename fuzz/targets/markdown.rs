//! Markdown, in each place that takes it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::markdown(text));
