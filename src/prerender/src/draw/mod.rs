//! From content to the finished site, without the client.

mod embed;
mod images;
mod search;

use std::io::{IsTerminal, stderr};

use documents::{Esbuild, Extras, WithImages, WithSeldom, headers, listings};
use rayon::prelude::*;
use report::{Diagnostic, Report, Severity, Source};
use site::{
    Content,
    compile::{Inputs, Profile, compile},
    render::{self, Rendered},
};

use crate::{
    drawn::{self, Document, Drawn, Redirect},
    store::Store,
};

/// Reads the content, tells what is wrong in it, and draws it.
pub fn run(inputs: &Inputs) -> Result<(), String> {
    let compiled = compile(inputs)?;
    let told = |report: &Report| eprint!("{}", report.render(stderr().is_terminal()));
    // Before pictures are made, which may take many minutes.
    told(&compiled.report);
    let Some(content) = compiled.content else { return Err(String::new()) };
    let faults = make_images(&content, inputs)?;
    told(&faults);
    if faults.has_errors() {
        return Err(String::new());
    }
    // The program ends with the site: components ask for values that stay.
    let content: &'static Content = Box::leak(Box::new(content));
    let root = inputs.root();
    let esbuild = Esbuild::new(root, inputs.profile == Profile::Release);
    let has_images = !content.images().is_empty();
    let extras = Extras {
        // Every site has a home page, which needs it.
        seldom: Some(WithSeldom::new(root, &esbuild)?),
        images: has_images.then(|| WithImages::new(root, &esbuild)).transpose()?,
        search: search::of(content, root, &esbuild)?,
    };
    let site = Box::leak(Box::new(render::site(content, &extras.tags())));

    let frame = &content.frame;
    let pages = content.pages.par_iter().zip(site.routes.par_iter());
    let (documents, pictures) = pages
        .map(|(page, route)| {
            let picture = render::picture(frame, page);
            let rendered = render::document(frame, page, route, &picture);
            (document(&page.route, rendered), (picture.path, picture.svg))
        })
        .unzip();
    let redirects =
        content.redirects.iter().map(|(from, to)| Redirect { from: from.clone(), to: to.clone() });
    let drawn = Drawn {
        documents,
        not_found: document("", render::not_found(frame, &content.pages)),
        listings: listings::all(content),
        redirects: redirects.collect(),
        pictures,
        extras,
        form_action: headers::form_action(frame),
    };
    drawn.save(inputs)?;
    embed::write(content, site, inputs, &drawn::folder(inputs).join("client"))
}

/// Makes the files of all pictures, and reports those that cannot be made.
fn make_images(content: &Content, inputs: &Inputs) -> Result<Report, String> {
    let report = Report::default();
    let images: Vec<_> = content.images().into_values().collect();
    let files: Vec<_> =
        images.iter().map(|(image, path)| ((*image).clone(), inputs.content_dir().join(path))).collect();
    let store = Store::open(inputs.root());
    let folder = drawn::images(inputs);
    images::prune(&files, &folder)?;
    for (at, fault) in images::make(&files, &store, inputs.profile, &folder).err().unwrap_or_default() {
        let path = inputs.content.join(images[at].1).display().to_string();
        let diagnostic = Diagnostic::new(Severity::Error, &Source::new(path, ""), 0..0, fault.message);
        report.push(diagnostic.help(fault.help));
    }
    Ok(report)
}

fn document(route: &str, Rendered { head, body }: Rendered) -> Document {
    Document { route: route.to_owned(), head, body }
}
