//! The rhythm of a page: what each of its parts stands on follows from what it is and from what
//! stands before it, here and nowhere else. Styles know the three names (`style/rhythm.css`).

use crate::sections::Ground;

/// What a part says for styles.
pub(super) type Said = Option<&'static str>;

/// Gives each part of a page its ground, from top to bottom.
pub(super) struct Rhythm {
    before: Ground,
}

impl Rhythm {
    /// Below the hero, which has a tint.
    pub fn below_the_hero() -> Self {
        Self { before: Ground::Tint }
    }

    /// The next part, which wants this: a tint is not followed by a tint, nor the deepest colour
    /// by itself, and between two parts on paper is a line.
    pub fn next(&mut self, wanted: Ground) -> Said {
        let (ground, said) = match (self.before, wanted) {
            (Ground::Tint, Ground::Tint) => (Ground::Paper, None),
            (Ground::Deep, Ground::Deep) => (Ground::Tint, Some("tint")),
            (_, Ground::Tint) => (Ground::Tint, Some("tint")),
            (_, Ground::Deep) => (Ground::Deep, Some("deep")),
            (Ground::Paper, Ground::Paper) => (Ground::Paper, Some("line")),
            (_, Ground::Paper) => (Ground::Paper, None),
        };
        self.before = ground;
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ground_follows_itself_unmarked() {
        use Ground::{Deep, Paper, Tint};
        let mut rhythm = Rhythm::below_the_hero();
        let said = [Paper, Paper, Tint, Tint, Tint, Deep, Deep, Paper, Deep].map(|it| rhythm.next(it));
        let wanted = [
            None,
            Some("line"),
            Some("tint"),
            None,
            Some("tint"),
            Some("deep"),
            Some("tint"),
            None,
            Some("deep"),
        ];
        assert_eq!(said, wanted);
    }
}
