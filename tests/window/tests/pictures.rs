//! The manual's pictures, drawn by the window itself: where it comes to look otherwise, they are drawn anew.

use crate::driver::{self, Window, job_of, press, settle, wait_for, window_with};
use crate::{MOST_OTHER_PIXELS, rest};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{SnapshotOptions, SnapshotResults, try_image_snapshot_options};
use jjak_workbench::command::Command;
use jjak_workbench::settings::Settings;
use jjak_workbench::texts::{Locale, Text};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What they may hold of different colours, which keeps their files small.
const COLOURS: usize = 96;
/// Colours nearer to each other than this, squared over the three channels, count as one.
const NEAR: u32 = 90;

/// As narrow as it goes without breaking, for the manual's lines are not wider.
const WIDTH: f32 = 1000.0;

/// What the times in a job's table, which are those of today, make different at most.
const TIMES: usize = 2500;

/// What the test's frame leaves clear around the window.
const EDGE: u32 = 8;

type Colour = [u8; 4];

const SAMPLES: [(&str, &str); 3] = [
    ("harbor.en.html", "harbor.ko.txt"),
    ("ferry.en.txt", "ferry.ko.txt"),
    ("library.en.txt", "library.ko.txt"),
];

/// A translation in which much is to be found.
const ENGLISH: &str = "Richard Miller opened the harbor office on March 3.\n\n\
    The work will cost 41.6 billion won.\n\n\
    Richard said that the ferry would not sail before April.\n\n\
    Richard Miller met the fishermen on Tuesday.\n\n\
    The ferry carries 214 passengers to the island every day.\n";
const KOREAN: &str = "리처드 밀러가 3월 3일 항만 사무소를 열었다.\n\n\
    공사에는 461억 원이 든다.\n\n\
    리처드는 연락선이 4월 전에 다닐 것이라고 말했다 .\n\n\
    리차드 밀러는 화요일 어민들을 만났다.\n\n\
    연락선은 날마다 승객 214명을 섬까지 실어 나른다.\n";

#[test]
fn the_manual_shows_the_window_as_it_is() {
    let mut results = SnapshotResults::new();
    for locale in [Locale::English, Locale::Korean] {
        for (name, shown) in SCENES {
            let folder = tempfile::tempdir().expect("a folder");
            let mut window = shown(&folder, locale);
            draw(&mut window, name, locale, &mut results);
        }
    }
    results.unwrap();
}

type Scene = fn(&TempDir, Locale) -> Window;

const SCENES: [(&str, Scene); 6] = [
    ("start", start),
    ("review", review),
    ("repair", repair),
    ("findings", findings),
    ("export", export),
    ("job", job),
];

fn window(locale: Locale) -> Window {
    let mut settings = Settings::default();
    (settings.locale, settings.unsaved) = (Some(locale), None);
    let mut window = window_with(settings);
    window.set_size(vec2(WIDTH, 640.0));
    settle(&mut window);
    window
}

fn give(window: &mut Window, paths: Vec<PathBuf>) {
    let ctx = window.ctx.clone();
    let workbench = window.state_mut().as_mut().expect("a window");
    workbench.open_files(&ctx, paths);
    settle(window);
}

/// A copy of a sample where its path says nothing of this machine.
fn sample(folder: &Path, name: &str) -> PathBuf {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let copy = folder.join(name);
    fs::copy(samples.join(name), &copy).expect("a copy");
    copy
}

/// One of the two texts has been dropped.
fn start(folder: &TempDir, locale: Locale) -> Window {
    let mut window = window(locale);
    give(&mut window, vec![sample(folder.path(), "harbor.en.html")]);
    wait_for(&mut window, "Eunpo to dredge");
    window
}

/// At the first row that needs eyes.
fn review(folder: &TempDir, locale: Locale) -> Window {
    let mut window = window(locale);
    let [english, korean] =
        ["library.en.txt", "library.ko.txt"].map(|name| sample(folder.path(), name));
    driver::open_pair(&mut window, english, korean);
    press(&mut window, Modifiers::NONE, Key::D);
    window
}

/// A sentence is about to be cut.
fn repair(folder: &TempDir, locale: Locale) -> Window {
    let mut window = review(folder, locale);
    press(&mut window, Modifiers::SHIFT, Key::S);
    window
}

fn export(_: &TempDir, locale: Locale) -> Window {
    let mut window = window(locale);
    // The program's own sample, for a file's path would be another each time.
    let sample = Command::OpenSample.label(locale);
    window.get_by_role_and_label(Role::Button, sample).click();
    driver::wait_until_open(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::E);
    window
}

fn findings(folder: &TempDir, locale: Locale) -> Window {
    let mut window = window(locale);
    let [english, korean] = [("en.txt", ENGLISH), ("ko.txt", KOREAN)].map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a text");
        path
    });
    driver::open_pair(&mut window, english, korean);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    wait_for(&mut window, Text::FindingsOfText.in_(locale));
    press(&mut window, Modifiers::NONE, Key::F8);
    window
}

fn job(folder: &TempDir, locale: Locale) -> Window {
    for lang in ["en", "ko"] {
        fs::create_dir(folder.path().join(lang)).expect("a folder");
    }
    for (english, korean) in SAMPLES {
        sample(&folder.path().join("en"), english);
        sample(&folder.path().join("ko"), korean);
    }
    let mut window = window(locale);
    // A table of three needs no more.
    window.set_size(vec2(WIDTH, 340.0));
    give(&mut window, vec![job_of(folder.path())]);
    wait_for(&mut window, "The Last Crossing");
    for _ in 0..40 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        settle(&mut window);
    }
    window
}

/// Compares the window with the picture, or makes it the picture.
fn draw(window: &mut Window, name: &str, locale: Locale, results: &mut SnapshotResults) {
    rest(window);
    let whole = window.render().expect("a picture");
    let (width, height) = whole.dimensions();
    let (width, height) = (width - 2 * EDGE, height - 2 * EDGE);
    let mut drawn = image::imageops::crop_imm(&whole, EDGE, EDGE, width, height).to_image();
    let pixels = drawn.pixels_mut().map(|pixel| &mut pixel.0).collect();
    let (palette, places) = reduce(pixels);
    let name = format!("{name}.{}", locale.pick("en", "ko"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/manual/pictures");
    let options = SnapshotOptions::new()
        .output_path(&folder)
        .max_failed_pixels(if name.starts_with("job") {
            TIMES
        } else {
            MOST_OTHER_PIXELS
        });
    results.add(try_image_snapshot_options(&drawn, &name, &options));
    let file = folder.join(format!("{name}.png"));
    // What the comparison writes has four bytes a pixel.
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() && !is_indexed(&file) {
        write(&file, drawn.dimensions(), &palette, &places);
    }
}

/// Gives every pixel one of few colours: the most frequent ones that are not near each other. Returns them, and the
/// position in them of each pixel's.
fn reduce(pixels: Vec<&mut Colour>) -> (Vec<Colour>, Vec<u8>) {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in &pixels {
        *counts.entry(**pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut palette: Vec<Colour> = Vec::new();
    for (colour, _) in &colours {
        let is_new = palette
            .iter()
            .all(|other| distance(*other, *colour) >= NEAR);
        if is_new && palette.len() < COLOURS {
            palette.push(*colour);
        }
    }
    let nearest = colours
        .iter()
        .map(|(colour, _)| (*colour, place(&palette, *colour)));
    let nearest: HashMap<Colour, u8> = nearest.collect();
    let mut places = Vec::with_capacity(pixels.len());
    for pixel in pixels {
        let place = nearest[pixel];
        *pixel = palette[usize::from(place)];
        places.push(place);
    }
    (palette, places)
}

/// The position of the nearest colour.
fn place(palette: &[Colour], colour: Colour) -> u8 {
    let places = 0..palette.len();
    let nearest = places.min_by_key(|place| distance(palette[*place], colour));
    u8::try_from(nearest.expect("a colour")).expect("few colours")
}

fn distance(one: Colour, other: Colour) -> u32 {
    let channels = one.iter().zip(&other).take(3);
    let apart = channels.map(|(a, b)| u32::from(a.abs_diff(*b)));
    apart.map(|apart| apart * apart).sum()
}

fn is_indexed(file: &Path) -> bool {
    let file = File::open(file).expect("a picture");
    let reader = png::Decoder::new(BufReader::new(file)).read_info();
    let reader = reader.expect("a picture");
    reader.info().color_type == png::ColorType::Indexed
}

fn write(file: &Path, (width, height): (u32, u32), palette: &[Colour], pixels: &[u8]) {
    let file = BufWriter::new(File::create(file).expect("a file"));
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let colours = palette.iter().flat_map(|colour| colour[..3].to_vec());
    encoder.set_palette(colours.collect::<Vec<u8>>());
    let mut writer = encoder.write_header().expect("a picture");
    writer.write_image_data(pixels).expect("a picture");
}
