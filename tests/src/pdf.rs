//! What is printed.

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// The letters and digits of a PDF in reading order, all else left out: where a
/// line or a page breaks does not matter.
///
/// # Panics
/// Where pdftotext is not installed (`cargo xtask test` does), or the PDF is none.
pub fn letters(pdf: &[u8]) -> String {
    let mut program = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is on PATH");
    let mut stdin = program.stdin.take().expect("its input is piped");
    stdin.write_all(pdf).expect("pdftotext reads");
    drop(stdin);
    let output = program.wait_with_output().expect("pdftotext ends");
    assert!(output.status.success(), "pdftotext: {}", output.status);
    // Engines print ligatures.
    let ligatures = [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")];
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let text = ligatures.iter().fold(text, |text, (one, two)| text.replace(one, two));
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}
