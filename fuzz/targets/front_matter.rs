//! A page's whole file: the keys before all.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzz::front_matter(text));
