//! Pages as HTML.

mod graph;
mod head;
mod picture;

use leptos::prelude::*;
use model::{Route, Site};
pub use picture::{FONT, Picture, WIDTH as PICTURE_WIDTH};
use rayon::prelude::*;

use crate::{
    Content, Frame, Page,
    article::{ArticleView, NotFoundView, listed},
    html::escaped,
    layout::App,
};

/// Further tags in the heads of pages that need them, and of no others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// Of pages with sections that few pages have.
    pub seldom: String,
    /// Of pages with a booking form.
    pub form: String,
    /// Of pages with pictures.
    pub images: String,
    /// Of a page with a search.
    pub search: String,
}

/// Draws every page's article, each of them once.
pub fn site(content: &'static Content, extras: &Extras) -> Site {
    let routes = content.pages.par_iter().map(|page| route(&content.frame, page, extras));
    Site { routes: routes.collect::<Vec<_>>().into() }
}

/// Draws what the browser gets of a page.
pub fn route(frame: &'static Frame, page: &'static Page, extras: &Extras) -> Route {
    Route {
        path: (&*page.route).into(),
        head: head::head(&frame.business, page, extras).into(),
        cta_text: page.cta_text.as_deref().map(|text| escaped(text).into()),
        is_treatment: page.is_treatment,
        article: article(frame, page).into(),
    }
}

/// Draws a page's article: what stands inside `<article>`.
pub fn article(frame: &'static Frame, page: &'static Page) -> String {
    html(move || view! { <ArticleView frame page /> })
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
pub fn document(frame: &'static Frame, page: &Page, route: &'static Route, picture: &Picture) -> Rendered {
    let head = format!("{}{}", route.head, head::sharing(&frame.business, page, picture));
    Rendered { head, body: body(frame, Some(route), "") }
}

/// The picture that a shared link to a page shows.
pub fn picture(frame: &Frame, page: &Page) -> Picture {
    picture::picture(&frame.business, page)
}

/// Draws the document for addresses without a page, of a site with these pages.
pub fn not_found(frame: &'static Frame, pages: &[Page]) -> Rendered {
    let links = listed(frame, pages);
    let article = html(move || view! { <NotFoundView links /> });
    // Components ask for values that stay.
    Rendered { head: head::not_found_head(&frame.business), body: body(frame, None, article.leak()) }
}

fn body(frame: &'static Frame, route: Option<&'static Route>, not_found: &'static str) -> String {
    html(move || {
        let (shown, _) = signal(route);
        view! { <App frame not_found shown /> }
    })
}

/// Nothing of it is found again by its place, so it has none of the markers by which
/// Leptos finds its nodes (`<!>`, which the HTML standard calls a parse error).
fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().to_html()).replace("<!>", "")
}
