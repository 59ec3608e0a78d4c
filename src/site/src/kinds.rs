//! Kinds of values that pages and `site.yaml` have: Markdown as HTML, icons, days and times.

use content::{
    Value, addresses,
    schema::{Kind, Read, Shape, Token},
};
use images::Image;

use crate::Html;

/// One paragraph of Markdown.
pub struct Inline;

/// Paragraphs of Markdown.
pub struct Paragraphs;

/// Markdown with headings and lists.
pub struct Markdown;

/// A name of the icon set, as the icon's shapes.
pub struct Icon;

/// A picture of the content folder, which is so many pixels wide or warned of.
pub struct Picture<const SMALLEST: u32>;

/// What there is to see in a picture, for people who do not see it.
pub struct PictureWords;

/// An English name of a day.
pub struct Day;

/// A time of day.
pub struct Time;

/// A phone number as people write it.
pub struct Phone;

impl Kind for Inline {
    type Value = Html;

    fn shape() -> Shape {
        Shape::Inline
    }
}

impl<C> Read<C> for Inline {
    fn read(value: Value, _: &C) -> Option<Html> {
        value.inline_markdown().map(Html)
    }
}

impl Kind for Paragraphs {
    type Value = Html;

    fn shape() -> Shape {
        Shape::Paragraphs
    }
}

impl<C> Read<C> for Paragraphs {
    fn read(value: Value, _: &C) -> Option<Html> {
        value.paragraphs().map(Html)
    }
}

impl Kind for Markdown {
    type Value = Html;

    fn shape() -> Shape {
        Shape::Markdown
    }
}

impl<C> Read<C> for Markdown {
    fn read(value: Value, _: &C) -> Option<Html> {
        value.markdown().map(Html)
    }
}

impl Kind for Icon {
    type Value = Html;

    fn shape() -> Shape {
        Shape::Icon
    }
}

impl<C> Read<C> for Icon {
    fn read(value: Value, _: &C) -> Option<Html> {
        value.icon().map(Html)
    }
}

impl<const SMALLEST: u32> Kind for Picture<SMALLEST> {
    type Value = Image;

    fn shape() -> Shape {
        let pattern = r"[\s\S]*\S[\s\S]*".to_owned();
        Shape::Token(Token { called: "a picture's path", pattern, least_number: None })
    }
}

impl<C, const SMALLEST: u32> Read<C> for Picture<SMALLEST> {
    fn read(value: Value, _: &C) -> Option<Image> {
        value.image(SMALLEST)
    }
}

impl Kind for PictureWords {
    type Value = String;

    fn shape() -> Shape {
        Shape::Words { usual: None }
    }
}

impl<C> Read<C> for PictureWords {
    fn read(value: Value, _: &C) -> Option<String> {
        value.image_words()
    }
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Kind for Day {
    type Value = String;

    fn shape() -> Shape {
        Shape::OneOf(&DAYS)
    }
}

impl<C> Read<C> for Day {
    fn read(value: Value, _: &C) -> Option<String> {
        value.one_of("day", &DAYS).map(str::to_owned)
    }
}

impl Kind for Time {
    type Value = String;

    fn shape() -> Shape {
        let pattern = "(?:[01][0-9]|2[0-3]):[0-5][0-9]".to_owned();
        Shape::Token(Token { called: "a time of day", pattern, least_number: None })
    }
}

impl<C> Read<C> for Time {
    fn read(value: Value, _: &C) -> Option<String> {
        value.text_that(is_time, "this is not a time of day", "write it in quotes, like `\"09:00\"`")
    }
}

fn is_time(text: &str) -> bool {
    text.split_once(':').is_some_and(|(hour, minute)| {
        let below = |part: &str, limit: u32| {
            part.len() == 2
                && part.bytes().all(|b| b.is_ascii_digit())
                && part.parse::<u32>().is_ok_and(|n| n < limit)
        };
        below(hour, 24) && below(minute, 60)
    })
}

impl Kind for Phone {
    type Value = String;

    fn shape() -> Shape {
        let pattern = addresses::patterns::phone();
        Shape::Token(Token { called: "a phone number", pattern, least_number: Some(1_000_000) })
    }
}

impl<C> Read<C> for Phone {
    fn read(value: Value, _: &C) -> Option<String> {
        let help = "write digits, spaces and hyphens, in quotes";
        value.text_that(addresses::is_phone, "this is not a phone number", help)
    }
}
