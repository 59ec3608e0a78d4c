//! `cargo xtask reproduce`: two clean builds in two folders, and what differs.

use std::{fs, io::ErrorKind};

use crate::{
    copy,
    run::{Fallible, command, root},
    tools, trunk,
};

pub fn run() -> Fallible {
    let tools = tools::for_build()?;
    // Where a build stands must not show in it either. Each has a `target/` of its own, and
    // with it an empty store: nothing comes from an earlier build.
    let copies = ["once", "once-more"].map(|name| root().join("target/reproduce").join(name));
    for copy in &copies {
        println!("── a clean build in {}", copy.display());
        match fs::remove_dir_all(copy) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(format!("{}: {error}", copy.display()));
            }
            _ => copy::bring_up_to_date(copy)?,
        }
        trunk::release(&tools).folder(copy).run()?;
    }
    let [once, once_more] = copies.map(|copy| copy.join("dist"));
    command("git").args(["diff", "--no-index", "--stat"]).args([once, once_more]).run()?;
    println!("no byte differs");
    Ok(())
}
