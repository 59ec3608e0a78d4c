//! Front matter below its end, where it is text.

use std::ops::Range;

use crate::Document;

/// Reports lines at the beginning of a page's text that are `known` keys: readers would see them.
pub fn report_keys_in_text(document: &Document, body: Range<usize>, known: &[&str]) {
    let mut reported = false;
    for (span, line) in document.source.lines(body) {
        let key = line.split_once(':').filter(|(_, rest)| rest.is_empty() || rest.starts_with([' ', '\t']));
        match key {
            Some((key, _)) if known.contains(&key) => {
                document.warning(
                    span.start..span.start + line.len(),
                    format!("readers see this line: the key `{key}` stands below the line `---` that ends the keys"),
                    "move it above that line",
                );
                reported = true;
            }
            // What belongs to the key above, or is between two of them.
            _ if line.is_empty() || line == "---" || reported && line.starts_with([' ', '-']) => {}
            _ => return,
        }
    }
}
