//! What the names of files say in a folder of pairs, and how reports name them.

use crate::compile::names;

/// The two halves of a pair, as names end.
pub const SIDES: [&str; 2] = ["before", "after"];

/// What a picture's name says: the pair's number and name, and which of the two it is.
pub fn half(path: &str) -> Option<(u64, String, usize)> {
    let (stem, _) = last(path).rsplit_once('.')?;
    let (pair, side) = stem.rsplit_once('-')?;
    let side = SIDES.iter().position(|it| side.eq_ignore_ascii_case(it))?;
    let (_, number) = pair.rsplit_once('-')?;
    let number = Some(number).filter(|it| it.bytes().all(|b| b.is_ascii_digit()))?;
    Some((number.parse().ok()?, key(pair), side))
}

/// A pair's name as it is compared: some systems know neither capital letters nor two ways to
/// store an accented one.
pub fn key(name: &str) -> String {
    names::folded(name)
}

/// A path's last part.
pub fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// How many names are said.
const NAMED: usize = 6;

/// Names in a sentence: all of them, or the first and how many more there are.
pub fn several(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{}`", names::printable(one)),
        [first, others @ ..] if names.len() > NAMED => {
            format!("`{}` and {} more", names::printable(first), others.len())
        }
        [others @ .., last] => {
            let others: Vec<_> = others.iter().map(|it| format!("`{}`", names::printable(it))).collect();
            format!("{} and `{}`", others.join(", "), names::printable(last))
        }
    }
}
