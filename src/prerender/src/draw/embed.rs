//! The pages that the `.wasm` has, as Rust: `site.rs`, with the articles beside it.

use std::{
    collections::BTreeSet,
    env,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::Write as _,
    path::Path,
};

use brotli::{BrotliCompress, CompressorWriter, enc::BrotliEncoderParams};
use model::{Route, Site};
use site::{
    Content,
    compile::{Inputs, Profile},
};

use crate::files;

/// How much of every first visit the embedded pages may be, in bytes, Brotli. All
/// others are fetched when somebody goes there. The environment variable
/// `EMBED_BUDGET` changes it for tests.
const EMBED_BUDGET: usize = 14_000;

/// The file that the client includes.
const SITE: &str = "site.rs";

/// Writes as many of the pages as fit, the most visited first; while somebody writes,
/// none: content must not compile anything then.
pub fn write(content: &Content, site: &Site, inputs: &Inputs, folder: &Path) -> Result<(), String> {
    if inputs.profile == Profile::Debug {
        return Ok(());
    }
    let budget = match env::var("EMBED_BUDGET") {
        Ok(budget) => budget.parse().map_err(|_| format!("EMBED_BUDGET is no number: {budget}"))?,
        Err(_) => EMBED_BUDGET,
    };
    // What a search lists is in its records as well, and grows with the site; what pictures need
    // in a page's head is for those alone who come to them.
    let kept_out = content.pages.iter().filter(|page| page.has_search() || !page.images.is_empty());
    let kept_out: BTreeSet<&str> = kept_out.map(|page| &*page.route).collect();
    let visited = content.most_visited_first().into_iter().filter(|path| !kept_out.contains(path));
    let mut routes: Vec<&Route> = visited.filter_map(|path| site.route(path)).collect();
    routes.truncate(how_many_fit(&routes, budget)?);
    routes.sort_by(|a, b| a.path.cmp(&b.path));

    let mut names = BTreeSet::from([SITE.to_owned()]);
    for route in &routes {
        let name = article_file(&route.article);
        files::write_if_changed(&folder.join(&name), &route.article)?;
        names.insert(name);
    }
    files::write_if_changed(&folder.join(SITE), &source(&routes))?;
    // What is left of other builds.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if !names.contains(&*entry.file_name().to_string_lossy()) {
            _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// The site as a Rust expression.
fn source(routes: &[&Route]) -> String {
    let mut source = "model::Site { routes: alloc::borrow::Cow::Borrowed(&[".to_owned();
    let borrowed = |text: &str| format!("alloc::borrow::Cow::Borrowed({text:?})");
    for Route { path, head, cta_text, is_treatment, article } in routes {
        let cta_text = cta_text.as_deref().map_or("None".to_owned(), |it| format!("Some({})", borrowed(it)));
        let file = article_file(article);
        // Writing to a string cannot fail.
        _ = write!(
            source,
            "\nmodel::Route {{ path: {}, head: {}, cta_text: {cta_text}, is_treatment: {is_treatment}, \
             article: alloc::borrow::Cow::Borrowed(include_str!({file:?})) }},",
            borrowed(path),
            borrowed(head),
        );
    }
    source + "\n]) }\n"
}

/// The file of an article, named by what is in it.
fn article_file(article: &str) -> String {
    let mut hasher = DefaultHasher::new();
    article.hash(&mut hasher);
    format!("{:016x}.html", hasher.finish())
}

/// How many of the first of these pages stay within a budget.
fn how_many_fit(routes: &[&Route], budget: usize) -> Result<usize, String> {
    let mut fit = how_many_surely_fit(routes, budget)?;
    while fit < routes.len() && compressed(&routes[..=fit])? <= budget {
        fit += 1;
    }
    Ok(fit)
}

/// The same in one go, with a page or two less: to tell its size, each page's text is
/// ended, which takes some bytes.
fn how_many_surely_fit(routes: &[&Route], budget: usize) -> Result<usize, String> {
    let mut compressor = CompressorWriter::with_params(Vec::new(), 4096, &params());
    for (fit, route) in routes.iter().enumerate() {
        let mut add = |text: &str| compressor.write_all(text.as_bytes());
        let added = add(&route.head).and_then(|()| add(&route.article)).and_then(|()| compressor.flush());
        added.map_err(|error| format!("Brotli: {error}"))?;
        if compressor.get_ref().len() > budget {
            return Ok(fit);
        }
    }
    Ok(routes.len())
}

/// What the texts of these pages take, in bytes.
fn compressed(routes: &[&Route]) -> Result<usize, String> {
    let texts: String = routes.iter().flat_map(|route| [&*route.head, &*route.article]).collect();
    weight(&texts, &params())
}

/// What a text takes, in bytes, Brotli.
pub(super) fn weight(text: &str, params: &BrotliEncoderParams) -> Result<usize, String> {
    BrotliCompress(&mut text.as_bytes(), &mut Vec::new(), params).map_err(|error| format!("Brotli: {error}"))
}

fn params() -> BrotliEncoderParams {
    BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(article: String) -> Route {
        Route {
            path: "/a".into(),
            head: "<title>a</title>".into(),
            cta_text: Some("“Book”\n".into()),
            is_treatment: true,
            article: article.into(),
        }
    }

    #[test]
    fn a_budget_is_used_up_and_not_exceeded() {
        let noise = |page: u64| {
            let word = |at: u64| format!("{:x}", (page * 7919 + at).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            (0..200).map(word).collect::<String>()
        };
        let routes: Vec<_> = (0..40).map(|page| route(noise(page))).collect();
        let routes: Vec<_> = routes.iter().collect();
        for budget in [0, 5_000, 20_000, usize::MAX] {
            let fit = how_many_fit(&routes, budget).unwrap();
            assert!(fit == 0 || compressed(&routes[..fit]).unwrap() <= budget, "{budget}: {fit}");
            assert!(fit == routes.len() || compressed(&routes[..=fit]).unwrap() > budget, "{budget}: {fit}");
        }
    }

    #[test]
    fn texts_stand_as_rust_reads_them() {
        let source = source(&[&route("<p>a</p>".into())]);
        assert!(source.contains(r#"cta_text: Some(alloc::borrow::Cow::Borrowed("“Book”\n"))"#), "{source}");
        assert!(source.contains(&format!("include_str!(\"{}\")", article_file("<p>a</p>"))), "{source}");
    }
}
