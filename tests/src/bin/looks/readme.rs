//! The pictures that the README shows.

use std::path::Path;

use tests::server::Server;

use crate::{
    Fallible,
    camera::{Camera, Format, Scheme},
    sheet::document,
    write,
};

/// The page at the README's top, and its window.
const TREATMENT: &str = "/microneedling/hair-loss";
const WINDOW: (u32, u32) = (1280, 860);

/// Pages on a phone that is higher than phones are: more is seen.
const PHONES: [(&str, Scheme); 3] =
    [("/", Scheme::Light), ("/microneedling", Scheme::Dark), ("/book", Scheme::Light)];
const PHONE: (u32, u32) = (390, 1500);

/// Between two phones, px.
const GAP: u32 = 19;

/// How much smaller the phones are shown.
const SCALE: f64 = 0.75;

/// Each with its file's name.
pub async fn pictures(
    camera: &Camera<'_>,
    server: &Server,
    folder: &Path,
) -> Fallible<[(&'static str, Vec<u8>); 2]> {
    let treatment = windowed(camera, server, TREATMENT, WINDOW, Scheme::Light).await?;
    Ok([("treatment.png", treatment), ("phone.png", phones(camera, server, folder).await?)])
}

/// Three phones beside each other.
async fn phones(camera: &Camera<'_>, server: &Server, folder: &Path) -> Fallible<Vec<u8>> {
    let mut body = String::new();
    for (at, (path, scheme)) in PHONES.into_iter().enumerate() {
        let file = format!("readme-phone-{at}.png");
        write(&folder.join(&file), &windowed(camera, server, path, PHONE, scheme).await?)?;
        body += &format!("<img src=\"{file}\" alt=\"\">");
    }
    let style = format!("body {{ display: flex; gap: {GAP}px; margin: 0; background: #808080; }}");
    let file = folder.join("readme-phones.html");
    write(&file, document(&style, &body).as_bytes())?;
    let width = PHONE.0 * 3 + GAP * 2;
    camera.open_file(&file, width, PHONE.1).await?;
    camera.take((width, PHONE.1), SCALE, Format::Png).await
}

/// What a window of this size shows of a page.
async fn windowed(
    camera: &Camera<'_>,
    server: &Server,
    path: &str,
    (width, height): (u32, u32),
    scheme: Scheme,
) -> Fallible<Vec<u8>> {
    let told = |error| format!("{path} at {width} px: {error}");
    camera.open_in(&server.url(path), width, height, 200).await.map_err(told)?;
    camera.show(scheme).await?;
    camera.take((width, height), 1.0, Format::Png).await
}
