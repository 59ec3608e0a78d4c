//! Pages as HTML, drawn on the build machine.

mod graph;
mod head;
mod picture;

use leptos::prelude::*;
pub use picture::{FONT, Picture, WIDTH as PICTURE_WIDTH, picture};

use crate::{
    Article, Content, Link, NotFound, Page, Route, Site,
    article::{ArticleView, NotFoundView},
    frame::App,
};

/// Draws every page's article.
pub fn site(content: &'static Content) -> Site {
    let business = &content.business;
    let route = |page: &'static Page| Route {
        path: (&*page.route).into(),
        head: head::head(content, page).into(),
        cta_text: page.cta_text.as_deref().map(Into::into),
        is_treatment: page.is_treatment,
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
        not_found: Some(NotFound {
            head: head::not_found_head(content).into(),
            article: Article(finished(move || view! { <NotFoundView content /> }).into()),
        }),
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
    pub head: &'static str,
    /// What goes into `<body>`.
    pub body: String,
}

/// Draws the document of one route; `None` is the one for addresses without one.
pub fn document(site: &'static Site, route: Option<&'static Route>) -> Rendered {
    let body = html(move || {
        let (shown, _) = signal(route);
        view! { <App site shown /> }
    });
    let not_found = || site.not_found.as_ref().map_or("", |page| &*page.head);
    Rendered {
        head: route.map_or_else(not_found, |route| &*route.head),
        // Leptos marks where dynamic parts begin with `<!>`, which the HTML standard
        // calls a parse error; a browser makes the same empty comment of `<!---->`.
        body: body.replace("<!>", "<!---->"),
    }
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().to_html())
}
