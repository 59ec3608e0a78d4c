//! The `Dockerfile`: what a linter says of it, and its last stage without Docker.

use std::{fs, process::Command};

use tests::{
    deploy::{self, Host},
    root, servers, site,
};

/// Complains of what is wrong in a Dockerfile, a line each.
const LINT: &str = "
    const { validate } = require('dockerfile-utils');
    const text = require('fs').readFileSync(process.argv[1], 'utf8');
    validate(text).forEach(it => console.log(`${it.range.start.line + 1}: ${it.message}`));
";

#[test]
fn a_linter_finds_nothing_in_the_dockerfile() {
    let said = Command::new("node")
        .current_dir(root().join("tests"))
        .args(["-e", LINT])
        .arg(root().join("Dockerfile"))
        .output()
        .expect("node runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(String::from_utf8_lossy(&said.stdout), "");
}

/// Its command, with its environment, on the files that it copies.
#[test]
fn the_container_s_command_serves_the_site() {
    let file = fs::read_to_string(root().join("Dockerfile")).expect("a Dockerfile");
    let (_, stage) = file.rsplit_once("\nFROM ").expect("stages");
    let lines = |word: &str| {
        let lines = stage.lines().filter_map(|line| line.strip_prefix(word));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    // Where in the container what was built goes, and where it is here.
    let dist = site("form");
    let copied: Vec<_> = lines("COPY --from=build /project/")
        .into_iter()
        .map(|line| {
            let (from, to) = line.split_once(' ').expect("from and to");
            (to.to_owned(), dist.with_file_name(from).display().to_string())
        })
        .collect();
    let here =
        |text: &str| copied.iter().fold(text.to_owned(), |text, (there, here)| text.replace(there, here));
    let command: Vec<String> = serde_json::from_str(&lines("CMD ")[0]).expect("a command");
    let served = servers::start(None, |port, home| {
        let mut program = Command::new(&command[0]);
        program.args(command[1..].iter().map(|arg| here(arg)));
        for (name, value) in
            lines("ENV ").iter().flat_map(|line| line.split(' ')).filter_map(|it| it.split_once('='))
        {
            program.env(name, here(value).replace(":80", &format!("http://127.0.0.1:{port}")));
        }
        program.env("XDG_CONFIG_HOME", home).env("XDG_DATA_HOME", home).env("CADDY_ADMIN", "127.0.0.1:0");
        Ok(program)
    })
    .expect("it starts");
    let host = Host::named("caddy").expect("a host");
    assert_eq!(deploy::problems(&served.url, &dist, host), [""; 0], "{}", served.process.said().join("\n"));
}
