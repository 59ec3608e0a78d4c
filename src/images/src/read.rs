//! From a file's bytes to what is known about it.

use crate::Image;

/// What is known about a picture file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The picture, as pages name it.
    pub image: Image,
    /// The file's length.
    pub bytes: u64,
    /// Whether the file tells where the picture was taken: GPS in its EXIF or XMP data.
    pub has_position: bool,
}

/// Why a file cannot be used, in words for editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// The longest file that is read.
const MAX_BYTES: u64 = 40_000_000;

/// What is wrong with a file of such a length, asked before it is read.
#[must_use]
pub fn too_large(bytes: u64) -> Option<Fault> {
    (bytes > MAX_BYTES).then(|| {
        Fault::new(
            format!("this picture has {} MB; at most 40 MB are read", bytes.div_ceil(1_000_000)),
            "export it smaller: 2000 pixels wide is plenty, and as a JPEG it has 1 or 2 MB",
        )
    })
}

/// Reads headers and structure; pixels are not decoded.
///
/// # Errors
/// What is wrong with the file, for the person who put it there.
pub fn read(bytes: &[u8]) -> Result<Facts, Fault> {
    let _ = bytes;
    Err(Fault::new("this is no picture", "export it as JPEG, PNG or WebP"))
}
