//! What is said about mistakes in content: the place, the problem, the remedy.

mod addresses;
mod again;
mod almost_markdown;
mod catalogue;
mod characters;
mod claims;
mod facts;
mod files;
mod found_by_fuzzing;
mod images;
mod json;
mod large;
mod left_behind;
mod lost;
mod markdown;
mod new;
mod published;
mod question_links;
mod report;
mod rules;
mod schema;
mod site_yaml;
mod yaml;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use ::report::Diagnostic;
use site::compile::{Compiled, Inputs, Profile, compile};
use tempfile::TempDir;

/// The least that must be known of the business.
pub const SITE: &str = "name: Clinic\nurl: https://clinic.example\nemail: hello@clinic.example\n";

/// A page without mistakes, from its `name` on; `{}` takes further keys.
pub const FRONT_MATTER: &str = "name: A\ntitle: A\nmetaDescription: A text that search engines show as it is, because it is as long as they like it.\nshortDescription: A\n";

/// A content folder of its own.
pub struct Folder {
    folder: TempDir,
}

impl Folder {
    /// A folder with a home page.
    pub fn with_home() -> Self {
        let content = Self { folder: TempDir::new().expect("a folder") };
        content.write("index.md", page("", ""));
        content.write("site.yaml", SITE);
        content
    }

    /// A path in the folder on this machine.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        // Search engines tell pages apart by these: each page has its own.
        // A path may have characters that belong in no title.
        let path: String = path.chars().filter(char::is_ascii).collect();
        let text = String::from_utf8(text.as_ref().to_vec()).map_or(text.as_ref().to_vec(), |text| {
            let own = text.replacen("\ntitle: A\n", &format!("\ntitle: {path}\n"), 1);
            own.replacen(": A text that", &format!(": {path}, a text that"), 1).into_bytes()
        });
        fs::write(file, text).expect("a file");
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file");
    }

    /// The folder, to be compiled.
    pub fn inputs(&self) -> Inputs {
        let mut inputs = Inputs::from_env().expect("the project's folder");
        inputs.content = self.folder.path().to_owned();
        inputs
    }

    /// Compiles the folder.
    pub fn compile(&self, profile: Profile) -> Compiled {
        let mut inputs = self.inputs();
        inputs.profile = profile;
        let compiled = compile(&inputs).expect("the icon set is installed");
        schema::assert_agreement(self.folder.path(), &compiled.report.diagnostics());
        json::assert_outputs_agree(&compiled.report);
        compiled
    }

    /// Compiles the folder, which has no errors, for visitors.
    pub fn content(&self) -> site::Content {
        let compiled = self.compile(Profile::Release);
        compiled.content.unwrap_or_else(|| panic!("{}", compiled.report.render(false)))
    }

    /// What is said, a line each: `a.md:3:1 message (help)`. Each help that is text to paste is tried.
    #[track_caller]
    pub fn said(&self) -> Vec<String> {
        let folder = self.folder.path();
        let shown = |path: &str| Path::new(path).strip_prefix(folder).map(|it| it.display().to_string());
        let said = self.compile(Profile::Release).report.diagnostics();
        self.assert_helps_mend(&said);
        said.into_iter()
            .map(|it| {
                let (line, column) = it.position;
                let path = shown(&it.path).unwrap_or_else(|_| it.path.clone());
                format!("{path}:{line}:{column} {} ({})", it.message, it.help.unwrap_or_default())
            })
            .collect()
    }

    /// Follows each help that is text to paste: its mistake is gone, and none has come.
    #[track_caller]
    fn assert_helps_mend(&self, said: &[Diagnostic]) {
        let messages = |said: &[Diagnostic]| {
            let mut counts = BTreeMap::<_, usize>::new();
            for it in said {
                *counts.entry((it.path.clone(), it.message.clone())).or_default() += 1;
            }
            counts
        };
        let before = messages(said);
        for (it, mended) in said.iter().filter_map(|it| Some((it, it.mended()?))) {
            let text = fs::read(&it.path).expect("a file");
            fs::write(&it.path, mended).expect("a file");
            let after = messages(&self.compile(Profile::Release).report.diagnostics());
            fs::write(&it.path, text).expect("a file");
            let own = (it.path.clone(), it.message.clone());
            assert!(after.get(&own) < before.get(&own), "{it:#?}\nis still there:\n{after:#?}");
            // A section whose type was not known could not be asked for its keys before.
            let new: Vec<_> = after
                .keys()
                .filter(|key| after.get(key) > before.get(key) && !key.1.ends_with("` is missing"))
                .collect();
            assert!(new.is_empty(), "the help of\n{it:#?}\nled to\n{new:#?}");
        }
    }

    /// The report as `cargo xtask check` prints it, for the folder named `content`.
    pub fn report(&self) -> String {
        let folder = self.folder.path().display().to_string();
        let report = self.compile(Profile::Release).report;
        self.assert_helps_mend(&report.diagnostics());
        report.render(false).replace(&folder, "content")
    }
}

/// A page with these further keys and this body.
pub fn page(keys: &str, body: &str) -> String {
    format!("---\n{FRONT_MATTER}{keys}---\n{body}")
}

/// The only thing that is said.
#[track_caller]
pub fn said_once(said: Vec<String>) -> String {
    let [one] = &*said else { panic!("not one diagnostic: {said:#?}") };
    one.clone()
}
