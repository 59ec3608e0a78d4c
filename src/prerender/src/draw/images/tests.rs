use rayon::ThreadPoolBuilder;
use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8};

use super::*;

/// A project with pictures of these sizes; each is different.
fn project(sizes: &[(u32, u32)]) -> (tempfile::TempDir, Vec<(Image, PathBuf)>) {
    let project = tempfile::tempdir().unwrap();
    let images = sizes.iter().zip(0..).map(|((width, height), number)| {
        let file = project.path().join(format!("{number}.png"));
        fs::write(&file, drawn(*width, *height, number)).unwrap();
        (images::read(&fs::read(&file).unwrap()).unwrap().image, file)
    });
    let images = images.collect();
    (project, images)
}

fn drawn(width: u32, height: u32, number: u8) -> Vec<u8> {
    let mut drawn = Pixmap::new(width, height).unwrap();
    drawn.fill(Color::from_rgba8(90, number, 200, 255));
    for (pixel, at) in drawn.pixels_mut().iter_mut().zip(0_u32..) {
        let grey = u8::try_from(at / 7 % 256).unwrap();
        *pixel = PremultipliedColorU8::from_rgba(grey, pixel.green(), grey / 2, 255).unwrap();
    }
    drawn.encode_png().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What every file of the folder holds.
fn contents(folder: &Path) -> Vec<Vec<u8>> {
    names(folder).iter().map(|it| fs::read(folder.join(it)).unwrap()).collect()
}

fn is_webp(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && &bytes[8..15] == b"WEBPVP8"
}

#[test]
fn for_visitors_every_width_in_both_formats() {
    let (project, images) = project(&[(500, 40), (30, 20)]);
    let folder = project.path().join("images");
    make(&images, &Store::open(project.path()), Profile::Release, &folder).unwrap();
    let expected: BTreeSet<_> = ["-360.avif", "-360.webp", "-500.avif", "-500.webp"]
        .map(|it| images[0].0.hash.clone() + it)
        .into_iter()
        .chain(["-30.avif", "-30.webp"].map(|it| images[1].0.hash.clone() + it))
        .collect();
    assert_eq!(names(&folder), Vec::from_iter(expected));
    for name in names(&folder) {
        let bytes = fs::read(folder.join(&name)).unwrap();
        let is_avif = &bytes[4..12] == b"ftypavif";
        assert_eq!((is_avif, is_webp(&bytes)), (name.ends_with("avif"), name.ends_with("webp")));
        let metadata = [&b"EXIF"[..], b"Exif", b"XMP", b"ICCP", b"prof"];
        assert!(metadata.iter().all(|word| !bytes.windows(word.len()).any(|it| it == *word)));
    }
}

#[test]
fn the_same_on_any_number_of_threads() {
    let made = |threads| {
        let (project, images) = project(&[(500, 300), (31, 20), (30, 20)]);
        let folder = project.path().join("images");
        let store = Store::open(project.path());
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| make(&images, &store, Profile::Release, &folder)).unwrap();
        (names(&folder), contents(&folder))
    };
    assert!(made(1) == made(8));
}

#[test]
fn for_editors_one_webp_under_all_names() {
    let (project, images) = project(&[(500, 40)]);
    let folder = project.path().join("images");
    let store = Store::open(project.path());
    make(&images, &store, Profile::Debug, &folder).unwrap();
    let editors = contents(&folder);
    assert_eq!(editors.len(), 4);
    assert!(is_webp(&editors[0]) && editors.iter().all(|it| *it == editors[0]));
    // The same folder serves visitors afterwards, and editors again.
    make(&images, &store, Profile::Release, &folder).unwrap();
    assert!(contents(&folder).iter().filter(|it| **it == editors[0]).count() == 1);
    make(&images, &store, Profile::Debug, &folder).unwrap();
    assert!(contents(&folder) == editors);
}

#[test]
fn what_is_in_the_store_needs_no_picture() {
    let (project, images) = project(&[(30, 20)]);
    let folder = project.path().join("images");
    let store = Store::open(project.path());
    make(&images, &store, Profile::Release, &folder).unwrap();
    let made = contents(&folder);
    fs::remove_file(&images[0].1).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    make(&images, &store, Profile::Release, &folder).unwrap();
    assert!(contents(&folder) == made);
    // Half of a file is not taken for all of it.
    fs::write(folder.join(images[0].0.file(30, Format::Avif)), "half").unwrap();
    make(&images, &store, Profile::Release, &folder).unwrap();
    assert!(contents(&folder) == made);
}

#[test]
fn every_fault_is_told_and_the_other_pictures_are_made() {
    let (project, images) = project(&[(30, 20), (31, 20), (32, 20)]);
    fs::write(&images[0].1, "no picture").unwrap();
    fs::write(&images[2].1, drawn(32, 20, 200)).unwrap();
    let folder = project.path().join("images");
    let faults = make(&images, &Store::open(project.path()), Profile::Release, &folder).unwrap_err();
    let [(0, no_picture), (2, changed)] = &*faults else { panic!("{faults:?}") };
    assert!(no_picture.message.contains("no picture"));
    assert!(changed.message.contains("changed"));
    assert_eq!(names(&folder).len(), 2);
}

#[test]
fn what_was_taken_back_goes() {
    let (project, images) = project(&[(30, 20), (31, 20)]);
    let folder = project.path().join("images");
    prune(&images, &folder).unwrap();
    make(&images, &Store::open(project.path()), Profile::Debug, &folder).unwrap();
    fs::write(folder.join("other.jpg"), "").unwrap();
    prune(&images[1..], &folder).unwrap();
    let kept = [Format::Avif, Format::Webp].map(|it| images[1].0.file(31, it));
    assert_eq!(names(&folder), kept);
}
