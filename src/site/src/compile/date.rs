//! Dates: one way of writing them, and what others mean.

use content::{
    Value,
    schema::{Kind, Read, Shape},
};
use jiff::civil;

use crate::Date;

impl Kind for Date {
    type Value = Self;

    fn shape() -> Shape {
        Shape::Date
    }
}

impl<C> Read<C> for Date {
    /// Reads a date as ISO 8601 writes it.
    fn read(value: Value, _: &C) -> Option<Self> {
        let written = value.token()?;
        let Some(date) = written.parse::<civil::Date>().ok().filter(|date| date.to_string() == written)
        else {
            let help = match meant(&written) {
                Some(date) => value.help_to_write(&date.to_string()),
                None => "write it as year, month and day: `2026-03-04`".into(),
            };
            value.error("this is not a date", help);
            return None;
        };
        Some(Self { iso: written, words: date.strftime("%B %-d, %Y").to_string() })
    }
}

/// The date that is written in another way, where that way leaves no doubt about
/// which number is the day.
fn meant(written: &str) -> Option<civil::Date> {
    let day = written.split(['T', ' ']).next().filter(|day| day.len() >= 8).unwrap_or(written);
    let plain = written.replace(',', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    ["%Y%m%d", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"]
        .iter()
        .find_map(|format| civil::Date::strptime(format, day).ok())
        .or_else(|| {
            ["%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y"]
                .iter()
                .find_map(|format| civil::Date::strptime(format, &plain).ok())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_without_doubt_is_understood() {
        for written in [
            "20260304",
            "2026-3-4",
            "2026/03/04",
            "2026.03.04",
            "2026-03-04T10:00:00Z",
            "2026-03-04 10:00",
            "4 March 2026",
            "March 4, 2026",
            "4 Mar 2026",
        ] {
            assert_eq!(
                meant(written).map(|date| date.to_string()).as_deref(),
                Some("2026-03-04"),
                "{written}"
            );
        }
        for doubt in ["03/04/2026", "4.3.2026", "2026-02-30", "soon", "2026", "20261304"] {
            assert_eq!(meant(doubt), None, "{doubt}");
        }
    }
}
