//! Editors' files in, typed [`Content`] out.

mod address;
mod art;
mod asked;
mod business;
mod catalogue;
mod date;
mod faq;
mod files;
mod images;
mod inputs;
mod links;
mod memory;
mod names;
mod new;
mod page;
mod pages;
mod pairs;
mod published;
mod routes;

use std::{fs, io, path::PathBuf};

use content::{Document, Icons};
pub use inputs::{Inputs, Profile, root};
pub use new::new_page;
use report::Report;
pub(crate) use {business::group as site_keys, page::group as page_keys, pairs::group as pictures_keys};

use self::{business::SiteFile, files::Files, memory::Memory, routes::Routes};
use crate::{Booking, Content};

/// What compiling gives: content unless there were errors, and a report in any case.
#[derive(Debug)]
pub struct Compiled {
    /// `None` when the report has errors.
    pub content: Option<Content>,
    /// Errors and warnings.
    pub report: Report,
}

/// Compiles all files of the content folder.
///
/// # Errors
/// A sentence for people when an input as a whole is missing. What is wrong in
/// the files is in the report instead.
pub fn compile(inputs: &Inputs) -> Result<Compiled, String> {
    Compiler::new(inputs.clone())?.compile()
}

/// Compiles a content folder, and again what has changed in it.
pub struct Compiler {
    inputs: Inputs,
    icons: Icons,
    memory: Memory,
}

impl Compiler {
    /// With the icon set at hand.
    ///
    /// # Errors
    /// A sentence for people when the icon set is not installed.
    pub fn new(inputs: Inputs) -> Result<Self, String> {
        Ok(Self { icons: Icons::load(&inputs.icons_file())?, inputs, memory: Memory::default() })
    }

    /// Compiles the folder as it is now.
    ///
    /// # Errors
    /// As [`compile`].
    pub fn compile(&mut self) -> Result<Compiled, String> {
        let report = Report::default();
        let files = files::read(&self.inputs, &mut self.memory.images, &report)?;
        Ok(join(&files, &self.icons, self.inputs.profile, report, &mut self.memory))
    }
}

/// Compiles texts that are at hand, each with its path inside a content folder.
pub fn compile_texts(texts: &[(&str, &str)], icons: &Icons, profile: Profile) -> Compiled {
    join(&Files::of(texts), icons, profile, Report::default(), &mut Memory::default())
}

fn join(files: &Files, icons: &Icons, profile: Profile, report: Report, memory: &mut Memory) -> Compiled {
    let mut pages = pages::read(files, icons, &report, memory);
    let in_folders = pairs::read(files, &mut pages, &memory.claims, icons, &report);
    images::check(files, &pages, &in_folders, &report);
    let routes = Routes::new(&pages, profile);
    let business = read_business(files, &routes, icons, &report);
    let elsewhere =
        business.as_ref().is_some_and(|file| matches!(file.business.booking, Booking::Elsewhere(_)));
    links::check(&pages, &routes, elsewhere, &report);
    asked::check(&pages, &routes, &report);
    if let Some(file) = files.published.as_ref().filter(|file| file.readable) {
        published::check(file, &pages, profile, &report);
    }

    let content = match business {
        Some(business) if !report.has_errors() => catalogue::assemble(pages, business, profile),
        _ => None,
    };
    Compiled { content, report }
}

/// The list of published addresses of a content folder: where it is, what is in it, and what
/// has to be in it.
pub struct Published {
    /// The file on this machine.
    pub file: PathBuf,
    /// What is in it; empty where there is none.
    pub text: String,
    /// The same with every address of the content.
    pub expected: String,
}

impl Published {
    /// Reads the list.
    ///
    /// # Errors
    /// A sentence for people when it cannot be read.
    pub fn of(inputs: &Inputs, content: &Content) -> Result<Self, String> {
        let file = inputs.content_dir().join(names::PUBLISHED);
        let text = match fs::read_to_string(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.map_err(|error| format!("{} cannot be read: {error}", file.display()))?,
        };
        let expected = published::with_those_of(&text, content);
        Ok(Self { file, text, expected })
    }
}

fn read_business(files: &Files, routes: &Routes, icons: &Icons, report: &Report) -> Option<SiteFile> {
    let Some(file) = &files.business else {
        let help = "add it with the keys `name`, `url` and `email`";
        files.missing(names::BUSINESS, "the file about the business is missing", help, report);
        return None;
    };
    let document = file.readable.then(|| Document::parse_yaml(&file.source, icons, report)).flatten()?;
    business::read(&document, routes)
}
