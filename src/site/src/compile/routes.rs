//! The pages that can be linked to, and the page that an address means which has none.

use std::{collections::BTreeMap, sync::OnceLock};

use content::{
    Value,
    addresses::{self, Url},
    nearest, slug,
};
use report::{Problem, Severity};

use super::{Profile, pages::PageFile};
use crate::Link;

/// The pages that can be linked to.
pub struct Routes<'a> {
    pages: BTreeMap<&'a str, &'a PageFile<'a>>,
    /// Older addresses and paths of files, where they are no routes, with the page's route.
    other_paths: BTreeMap<&'a str, &'a str>,
    /// All routes, in a form that is quickly walked.
    names: Vec<&'a str>,
    /// The site's own address, once it has been read.
    url: OnceLock<Url>,
    profile: Profile,
}

impl<'a> Routes<'a> {
    /// All pages by route.
    pub fn new(pages: &'a [PageFile], profile: Profile) -> Self {
        let pages: BTreeMap<_, _> = pages.iter().map(|page| (&*page.address.route, page)).collect();
        let others = pages.values().flat_map(|page| {
            let older = page.address.redirects.iter().map(|(older, _)| &**older);
            older.chain([&*page.address.tree_path]).map(|path| (path, &*page.address.route))
        });
        Self {
            other_paths: others.filter(|(path, _)| !pages.contains_key(path)).collect(),
            names: pages.keys().copied().collect(),
            url: OnceLock::new(),
            pages,
            profile,
        }
    }

    /// From here on, full addresses below `url` are this site's.
    pub fn set_url(&self, url: &str) {
        if let Ok(url) = addresses::web(url) {
            // It is read once.
            let _ = self.url.set(url);
        }
    }

    /// The path of a full address that is this site's own, with `http` or `https`.
    pub fn internal_path(&self, address: &str) -> Option<String> {
        let (url, address) = (self.url.get()?, addresses::web(address).ok()?);
        let path = address.as_str().splitn(4, '/').nth(3).unwrap_or_default();
        let is_own = address.host() == url.host() && address.port() == url.port();
        is_own.then(|| addresses::on_this_site(&format!("/{path}")))
    }

    /// The full address of a route.
    pub fn absolute_url(&self, route: &str) -> String {
        let url = self.url.get().map(|url| url.as_str().trim_end_matches('/'));
        format!("{}{route}", url.unwrap_or_default())
    }

    /// The page of a route, or what is wrong with it and what to do. Drafts can be found
    /// where they are shown, and `from` other drafts.
    pub fn find(&self, route: &str, from: Option<&PageFile>) -> Result<&'a PageFile<'a>, Problem> {
        match self.pages.get(route) {
            Some(page) if self.is_hidden(page, from) => Err(Problem::new(
                format!("the page `{route}` is a draft, and drafts are not published"),
                format!("take the link out, or `draft: true` out of {}", page.source.path),
            )),
            Some(page) => Ok(page),
            None => Err(self.no_page(route, from)),
        }
    }

    fn is_hidden(&self, page: &PageFile, from: Option<&PageFile>) -> bool {
        let shown = self.profile == Profile::Debug || from.is_some_and(|from| from.address.draft);
        page.address.draft && !shown
    }

    fn no_page(&self, route: &str, from: Option<&PageFile>) -> Problem {
        let message = format!("there is no page at `{route}`");
        if let Some(meant) = self.meant(route, from) {
            return Problem::with_suggestion(message, meant);
        }
        if let Some(near) = nearest(route, self.names.iter().copied()) {
            return Problem::did_you_mean(message, near);
        }
        // At most ten names, for a help that stays readable.
        let more = if self.pages.len() > 10 { ", …" } else { "" };
        let some: Vec<_> = self.pages.keys().take(10).map(|route| format!("`{route}`")).collect();
        Problem::new(message, format!("add a page there, or link to one of: {}{more}", some.join(", ")))
    }

    /// What is wrong with a path that does not begin with `/`, written in the file `from`.
    pub fn relative(&self, path: &str, from: &PageFile) -> Problem {
        let message = format!("`{path}` does not say where it starts from");
        match self.meant(path, Some(from)) {
            Some(meant) => Problem::with_suggestion(message, meant),
            None => Problem::new(
                message,
                "begin it with `/` for a page of this site, or with `https://` for another",
            ),
        }
    }

    /// The route that a path means by another name: the file's, from its own folder or
    /// from the content folder; with capitals or escapes; an older one.
    fn meant(&self, path: &str, from: Option<&PageFile>) -> Option<&'a str> {
        let path = addresses::decoded(path).replace('\\', "/");
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let own = from.map(|from| &from.address).map(|address| match address.tree_path.rsplit_once('/') {
            Some((folder, _)) if !address.is_folder => folder,
            _ => &address.tree_path,
        });
        let folders = [own.filter(|_| !path.starts_with('/')), Some("")];
        folders.into_iter().flatten().find_map(|folder| {
            let parts = plain(&format!("{folder}/{path}"));
            let without_content = parts.strip_prefix(&["content".to_owned()]).unwrap_or(&parts);
            [&parts, without_content].into_iter().find_map(|parts| self.known(parts, from))
        })
    }

    fn known(&self, parts: &[String], from: Option<&PageFile>) -> Option<&'a str> {
        let lower: Vec<_> = parts.iter().map(|part| part.to_lowercase()).collect();
        let slugs: Vec<_> = parts.iter().map(|part| slug(part)).collect();
        [parts, &lower, &slugs].into_iter().find_map(|parts| {
            let route = &*format!("/{}", parts.join("/"));
            let route = self.other_paths.get(route).copied().unwrap_or(route);
            let (route, page) = self.pages.get_key_value(route)?;
            (!self.is_hidden(page, from)).then_some(*route)
        })
    }

    /// What is wrong with a fragment that its page has not, behind `address` in a link.
    pub fn no_fragment(&self, page: &PageFile, fragment: &str, address: &str) -> Problem {
        let route = &*page.address.route;
        let message = format!("the page `{route}` has no place named `{fragment}`");
        match nearest(fragment, page.ids.iter().map(String::as_str)) {
            Some(near) => {
                let near = format!("#{near}");
                Problem::did_you_mean(message, &near).suggest(format!("{address}{near}"))
            }
            None => Problem::new(message, "link to the page as a whole: leave the part from `#` out"),
        }
    }

    /// Where an older address leads now.
    pub fn redirected(&self, route: &str) -> Option<&'a str> {
        let current = self.other_paths.get(route)?;
        let redirected = |page: &&&PageFile| page.address.redirects.iter().any(|(older, _)| older == route);
        self.pages.get(current).filter(redirected).map(|_| *current)
    }

    /// Reports at `value` each of these routes that has no page.
    pub fn require(&self, routes: &[&str], value: &Value) {
        for route in routes {
            if let Err(problem) = self.find(route, None) {
                value.error(
                    problem.message,
                    format!("add the page {}.md: the form needs it", route.trim_start_matches('/')),
                );
            }
        }
    }

    /// A page that `site.yaml` names by its route.
    pub fn link(&self, value: &Value) -> Option<Link> {
        let written = value.token()?;
        let written = self.internal_path(&written).unwrap_or(written);
        let route = match written.trim_end_matches('/') {
            "" => "/",
            route => route,
        };
        let current = self.redirected(route);
        if let Some(current) = current {
            value.report(Severity::Warning, addresses::redirected(route, current, ""));
        }
        let route = current.unwrap_or(route);
        match self.find(route, None) {
            Ok(page) => {
                // A page with mistakes of its own has reported them itself.
                let name = page.keys.as_ref().map_or(route, |keys| &keys.name).to_owned();
                Some(Link { href: route.to_owned().into(), name: name.into() })
            }
            Err(problem) => {
                value.report(Severity::Error, problem);
                None
            }
        }
    }
}

/// A path's parts without `.`, `..`, and what only files have: an ending, `index`. As in
/// a browser, nothing is above the root (URL Standard, "shorten").
fn plain(path: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part.to_owned()),
        }
    }
    if let Some(last) = parts.pop() {
        let name = match last.rsplit_once('.') {
            Some((name, end)) if ["md", "mdx", "markdown", "htm", "html", "php"].contains(&end) => name,
            _ => &last,
        };
        if !["index", "_index", ""].contains(&name) {
            parts.push(name.to_owned());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_only_files_have() {
        for (path, parts) in [
            ("/care/other.md", &["care", "other"][..]),
            ("/care/./x/../other.html", &["care", "other"]),
            ("/care/index.md", &["care"]),
            ("/care/_index", &["care"]),
            ("/index.html", &[]),
            ("/", &[]),
            ("/../../care", &["care"]),
        ] {
            assert_eq!(plain(path), parts, "{path}");
        }
    }
}
