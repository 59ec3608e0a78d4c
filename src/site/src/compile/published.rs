//! The addresses that the site has had: none of them dies by accident.

use std::collections::BTreeSet;

use content::nearest;
use report::{Diagnostic, Report, Severity};

use super::{Profile, address::is_address, files::File, pages::PageFile};
use crate::Content;

/// The most new addresses that are named.
const NAMED: usize = 5;

/// Reports each published address that leads nowhere any more, and the new ones.
///
/// While pages are being written, what is wrong here is a warning: it may be put right last.
pub fn check(file: &File, pages: &[PageFile], profile: Profile, report: &Report) {
    let severity = if profile == Profile::Debug { Severity::Warning } else { Severity::Error };
    let shown: Vec<_> = pages.iter().filter(|it| profile == Profile::Debug || !it.address.draft).collect();
    let alive: BTreeSet<&str> = shown.iter().flat_map(|page| addresses(page)).collect();
    let published: BTreeSet<&str> = lines(&file.source.text).map(|(_, line)| line).collect();
    for (start, address) in lines(&file.source.text) {
        let (message, help) = if !is_address(address) {
            let help = "a line is an address like `/folder/page`: correct it, or remove it";
            ("this is not an address of this site".to_owned(), help.to_owned())
        } else if alive.contains(address) {
            continue;
        } else {
            let message = format!("{address} was published, and no page is there any more");
            (message, remedy(address, pages, &shown, &published))
        };
        let span = start..start + address.len();
        report.push(Diagnostic::new(severity, &file.source, span, message).help(help));
    }
    let new: Vec<_> = alive.difference(&published).map(|address| format!("`{address}`")).collect();
    if !new.is_empty() {
        let more = match new.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!("new addresses: {}{more}", new[..new.len().min(NAMED)].join(", "));
        let help = "`cargo xtask check --accept` adds them here: from then on they have to lead somewhere";
        report.push(Diagnostic::new(Severity::Warning, &file.source, 0..0, message).help(help));
    }
}

/// The list with the addresses of `content` added, sorted, one a line.
pub fn with_those_of(list: &str, content: &Content) -> String {
    let routes = content.pages.iter().map(|page| &*page.route);
    let older = content.redirects.iter().map(|(older, _)| &**older);
    let all: BTreeSet<_> = lines(list).map(|(_, line)| line).chain(routes).chain(older).collect();
    all.into_iter().map(|address| format!("{address}\n")).collect()
}

/// What is in the lines, each with where it stands.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start + line.len() - line.trim_start().len(), line.trim()))
    });
    starts.filter(|(_, line)| !line.is_empty())
}

/// All addresses that lead to a page.
fn addresses<'a>(page: &'a PageFile) -> impl Iterator<Item = &'a str> {
    let older = page.address.redirects.iter().map(|(older, _)| &**older);
    older.chain([&*page.address.route])
}

/// The line to paste, and into which file: the page that has most likely come in its place.
fn remedy(address: &str, pages: &[PageFile], shown: &[&PageFile], published: &BTreeSet<&str>) -> String {
    if let Some(draft) = pages.iter().find(|page| page.address.route == address) {
        return format!(
            "take `draft: true` out of {}, or name {address} in another page's `aliases`",
            draft.source.path
        );
    }
    let last = |route: &str| route.rsplit('/').next().unwrap_or_default().to_owned();
    let new: Vec<_> = shown.iter().filter(|page| !published.contains(&*page.address.route)).collect();
    let moved = new.iter().find(|page| last(&page.address.route) == last(address));
    let renamed = || {
        let near = nearest(address, new.iter().map(|page| &*page.address.route))?;
        new.iter().find(|page| page.address.route == near)
    };
    // Else the folder that it was in; the home page is in every one.
    let above = || {
        let is_above = |page: &&&PageFile| {
            let inside = address.strip_prefix(page.address.route.trim_end_matches('/'));
            page.address.is_folder && inside.is_some_and(|rest| rest.starts_with('/'))
        };
        shown.iter().filter(is_above).max_by_key(|page| page.address.route.len())
    };
    match moved.copied().or_else(|| renamed().copied()).or_else(above) {
        Some(page) if page.address.redirects.is_empty() => {
            format!("add the line `aliases: [{address}]` to {}, if that page is meant now", page.source.path)
        }
        Some(page) => {
            format!("add {address} to `aliases` in {}, if that page is meant now", page.source.path)
        }
        None => format!("name {address} in the `aliases` of the page that is meant now"),
    }
}
