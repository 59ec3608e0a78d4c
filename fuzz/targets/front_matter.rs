//! A page's whole file: the keys before all.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::within_a_second(|| fuzz::expected::front_matter(text)));
