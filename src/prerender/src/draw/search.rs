//! What the page with the search finds in.

use std::path::Path;

use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use documents::{Esbuild, SearchCode, WithSearch, records};
use site::Content;

/// How much everybody who opens the search gets at most, in bytes, Brotli.
const RECORDS: usize = 60_000;

/// The script and the records; nothing where no page has a search. Where there would be too much,
/// the texts of pages and answers are left out, and that is told.
pub fn of(content: &Content, root: &Path, esbuild: &Esbuild) -> Result<Option<WithSearch>, String> {
    if content.frame.search.is_none() {
        return Ok(None);
    }
    let mut records_of_all = records(content, true);
    let weight = weight(&records_of_all)?;
    if weight > RECORDS {
        eprintln!(
            "search: with the texts of pages and answers its records would have {weight} of {RECORDS} bytes \
             (Brotli), so it finds them by names, headings, keywords and questions alone\n"
        );
        records_of_all = records(content, false);
    }
    Ok(Some(WithSearch::new(SearchCode::new(root, esbuild)?, records_of_all)))
}

fn weight(text: &str) -> Result<usize, String> {
    // As `write` compresses them; 11 takes ten times as long for large ones, and decides nothing.
    let params = BrotliEncoderParams { quality: 10, lgwin: 24, ..Default::default() };
    BrotliCompress(&mut text.as_bytes(), &mut Vec::new(), &params).map_err(|error| format!("Brotli: {error}"))
}
