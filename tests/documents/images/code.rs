//! What pictures cost beside themselves.

use std::fs;

use ::images::FOLDER;

use super::{dist, pages};

/// What pictures add for the browser, in bytes, Brotli 11: a script, and a style in the page.
const CODE: usize = 2 * 1024;

#[test]
fn pages_with_pictures_pay_for_them_and_others_do_not() {
    let weight = |text: &str| {
        let mut compressed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
        brotli::BrotliCompress(&mut text.as_bytes(), &mut compressed, &params).expect("Brotli")
    };
    for (route, html) in pages() {
        let style = html.find("<style media=\"all\">").zip(html.find("</style><script type=\"module\""));
        assert_eq!(style.is_some(), html.contains(FOLDER), "{route}");
        let Some((start, end)) = style else { continue };
        let without = [&html[..start], &html[end + "</style>".len()..]].concat();
        let (_, rest) = html[end..].split_once("src=\"").expect("a script");
        let script = dist().join(rest.split('"').next().unwrap_or_default().trim_start_matches('/'));
        let script = fs::read_to_string(script).expect("a script");
        let code = weight(&html) - weight(&without) + weight(&script);
        assert!(code <= CODE, "{route}: {code} of {CODE} bytes");
    }
}
