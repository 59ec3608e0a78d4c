//! `cargo xtask fuzz`: random changes to editors' files, for a minute or as long as said.
//!
//! What is expected of every input stands in `fuzz/src/expected/`. An input that fails is
//! kept in `fuzz/artifacts/`, and what was found to reach new code in `target/fuzz/corpus/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::{
    run::{Fallible, root},
    tools::{self, Tools},
};

/// The newest that builds with this project's Rust.
const CARGO_FUZZ: &str = "0.13.2";

/// The targets of `fuzz/`, each with the part of a file that it is about.
const TARGETS: [(&str, Part); 3] = [
    ("front_matter", |file, text| is_page(file).then_some(text)),
    ("markdown", |file, text| {
        text.splitn(3, "---\n").nth(2).filter(|body| is_page(file) && !body.trim().is_empty())
    }),
    ("site_yaml", |file, text| file.ends_with("site.yaml").then_some(text)),
];

type Part = for<'a> fn(&Path, &'a str) -> Option<&'a str>;

/// Where inputs to begin with come from.
const SEEDS: [&str; 3] = ["content", "tests/sites", "tests/content"];

pub fn run(args: &[String]) -> Fallible {
    let seconds: u64 = match args {
        [] => 60,
        [seconds] => seconds.parse().map_err(|_| format!("`{seconds}` is not a number of seconds"))?,
        _ => return Err("`fuzz` takes one number: for how many seconds".into()),
    };
    tools::npm_packages(".")?;
    let mut tools = Tools::default();
    tools::cargo_tool(&mut tools, "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, true)?;
    let error = |error: std::io::Error| format!("fuzz/: {error}");
    // The same versions as in the build, and what is the targets' own.
    fs::copy(root().join("Cargo.lock"), root().join("fuzz/Cargo.lock")).map_err(error)?;
    let seeds = seeds();
    for (target, part) in TARGETS {
        let corpus = root().join("target/fuzz/corpus").join(target);
        fs::create_dir_all(&corpus).map_err(error)?;
        for (index, (file, text)) in seeds.iter().enumerate() {
            if let Some(part) = part(file, text) {
                fs::write(corpus.join(format!("seed-{index}")), part).map_err(error)?;
            }
        }
        println!("\n── {target}");
        tools
            .command("cargo")
            // Without a sanitizer: they need a nightly Rust, and there is no unsafe code.
            .args(["fuzz", "run", "--fuzz-dir=fuzz", "--target-dir=target/fuzz", "--sanitizer=none"])
            .args(["--codegen-units=16", target])
            .arg(&corpus)
            .args(["--", "-timeout=30", "-rss_limit_mb=4096", "-dict=fuzz/words.dict", "-verbosity=0"])
            .arg("-print_final_stats=1")
            // The targets count a second of the processor's time; this is for what never ends.
            .arg(format!("-max_total_time={}", seconds.div_ceil(TARGETS.len() as u64)))
            .run()?;
    }
    println!("\nnothing found");
    Ok(())
}

fn is_page(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "md")
}

/// The files of the site and of the tests' sites, with their texts.
fn seeds() -> Vec<(PathBuf, String)> {
    let found = SEEDS.iter().flat_map(|folder| WalkDir::new(root().join(folder))).flatten();
    found
        .map(DirEntry::into_path)
        .filter_map(|file| fs::read_to_string(&file).ok().map(|text| (file, text)))
        .collect()
}
