//! What the checks of addresses look for, as regular expressions of JSON Schema's (ECMA-262):
//! for whoever checks a file without this program.

/// One digit group of an IPv4 address.
const BYTE: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

/// A host in plain letters: a name with a dot that does not end like a number, `localhost`,
/// or an IPv4 address.
fn host() -> String {
    let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    let number = "(?:[0-9]+|0[Xx][0-9A-Fa-f]*)(?![A-Za-z0-9.-])";
    format!("(?:(?:{label}\\.)+(?!{number}){label}|[Ll]ocalhost|(?:{BYTE}\\.){{3}}{BYTE})")
}

/// A port from 1 to 65535 with its colon.
const PORT: &str =
    ":0*(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

/// A web address whose host is in plain letters; `rest` is what may follow the host.
fn web_with(scheme: &str, rest: &str) -> String {
    format!("{scheme}://(?!{SCHEME}[:/]){}(?:{PORT})?{rest}", host())
}

const SCHEME: &str = "[Hh][Tt][Tt][Pp][Ss]?";
const REST: &str = r#"(?:[/?#][^\s"<>\\]*)?"#;

/// A web address whose host is in plain letters.
pub fn web() -> String {
    web_with(SCHEME, REST)
}

/// The same without a path.
pub fn web_host() -> String {
    web_with(SCHEME, "/*")
}

/// Where a form can be sent to: a web address, or a path from a single `/` on.
pub fn form() -> String {
    format!("(?:{}|/(?!/)[A-Za-z0-9/._~?&=+%-]*)", web_with("http[Ss]?", REST))
}

/// An e-mail address; its host may have letters of any script.
pub fn mail() -> String {
    let name = "(?=[^@]{1,64}@)[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*";
    let letter = "[A-Za-z0-9\\u00a1-\\uffff]";
    let label = format!("{letter}(?:(?:{letter}|-){{0,61}}{letter})?");
    format!("{name}@(?:{label}\\.)+(?![0-9]+$|[0-9]+\\s){label}")
}

/// A phone number for people.
pub fn phone() -> String {
    "\\+?(?=(?:[^0-9]*[0-9]){7})[0-9(). -]+".to_owned()
}
