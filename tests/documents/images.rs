//! The published pictures of the site `pictures`: nothing is in them that cameras write about
//! people and places, and no more bytes than a phone needs.

mod code;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use ::images::FOLDER;
use drawing::{ARTIST, webp_chunks, webp_size};
use scraper::{ElementRef, Html, Selector};
use tests::{root, routes_in, site};
use walkdir::WalkDir;

/// Bytes of a picture 360 pixels wide.
const BYTES: [(&str, usize); 2] = [("avif", 12 * 1024), ("webp", 20 * 1024)];

/// What cameras and programs write, and the site's editors for themselves: in no file.
const SECRETS: [&str; 14] = [
    ARTIST,
    "Secretive",
    "jane-doe",
    "john-roe",
    "C-0142",
    "C-0143",
    "C-0001",
    "C-0002",
    "C-0003",
    "Exif\0\0",
    "ns.adobe.com",
    "ICC_PROFILE",
    "Photoshop 3.0",
    "GPSLatitude",
];

fn dist() -> PathBuf {
    site("pictures")
}

/// Every file below a folder.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let all = WalkDir::new(folder).into_iter().map(|entry| entry.expect("a file"));
    all.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path)
}

fn ending(file: &Path) -> &str {
    file.extension().and_then(|it| it.to_str()).unwrap_or_default()
}

/// What is in a file, without its compression.
fn content(file: &Path) -> Vec<u8> {
    let raw = fs::read(file).expect("a file");
    let mut content = Vec::new();
    match ending(file) {
        "br" => brotli::Decompressor::new(&raw[..], 4096).read_to_end(&mut content),
        "gz" => flate2::read::GzDecoder::new(&raw[..]).read_to_end(&mut content),
        _ => return raw,
    }
    .expect("a compressed file");
    content
}

/// A published picture, as its name says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    hash: String,
    width: u32,
    format: String,
}

impl Named {
    fn parse(name: &str) -> Option<Self> {
        let (stem, format) = name.split_once('.')?;
        let (hash, width) = stem.split_once('-')?;
        let is_hash = hash.len() >= 8 && hash.bytes().all(|it| it.is_ascii_hexdigit());
        let is_known = BYTES.iter().any(|(known, _)| *known == format);
        let width = width.parse().ok().filter(|_| is_hash && is_known)?;
        Some(Self { hash: hash.to_owned(), width, format: format.to_owned() })
    }

    fn file(&self) -> PathBuf {
        let name = format!("{}-{}.{}", self.hash, self.width, self.format);
        dist().join(FOLDER.trim_matches('/')).join(name)
    }
}

/// All that are published.
fn published() -> BTreeSet<Named> {
    let names = files(&dist().join(FOLDER.trim_matches('/'))).map(|file| {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        Named::parse(&name).unwrap_or_else(|| panic!("{name}: hash, width, and a known ending"))
    });
    let names: BTreeSet<_> = names.collect();
    assert!(names.len() > 100, "{}", names.len());
    names
}

/// Those that a text names.
fn named(text: &str) -> BTreeSet<Named> {
    let ends = |it: char| !(it.is_ascii_alphanumeric() || it == '-' || it == '.');
    let names = text.split(FOLDER).skip(1).map(|rest| rest.split(ends).next().unwrap_or_default());
    names.map(|name| Named::parse(name).unwrap_or_else(|| panic!("{name}"))).collect()
}

/// Pages with their routes.
fn pages() -> Vec<(String, String)> {
    let read = |route: String| {
        let file = dist().join(route.trim_start_matches('/')).join("index.html");
        (route, fs::read_to_string(file).expect("a page"))
    };
    routes_in(&dist()).into_iter().map(read).collect()
}

fn select<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The boxes of a file in the ISO base media file format (ISO/IEC 14496-12, 4.2), those in
/// other boxes too, with what is in them.
fn boxes<'a>(mut rest: &'a [u8], found: &mut Vec<(&'a [u8], &'a [u8])>) {
    while let Some((header, _)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([header[0], header[1], header[2], header[3]]) as usize;
        // 0: to the end of the file. (1 would be a length of 64 bits, which no picture needs.)
        let end = if length == 0 { rest.len() } else { length };
        assert!((8..=rest.len()).contains(&end), "a box of {length} bytes");
        let (name, inside) = (&rest[4..8], &rest[8..end]);
        found.push((name, inside));
        // Behind version and flags, and the number of items in a list.
        match name {
            b"iprp" | b"ipco" => boxes(inside, found),
            b"meta" => boxes(&inside[4..], found),
            b"iinf" => boxes(&inside[if inside[0] == 0 { 6 } else { 8 }..], found),
            _ => {}
        }
        rest = &rest[end..];
    }
}

/// Width and height of an AVIF, and what it has beside pixels.
fn avif(file: &[u8]) -> ((u32, u32), Vec<String>) {
    let mut found = Vec::new();
    boxes(file, &mut found);
    let number = |at: &[u8]| u32::from_be_bytes([at[0], at[1], at[2], at[3]]);
    let size =
        found.iter().find(|(name, _)| *name == b"ispe").map(|(_, it)| (number(&it[4..]), number(&it[8..])));
    let metadata = found.iter().filter_map(|(name, inside)| {
        let kind = match *name {
            // Behind version, flags, the item's number and its protection.
            b"infe" if inside[0] < 3 => &inside[8..12],
            b"infe" => &inside[10..14],
            b"colr" => &inside[..4],
            b"uuid" | b"udta" => *name,
            _ => return None,
        };
        // Pixels, transparency's among them, and colours as four numbers.
        (!matches!(kind, b"av01" | b"nclx")).then(|| String::from_utf8_lossy(kind).into_owned())
    });
    (size.expect("a size"), metadata.collect())
}

/// Width and height of a WebP, and what it has beside pixels.
fn webp(file: &[u8]) -> ((u32, u32), Vec<String>) {
    let chunks = webp_chunks(file);
    let metadata = chunks.iter().filter(|(name, _)| !matches!(name, b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH"));
    let metadata = metadata.map(|(name, _)| String::from_utf8_lossy(name).into_owned()).collect();
    (webp_size(&chunks), metadata)
}

#[test]
fn no_file_has_what_only_the_clinic_knows() {
    let is_picture = |file: &PathBuf| matches!(ending(file), "jpg" | "png" | "webp");
    let originals: Vec<_> = files(&root().join("tests/sites/pictures"))
        .filter(is_picture)
        .map(|file| file.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert!(originals.len() > 50, "the program that draws them has run");
    let secrets: Vec<_> = SECRETS.into_iter().chain(originals.iter().map(String::as_str)).collect();
    for file in files(&dist()) {
        let content = content(&file);
        for secret in &secrets {
            let found = memchr::memmem::find(&content, secret.as_bytes());
            assert_eq!(found, None, "{secret:?} in {}", file.display());
        }
    }
}

#[test]
fn no_published_picture_has_anything_but_pixels() {
    for picture in published() {
        let file = fs::read(picture.file()).expect("a picture");
        let ((width, _), metadata) = if picture.format == "avif" { avif(&file) } else { webp(&file) };
        assert_eq!(metadata, [""; 0], "{picture:?}");
        assert_eq!(width, picture.width, "{picture:?}");
    }
}

#[test]
fn every_picture_is_there_in_both_formats_and_used() {
    let published = published();
    let mut used = BTreeSet::new();
    for (route, html) in pages() {
        for picture in named(&html) {
            for (format, _) in BYTES {
                let picture = Named { format: format.to_owned(), ..picture.clone() };
                assert!(published.contains(&picture), "{route}: {picture:?}");
            }
            used.insert(picture.hash);
        }
    }
    let hashes: BTreeSet<_> = published.iter().map(|picture| picture.hash.clone()).collect();
    assert_eq!(hashes, used, "nothing is published that no page shows");
    for page in ["/", "/about", "/none"] {
        let (_, html) = pages().into_iter().find(|(route, _)| route == page).expect("a page");
        assert!(!html.contains(FOLDER), "{page} has no picture");
    }
}

#[test]
fn no_picture_is_wider_than_its_original() {
    let mut widest = BTreeMap::new();
    for picture in published() {
        let width = widest.entry(picture.hash).or_insert(0);
        *width = picture.width.max(*width);
    }
    assert!(widest.values().all(|width| *width <= 1080));
    let of = |route: &str, selector: &str| -> BTreeSet<u32> {
        let (_, html) = pages().into_iter().find(|(it, _)| it == route).expect("a page");
        let document = Html::parse_document(&html);
        let images = select(&document, selector);
        assert!(!images.is_empty(), "{route}: {selector}");
        let names = images.iter().filter_map(|image| image.attr("src")).flat_map(named);
        names.map(|picture| widest[&picture.hash]).collect()
    };
    // As they are drawn: all of 740 pixels, one of 720, one of 1,600.
    assert_eq!(of("/care/folder", "main img"), BTreeSet::from([720]));
    assert_eq!(of("/results", "img[alt$='the number 56']"), BTreeSet::from([720]));
    assert_eq!(of("/results", "img[alt$='the number 51']"), BTreeSet::from([1080]));
}

#[test]
fn a_picture_for_a_phone_weighs_little() {
    for (format, most) in BYTES {
        let small = published().into_iter().filter(|it| it.width == 360 && it.format == format);
        let weights: Vec<_> =
            small.map(|it| (fs::read(it.file()).expect("a picture").len(), it.hash)).collect();
        let heaviest = weights.iter().max().expect("a picture");
        assert!(heaviest.0 <= most, "{format}: {heaviest:?}");
    }
}

#[test]
fn every_picture_has_its_place_before_it_comes() {
    for (route, html) in pages() {
        let document = Html::parse_document(&html);
        let images = select(&document, &format!("img[src^='{FOLDER}']"));
        for image in &images {
            let attribute = |name| image.attr(name).unwrap_or_default();
            let side = |name| attribute(name).parse::<f64>().unwrap_or_else(|_| panic!("{route}: {name}"));
            let picture = named(attribute("src")).into_iter().next().expect("a picture");
            assert_eq!(picture.format, "webp", "{route}: the last resort");
            let ((width, height), _) = webp(&fs::read(picture.file()).expect("a picture"));
            let (said, is) = (side("width") / side("height"), f64::from(width) / f64::from(height));
            assert!((said / is - 1.0).abs() < 0.01, "{route}: {picture:?} is not {said}");
            assert!(!attribute("alt").is_empty(), "{route}: {picture:?} has no words");
        }
        let first = images.iter().filter(|image| image.attr("fetchpriority") == Some("high")).count();
        let late = images.iter().filter(|image| image.attr("loading") == Some("lazy")).count();
        assert!(first <= 1, "{route}: one is the first");
        assert!(late >= images.len().saturating_sub(2), "{route}: what is below the first screen can wait");
    }
}

#[test]
fn no_picture_is_given_to_other_sites() {
    for (route, html) in pages() {
        let document = Html::parse_document(&html);
        for element in select(&document, "meta, link, script[type='application/ld+json']") {
            // A link in the head loads it for this page alone.
            let is_given = element.attr("rel").is_none_or(|rel| !rel.contains("preload"));
            assert!(!is_given || !element.html().contains(FOLDER), "{route}: {}", element.html());
        }
    }
    for file in ["sitemap.xml", "llms.txt", "manifest.webmanifest"] {
        let text = fs::read_to_string(dist().join(file)).expect("a file");
        assert!(!text.contains(FOLDER), "{file}");
    }
}
