//! The HTML around every page: Trunk's `index.html`, cut where a page goes in.

use crate::{Script, icons};

/// The tag that comes first: what follows it is read as it says.
const CHARSET: &str = "<meta charset=\"utf-8\">";

/// A document's text before, between and after a page's head and body.
pub struct Shell {
    before_head: String,
    before_body: String,
    after_body: String,
}

impl Shell {
    /// Cuts `html`, and puts the icon (SVG), the styles and the scripts into its head.
    /// `build` is what the client knows a document of its own build by.
    pub fn new(html: &str, icon: &str, style: &str, scripts: &[Script], build: &str) -> Result<Self, String> {
        let missing = |tag: &str| format!("index.html has no {tag}");
        let (head, rest) = html.split_once("</head>").ok_or_else(|| missing("</head>"))?;
        if !head.contains(CHARSET) {
            return Err(missing(CHARSET));
        }
        let (open_body, after_body) = rest.split_once("<body>").ok_or_else(|| missing("<body>"))?;
        let scripts: String = scripts
            .iter()
            .map(|Script { attributes, text }| format!("<script{attributes}>{text}</script>"))
            .collect();
        Ok(Self {
            before_head: format!(
                "{}{}<meta name=\"build\" content=\"{build}\">",
                head.trim_end(),
                icons::link(icon)
            ),
            before_body: format!("<style>{style}</style>{scripts}</head>{open_body}<body>"),
            after_body: after_body.to_owned(),
        })
    }

    /// Lets every page say its policy itself, before anything that it is about.
    pub fn say_policy(&mut self, policy: &str) {
        let tag = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        self.before_head = self.before_head.replacen(CHARSET, &format!("{CHARSET}{tag}"), 1);
    }

    /// The whole document of one page, of what it has in its head and in its body.
    pub fn document(&self, head: &str, body: &str) -> String {
        let Self { before_head, before_body, after_body } = self;
        format!("{before_head}{head}{before_body}{body}{after_body}")
    }
}
