//! A text that turns out to be garbled is read in another encoding after pairing.

use crate::driver::{bitext, open_pair, press, settle, wait_for, window};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jjak::article::Lang;
use jjak::bitext::{RowIndex, State};
use jjak_workbench::texts::Locale;

#[test]
fn a_text_is_read_in_another_encoding_after_pairing() {
    let folder = tempfile::tempdir().unwrap();
    let (en, ko) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
    std::fs::write(
        &en,
        "Two caf\u{e9}s opened today.\nThree people went home.\n",
    )
    .unwrap();
    std::fs::write(
        &ko,
        "오늘 카페 두 곳이 문을 열었다.\n세 사람은 집에 갔다.\n",
    )
    .unwrap();
    let mut window = window(Locale::English);
    open_pair(&mut window, en, ko);
    press(&mut window, Modifiers::NONE, Key::A);
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Accepted);

    window.get_by_label("English: Encoding: UTF-8").click();
    settle(&mut window);
    let others = window.get_all_by_label_contains("1252");
    others.last().unwrap().click();
    settle(&mut window);
    // What was done so far is of another text, and is not dropped without a word.
    window.get_by_label("Leave without saving").click();
    for _ in 0..200 {
        window.step();
        if bitext(&window).en.article.provenance.encoding != "UTF-8" {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    settle(&mut window);
    let side = bitext(&window).side(Lang::En);
    assert!(
        side.article.text.contains("caf\u{c3}\u{a9}s"),
        "{}",
        side.article.text
    );
    assert_eq!(bitext(&window).beads[RowIndex(0)].state, State::Unreviewed);
    wait_for(&mut window, "English: Encoding: ");
}
