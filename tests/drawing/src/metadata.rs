//! What cameras and programs write beside the pixels, about people and places.

/// What of it a file has.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    /// How the picture is to be turned: 1 to 8, as EXIF numbers it.
    pub orientation: Option<u16>,
    /// Where it was taken ([`POSITION`]), by whom ([`ARTIST`]) and with what ([`CAMERA`]).
    pub is_personal: bool,
    /// The same position as XMP.
    pub xmp: bool,
    /// A name and a place as IPTC, which only JPEG has.
    pub iptc: bool,
    /// A colour profile's bytes.
    pub profile: Option<Vec<u8>>,
}

/// Nobody: a name that must not be in any published file.
pub const ARTIST: &str = "Jane Doe";
/// A camera that nobody makes.
pub const CAMERA: &str = "Secretive Camera 1";
/// A place in the sea, in degrees, minutes and seconds north and west.
pub const POSITION: [[u32; 3]; 2] = [[35, 57, 11], [73, 55, 14]];

impl Metadata {
    /// As a telephone writes them, with the position.
    pub fn personal() -> Self {
        Self { is_personal: true, ..Self::default() }
    }

    /// To be turned, and nothing about anybody.
    pub fn turned(orientation: u16) -> Self {
        Self { orientation: Some(orientation), ..Self::default() }
    }

    /// EXIF: a TIFF of directories alone (CIPA DC-008, 4.6).
    pub fn exif(&self) -> Option<Vec<u8>> {
        let mut entries = Vec::new();
        if self.is_personal {
            entries.push(Entry::text(0x010f, CAMERA));
        }
        entries.extend(self.orientation.map(|it| Entry::short(0x0112, it)));
        if self.is_personal {
            entries.push(Entry::text(0x013b, ARTIST));
        }
        if entries.is_empty() {
            return None;
        }
        let mut file = b"II\x2a\0\x08\0\0\0".to_vec();
        if self.is_personal {
            // Where the position's directory begins, behind everything of the first.
            let pointer =
                |at: u32| Entry { tag: 0x8825, kind: 4, count: 1, bytes: at.to_le_bytes().to_vec() };
            entries.push(pointer(0));
            let after = 8 + directory(8, &entries).len() as u32;
            entries.pop();
            entries.push(pointer(after));
        }
        file.extend(directory(8, &entries));
        if self.is_personal {
            let [north, west] = POSITION;
            let position = [
                Entry { tag: 0, kind: 1, count: 4, bytes: vec![2, 3, 0, 0] },
                Entry::text(1, "N"),
                Entry::degrees(2, north),
                Entry::text(3, "W"),
                Entry::degrees(4, west),
            ];
            file.extend(directory(file.len(), &position));
        }
        Some(file)
    }

    /// XMP with the position (its specification, part 2, 3.3).
    pub fn xmp(&self) -> Option<Vec<u8>> {
        let [[north, minutes, seconds], [west, west_minutes, west_seconds]] = POSITION;
        let text = format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
             xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" exif:GPSLatitude=\"{north},{minutes},{seconds}N\" \
             exif:GPSLongitude=\"{west},{west_minutes},{west_seconds}W\"/></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
        );
        self.xmp.then(|| text.into_bytes())
    }

    /// IPTC in Photoshop's resource 1028: by whom, and which city.
    pub fn iptc(&self) -> Option<Vec<u8>> {
        let dataset = |number: u8, text: &str| {
            [&[0x1c, 2, number][..], &(text.len() as u16).to_be_bytes(), text.as_bytes()].concat()
        };
        let data = [dataset(80, ARTIST), dataset(90, "Secretive City")].concat();
        let padding = vec![0; data.len() % 2];
        let length = (data.len() as u32).to_be_bytes();
        let resource = [b"Photoshop 3.0\x008BIM\x04\x04\0\0".as_slice(), &length, &data, &padding].concat();
        self.iptc.then_some(resource)
    }
}

/// A line of a TIFF's directory.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    bytes: Vec<u8>,
}

impl Entry {
    fn text(tag: u16, text: &str) -> Self {
        let bytes = [text.as_bytes(), b"\0"].concat();
        Self { tag, kind: 2, count: bytes.len() as u32, bytes }
    }

    fn short(tag: u16, number: u16) -> Self {
        Self { tag, kind: 3, count: 1, bytes: number.to_le_bytes().to_vec() }
    }

    fn degrees(tag: u16, parts: [u32; 3]) -> Self {
        let bytes = parts.iter().flat_map(|part| [part.to_le_bytes(), 1u32.to_le_bytes()].concat());
        Self { tag, kind: 5, count: 3, bytes: bytes.collect() }
    }
}

/// A directory that begins at a place, with what does not fit into its lines behind it.
fn directory(at: usize, entries: &[Entry]) -> Vec<u8> {
    let mut lines = (entries.len() as u16).to_le_bytes().to_vec();
    let mut behind = Vec::new();
    let begins = at + 2 + 12 * entries.len() + 4;
    for entry in entries {
        lines.extend([entry.tag.to_le_bytes(), entry.kind.to_le_bytes()].concat());
        lines.extend(entry.count.to_le_bytes());
        if entry.bytes.len() <= 4 {
            lines.extend(&entry.bytes);
            lines.resize(lines.len() + 4 - entry.bytes.len(), 0);
        } else {
            lines.extend(((begins + behind.len()) as u32).to_le_bytes());
            behind.extend(&entry.bytes);
            behind.resize(behind.len().next_multiple_of(2), 0);
        }
    }
    lines.extend([0; 4]);
    lines.extend(behind);
    lines
}
