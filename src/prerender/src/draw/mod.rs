//! From content to the finished site, without the client.

mod embed;
mod listings;

use std::io::{IsTerminal, stderr};

use rayon::prelude::*;
use site::{
    Booking, Content,
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

    let pages = content.pages.par_iter().zip(site.routes.par_iter());
    let (documents, pictures) = pages
        .map(|(page, route)| {
            let picture = render::picture(content, page);
            let rendered = render::document(content, page, route, &picture);
            (document(&page.route, rendered), (picture.path, picture.svg))
        })
        .unzip();
    let redirects =
        content.redirects.iter().map(|(from, to)| Redirect { from: from.clone(), to: to.clone() });
    let drawn = Drawn {
        documents,
        not_found: document("", render::not_found(content)),
        listings: listings::all(content),
        redirects: redirects.collect(),
        pictures,
        form_action: form_action(&content.business.booking),
    };
    drawn.save(inputs)?;
    embed::write(content, site, inputs, &drawn::folder(inputs).join("client"))
}

fn document(route: &str, Rendered { head, body }: Rendered) -> Document {
    Document { route: route.to_owned(), head, body }
}

/// Where forms may be sent to (Content Security Policy Level 3, `form-action`).
fn form_action(booking: &Booking) -> String {
    match booking {
        // The service, and wherever it leads on to: browsers ask for both.
        Booking::Form(action) => format!("'self' {}", origin(action)).trim_end().to_owned(),
        // A form that the site has all the same becomes an e-mail, which a script makes.
        Booking::Email | Booking::Elsewhere(_) => "'none'".to_owned(),
    }
}

/// The origin of a web address; nothing for one of this site.
fn origin(address: &str) -> String {
    // Not any `://`: a path may have a web address in its query.
    match address.split_once("://") {
        Some((scheme @ ("http" | "https"), rest)) => {
            format!("{scheme}://{}", rest.split(['/', '?', '#']).next().unwrap_or_default())
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_go_where_the_clinic_says() {
        let form = |action: &str| form_action(&Booking::Form(action.to_owned()));
        assert_eq!(form("https://forms.example:8443/f/x?y#z"), "'self' https://forms.example:8443");
        assert_eq!(form("/submit"), "'self'");
        assert_eq!(form("/submit?to=https://elsewhere.example"), "'self'");
        // A form beside a booking page elsewhere becomes an e-mail.
        let elsewhere = Booking::Elsewhere("https://book.example".into());
        assert_eq!(form_action(&elsewhere), form_action(&Booking::Email));
    }
}
