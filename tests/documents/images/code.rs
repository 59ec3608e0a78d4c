//! What pictures cost beside themselves.

use std::fs;

use ::images::FOLDER;

use super::{dist, pages};

/// What pictures add for the browser, in bytes, Brotli 11: a script, and in the page a style and
/// what fetches the script.
const CODE: usize = 2 * 1024;

#[test]
fn pages_with_pictures_pay_for_them_and_others_do_not() {
    let weight = |text: &str| {
        let mut compressed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
        brotli::BrotliCompress(&mut text.as_bytes(), &mut compressed, &params).expect("Brotli")
    };
    for (route, html) in pages() {
        let tags = html.split_once("<style id=\"images_style\">");
        assert_eq!(tags.is_some(), html.contains(FOLDER), "{route}");
        let Some((before, rest)) = tags else { continue };
        let (code, after) = rest.split_once("</script>").expect("a script behind the style");
        let without =
            [before, "<style id=\"images_style\"></style><script type=\"module\"></script>", after].concat();
        let (_, address) = code.split_once("import(\"").expect("the script's address");
        let script = dist().join(address.split('"').next().unwrap_or_default().trim_start_matches('/'));
        let script = fs::read_to_string(script).expect("a script");
        let code = weight(&html) - weight(&without) + weight(&script);
        assert!(code <= CODE, "{route}: {code} of {CODE} bytes");
    }
}

#[test]
fn pages_with_pictures_are_not_in_the_client() {
    let files = fs::read_dir(dist().join("assets")).expect("assets").map(|file| file.expect("a file").path());
    let mut clients = files.filter(|file| file.extension().is_some_and(|it| it == "wasm"));
    let client = fs::read(clients.next().expect("a client")).expect("a file");
    let has = |text: &str| client.windows(text.len()).any(|it| it == text.as_bytes());
    assert!(has("<article") || has("<h1"), "some pages are");
    assert!(!has("images_style"));
}
