//! Pages as HTML.

mod graph;
mod head;
mod picture;

use leptos::prelude::*;
use model::{Route, Site};
pub use picture::{FONT, Picture, WIDTH as PICTURE_WIDTH};
use rayon::prelude::*;

use crate::{
    Content, Page,
    article::{ArticleView, NotFoundView},
    html::escaped,
    layout::App,
};

/// Draws every page's article, each of them once.
pub fn site(content: &'static Content) -> Site {
    let route = |page: &'static Page| Route {
        path: (&*page.route).into(),
        head: head::head(content, page).into(),
        cta_text: page.cta_text.as_deref().map(|text| escaped(text).into()),
        is_treatment: page.is_treatment,
        article: article(content, page).into(),
    };
    Site { routes: content.pages.par_iter().map(route).collect::<Vec<_>>().into() }
}

/// Draws a page's article: what stands inside `<article>`.
pub fn article(content: &'static Content, page: &'static Page) -> String {
    html(move || view! { <ArticleView content page /> })
}

/// What is one document's own.
#[derive(Debug)]
pub struct Rendered {
    /// What goes into `<head>`.
    pub head: String,
    /// What goes into `<body>`.
    pub body: String,
}

/// Draws the document of a page around its article, which is `route`'s; `picture` is the
/// page's.
pub fn document(
    content: &'static Content,
    page: &Page,
    route: &'static Route,
    picture: &Picture,
) -> Rendered {
    let head = format!("{}{}", route.head, head::sharing(content, page, picture));
    Rendered { head, body: body(content, Some(route), "") }
}

/// The picture that a shared link to a page shows.
pub fn picture(content: &Content, page: &Page) -> Picture {
    picture::picture(&content.business, page)
}

/// Draws the document for addresses without a page.
pub fn not_found(content: &'static Content) -> Rendered {
    let article = html(move || view! { <NotFoundView content /> });
    // The program ends with the site: components ask for values that stay.
    Rendered { head: head::not_found_head(content), body: body(content, None, article.leak()) }
}

fn body(content: &'static Content, route: Option<&'static Route>, not_found: &'static str) -> String {
    html(move || {
        let (shown, _) = signal(route);
        view! { <App content not_found shown /> }
    })
}

/// Nothing of it is found again by its place, so it has none of the markers by which
/// Leptos finds its nodes (`<!>`, which the HTML standard calls a parse error).
fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().to_html()).replace("<!>", "")
}
