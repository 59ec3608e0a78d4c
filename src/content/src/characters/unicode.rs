//! What Unicode says of characters: the names of those that nobody sees
//! (UnicodeData.txt, field 1; NameAliases.txt for control characters), and the
//! scripts and symbols beside which some of them have a purpose (Blocks.txt).

use std::cmp::Ordering;

/// The names of characters that show nothing, and of spaces other than the usual one:
/// from the first to the last that has it, in their order.
const NAMES: &[(char, char, &str)] = &[
    ('\0', '\0', "null"),
    ('\u{1}', '\u{6}', "control character"),
    ('\u{7}', '\u{7}', "bell"),
    ('\u{8}', '\u{8}', "backspace"),
    ('\u{b}', '\u{b}', "line tabulation"),
    ('\u{c}', '\u{c}', "form feed"),
    ('\u{e}', '\u{1a}', "control character"),
    ('\u{1b}', '\u{1b}', "escape"),
    ('\u{1c}', '\u{1f}', "control character"),
    ('\u{7f}', '\u{7f}', "delete"),
    ('\u{80}', '\u{84}', "control character"),
    ('\u{85}', '\u{85}', "next line"),
    ('\u{86}', '\u{9f}', "control character"),
    ('\u{a0}', '\u{a0}', "no-break space"),
    ('\u{ad}', '\u{ad}', "soft hyphen"),
    ('\u{34f}', '\u{34f}', "combining grapheme joiner"),
    ('\u{61c}', '\u{61c}', "Arabic letter mark"),
    ('\u{115f}', '\u{1160}', "Hangul filler"),
    ('\u{1680}', '\u{1680}', "Ogham space mark"),
    ('\u{17b4}', '\u{17b5}', "Khmer inherent vowel"),
    ('\u{180b}', '\u{180d}', "Mongolian free variation selector"),
    ('\u{180e}', '\u{180e}', "Mongolian vowel separator"),
    ('\u{180f}', '\u{180f}', "Mongolian free variation selector"),
    ('\u{2000}', '\u{2000}', "en space"),
    ('\u{2001}', '\u{2001}', "em space"),
    ('\u{2002}', '\u{2002}', "en space"),
    ('\u{2003}', '\u{2003}', "em space"),
    ('\u{2004}', '\u{2006}', "fraction of an em space"),
    ('\u{2007}', '\u{2007}', "figure space"),
    ('\u{2008}', '\u{2008}', "punctuation space"),
    ('\u{2009}', '\u{2009}', "thin space"),
    ('\u{200a}', '\u{200a}', "hair space"),
    ('\u{200b}', '\u{200b}', "zero width space"),
    ('\u{200c}', '\u{200c}', "zero width non-joiner"),
    ('\u{200d}', '\u{200d}', "zero width joiner"),
    ('\u{200e}', '\u{200e}', "left-to-right mark"),
    ('\u{200f}', '\u{200f}', "right-to-left mark"),
    ('\u{2028}', '\u{2028}', "line separator"),
    ('\u{2029}', '\u{2029}', "paragraph separator"),
    ('\u{202a}', '\u{202a}', "left-to-right embedding"),
    ('\u{202b}', '\u{202b}', "right-to-left embedding"),
    ('\u{202c}', '\u{202c}', "pop directional formatting"),
    ('\u{202d}', '\u{202d}', "left-to-right override"),
    ('\u{202e}', '\u{202e}', "right-to-left override"),
    ('\u{202f}', '\u{202f}', "narrow no-break space"),
    ('\u{205f}', '\u{205f}', "medium mathematical space"),
    ('\u{2060}', '\u{2060}', "word joiner"),
    ('\u{2061}', '\u{2064}', "invisible mathematical operator"),
    ('\u{2066}', '\u{2066}', "left-to-right isolate"),
    ('\u{2067}', '\u{2067}', "right-to-left isolate"),
    ('\u{2068}', '\u{2068}', "first strong isolate"),
    ('\u{2069}', '\u{2069}', "pop directional isolate"),
    ('\u{206a}', '\u{206f}', "deprecated format character"),
    ('\u{2800}', '\u{2800}', "Braille pattern blank"),
    ('\u{3000}', '\u{3000}', "ideographic space"),
    ('\u{3164}', '\u{3164}', "Hangul filler"),
    ('\u{fe00}', '\u{fe0f}', "variation selector"),
    ('\u{feff}', '\u{feff}', "zero width no-break space, a byte-order mark"),
    ('\u{ffa0}', '\u{ffa0}', "Hangul filler"),
    ('\u{fff9}', '\u{fffb}', "interlinear annotation character"),
    ('\u{fffc}', '\u{fffc}', "object replacement character"),
    ('\u{1d173}', '\u{1d17a}', "musical format character"),
    ('\u{e0000}', '\u{e007f}', "tag character"),
    ('\u{e0100}', '\u{e01ef}', "variation selector"),
];

/// The name of a character that shows nothing, or a space other than the usual one.
pub fn name(c: char) -> Option<&'static str> {
    if matches!(c, '\t' | '\n' | '\r' | ' '..='~') {
        return None;
    }
    if is_noncharacter(c) {
        return Some("noncharacter");
    }
    let order = |(first, last, _): &(char, char, &str)| match (*first > c, *last < c) {
        (true, _) => Ordering::Greater,
        (_, true) => Ordering::Less,
        _ => Ordering::Equal,
    };
    NAMES.binary_search_by(order).ok().map(|at| NAMES[at].2)
}

/// Whether it is for no text at all (Unicode Standard, section 23.7).
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Whether a character shows nothing, or is a space other than the usual one.
pub fn is_invisible(c: char) -> bool {
    name(c).is_some()
}

/// The invisible characters of a text, with their offsets.
pub fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| is_invisible(*c))
}

/// A text without its invisible characters.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// Whether it is a space of any width.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control() && !is_line_end(c)
}

/// Whether it ends a line for some programs, beside the usual ones.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether letters of this script are joined or parted by characters without a
/// width, or written from right to left: Hebrew to Balinese, and their supplements.
pub fn is_of_a_joining_script(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{1c7f}' | '\u{a800}'..='\u{abff}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{11fff}' | '\u{1e800}'..='\u{1efff}')
}

pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && name(c).is_none()
}

/// Pictures: symbols, and emoji with what follows them.
pub fn is_symbol(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{a9}' | '\u{ae}'
        | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_none_in_another() {
        assert!(NAMES.iter().all(|(first, last, _)| first <= last));
        assert!(NAMES.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
