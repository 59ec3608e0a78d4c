//! The pictures of the fixture site `tests/sites/pictures`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use image::RgbImage;
use moxcms::ColorProfile;
use rayon::prelude::*;

use super::{Metadata, Photograph, cut_out, jpeg, lossless_webp, png, webp, with};

/// A picture to be drawn: where, what, and how it is written.
struct Planned {
    /// From the content folder on.
    file: String,
    subject: u64,
    after: bool,
    word: String,
    width: u32,
    height: u32,
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    /// As its ending says, without metadata.
    Plain,
    /// With position, name and camera.
    Personal,
    /// Stored lying on its side, to be turned by what EXIF says.
    Turned,
    /// In the colours of newer telephones.
    WideColours,
    /// Cut out: nothing is around it.
    CutOut,
}

/// Draws the pictures of the site in `folder` that are not there yet.
///
/// # Errors
/// A file that cannot be written.
pub fn draw(folder: &Path) -> io::Result<()> {
    let missing = |it: &Planned| !folder.join(&it.file).exists();
    let planned: Vec<_> = plan().into_iter().filter(missing).collect();
    planned.par_iter().try_for_each(|it| write(&folder.join(&it.file), &it.encoded()))
}

/// Writes a file at once: half a picture would never be drawn again.
pub fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    let mut unfinished = PathBuf::from(file);
    unfinished.add_extension("unfinished");
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, file)
}

fn plan() -> Vec<Planned> {
    let mut planned = Vec::new();
    let mut add = |file: &str, subject: u64, after: bool, (width, height): (u32, u32), form: Form| {
        let kind = if after { "AFTER" } else { "BEFORE" };
        let word =
            if file.contains("before") || after { format!("{subject} {kind}") } else { subject.to_string() };
        planned.push(Planned { file: file.to_owned(), subject, after, word, width, height, form });
    };
    let mut pair = |before: &str, after: &str, subject, sizes: [(u32, u32); 2], forms: [Form; 2]| {
        add(before, subject, false, sizes[0], forms[0]);
        add(after, subject, true, sizes[1], forms[1]);
    };

    let tall = (740, 987);
    for (number, (name, ending, sizes, forms)) in RESULTS.iter().enumerate() {
        let file = |kind| format!("img/results/{name}-{:03}-{kind}.{ending}", number + 1);
        pair(&file("before"), &file("after"), number as u64 + 1, *sizes, *forms);
    }
    for number in 1..=3 {
        let file = |kind| format!("img/three/three-{number:03}-{kind}.jpg");
        pair(&file("before"), &file("after"), 20 + number, [tall; 2], [Form::Plain; 2]);
    }
    for number in 1..=21 {
        let file = |kind| format!("care/folder.hero/folder-{number:03}-{kind}.webp");
        let form = if number == 1 { Form::Personal } else { Form::Plain };
        // Three drawings seven times: what is the same is published once, and takes its time once.
        pair(&file("before"), &file("after"), 101 + number % 3, [tall; 2], [form; 2]);
    }
    for (file, subject, size, form) in OTHERS {
        add(file, *subject, false, *size, *form);
    }
    planned
}

type Pair = (&'static str, &'static str, [(u32, u32); 2], [Form; 2]);

/// The words in the names of both, their ending, sizes and forms. Published names have
/// none of the words.
const RESULTS: &[Pair] = &[
    ("jane-doe", "jpg", [(740, 987); 2], [Form::Turned, Form::Personal]),
    ("john-roe", "jpg", [(1200, 1600); 2], [Form::WideColours; 2]),
    ("forehead", "webp", [(740, 987); 2], [Form::Personal; 2]),
    ("cut-out", "png", [(740, 987); 2], [Form::CutOut; 2]),
    ("nearly", "webp", [(740, 987), (743, 987)], [Form::Plain; 2]),
    ("wide", "jpg", [(1200, 800); 2], [Form::Plain; 2]),
    // Shapes that differ by 3 and by 10 %.
    ("a-little", "webp", [(740, 987), (740, 957)], [Form::Plain; 2]),
    ("differing", "jpg", [(740, 987), (740, 897)], [Form::Plain; 2]),
];

const OTHERS: &[(&str, u64, (u32, u32), Form)] = &[
    ("img/gallery/room.jpg", 51, (1600, 1200), Form::Personal),
    ("img/gallery/table.webp", 52, (1200, 1200), Form::Plain),
    ("img/gallery/lamp.png", 53, (900, 1200), Form::CutOut),
    ("img/gallery/window.jpg", 54, (1600, 1067), Form::WideColours),
    ("img/gallery/plant.jpg", 55, (800, 1200), Form::Turned),
    ("img/gallery/chair.webp", 56, (720, 540), Form::Plain),
    ("img/house.jpg", 61, (1600, 1067), Form::Personal),
    ("street.jpg", 62, (1200, 800), Form::Plain),
    ("img/portraits/one.jpg", 71, (740, 740), Form::Personal),
    ("img/portraits/two.jpg", 72, (740, 740), Form::Plain),
    ("img/portraits/three.webp", 73, (800, 800), Form::Plain),
    ("img/hero.jpg", 81, (1600, 1067), Form::WideColours),
];

impl Planned {
    fn encoded(&self) -> Vec<u8> {
        let Self { subject, after, width, height, .. } = *self;
        let image = Photograph { subject, after, word: &self.word, width, height }.draw();
        let (image, metadata) = match self.form {
            Form::Plain | Form::CutOut => (image, Metadata::default()),
            Form::Personal => (image, Metadata { xmp: true, iptc: true, ..Metadata::personal() }),
            // The sixth way: to be turned clockwise by a quarter.
            Form::Turned => {
                let metadata = Metadata { orientation: Some(6), ..Metadata::personal() };
                (image::imageops::rotate270(&image), metadata)
            }
            Form::WideColours => {
                let profile = ColorProfile::new_display_p3().encode().expect("a profile");
                (image, Metadata { profile: Some(profile), ..Metadata::default() })
            }
        };
        with(&self.file(&image), &metadata)
    }

    /// As the name's ending says.
    fn file(&self, image: &RgbImage) -> Vec<u8> {
        let is_cut_out = matches!(self.form, Form::CutOut);
        match self.file.rsplit('.').next() {
            Some("jpg") => jpeg(image),
            Some("png") if is_cut_out => png(&cut_out(image).into()),
            Some("png") => png(&image.clone().into()),
            _ if is_cut_out => lossless_webp(&cut_out(image).into()),
            _ => webp(image, 90.0),
        }
    }
}
