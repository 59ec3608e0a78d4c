//! The folders with the pages in them, as header and footer list them.

use leptos::prelude::*;

use crate::{Folder, Frame, Link};
use frame::{Shown, current};

/// How many folders are listed, and how many pages of each: they stand in every page.
const FOLDERS: usize = 8;
const PAGES: usize = 8;

/// The items of a list, each a folder with a list of its own.
#[component]
pub(super) fn Folders(frame: &'static Frame, shown: Shown) -> impl IntoView {
    let folder = move |folder: &'static Folder| {
        let all = (folder.below.len() > PAGES).then(|| {
            let name = format!("All {} treatments", folder.below.len());
            // Of the two links to the folder the other one is marked as current.
            view! { <li><a class="all" href=&*folder.page.href>{name}</a></li> }
        });
        let children = (!folder.children.is_empty()).then(|| {
            let listed = folder.children.iter().take(PAGES);
            view! { <ul role="list">{listed.map(|it| view! { <Item link=it shown /> }).collect::<Vec<_>>()} {all}</ul> }
        });
        view! { <li><PageLink link=&folder.page shown /> {children}</li> }
    };
    frame.folders.iter().take(FOLDERS).map(folder).collect::<Vec<_>>()
}

/// One link in a list.
#[component]
pub(super) fn Item(link: &'static Link, shown: Shown) -> impl IntoView {
    view! { <li><PageLink link shown /></li> }
}

/// A link that says so where it leads to what is shown.
#[component]
pub(super) fn PageLink(link: &'static Link, shown: Shown) -> impl IntoView {
    view! { <a href=&*link.href {..current(link.href.clone(), shown)}>{&*link.name}</a> }
}
