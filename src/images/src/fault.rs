//! Why a file cannot be used, in words for editors.

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    /// Such a fault.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The end is missing.
    pub(crate) fn cut_off() -> Self {
        Self::new(
            "this picture is cut off: the end of the file is missing",
            "copy it here once more from where it comes from, and wait until all of it has arrived",
        )
    }

    /// Something in it cannot be, as this says.
    pub fn damaged(how: &str) -> Self {
        Self::new(
            format!("this picture is damaged: {how}"),
            "copy it here once more from where it comes from, or open it in an image program \
            and export it as JPEG",
        )
    }
}

/// The longest file that is read, in bytes.
const MAX_BYTES: u64 = 40_000_000;

/// What is wrong with a file of such a length, to be asked before it is read.
#[must_use]
pub fn too_large(bytes: u64) -> Option<Fault> {
    (bytes > MAX_BYTES).then(|| {
        Fault::new(
            format!("this picture has {} MB, and 40 MB are the most", bytes.div_ceil(1_000_000)),
            SMALLER,
        )
    })
}

/// What to do with a picture that is too large in some way.
pub(crate) const SMALLER: &str =
    "export it smaller, as JPEG: 2000 pixels wide is plenty for a page, and has 1 or 2 MB";
