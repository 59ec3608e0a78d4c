//! Servers of other people, serving a folder with the configuration beside it.

use std::{
    fs, io,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::{process::Process, root};

/// A free port of this machine.
///
/// # Errors
/// There is none.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// What the build has written beside a built site.
pub fn beside(folder: &Path, name: &str) -> PathBuf {
    folder.with_file_name(name)
}

/// Caddy on a port of loopback, without certificates, and its address.
///
/// # Errors
/// It is not installed, or refuses its configuration.
pub fn caddy(folder: &Path) -> io::Result<(Process, String)> {
    let mut tries_left = 3;
    loop {
        tries_left -= 1;
        let address = format!("http://127.0.0.1:{}", free_port()?);
        let mut process = Process::start(&mut caddy_at(&address, folder))?;
        match process.wait_for(|line| line.contains("serving initial configuration").then_some(())) {
            Ok(()) => return Ok((process, address)),
            // Its port may be taken by another program meanwhile.
            Err(_) if tries_left > 0 => {}
            Err(error) => return Err(error),
        }
    }
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

/// nginx on a port of loopback, with a folder for what it writes.
///
/// # Errors
/// It is not installed, or refuses its configuration.
pub fn nginx(folder: &Path, port: u16) -> io::Result<(Process, TempDir)> {
    let home = tempfile::tempdir()?;
    let own = home.path().display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {own}/{name};\n"))
        .concat();
    // As root it would give its work to a user who may not read this folder.
    let user = if rustix::process::geteuid().is_root() { "user root;\n" } else { "" };
    let configuration = format!(
        "daemon off;\npid {own}/pid;\nerror_log stderr;\n{user}\
         load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\n\
         events {{ }}\nhttp {{\n{temporary}access_log off;\ninclude /etc/nginx/mime.types;\n\
         server {{\nlisten 127.0.0.1:{port};\nroot {};\ninclude {};\n}}\n}}\n",
        folder.display(),
        beside(folder, "hosts/nginx.conf").display()
    );
    let file = home.path().join("nginx.conf");
    fs::write(&file, configuration)?;
    let mut command = Command::new("nginx");
    command.args(["-e", "stderr", "-p"]).arg(home.path()).arg("-c").arg(&file);
    let mut process = Process::start(&mut command)?;
    process.wait_until(|| TcpStream::connect(("127.0.0.1", port)).is_ok())?;
    Ok((process, home))
}
