//! Pages as HTML, drawn on the build machine.

use leptos::prelude::*;

use crate::{Page, Site, components::App};

/// The pieces of a page's HTML document.
#[derive(Debug)]
pub struct Rendered {
    /// What goes into `<head>`.
    pub head: String,
    /// What goes into `<body>`.
    pub body: String,
}

/// Draws one page; `None` draws the page for addresses without one.
pub fn render(site: &'static Site, page: Option<&'static Page>) -> Rendered {
    let owner = Owner::new();
    let body = owner.with(|| {
        let (page, _) = signal(page);
        view! { <App site page /> }.to_html()
    });
    Rendered {
        head: head(site, page),
        // Leptos parts neighbouring texts with `<!>`, which the HTML standard calls
        // a parse error; a browser makes the same empty comment of `<!---->`.
        body: body.replace("<!>", "<!---->"),
    }
}

/// Title, description, and the route that the client takes over.
fn head(site: &Site, page: Option<&Page>) -> String {
    let (title, description, route) = match page {
        Some(page) => (page.title.to_string(), Some(&page.meta_description), &*page.route),
        None => (format!("Page not found | {}", site.name), None, ""),
    };
    let mut head = format!("<title>{}</title>", escaped(&title));
    match description {
        Some(text) => head += &format!("<meta name=\"description\" content=\"{}\">", escaped(text)),
        None => head += "<meta name=\"robots\" content=\"noindex\">",
    }
    head + &format!("<meta name=\"route\" content=\"{}\">", escaped(route))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
