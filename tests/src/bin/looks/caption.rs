//! Which state of the project a sheet shows.

use std::{path::Path, process::Command};

/// The commit with its date, and whether there is more than it has.
pub fn of_the_commit(root: &Path) -> String {
    let git = |args: &[&str]| {
        let output = Command::new("git").args(args).current_dir(root).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let commit = git(&["rev-parse", "--short", "HEAD"]);
    let date = git(&["show", "--no-patch", "--format=%cs", "HEAD"]);
    let (Some(commit), Some(date)) = (commit, date) else {
        return "a state that git does not know".to_owned();
    };
    let is_clean = git(&["status", "--porcelain"]).is_some_and(|changes| changes.is_empty());
    let more = if is_clean { "" } else { " and what is not committed" };
    format!("commit {commit}{more}, {date}")
}
