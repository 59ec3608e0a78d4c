//! Sites of any number of pages, to measure how builds and downloads grow.
//!
//! Pages are shaped like real ones; their words mean nothing, so that nobody takes
//! them for a clinic's. The same site comes from the same name on every machine.

use std::{
    collections::{BTreeSet, VecDeque},
    fmt::{self, Write as _},
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};

use crate::{
    prose::{Prose, slug},
    run::Fallible,
};

/// A site to be generated, written as `flat-114` or `nested-10000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generated {
    /// Whether pages are in folders of folders; else nearly all of them are in one.
    pub nested: bool,
    /// How many pages it has in all.
    pub pages: usize,
}

/// Pages outside of folders, as files.
const OUTSIDE: [&str; 4] = ["index", "book", "contact", "privacy"];

/// Folders beside the one with nearly all pages, and the pages in each.
const BESIDE: [usize; 3] = [3; 3];

/// Folders right below the home page, pages in a folder and folders in it, of a nested site.
const NESTED: (usize, usize, usize) = (8, 16, 4);

/// Names from lucide.dev/icons.
const ICONS: [&str; 6] = ["zap", "arrow-down", "check", "waves", "spline", "circle-dashed"];

const BUSINESS: &str = "\
name: Generated Site
url: https://generated.example
email: hello@generated.example
places:
  - name: Northville
    city: Northville
    region: TN
navigation:
  header:
    - /contact
  footer:
    - /book
    - /contact
    - /privacy
";

/// A page that will be written.
struct Planned {
    /// The file below the content folder, without its ending.
    file: String,
    /// Its heading, like no other page's.
    name: String,
}

impl Planned {
    fn is_folder(&self) -> bool {
        self.file.ends_with("/index")
    }

    fn address(&self) -> String {
        format!("/{}", self.file.trim_end_matches("index").trim_end_matches('/'))
    }

    fn link(&self) -> String {
        format!("[{}]({})", self.name, self.address())
    }
}

impl fmt::Display for Generated {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{}", if self.nested { "nested" } else { "flat" }, self.pages)
    }
}

impl FromStr for Generated {
    type Err = String;

    fn from_str(name: &str) -> Fallible<Self> {
        let help = || format!("`{name}` is no site: write `flat-114` or `nested-10000`");
        let (shape, pages) = name.split_once('-').ok_or_else(help)?;
        let pages =
            pages.parse().ok().filter(|pages| *pages >= 20).ok_or_else(|| {
                format!("`{name}`: generated sites have 20 pages or more, such as `flat-20`")
            })?;
        match shape {
            "flat" => Ok(Self { nested: false, pages }),
            "nested" => Ok(Self { nested: true, pages }),
            _ => Err(help()),
        }
    }
}

impl Generated {
    /// Where its content is, from the project's root on.
    pub fn content(self) -> PathBuf {
        self.folder().join("content")
    }

    /// Where it is built to, from the project's root on.
    pub fn dist(self) -> PathBuf {
        self.folder().join("dist")
    }

    fn folder(self) -> PathBuf {
        Path::new("target/growth").join(self.to_string())
    }

    /// Writes its content into `folder`, and nothing else stays there.
    pub fn write(self, folder: &Path) -> Fallible {
        let error = |error: std::io::Error| format!("{}: {error}", folder.display());
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(error)?;
        }
        for (file, text) in self.files() {
            let file = folder.join(file);
            fs::create_dir_all(file.parent().unwrap_or(folder)).map_err(error)?;
            fs::write(file, text).map_err(error)?;
        }
        Ok(())
    }

    /// A file with a treatment's page, below the content folder.
    pub fn some_page(self) -> String {
        let mut prose = Prose::default();
        let planned = self.plan(&mut prose);
        planned.iter().rfind(|it| !it.is_folder()).map(|it| format!("{}.md", it.file)).unwrap_or_default()
    }

    /// The files of the content folder with their texts.
    fn files(self) -> Vec<(String, String)> {
        let mut prose = Prose::default();
        let pages = self.plan(&mut prose);
        let page = |page: &Planned| (format!("{}.md", page.file), markdown(page, &pages, &mut prose));
        pages.iter().map(page).chain([("site.yaml".to_owned(), BUSINESS.to_owned())]).collect()
    }

    /// All pages, a folder's own before those in it.
    fn plan(self, prose: &mut Prose) -> Vec<Planned> {
        let mut names = BTreeSet::new();
        let mut name = || {
            loop {
                let name = prose.name();
                if names.insert(name.clone()) {
                    return name;
                }
            }
        };
        let mut pages: Vec<_> =
            OUTSIDE.iter().map(|file| Planned { file: (*file).to_owned(), name: name() }).collect();
        let beside: usize = BESIDE.iter().map(|pages| pages + 1).sum();
        let (mut folders, below): (VecDeque<(String, usize)>, _) = if self.nested {
            ((0..NESTED.0).map(|_| (String::new(), NESTED.1)).collect(), NESTED.2)
        } else {
            let most = self.pages - OUTSIDE.len() - beside - 1;
            ([most].into_iter().chain(BESIDE).map(|pages| (String::new(), pages)).collect(), 0)
        };
        // The folders nearest to the home page first.
        while let Some((parent, inside)) = folders.pop_front().filter(|_| pages.len() < self.pages) {
            let own = name();
            let folder = format!("{parent}{}/", slug(&own));
            pages.push(Planned { file: format!("{folder}index"), name: own });
            for _ in 0..inside.min(self.pages - pages.len()) {
                let name = name();
                pages.push(Planned { file: format!("{folder}{}", slug(&name)), name });
            }
            folders.extend((0..below).map(|_| (folder.clone(), inside)));
        }
        pages
    }
}

/// A page's text with its front matter.
fn markdown(page: &Planned, all: &[Planned], prose: &mut Prose) -> String {
    let name = &page.name;
    let mut text = format!(
        "---\nname: {name}\ntagline: {}\ntitle: {name} | Generated Site\nmetaDescription: {}\nshortDescription: {}\n",
        prose.words(5),
        prose.at_least(90, &format!("Generated words on {name}")),
        prose.sentence(9),
    );
    match &*page.file {
        "book" => text.push_str("sections:\n  - type: booking-form\n    title: Your request\n"),
        "contact" => text.push_str("sections:\n  - type: places\n    title: Where it is\n"),
        "index" | "privacy" => {}
        _ if page.is_folder() => steps(&mut text, prose),
        _ => treatment(&mut text, name, prose),
    }
    text.push_str("---\n");
    let is_long = page.file.contains('/') && !page.is_folder();
    for _ in 0..if is_long { 5 } else { 3 } {
        _ = write!(text, "## {}\n\n{}\n\n", prose.heading(), prose.paragraph(if is_long { 60 } else { 35 }));
    }
    if is_long {
        for _ in 0..4 {
            _ = writeln!(text, "- **{}** — {}", prose.name(), prose.words(10));
        }
        text.push('\n');
    }
    links(&mut text, all, prose);
    text
}

/// What a folder's own page has.
fn steps(text: &mut String, prose: &mut Prose) {
    _ = write!(text, "sections:\n  - type: steps\n    title: {}\n    items:\n", prose.heading());
    for _ in 0..3 {
        _ = writeln!(text, "      - title: {}\n        description: {}", prose.heading(), prose.sentence(14));
    }
}

/// What a treatment's page has.
fn treatment(text: &mut String, name: &str, prose: &mut Prose) {
    _ = write!(
        text,
        "ctaText: Book {name}\nsections:\n  - type: features-grid\n    title: {}\n    items:\n",
        prose.heading()
    );
    for _ in 0..3 {
        let (title, description, icon) = (prose.name(), prose.sentence(6), prose.one_of(&ICONS));
        _ = writeln!(
            text,
            "      - title: {title}\n        description: {description}\n        icon: {icon}"
        );
    }
    _ = write!(text, "  - type: faq-accordion\n    title: Questions on {name}\n    items:\n");
    for _ in 0..7 {
        let (question, answer) = (prose.heading(), prose.paragraph(35));
        _ = writeln!(text, "      - question: {question}?\n        answer: {answer}");
    }
}

/// A paragraph with links to other pages.
fn links(text: &mut String, all: &[Planned], prose: &mut Prose) {
    for _ in 0..5 {
        _ = write!(text, "{} {} ", prose.words(8), prose.one_of(all).link());
    }
    _ = writeln!(text, "{}", prose.words(4));
}

#[cfg(test)]
mod tests {
    use content::Icons;
    use site::compile::{Inputs, Profile, compile_texts};

    use super::*;

    #[test]
    fn a_generated_site_has_its_pages_and_nothing_to_complain_about() {
        let icons = Icons::load(&Inputs::from_env().unwrap().icons_file()).unwrap();
        for name in ["flat-20", "flat-114", "nested-300"] {
            let site: Generated = name.parse().unwrap();
            let files = site.files();
            assert_eq!(files, site.files(), "{name} is the same each time");
            assert!(files.iter().any(|(file, _)| *file == site.some_page()), "{name}");
            let texts: Vec<_> = files.iter().map(|(file, text)| (&**file, &**text)).collect();
            let compiled = compile_texts(&texts, &icons, Profile::Release);
            assert_eq!(compiled.report.render(false), "", "{name}");
            assert_eq!(compiled.content.map(|it| it.pages.len()), Some(site.pages), "{name}");
        }
    }

    #[test]
    fn folders_are_in_folders_where_it_is_nested() {
        let depths = |name: &str| {
            let files = name.parse::<Generated>().unwrap().files();
            files.iter().map(|(file, _)| file.matches('/').count()).max()
        };
        assert_eq!(depths("flat-114"), Some(1));
        assert_eq!(depths("nested-1014"), Some(3));
    }

    #[test]
    fn a_name_that_is_none_is_told() {
        for name in ["", "114", "flat", "flat-", "flat-7", "deep-114", "nested--1"] {
            assert!(name.parse::<Generated>().is_err(), "{name}");
        }
    }
}
