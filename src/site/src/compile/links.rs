//! Links between pages: each must lead to a page, and its fragment to a place there.

use std::collections::BTreeMap;

use content::{Diagnostic, Report, Severity, Value, nearest};

use super::{Draft, Profile};
use crate::{BOOKING, Link, sections::BOOKING_BUTTON};

/// The pages that can be linked to.
pub struct Routes<'a> {
    drafts: BTreeMap<&'a str, &'a Draft<'a>>,
    profile: Profile,
}

impl<'a> Routes<'a> {
    /// All pages by route.
    pub fn new(drafts: &'a [Draft], profile: Profile) -> Self {
        Self { drafts: drafts.iter().map(|draft| (&*draft.address.route, draft)).collect(), profile }
    }

    /// The page of a route, or what is wrong with it and what to do.
    fn find(&self, route: &str) -> Result<&'a Draft<'a>, (String, String)> {
        match self.drafts.get(route) {
            Some(draft) if draft.address.draft && self.profile == Profile::Release => Err((
                format!("the page `{route}` is a draft, and drafts are not published"),
                format!("take the link out, or `draft: true` out of {}", draft.source.path),
            )),
            Some(draft) => Ok(draft),
            None => Err((format!("there is no page at `{route}`"), self.nearest(route))),
        }
    }

    fn nearest(&self, route: &str) -> String {
        if let Some(near) = nearest(route, self.drafts.keys().copied()) {
            return format!("did you mean `{near}`?");
        }
        // At most ten names, for a help that stays readable.
        let more = if self.drafts.len() > 10 { ", …" } else { "" };
        let some: Vec<_> = self.drafts.keys().take(10).map(|route| format!("`{route}`")).collect();
        format!("add a page there, or link to one of: {}{more}", some.join(", "))
    }

    /// A page that `site.yaml` names by its route.
    pub fn link(&self, value: &Value) -> Option<Link> {
        let route = value.text()?;
        match self.find(&route) {
            Ok(draft) => {
                // A page with mistakes of its own has told them itself.
                let name = draft.page.as_ref().map_or(&route, |page| &page.name).clone();
                Some(Link { href: route.into(), name: name.into() })
            }
            Err((message, help)) => {
                value.error(message, help);
                None
            }
        }
    }
}

/// Checks every link of every page, and that booking buttons lead somewhere:
/// to another site (`booking_elsewhere`) or to a page of this one.
pub fn check(drafts: &[Draft], booking_elsewhere: bool, profile: Profile, report: &Report) {
    let routes = Routes::new(drafts, profile);
    for draft in drafts {
        let error = |span, (message, help): (String, String)| {
            report.push(Diagnostic::new(Severity::Error, draft.source, span, message).help(help));
        };
        // A draft may link to drafts.
        let routes = if draft.address.draft { &Routes::new(drafts, Profile::Debug) } else { &routes };
        for link in &draft.links {
            let target = match &*link.target {
                BOOKING_BUTTON if booking_elsewhere => continue,
                BOOKING_BUTTON => BOOKING,
                target if target.starts_with(['/', '#']) => target,
                _ => continue,
            };
            let (address, fragment) = target.split_once('#').unwrap_or((target, ""));
            let route = match address.split('?').next().unwrap_or_default() {
                "" => &draft.address.route,
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
