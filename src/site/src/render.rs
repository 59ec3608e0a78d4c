//! Pages as HTML, drawn on the build machine.

use leptos::prelude::*;

use crate::{
    Article, Content, Link, Page, Route, Site,
    article::{ArticleView, NotFound},
    frame::App,
};

/// Draws every page's article.
pub fn site(content: &'static Content) -> Site {
    let business = &content.business;
    let route = |page: &'static Page| Route {
        path: (&*page.route).into(),
        name: (&*page.name).into(),
        title: (&*page.title).into(),
        description: (&*page.meta_description).into(),
        cta_text: page.cta_text.as_deref().map(Into::into),
        is_treatment: page.is_treatment,
        unlisted: page.unlisted || page.draft,
        article: Article(article(content, page).into()),
    };
    let footer_links: Vec<Link> = content.footer_links.iter().chain(&business.social).cloned().collect();
    Site {
        name: (&*business.name).into(),
        menu: (&*content.menu).into(),
        header_links: (&*content.header_links).into(),
        footer_links: footer_links.into(),
        disclaimer: business.disclaimer.as_deref().map(Into::into),
        booking: content.booking.as_deref().map(Into::into),
        not_found: Article(finished(move || view! { <NotFound content /> }).into()),
        routes: content.pages.iter().map(route).collect::<Vec<_>>().into(),
    }
}

/// Draws a page's article: what stands inside `<article>`.
pub fn article(content: &'static Content, page: &'static Page) -> String {
    finished(move || {
        provide_context(content);
        view! { <ArticleView page /> }
    })
}

/// HTML that is not taken over, so without the markers for that.
fn finished<V: IntoView>(view: impl FnOnce() -> V) -> String {
    html(view).replace("<!>", "")
}

/// The pieces of a route's HTML document.
#[derive(Debug)]
pub struct Rendered {
    /// What goes into `<head>`.
    pub head: String,
    /// What goes into `<body>`.
    pub body: String,
}

/// Draws the document of one route; `None` is the one for addresses without one.
pub fn document(site: &'static Site, route: Option<&'static Route>) -> Rendered {
    let body = html(move || {
        let (shown, _) = signal(route);
        view! { <App site shown /> }
    });
    // Leptos marks where dynamic parts begin with `<!>`, which the HTML standard
    // calls a parse error; a browser makes the same empty comment of `<!---->`.
    Rendered { head: head(site, route), body: body.replace("<!>", "<!---->") }
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().to_html())
}

/// Title, description, and the route that the client takes over.
fn head(site: &Site, route: Option<&Route>) -> String {
    let Some(route) = route else {
        let title = format!("Page not found | {}", site.name);
        return format!(r#"<title>{}</title><meta name="robots" content="noindex">"#, escaped(&title));
    };
    let mut head = format!(
        r#"<title>{}</title><meta name="description" content="{}"><meta name="route" content="{}">"#,
        escaped(&route.title),
        escaped(&route.description),
        escaped(&route.path)
    );
    if route.unlisted {
        head += r#"<meta name="robots" content="noindex">"#;
    }
    head
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
