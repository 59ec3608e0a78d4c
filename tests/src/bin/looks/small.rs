//! The small sheet: a few pages on one picture, for documents about the site.

use std::{fmt::Write as _, path::Path};

use crate::{
    Fallible,
    camera::{Camera, Format, Scheme, window},
    sheet::{document, text},
    templates::{TEMPLATES, Template},
    write,
};

/// How wide it is, px.
const WIDTH: u32 = 1600;

/// How large its file may be, bytes.
const MOST: usize = 300_000;

/// Qualities of WebP, of which the first is taken that makes it small enough.
const QUALITIES: [u32; 4] = [75, 65, 55, 45];

const PHONE: u32 = 390;
const DESKTOP: u32 = 1280;

/// The phone is as high as the two other pictures of its page.
const STYLE: &str = "
    body { box-sizing: border-box; width: 1600px; margin: 0; padding: 20px 24px 28px;
        font: 17px/1.3 'DejaVu Sans', system-ui, sans-serif; color: #222; background: #ccc8c4; }
    header { display: flex; justify-content: space-between; margin-block-end: 18px; }
    main { display: grid; grid-template-columns: 1fr 1fr; gap: 26px 28px; }
    h2 { margin: 0 0 8px; font-size: 17px; }
    h2 span { font-weight: normal; }
    section > div { display: grid; grid-template-columns: 276px 1fr; gap: 12px; }
    .wide { display: grid; align-content: space-between; gap: 12px; }
    .shot { overflow: hidden; background: white; }
    .dark { background: black; }
    img { display: block; width: 100%; height: auto; }
";

/// Draws the sheet of the pictures in a folder.
pub async fn picture(camera: &Camera<'_>, folder: &Path, caption: &str) -> Fallible<Vec<u8>> {
    let file = folder.join("sheet.html");
    write(&file, html(caption).as_bytes())?;
    camera.open_file(&file, WIDTH, window(WIDTH)).await?;
    let height = camera.height().await?;
    let mut picture = Vec::new();
    for quality in QUALITIES {
        picture = camera.take((WIDTH, height), 1.0, Format::WebP(quality)).await?;
        if picture.len() <= MOST {
            break;
        }
    }
    Ok(picture)
}

fn html(caption: &str) -> String {
    let caption = text(caption);
    let mut body = format!(
        "<header><strong>{caption}</strong>\
         <span>{PHONE} px in light, {DESKTOP} px in light and in dark</span></header>\n<main>\n"
    );
    for template in TEMPLATES.iter().filter(|template| template.is_main) {
        _ = writeln!(
            body,
            "<section><h2>{} <span>{caption}</span></h2><div>{}<div class=\"wide\">{}{}</div></div></section>",
            text(&template.address()),
            shot(template, PHONE, Scheme::Light),
            shot(template, DESKTOP, Scheme::Light),
            shot(template, DESKTOP, Scheme::Dark),
        );
    }
    document(STYLE, &(body + "</main>"))
}

/// A page's first window and a half.
fn shot(template: &Template, width: u32, scheme: Scheme) -> String {
    let height = window(width) * 3 / 2;
    let file = template.file(width, scheme);
    let scheme = scheme.name();
    format!(
        "<div class=\"shot {scheme}\" style=\"aspect-ratio: {width} / {height}\"><img src=\"{file}\" alt=\"\"></div>"
    )
}
