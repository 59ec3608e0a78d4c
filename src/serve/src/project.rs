//! Reads the project's files, as often as they are saved, and keeps the last good of each.

use std::{
    fs,
    io::{IsTerminal, stderr},
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::Arc,
    time::SystemTime,
};

use documents::{
    CLIENT_FILES, Client, Esbuild, Extras, Script, SearchCode, Shell, Typeface, WithImages, WithSearch,
    WithSeldom, bundle, headers, in_every_page, records, with_scripts,
};
use report::{Diagnostic, Report};
use site::{
    NEAREST_FIRST,
    compile::{Compiled, Compiler, Inputs},
};

use crate::{
    state::State,
    watch::{CLIENT, Changed},
};

/// The project's files, and what has been made of them.
pub struct Project {
    inputs: Inputs,
    compiler: Option<Compiler>,
    links_to_vscode: bool,
    state: State,
    /// When this server began.
    start: u128,
    versions: usize,
    client: Option<Client>,
    scripts: Vec<Script>,
    /// What pages with seldom sections, with pictures and with the search have beside; nothing where it
    /// could never be read.
    with_seldom: Option<WithSeldom>,
    with_images: Option<WithImages>,
    search_code: Option<SearchCode>,
    /// What is wrong in the content, or why none of it can be read.
    content_report: Result<Report, String>,
    style_error: Option<String>,
    shell_error: Option<String>,
    fault: Option<String>,
    /// What was last told in the terminal.
    told: String,
}

impl Project {
    /// Reads all of it.
    ///
    /// # Errors
    /// A sentence for people where a npm package is missing.
    pub fn read(inputs: Inputs, links_to_vscode: bool) -> Result<Self, String> {
        let idiomorph = inputs.root().join("node_modules/idiomorph/dist/idiomorph.js");
        let idiomorph = fs::read_to_string(&idiomorph)
            .map_err(|error| format!("{}: {error}; run `cargo xtask setup`", idiomorph.display()))?;
        let start = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_nanos();
        let state = State {
            content: None,
            version: "".into(),
            style: "".into(),
            typeface: None,
            shell: None,
            extras: Arc::default(),
            content_dir: inputs.content_dir().into(),
            shell_version: "".into(),
            headers: Arc::new([]),
            client: Arc::default(),
            icon: "".into(),
            idiomorph: idiomorph.into(),
            report: "".into(),
        };
        let mut project = Self {
            inputs,
            compiler: None,
            links_to_vscode,
            state,
            start,
            versions: 0,
            client: None,
            scripts: Vec::new(),
            with_seldom: None,
            with_images: None,
            search_code: None,
            content_report: Ok(Report::default()),
            style_error: None,
            shell_error: None,
            fault: None,
            told: String::new(),
        };
        project.take(Changed::ALL);
        Ok(project)
    }

    /// What is there at the moment.
    pub fn state(&self) -> State {
        self.state.clone()
    }

    /// Reads what has changed. A fault of ours is told like a mistake of an editor's, and the
    /// server goes on.
    pub fn take(&mut self, changed: Changed) {
        let taken = catch_unwind(AssertUnwindSafe(|| self.read_again(changed)));
        self.fault = taken.err().map(|_| {
            // What it remembers may be half of something.
            self.compiler = None;
            "This cannot be built; the terminal says more. It is a fault of the program.".to_owned()
        });
        self.report();
    }

    fn read_again(&mut self, changed: Changed) {
        if changed.content {
            self.read_content();
        }
        if changed.style {
            self.style_error = self.read_styles().err();
        }
        if changed.client {
            self.read_client();
        }
        self.make_extras();
        self.shell_error = self.make_shell(changed).err();
        self.make_headers();
    }

    fn read_styles(&mut self) -> Result<(), String> {
        let root = self.inputs.root();
        let typeface = Typeface::new(root)?;
        self.state.style = (typeface.style.clone() + &bundle(&root.join("style"))?).into();
        self.state.typeface = Some(Arc::new(typeface));
        let esbuild = Esbuild::new(root, false);
        self.with_seldom = Some(WithSeldom::new(root, &esbuild)?);
        self.with_images = Some(WithImages::new(root, &esbuild)?);
        self.search_code = Some(SearchCode::new(root, &esbuild)?);
        Ok(())
    }

    fn make_extras(&mut self) {
        let Some(content) = &self.state.content else { return };
        let seldom = self.with_seldom.clone();
        let images = self.with_images.clone().filter(|_| !content.images().is_empty());
        let code = self.search_code.clone().filter(|_| content.frame.search.is_some());
        let search = code.map(|code| WithSearch::new(code, records(content, true)));
        self.state.extras = Arc::new(Extras { seldom, images, search });
    }

    fn read_content(&mut self) {
        match self.compile() {
            Ok(compiled) => {
                if let Some(content) = compiled.content
                    && self.state.content.as_deref() != Some(&content)
                {
                    self.state.content = Some(Arc::new(content));
                    self.versions += 1;
                    self.state.version = format!("{}-{}", self.start, self.versions).into();
                }
                self.content_report = Ok(compiled.report);
            }
            Err(message) => self.content_report = Err(message),
        }
    }

    fn compile(&mut self) -> Result<Compiled, String> {
        let compiler = match self.compiler.take() {
            Some(compiler) => compiler,
            None => Compiler::new(self.inputs.clone())?,
        };
        self.compiler.insert(compiler).compile()
    }

    /// Takes the client where all of it is there: Trunk may be at work.
    fn read_client(&mut self) {
        let folder = self.inputs.root().join(CLIENT);
        let read = |(stem, extension)| fs::read(folder.join(format!("{stem}.{extension}"))).ok();
        let [Some(js), Some(wasm)] = CLIENT_FILES.map(read) else { return };
        let js = with_scripts(&String::from_utf8_lossy(&js)).into_bytes();
        let client = Client::of([&js, &wasm]);
        let files = [
            (client.js.address.clone(), ("text/javascript", js.into())),
            (client.wasm.address.clone(), ("application/wasm", wasm.into())),
        ];
        self.state.client = Arc::new(files.into());
        self.client = Some(client);
    }

    /// Puts together what stands around a page.
    fn make_shell(&mut self, changed: Changed) -> Result<(), String> {
        let root = self.inputs.root();
        if changed.client || self.scripts.is_empty() {
            // Those of another client would ask for what is not there any more.
            self.scripts.clear();
            self.scripts = in_every_page(&Esbuild::new(root, false), self.client.as_ref())?;
        }
        let read =
            |name: &str| fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"));
        let (html, icon) = (without_trunk(&read("index.html")?), read("style/icon.svg")?);
        let build = self.client.as_ref().map_or("none", |client| &client.wasm.integrity);
        let shell = Shell::new(&html, &icon, &self.state.style, &self.scripts, build)?;
        self.state.shell = Some(Arc::new(shell));
        // The client's files are named by what is in them, in one of the scripts.
        let scripts = self.scripts.iter().map(|script| &*script.text);
        let with_seldom = self.with_seldom.as_ref();
        let with_seldom = with_seldom.map(|it| it.style_tag() + &it.form_tag()).unwrap_or_default();
        let with_images = self.with_images.as_ref().map(WithImages::tags).unwrap_or_default();
        let search = self.search_code.as_ref().map(SearchCode::text).unwrap_or_default();
        let all: String =
            [&*html, &icon, &with_seldom, &with_images, &search].into_iter().chain(scripts).collect();
        self.state.icon = icon.into();
        self.state.shell_version = headers::integrity(all.as_bytes()).into();
        Ok(())
    }

    /// A release's headers; and styles may come from files, as saved ones do.
    fn make_headers(&mut self) {
        let form_action = self.state.content.as_ref().map(|it| headers::form_action(&it.frame));
        let inline = self.scripts.iter().map(|script| &*script.text).chain([NEAREST_FIRST]);
        let form_action = form_action.as_deref().unwrap_or("'none'");
        let headers = headers::security(form_action, &self.state.style, &self.state.extras, inline);
        let with_files =
            |(name, value): (&'static str, String)| (name, value.replace("style-src ", "style-src 'self' "));
        self.state.headers = headers.into_iter().map(with_files).collect();
    }

    /// Tells what is wrong: in the terminal where it is something else than before, and on
    /// the open pages.
    fn report(&mut self) {
        let content_error = self.content_report.as_ref().err();
        let others =
            [content_error, self.style_error.as_ref(), self.shell_error.as_ref(), self.fault.as_ref()];
        let others: Vec<_> = others.into_iter().flatten().collect();
        let mut told = match &self.content_report {
            Ok(report) => report.render(stderr().is_terminal()),
            Err(_) => String::new(),
        };
        others.iter().for_each(|message| told += &format!("{}\n", message.trim_end()));
        if told != self.told {
            match told.is_empty() {
                true => eprintln!("Nothing is wrong any more.\n"),
                false => eprintln!("{told}"),
            }
            self.told = told;
        }

        let content = self.content_report.as_ref().ok().filter(|report| report.has_errors());
        self.state.report = match (content, &*others) {
            (None, []) => "".into(),
            (report, others) => {
                let title = report.map(Report::totals).unwrap_or_else(|| "Something is wrong".to_owned());
                let list = report.map(|report| report.html(|it| self.link(it))).unwrap_or_default();
                let others: String = others
                    .iter()
                    .map(|it| format!("<pre>{}</pre>", it.replace('&', "&amp;").replace('<', "&lt;")))
                    .collect();
                format!("<h2>{title}</h2>{others}{list}").into()
            }
        };
    }

    /// Opens a mistake's place in an editor program.
    fn link(&self, it: &Diagnostic) -> Option<String> {
        let file: PathBuf = self.inputs.root().join(&it.path);
        let (line, column) = it.position;
        // An address has none of these (URL Standard, path percent-encode set).
        let path = file.display().to_string().replace('\\', "/");
        let root = if path.starts_with('/') { "" } else { "/" };
        let path = path.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
        self.links_to_vscode.then(|| format!("vscode://file{root}{path}:{line}:{column}"))
    }
}

/// `index.html` without what Trunk takes out of it.
fn without_trunk(html: &str) -> String {
    let mut parts = html.split("<link data-trunk");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |html, part| html + part.split_once('>').map_or("", |(_, rest)| rest))
}
