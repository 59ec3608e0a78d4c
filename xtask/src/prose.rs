//! Text without a meaning, as varied as real text is.

use fastrand::Rng;

/// Beginnings and ends of words.
const BEGINNINGS: [&str; 36] = [
    "bal", "bren", "cal", "cor", "dal", "den", "dor", "fal", "fen", "fir", "gal", "gor", "hal", "hen", "jor",
    "kal", "kel", "lan", "lor", "mal", "mer", "nal", "nor", "ol", "pel", "quin", "ral", "ren", "sal", "sor",
    "tal", "ter", "val", "ver", "wol", "zan",
];
const ENDS: [&str; 36] = [
    "a", "ado", "aren", "as", "ave", "bit", "dan", "dem", "dis", "eda", "el", "enna", "ero", "est", "fa",
    "gan", "ido", "il", "im", "isto", "ka", "len", "lo", "mit", "na", "nov", "ola", "om", "ora", "pen",
    "rin", "sa", "tan", "tov", "una", "vik",
];

/// What stands between longer words, as in any language.
const SHORT: [&str; 12] = ["and", "of", "in", "with", "for", "on", "to", "by", "as", "or", "at", "from"];

/// How many words in a sentence.
const SENTENCE: usize = 14;

/// Where the words come from: always the same ones in the same order.
pub struct Prose(Rng);

impl Default for Prose {
    fn default() -> Self {
        Self(Rng::with_seed(1))
    }
}

impl Prose {
    pub fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.0.usize(..things.len())]
    }

    fn word(&mut self) -> String {
        format!("{}{}", self.one_of(&BEGINNINGS), self.one_of(&ENDS))
    }

    /// Two words with capitals.
    pub fn name(&mut self) -> String {
        format!("{} {}", capital(&self.word()), capital(&self.word()))
    }

    /// Words without a point at the end, every third of them a short one.
    pub fn words(&mut self, count: usize) -> String {
        let word = |at| if at % 3 == 2 { (*self.one_of(&SHORT)).to_owned() } else { self.word() };
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    }

    /// A few words with one capital.
    pub fn heading(&mut self) -> String {
        capital(&self.words(5))
    }

    pub fn sentence(&mut self, words: usize) -> String {
        format!("{}.", capital(&self.words(words)))
    }

    /// Sentences of `words` words together, or a few more.
    pub fn paragraph(&mut self, words: usize) -> String {
        let sentences = (0..words.div_ceil(SENTENCE)).map(|_| self.sentence(SENTENCE));
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// A sentence that begins as said, of `length` characters or one word more.
    pub fn at_least(&mut self, length: usize, beginning: &str) -> String {
        let mut text = beginning.to_owned();
        while text.len() < length {
            text = format!("{text} {}", self.word());
        }
        text + "."
    }
}

/// A name as addresses have it.
pub fn slug(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(text.len().min(1));
    first.to_uppercase() + rest
}
