//! What the page with the search finds in.

use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use documents::{Esbuild, SearchCode, WithSearch, records};
use site::Content;

use super::embed::weight;

/// How much everybody who opens the search gets at most, in bytes, Brotli.
const RECORDS: usize = 60_000;

/// The script and the records; nothing where no page has a search. Where there would be too much,
/// the texts of pages and answers are left out, and that is told.
pub fn of(content: &Content, root: &Path, esbuild: &Esbuild) -> Result<Option<WithSearch>, String> {
    if content.frame.search.is_none() {
        return Ok(None);
    }
    let mut records_of_all = records(content, true);
    // 11 takes ten times as long for large ones, and decides nothing.
    let params = BrotliEncoderParams { quality: 10, lgwin: 24, ..Default::default() };
    let weight = weight(&records_of_all, &params)?;
    if weight > RECORDS {
        eprintln!(
            "search: with the texts of pages and answers its records would have {weight} of {RECORDS} bytes \
             (Brotli), so it finds them by names, headings, keywords and questions alone\n"
        );
        records_of_all = records(content, false);
    }
    Ok(Some(WithSearch::new(SearchCode::new(root, esbuild)?, records_of_all)))
}
