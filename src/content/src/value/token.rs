//! Values that machines read: numbers, addresses, dates, names out of a list.

use super::Value;
use crate::{
    characters,
    names::{nearest, quoted},
    yaml::Data,
};
use report::Help;

impl Value<'_> {
    /// Text that machines read, such as an address: not empty, without characters that
    /// nobody sees, white space folded to single spaces. A number is read as it is written.
    pub fn token(&self) -> Option<String> {
        let text = match self.node.data {
            Data::Number => self.written(),
            _ => self.raw_text()?.trim_matches([' ', '\t', '\n', '\r']),
        };
        if text.chars().any(characters::is_invisible) {
            let whole = self.node.as_text().unwrap_or(text);
            let (source_map, start) = (self.source_map(whole), whole.find(text).unwrap_or(0));
            let mended = self.document.report_in_token(text, "here", |at| source_map.file_offset(start + at));
            return Some(mended).filter(|text| !text.is_empty());
        }
        Some(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// A whole number.
    pub fn integer(&self) -> Option<i64> {
        let token = self.token_of_any_kind()?;
        let meant = token.trim().trim_start_matches('+').parse::<i64>().ok();
        if let (Data::Number, Some(number)) = (&self.node.data, meant)
            && number.to_string() == token
        {
            return meant;
        }
        let found = match self.node.data {
            Data::Text(_) => format!("`{token}`"),
            _ => self.kind(),
        };
        let help = match meant {
            Some(number) => self.help_to_write(&number.to_string()),
            None => "write digits without quotes, for instance `10`".into(),
        };
        self.error(format!("this must be a whole number, but it is {found}"), help);
        None
    }

    /// `true` or `false`.
    pub fn boolean(&self) -> Option<bool> {
        if let Data::Bool(value) = self.node.data {
            return Some(value);
        }
        let token = self.token_of_any_kind()?;
        let found = match self.node.data {
            Data::Text(_) => format!("`{token}`"),
            _ => self.kind(),
        };
        let help = match token.to_lowercase().as_str() {
            "true" | "yes" | "y" | "on" | "1" => self.help_to_write("true"),
            "false" | "no" | "n" | "off" | "0" => self.help_to_write("false"),
            _ => "write one of the two words without quotes".into(),
        };
        self.error(format!("this must be `true` or `false`, but it is {found}"), help);
        None
    }

    /// The token, or of what is no text what is written.
    fn token_of_any_kind(&self) -> Option<String> {
        match &self.node.data {
            // That makes text of it: one mistake.
            Data::Text(text) if text.chars().any(characters::is_invisible) => {
                self.token();
                None
            }
            Data::Text(_) => self.token(),
            _ => Some(self.written().to_owned()),
        }
    }

    /// Text for machines that `is_fine`, or an error with this message and help.
    pub fn text_that(
        &self,
        is_fine: impl Fn(&str) -> bool,
        message: &str,
        help: impl Into<Help>,
    ) -> Option<String> {
        let text = self.token()?;
        if is_fine(&text) {
            return Some(text);
        }
        self.error(message, help);
        None
    }

    /// A Lucide icon's name as its SVG shapes.
    pub fn icon(&self) -> Option<String> {
        let name = self.token()?;
        let shapes = self.document.icons.shapes(&name);
        if shapes.is_none() {
            self.error(
                format!("there is no icon named `{name}`"),
                match nearest(&name, self.document.icons.names()) {
                    Some(near) => self.did_you_mean(near).and(" All names are on lucide.dev/icons"),
                    None => "choose a name from lucide.dev/icons, or leave `icon` out".into(),
                },
            );
        }
        shapes
    }

    /// One of `known`, or an error that names the nearest.
    pub fn one_of<'k>(&self, what: &str, known: &[&'k str]) -> Option<&'k str> {
        let written = self.token()?;
        let found = known.iter().copied().find(|name| *name == written);
        if found.is_none() {
            self.error(
                format!("`{written}` is not a known {what}"),
                match nearest(&written, known.iter().copied()) {
                    Some(near) => self.did_you_mean(near).and(&format!(" Known: {}", quoted(known))),
                    None => format!("known: {}", quoted(known)).into(),
                },
            );
        }
        found
    }

    /// A known name in place of this value.
    pub fn did_you_mean(&self, name: &str) -> Help {
        self.drop_inexact_edit(Help::did_you_mean(self.node.mark.span.clone(), name))
    }
}
