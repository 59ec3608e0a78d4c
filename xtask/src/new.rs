//! `cargo xtask new`: a new page's file.

use site::compile::{Inputs, new_page};

use crate::run::Fallible;

/// Writes the file of the page that is named, and says what to do next.
pub fn run(args: &[String]) -> Fallible {
    let [address] = args else {
        return Err("Say where the page will be: `cargo xtask new microneedling/neck`".into());
    };
    let file = new_page(&Inputs::from_env()?, address)?;
    println!(
        "{file} is written, as a draft. Fill it in: its comments say what each key is for, and \
         docs/front-matter.md what else there is. `cargo xtask serve` shows it; when it is ready, \
         take `draft: true` out."
    );
    Ok(())
}
