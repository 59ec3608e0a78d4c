//! From content to the finished site, without the client.

mod embed;

use std::io::{IsTerminal, stderr};

use documents::{headers, listings};
use rayon::prelude::*;
use site::{
    Content,
    compile::{Inputs, compile},
    render::{self, Rendered},
};

use crate::drawn::{self, Document, Drawn, Redirect};

/// Reads the content, tells what is wrong in it, and draws it.
pub fn run(inputs: &Inputs) -> Result<(), String> {
    let compiled = compile(inputs)?;
    eprint!("{}", compiled.report.render(stderr().is_terminal()));
    let Some(content) = compiled.content else { return Err(String::new()) };
    // The program ends with the site: components ask for values that stay.
    let content: &'static Content = Box::leak(Box::new(content));
    let site = Box::leak(Box::new(render::site(content)));

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
        form_action: headers::form_action(&frame.business.booking),
    };
    drawn.save(inputs)?;
    embed::write(content, site, inputs, &drawn::folder(inputs).join("client"))
}

fn document(route: &str, Rendered { head, body }: Rendered) -> Document {
    Document { route: route.to_owned(), head, body }
}
