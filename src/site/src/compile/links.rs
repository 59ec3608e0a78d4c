//! Links between pages: each must lead to a page, and its fragment to a place there.

use std::collections::BTreeMap;

use content::{Diagnostic, Report, Severity, Value, nearest};

use super::{Profile, ReadPage};
use crate::{BOOKING, Link, sections::BOOKING_BUTTON};

/// The pages that can be linked to.
pub struct Routes<'a> {
    pages: BTreeMap<&'a str, &'a ReadPage<'a>>,
    profile: Profile,
}

impl<'a> Routes<'a> {
    /// All pages by route.
    pub fn new(pages: &'a [ReadPage], profile: Profile) -> Self {
        Self { pages: pages.iter().map(|page| (&*page.address.route, page)).collect(), profile }
    }

    /// The page of a route, or what is wrong with it and what to do.
    fn find(&self, route: &str) -> Result<&'a ReadPage<'a>, (String, String)> {
        match self.pages.get(route) {
            Some(page) if page.address.draft && self.profile == Profile::Release => Err((
                format!("the page `{route}` is a draft, and drafts are not published"),
                format!("take the link out, or `draft: true` out of {}", page.source.path),
            )),
            Some(page) => Ok(page),
            None => Err((format!("there is no page at `{route}`"), self.nearest(route))),
        }
    }

    fn nearest(&self, route: &str) -> String {
        if let Some(near) = nearest(route, self.pages.keys().copied()) {
            return format!("did you mean `{near}`?");
        }
        // At most ten names, for a help that stays readable.
        let more = if self.pages.len() > 10 { ", …" } else { "" };
        let some: Vec<_> = self.pages.keys().take(10).map(|route| format!("`{route}`")).collect();
        format!("add a page there, or link to one of: {}{more}", some.join(", "))
    }

    /// Reports at `value` each of these routes that has no page.
    pub fn require(&self, routes: &[&str], value: &Value) {
        for route in routes {
            if let Err((message, _)) = self.find(route) {
                value.error(
                    message,
                    format!("add the page {}.md: the form needs it", route.trim_start_matches('/')),
                );
            }
        }
    }

    /// A page that `site.yaml` names by its route.
    pub fn link(&self, value: &Value) -> Option<Link> {
        let written = value.token()?;
        let route = match written.trim_end_matches('/') {
            "" => "/",
            route => route,
        };
        let moved = |page: &&ReadPage| page.address.aliases.iter().any(|(alias, _)| alias == route);
        let route = match self.pages.values().copied().find(moved) {
            Some(page) => {
                let current = &page.address.route;
                value.warning(
                    format!("`{route}` is an older address of `{current}`"),
                    format!("link to `{current}`"),
                );
                current.clone()
            }
            None => route.to_owned(),
        };
        match self.find(&route) {
            Ok(page) => {
                // A page with mistakes of its own has told them itself.
                let name = page.page.as_ref().map_or(&route, |page| &page.name).clone();
                Some(Link { href: route.into(), name: name.into() })
            }
            Err((message, help)) => {
                value.error(message, help);
                None
            }
        }
    }
}

/// Where a service leads on to from the form, and the page of the form itself.
pub const FORM_PAGES: [&str; 3] = [BOOKING, "/book/sent", "/book/failed"];

/// Checks every link of every page, and that booking buttons lead somewhere:
/// to another site (`booking_elsewhere`) or to a page of this one.
pub fn check(pages: &[ReadPage], booking_elsewhere: bool, profile: Profile, report: &Report) {
    let routes = Routes::new(pages, profile);
    for from in pages {
        let error = |span, (message, help): (String, String)| {
            report.push(Diagnostic::new(Severity::Error, from.source, span, message).help(help));
        };
        // A draft may link to drafts.
        let routes = if from.address.draft { &Routes::new(pages, Profile::Debug) } else { &routes };
        for link in &from.links {
            let target = match &*link.target {
                BOOKING_BUTTON if booking_elsewhere => continue,
                BOOKING_BUTTON => BOOKING,
                target if target.starts_with(['/', '#']) => target,
                _ => continue,
            };
            let (address, fragment) = target.split_once('#').unwrap_or((target, ""));
            let route = match address.split('?').next().unwrap_or_default() {
                "" => &from.address.route,
                path => path,
            };
            match routes.find(route) {
                Err(problem) => error(link.span.clone(), problem),
                Ok(page) if fragment.is_empty() || page.page.is_none() || page.ids.contains(fragment) => {}
                Ok(page) => {
                    let help = match nearest(fragment, page.ids.iter().map(String::as_str)) {
                        Some(near) => format!("did you mean `#{near}`?"),
                        None => "link to the page as a whole: leave the part from `#` out".into(),
                    };
                    let message = format!("the page `{route}` has no place named `{fragment}`");
                    error(link.span.clone(), (message, help));
                }
            }
        }
    }
}
