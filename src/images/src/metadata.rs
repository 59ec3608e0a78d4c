//! What is in a file besides the picture: how it is turned, and where it was taken.

use exif::{Context, Exif, In, Reader, Tag, Value};

/// What a file's structure tells.
#[derive(Debug, Default)]
pub(crate) struct Header<'a> {
    /// As it is stored.
    pub width: u32,
    /// As it is stored.
    pub height: u32,
    /// EXIF data, from the TIFF header on.
    pub exif: Option<&'a [u8]>,
    /// Whether XMP data tells a position.
    pub xmp_has_position: bool,
}

impl Header<'_> {
    /// How the picture is turned, from 1 to 8 as in EXIF, and whether a position is known.
    /// EXIF data that cannot be read says nothing, as in browsers.
    pub fn turned_and_has_position(&self) -> (u8, bool) {
        let Some(exif) = self.exif.and_then(parse) else { return (1, self.xmp_has_position) };
        let turned = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|it| it.value.get_uint(0));
        let turned = turned.and_then(|it| u8::try_from(it).ok()).filter(|it| (1..=8).contains(it));
        (turned.unwrap_or(1), self.xmp_has_position || has_position(&exif))
    }
}

fn parse(data: &[u8]) -> Option<Exif> {
    let read = Reader::new().continue_on_error(true).read_raw(data.to_vec());
    read.or_else(|error| error.distill_partial_result(|_| {})).ok()
}

/// Telephones that may not tell the position leave the field, with zeros in it.
fn has_position(exif: &Exif) -> bool {
    exif.fields().any(|field| {
        field.tag.context() == Context::Gps
            && [Tag::GPSLatitude, Tag::GPSDestLatitude].contains(&field.tag)
            && matches!(&field.value, Value::Rational(parts) if parts.iter().any(|it| it.denom != 0))
    })
}

/// In any of the forms that XMP can have.
pub(crate) fn xmp_has_position(xmp: &[u8]) -> bool {
    const NAME: &[u8] = b"GPSLatitude";
    xmp.windows(NAME.len()).any(|it| it == NAME)
}

#[cfg(test)]
mod tests {
    use exif::{Field, Rational, experimental::Writer};

    use super::*;

    fn written(fields: &[(Tag, Value)]) -> Vec<u8> {
        let fields: Vec<_> = fields
            .iter()
            .map(|(tag, value)| Field { tag: *tag, ifd_num: In::PRIMARY, value: value.clone() })
            .collect();
        let mut writer = Writer::new();
        fields.iter().for_each(|it| writer.push_field(it));
        let mut bytes = std::io::Cursor::new(Vec::new());
        writer.write(&mut bytes, false).unwrap();
        bytes.into_inner()
    }

    fn told(exif: &[u8]) -> (u8, bool) {
        Header { exif: Some(exif), ..Header::default() }.turned_and_has_position()
    }

    #[test]
    fn eight_ways_to_turn_a_picture() {
        for turned in 0..10 {
            let exif = written(&[(Tag::Orientation, Value::Short(vec![turned]))]);
            let expected = if (1..=8).contains(&turned) { turned } else { 1 };
            assert_eq!(told(&exif), (u8::try_from(expected).unwrap(), false));
        }
    }

    #[test]
    fn a_position_is_told_where_there_is_one() {
        let latitude = |denom| Value::Rational(vec![Rational { num: 52, denom }; 3]);
        assert_eq!(told(&written(&[(Tag::GPSLatitude, latitude(1))])), (1, true));
        assert_eq!(told(&written(&[(Tag::GPSLatitude, latitude(0))])), (1, false));
        let version = Value::Byte(vec![2, 3, 0, 0]);
        assert_eq!(told(&written(&[(Tag::GPSVersionID, version)])), (1, false));
    }

    #[test]
    fn nonsense_says_nothing() {
        let exif = written(&[(Tag::Orientation, Value::Short(vec![6]))]);
        for length in 0..exif.len() {
            told(&exif[..length]);
        }
        assert_eq!(told(b"nonsense"), (1, false));
    }
}
