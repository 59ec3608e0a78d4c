//! Servers of other people, on loopback, serving a built site with what the build has
//! written for them beside it; and two without any of that.

use std::{
    fs, io,
    net::{TcpListener, TcpStream},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::{process::Process, root};

/// A running server.
pub struct Served {
    /// Its address, without a slash at its end.
    pub url: String,
    /// The program.
    pub process: Process,
    /// What it writes goes there, and goes with it.
    _home: TempDir,
}

/// A free port of this machine.
///
/// # Errors
/// There is none.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Starts a server at a free port, and waits until it answers there, and before that until it
/// says `ready` where it says so. The command is told the port, and a folder for what the
/// program writes.
///
/// # Errors
/// It is not installed, or does not start.
pub fn start(ready: Option<&str>, command: impl Fn(u16, &Path) -> io::Result<Command>) -> io::Result<Served> {
    let mut tries_left = 3;
    loop {
        tries_left -= 1;
        let (home, port) = (tempfile::tempdir()?, free_port()?);
        let mut process = Process::start(&mut command(port, home.path())?)?;
        let said = ready.map_or(Ok(()), |ready| process.wait_for(|line| line.contains(ready).then_some(())));
        match said.and_then(|()| process.wait_until(|| TcpStream::connect(("127.0.0.1", port)).is_ok())) {
            Ok(()) => return Ok(Served { url: format!("http://127.0.0.1:{port}"), process, _home: home }),
            // Its port may be taken by another program meanwhile.
            Err(_) if tries_left > 0 => {}
            Err(error) => return Err(error),
        }
    }
}

/// What the build has written beside a built site.
fn beside(folder: &Path, name: &str) -> PathBuf {
    folder.with_file_name(name)
}

/// Caddy, without certificates.
///
/// # Errors
/// It is not installed, or refuses its configuration.
pub fn caddy(folder: &Path) -> io::Result<Served> {
    start(Some("serving initial configuration"), |port, _| {
        Ok(caddy_at(&format!("http://127.0.0.1:{port}"), folder))
    })
}

/// Caddy, to be started, with the configuration beside `folder`.
pub fn caddy_at(address: &str, folder: &Path) -> Command {
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(beside(folder, "hosts/Caddyfile"))
        .env("ADDRESS", address)
        .env("ROOT", folder)
        // Not the state of a Caddy that this machine has, nor its port.
        .env("XDG_CONFIG_HOME", root().join("target/caddy"))
        .env("XDG_DATA_HOME", root().join("target/caddy"))
        .env("CADDY_ADMIN", "127.0.0.1:0");
    command
}

/// nginx with the snippet that the build wrote.
///
/// # Errors
/// It is not installed, or refuses its configuration.
pub fn nginx(folder: &Path) -> io::Result<Served> {
    nginx_with(folder, &format!("include {};\n", beside(folder, "hosts/nginx.conf").display()))
}

/// nginx without a rule of ours.
///
/// # Errors
/// It is not installed.
pub fn bare_nginx(folder: &Path) -> io::Result<Served> {
    nginx_with(folder, "")
}

/// A model of GitHub Pages, whose own program nobody else has: what it was seen to answer
/// (slorber/trailing-slash-guide), in rules for nginx.
///
/// # Errors
/// nginx is not installed.
pub fn github(folder: &Path) -> io::Result<Served> {
    nginx_with(
        folder,
        "absolute_redirect off;\ncharset utf-8;\nadd_header Cache-Control max-age=600;\nerror_page 404 /404.html;\n\
         location / { try_files $uri $uri.html $uri/ =404; }\n",
    )
}

fn nginx_with(folder: &Path, rules: &str) -> io::Result<Served> {
    start(None, |port, home| {
        let own = home.display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {own}/{name};\n"))
            .concat();
        // As root it would give its work to a user who may not read this folder.
        let user = if rustix::process::geteuid().is_root() { "user root;\n" } else { "" };
        let configuration = format!(
            "daemon off;\npid {own}/pid;\nerror_log stderr;\n{user}\
             load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n\
             events {{ }}\nhttp {{\n{temporary}access_log off;\ninclude /etc/nginx/mime.types;\n\
             server {{\nlisten 127.0.0.1:{port};\nroot {};\n{rules}}}\n}}\n",
            folder.display(),
        );
        let file = home.join("nginx.conf");
        fs::write(&file, configuration)?;
        let mut command = Command::new("nginx");
        command.args(["-e", "stderr", "-p"]).arg(home).arg("-c").arg(&file);
        Ok(command)
    })
}

/// Apache as Debian sets it up.
///
/// # Errors
/// It is not installed.
pub fn apache(folder: &Path) -> io::Result<Served> {
    start(None, |port, home| {
        // As root it gives its work to a user who may not read the project.
        fs::set_permissions(home, fs::Permissions::from_mode(0o755))?;
        let copied = Command::new("cp").arg("-r").arg(folder).arg(home.join("site")).status()?;
        if !copied.success() {
            return Err(io::Error::other(format!("{} cannot be copied", folder.display())));
        }
        let configuration = format!(
            "Include /etc/apache2/mods-enabled/*.load\nInclude /etc/apache2/mods-enabled/*.conf\n\
             Listen 127.0.0.1:{port}\nServerName 127.0.0.1\nUser www-data\nGroup www-data\n\
             PidFile {0}/pid\nErrorLog /dev/stderr\nDocumentRoot {0}/site\n\
             <Directory {0}/site>\nOptions Indexes FollowSymLinks\nRequire all granted\n</Directory>\n",
            home.display()
        );
        fs::write(home.join("apache2.conf"), configuration)?;
        let mut command = Command::new("/usr/sbin/apache2");
        command
            .arg("-d")
            .arg(home)
            .args(["-f", "apache2.conf", "-D", "FOREGROUND"])
            .env("APACHE_RUN_DIR", home);
        Ok(command)
    })
}

/// What wrangler says when it answers; before, it refuses some of those who ask.
const READY: &str = "Ready on ";

/// Cloudflare Workers, with the project's own configuration.
///
/// # Errors
/// It is not installed, or does not start.
pub fn workers(folder: &Path) -> io::Result<Served> {
    start(Some(READY), |port, home| {
        fs::create_dir(home.join("deploy"))?;
        fs::copy(root().join("deploy/wrangler.jsonc"), home.join("deploy/wrangler.jsonc"))?;
        symlink(folder, home.join("dist"))?;
        Ok(wrangler(&["dev", "--config=deploy/wrangler.jsonc"], port, home))
    })
}

/// Cloudflare Pages.
///
/// # Errors
/// It is not installed, or does not start.
pub fn pages(folder: &Path) -> io::Result<Served> {
    start(Some(READY), |port, home| {
        let mut command = wrangler(&["pages", "dev", "--compatibility-date=2026-04-01"], port, home);
        command.arg(folder);
        Ok(command)
    })
}

fn wrangler(args: &[&str], port: u16, home: &Path) -> Command {
    let mut command = node("wrangler/bin/wrangler.js");
    command
        .args(args)
        .args(["--ip", "127.0.0.1", "--port", &port.to_string(), "--inspector-port", "0"])
        .arg("--show-interactive-dev-session=false")
        .current_dir(home)
        // It asks nobody for anything: not Cloudflare, and npm's registry neither.
        .envs([("CLOUDFLARE_CF_FETCH_ENABLED", "false"), ("WRANGLER_SEND_METRICS", "false"), ("CI", "1")])
        // (the package that looks for updates takes the registry from this variable).
        .env("npm_registry", "http://127.0.0.1:1/")
        .env("TMPDIR", home)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home);
    command
}

/// Firebase Hosting, with the `firebase.json` that the build wrote.
///
/// # Errors
/// It is not installed, or refuses its configuration.
pub fn firebase(folder: &Path) -> io::Result<Served> {
    start(None, |port, home| {
        let mut command = node("superstatic/lib/bin/server.js");
        command
            .args([".", "--config", "firebase.json", "--host", "127.0.0.1", "--port", &port.to_string()])
            .current_dir(folder.parent().unwrap_or(folder))
            .env("HOME", home);
        Ok(command)
    })
}

/// A program of the tests' npm packages.
fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(root().join("tests/node_modules").join(script));
    command
}
