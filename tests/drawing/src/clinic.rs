//! A whole site like a clinic's older tree: pages whose pictures lie in folders beside them,
//! each of which says where it was taken. Its words mean nothing, so that nobody takes
//! them for a clinic's.

use std::{fmt::Write as _, fs, io, path::Path};

use rayon::prelude::*;

use super::{Metadata, Photograph, noise::Chance, site::write, webp, with};

/// Folders of treatments, and the treatments in each.
const TREATMENTS: (usize, usize) = (6, 6);

/// Pages in the folder of places, beside its own.
const PLACES: usize = 61;

/// How many pages have a great many pairs, and how many that is.
const GREAT: (usize, usize) = (12, 21);

const BUSINESS: &str = "\
name: A Generated Clinic
url: https://generated.example
email: hello@generated.example
places:
  - name: Northville
    city: Northville
    region: TN
booking:
  form_action: /submit
navigation:
  header:
    - /places
  footer:
    - /book
";

/// Writes 108 pages with `pairs` pairs of pictures into `folder`, and nothing else stays there.
///
/// # Errors
/// A folder with another site in it, and a file that cannot be written.
pub fn write_clinic(folder: &Path, pairs: usize) -> io::Result<()> {
    if folder.exists() {
        if !fs::read_to_string(folder.join("site.yaml")).is_ok_and(|it| it == BUSINESS) {
            return Err(io::Error::other(format!("{}: this is not a generated site", folder.display())));
        }
        fs::remove_dir_all(folder)?;
    }
    let mut words = Words(Chance::new(14));
    let files = plan();
    write(&folder.join("site.yaml"), BUSINESS.as_bytes())?;
    for file in &files {
        write(&folder.join(format!("{file}.md")), words.page(file).as_bytes())?;
    }

    // As many at a time as there are cores, so that little memory is needed.
    pictures(&files, pairs).par_iter().enumerate().try_for_each(|(number, stem)| {
        [("before", false), ("after", true)].into_iter().try_for_each(|(kind, after)| {
            let word = format!("{} {kind}", number + 1);
            let subject = 1000 + number as u64;
            // From many programs and years: 100 to 160 KB.
            let quality = 93.0 + (number % 5) as f32;
            let image = Photograph { subject, after, word: &word, width: 740, height: 987 }.draw();
            let file = with(&webp(&image, quality), &Metadata::personal());
            write(&folder.join(format!("{stem}-{kind}.webp")), &file)
        })
    })
}

/// The pages' files without their ending: those outside of folders, treatments, places.
fn plan() -> Vec<String> {
    let mut files: Vec<_> =
        ["index", "book", "book/sent", "book/failed", "places/index"].map(str::to_owned).into();
    for folder in 1..=TREATMENTS.0 {
        files.push(format!("care-{folder}/index"));
        files.extend((1..=TREATMENTS.1).map(|page| format!("care-{folder}/treatment-{folder}-{page}")));
    }
    files.extend((1..=PLACES).map(|page| format!("places/place-{page}")));
    files
}

/// Where each pair lies, without what its two files' names end in.
fn pictures(files: &[String], pairs: usize) -> Vec<String> {
    let has_some = |file: &&String| file.contains("/treatment-") || file.contains("/place-");
    let (great, others): (Vec<_>, Vec<_>) =
        files.iter().filter(has_some).enumerate().partition(|(number, _)| *number < GREAT.0);
    let many = great.iter().flat_map(|(_, file)| (1..=GREAT.1).map(move |number| (file, number)));
    // One for each of the others, then a second one, and so on.
    let few = (1..).flat_map(|number| others.iter().map(move |(_, file)| (file, number)));
    let stem = |(file, number): (&&String, usize)| {
        let name = file.rsplit('/').next().unwrap_or(file);
        format!("{file}.hero/{name}-{number:03}")
    };
    many.chain(few).take(pairs).map(stem).collect()
}

/// Words without a meaning, the same ones each time.
struct Words(Chance);

impl Words {
    fn some(&mut self, count: usize) -> String {
        const PARTS: [&str; 16] = [
            "bal", "dor", "fen", "gal", "hen", "kal", "lor", "mer", "nal", "ol", "pel", "ren", "sal", "tor",
            "ver", "zan",
        ];
        let part = |chance: &mut Chance| PARTS[chance.next() as usize % PARTS.len()];
        let words = (0..count).map(|_| format!("{}{}", part(&mut self.0), part(&mut self.0)));
        words.collect::<Vec<_>>().join(" ")
    }

    fn sentence(&mut self) -> String {
        format!("So {}.", self.some(13))
    }

    fn paragraph(&mut self) -> String {
        (0..5).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    /// A page's text with its front matter.
    fn page(&mut self, file: &str) -> String {
        let name = file.trim_end_matches("/index").replace(['/', '-'], " ");
        let mut text = format!(
            "---\nname: The {name}\ntagline: {}\ntitle: The {name}\nmetaDescription: Generated words on {name}, which are {}.\nshortDescription: {}\n",
            self.some(4),
            self.some(12),
            self.sentence(),
        );
        match file {
            "book" => text.push_str("sections:\n  - type: booking-form\n    title: Your request\n"),
            "book/sent" | "book/failed" => text.push_str("unlisted: true\n"),
            "index" => {}
            _ => self.sections(&mut text, &name),
        }
        text.push_str("---\n");
        for _ in 0..4 {
            _ = write!(text, "## On {}\n\n{}\n\n", self.some(3), self.paragraph());
        }
        text
    }

    /// What the pages of treatments and places have.
    fn sections(&mut self, text: &mut String, name: &str) {
        _ = write!(
            text,
            "ctaText: Book the {name}\nsections:\n  - type: features-grid\n    title: On {}\n    items:\n",
            self.some(2)
        );
        for _ in 0..3 {
            _ = writeln!(
                text,
                "      - title: On {}\n        description: {}",
                self.some(2),
                self.sentence()
            );
        }
        _ = write!(text, "  - type: faq-accordion\n    title: Questions on {name}\n    items:\n");
        for _ in 0..7 {
            let (question, answer) = (self.some(5), self.paragraph());
            _ = writeln!(text, "      - question: Is it {question}?\n        answer: {answer}");
        }
    }
}
