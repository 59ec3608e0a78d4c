//! The part of the address that components may ask for.

use leptos::prelude::*;

use crate::Site;

/// The query of the page's address, which is known in the browser alone: while
/// a page is drawn on the build machine it is empty, and so it is at first in
/// the browser, for both must draw the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Address {
    /// The query without its question mark.
    pub query: ReadSignal<String>,
    /// The path that was asked for.
    pub path: ReadSignal<String>,
}

impl Address {
    /// The name of the treatment that `?treatment=/its/route` asks for.
    pub(crate) fn treatment(self, site: &'static Site) -> Option<&'static str> {
        let query = self.query.get();
        let route = query.split('&').find_map(|pair| pair.strip_prefix("treatment="))?;
        site.page(&route.replace("%2F", "/")).map(|page| &*page.name)
    }
}
