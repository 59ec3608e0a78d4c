//! Tables: cells with classes, and rows that do not fit.

use std::ops::Range;

use pulldown_cmark::Alignment;

use report::Problem;

/// Writes table cells with classes: a `style` attribute would need a hole in
/// the Content-Security-Policy.
#[derive(Default)]
pub struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
}

impl Table {
    pub fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, ..Self::default() }
    }

    /// Begins a row: the head, or one below it.
    pub fn row(&mut self, head: bool) {
        self.head = head;
        self.column = 0;
    }

    pub fn open_cell(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        self.column += 1;
        if self.head { format!("<th{class} scope=\"col\">") } else { format!("<td{class}>") }
    }

    pub fn close_cell(&self) -> &'static str {
        if self.head { "</th>" } else { "</td>" }
    }

    /// What would not be shown of a row below the head, or not as it is meant, and
    /// where in the row. Too few cells are fine: the rest stays empty (GFM, section 4.10).
    pub fn misfit(&self, row: &str) -> Option<(Range<usize>, Problem)> {
        let row = row.trim_end();
        let pipes: Vec<_> = pipes(row).collect();
        let columns = self.alignments.len();
        if let Some(code) = code_with_a_pipe(row, &pipes) {
            let suggestion = escaped(row, &code, &pipes);
            return Some((
                code,
                Problem::with_suggestion("a `|` ends a table's cell, in code too", suggestion),
            ));
        }
        if pipes.is_empty() && columns > 1 {
            let help = "put an empty line above it, or write its cells with `|` between them";
            return Some((0..row.len(), Problem::new("this line becomes a row of the table above it", help)));
        }
        let extra = cells(row, &pipes).skip(columns).filter(|cell| !row[cell.clone()].trim().is_empty());
        let (first, last) = {
            let mut extra = extra;
            let first = extra.next()?;
            (first.clone(), extra.last().unwrap_or(first))
        };
        let start = first.end - row[first.clone()].trim_start().len();
        let end = last.start + row[last.clone()].trim_end().len();
        let message =
            format!("this does not fit the table, whose head has {columns} cells, and is not shown");
        let help = "give the head and the line of dashes one cell more, or join two cells; \
                    a `|` that belongs to the text is written `\\|`";
        Some((start..end, Problem::new(message, help)))
    }
}

/// Where the pipes stand that part a row's cells.
fn pipes(row: &str) -> impl Iterator<Item = usize> {
    row.match_indices('|').map(|(at, _)| at).filter(|at| !row[..*at].ends_with('\\'))
}

/// A row's cells, without what is outside of its first and last pipe where these stand at its ends.
fn cells(row: &str, pipes: &[usize]) -> impl Iterator<Item = Range<usize>> {
    let opened = row.trim_start().starts_with('|');
    let starts = (!opened).then_some(0).into_iter().chain(pipes.iter().map(|at| at + 1));
    let ends = pipes.iter().copied().skip(usize::from(opened)).chain([row.len()]);
    starts.zip(ends).map(|(start, end)| start..end.max(start))
}

/// Code (CommonMark, section 6.1) with a pipe in it.
fn code_with_a_pipe(row: &str, pipes: &[usize]) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(start) = row[from..].find('`').map(|at| from + at) {
        let fence = row[start..].len() - row[start..].trim_start_matches('`').len();
        let inside = start + fence;
        let close = row[inside..].find(&row[start..inside]).map(|at| inside + at + fence);
        let end = close?;
        if pipes.iter().any(|at| (inside..end).contains(at)) {
            return Some(start..end);
        }
        from = end;
    }
    None
}

fn escaped(row: &str, part: &Range<usize>, pipes: &[usize]) -> String {
    let mut out = String::new();
    for (at, c) in row[part.clone()].char_indices() {
        if pipes.contains(&(part.start + at)) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misfit(row: &str) -> Option<(String, Option<String>)> {
        let table = Table::new(vec![Alignment::None; 2]);
        table.misfit(row).map(|(span, problem)| (row[span].to_owned(), problem.suggestion))
    }

    #[test]
    fn rows_that_fit_are_fine() {
        for row in
            ["| a | b |", "a | b", "| a |", "|a|b", "| a \\| b | c |", "| `a` | `b` |", "| a | b | |", "||"]
        {
            assert_eq!(misfit(row), None, "{row}");
        }
    }

    #[test]
    fn what_does_not_fit_is_found() {
        for (row, part) in [
            ("| a | b | c |", "c"),
            ("a | b | c d", "c d"),
            ("| a | b | é | d |", "é | d"),
            ("text below", "text below"),
        ] {
            assert_eq!(misfit(row), Some((part.to_owned(), None)), "{row}");
        }
        assert_eq!(misfit("| a | `b|c` |"), Some(("`b|c`".to_owned(), Some("`b\\|c`".to_owned()))));
        assert_eq!(misfit("| ``a|`b`` |"), Some(("``a|`b``".to_owned(), Some("``a\\|`b``".to_owned()))));
    }
}
