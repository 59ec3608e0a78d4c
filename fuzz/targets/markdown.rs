//! Markdown, in each place that takes it.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::within_a_second(|| fuzz::expected::markdown(text)));
