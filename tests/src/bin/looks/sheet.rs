//! The contact sheet: every picture in a table, to be opened from the disk.

use std::fmt::Write as _;

use crate::{camera::Scheme, templates::Template};

const STYLE: &str = "
    body { margin: 1.5rem; font: 14px/1.4 system-ui, sans-serif; color: #222; background: #ddd; }
    table { border-spacing: 0 1rem; }
    caption { text-align: start; font-size: 1.25rem; font-weight: bold; }
    th, td { padding-inline-end: 1rem; text-align: start; vertical-align: top; font-weight: normal; }
    tbody th { width: 11rem; overflow-wrap: anywhere; }
    td a { display: block; max-height: 32rem; overflow: hidden; outline: 1px solid #999; }
    img { display: block; height: auto; }
";

/// The document.
pub fn html(templates: &[&Template], caption: &str) -> String {
    let mut sections = String::new();
    for scheme in Scheme::ALL {
        let mut head = String::new();
        for width in scheme.widths() {
            _ = write!(head, "<th scope=\"col\">{width} px</th>");
        }
        let rows: String = templates.iter().map(|template| row(template, scheme)).collect();
        let name = scheme.name();
        _ = writeln!(
            sections,
            "<table id=\"{name}\">\n<caption>{name}</caption>\n<thead><tr><td></td>{head}</tr></thead>\n\
             <tbody>\n{rows}</tbody>\n</table>"
        );
    }
    let links: Vec<String> =
        Scheme::ALL.iter().map(|it| format!("<a href=\"#{0}\">{0}</a>", it.name())).collect();
    let body = format!(
        "<h1>What the site looks like</h1>\n<p>{}</p>\n<p>{}, <a href=\"sheet.webp\">the small sheet</a></p>\n\
         {sections}",
        text(caption),
        links.join(", "),
    );
    document(STYLE, &body)
}

/// A page of the site in one scheme.
fn row(template: &Template, scheme: Scheme) -> String {
    let address = text(&template.address());
    let mut cells = String::new();
    for &width in scheme.widths() {
        let file = template.file(width, scheme);
        // Narrow ones are not as small as they would be on the same scale.
        let shown = 60 + width / 5;
        _ = write!(
            cells,
            "<td><a href=\"{file}\"><img src=\"{file}\" width=\"{shown}\" loading=\"lazy\" \
             alt=\"{address}, {width} px, {}\"></a></td>",
            scheme.name()
        );
    }
    format!("<tr><th scope=\"row\">{}<br>{address}</th>{cells}</tr>\n", template.name)
}

/// A document of its own.
pub fn document(style: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>What the site looks like</title>\n<style>{style}</style>\n{body}\n</html>\n"
    )
}

/// Text in a document.
pub fn text(plain: &str) -> String {
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
