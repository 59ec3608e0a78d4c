//! Pages as HTML, drawn on the build machine.

use leptos::prelude::*;

use crate::{
    Page, Site,
    components::{Address, App},
};

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
        let (shown, _) = signal(page);
        let (query, _) = signal(String::new());
        let (path, _) = signal(String::new());
        view! { <App site page=shown address=Address { query, path } /> }.to_html()
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
    let Some(page) = page else {
        let title = format!("Page not found | {}", site.business.name);
        return format!(r#"<title>{}</title><meta name="robots" content="noindex">"#, escaped(&title));
    };
    let mut head = format!(
        r#"<title>{}</title><meta name="description" content="{}"><meta name="route" content="{}">"#,
        escaped(&page.title),
        escaped(&page.meta_description),
        escaped(&page.route)
    );
    if page.unlisted || page.draft {
        head += r#"<meta name="robots" content="noindex">"#;
    }
    head
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
