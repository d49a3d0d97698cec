//! From what the engine finds to what people made of it, by the window's keys alone.
//!
//! `cargo test -p jjak-window-tests --test keys -- --nocapture` prints how many keys it takes.

use crate::driver::{bitext, press, settle, window};
use jjak_window_tests::repair::{Pair, Repair, gold};
use jjak_workbench::texts::Locale;
use std::collections::HashSet;
use std::path::PathBuf;

/// A reviewer should not press more than this for a sentence, over all pages.
const KEYS_A_ROW: f32 = 0.5;

const DEV: [&str; 8] = ["n02", "n05", "n09", "n12", "p03", "p06", "p09", "p10"];

fn file(parts: &[&str]) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    parts.iter().fold(root, |path, part| path.join(part))
}

#[test]
fn the_dev_pages_come_right_by_a_few_keys() {
    let (mut keys, mut rows) = (0, 0);
    println!("page  rows  wrong  to repair  whole review");
    for name in DEV {
        let page = |lang: &str| file(&["tests/gold/dev", &format!("{name}.{lang}.txt")]);
        let mut window = window(Locale::English);
        crate::driver::open_pair(&mut window, page("en"), page("ko"));
        let tsv = file(&["tests/gold/dev", &format!("{name}.gold.tsv")]);
        let tsv = std::fs::read_to_string(tsv).unwrap();
        let engine = bitext(&window).clone();
        let wanted = gold(&engine, &tsv);
        let mut repair = Repair::new(engine.clone(), wanted.clone());
        let wrong = repair.wrong();
        assert!(repair.repair(), "{name} does not come right");
        let mut review = Repair::new(engine, wanted.clone());
        assert!(review.review(), "{name} does not come right");
        for &command in &review.pressed {
            let (key, modifiers) = command.keys()[0].parts();
            press(&mut window, modifiers, key);
        }
        settle(&mut window);
        let beads = bitext(&window).beads.iter();
        let now: HashSet<Pair> = beads
            .map(|bead| (bead.en.clone(), bead.ko.clone()))
            .collect();
        assert!(now == wanted, "{name}: the window came to something else");
        let (repairing, reviewing) = (repair.pressed.len(), review.pressed.len());
        let row_count = now.len();
        println!("{name}  {row_count:5}  {wrong:5}  {repairing:9}  {reviewing:12}");
        keys += reviewing;
        rows += row_count;
    }
    println!("{keys} keys for {rows} rows");
    assert!(
        keys as f32 <= KEYS_A_ROW * rows as f32,
        "{keys} keys for {rows} rows"
    );
}
