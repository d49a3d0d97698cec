//! A text that was read in the wrong encoding, read again after pairing.

use jjak::article::Lang;
use jjak::bitext::{RowIndex, State};
use jjak::custom::Custom;
use jjak::import::{self, Encoding, Imported, Originals, bilingual};
use jjak::pipeline::prepare_lines;
use jjak::pipeline::{Reread, RereadError};
use jjak::progress::Progress;
use jjak::project::{Labels, Project};
use std::path::Path;

const ENGLISH: &str = "Two came.\nThree went home.\n";
const KOREAN: &str = "둘이 왔다.\n셋은 집에 갔다.\n";

fn encoding(name: &str) -> Encoding {
    Encoding::named(name).unwrap()
}

fn imported(bytes: &[u8], name: &str, chosen: Option<&str>) -> Imported {
    import::from_bytes_as(bytes, Some(Path::new(name)), chosen.map(encoding)).unwrap()
}

fn paired(en: Imported, ko: Imported) -> Project {
    let prepared = prepare_lines(en, ko).unwrap();
    let originals = prepared.originals.clone();
    let custom = Custom::builtin();
    let bitext = prepared.align(&[], &custom.lexicon(), &Progress::default());
    let mut project = Project::new(originals, bitext.unwrap(), true);
    project.about.labels = Labels::new("economy", "Kim");
    project
}

fn reread(project: &Project, lang: Lang, name: &str) -> Result<Reread, RereadError> {
    let (custom, progress) = (Custom::builtin(), Progress::default());
    jjak::pipeline::reread(project, lang, encoding(name), &custom, &progress).unwrap()
}

fn cp949(text: &str) -> Vec<u8> {
    encoding_rs::EUC_KR.encode(text).0.into_owned()
}

#[test]
fn work_begins_again_with_the_text_as_it_was_meant() {
    // Chosen wrongly on both sides: neither is what would be found.
    let en = imported(
        b"Two caf\xE9s.\nThree went home.\n",
        "en.txt",
        Some("latin1"),
    );
    let ko = imported(&cp949(KOREAN), "ko.txt", Some("shift_jis"));
    let ko = Imported {
        detected: Some(Lang::Ko),
        ..ko
    };
    let mut project = paired(en, ko);
    assert_ne!(project.bitext.ko.article.text, KOREAN);
    project.bitext.beads[RowIndex(0)].state = State::Accepted;
    let before = project.clone();
    let again = reread(&project, Lang::Ko, "cp949").unwrap().project;
    assert_eq!(project, before);
    assert_eq!(again.bitext.ko.article.text, KOREAN);
    assert_eq!(again.bitext.ko.article.provenance.encoding, "EUC-KR");
    assert!(again.bitext.en.article.text.starts_with("Two cafés."));
    assert_eq!(again.originals, project.originals);
    assert_eq!(again.about.labels, project.about.labels);
    assert!(
        again
            .bitext
            .beads
            .iter()
            .all(|bead| bead.state == State::Unreviewed)
    );
    again.bitext.check().unwrap();
}

#[test]
fn two_texts_of_one_file_change_together() {
    let both = cp949(&format!("{ENGLISH}{KOREAN}"));
    let read = imported(&both, "both.txt", None);
    let separated = bilingual::separate(&read).unwrap();
    let project = paired(separated.en, separated.ko);
    let again = reread(&project, Lang::En, "euc-kr").unwrap().project;
    assert_eq!(again.bitext, project.bitext);
    assert_eq!(again.originals.en, again.originals.ko);
}

#[test]
fn what_has_no_other_encoding_says_so() {
    let pasted = paired(
        import::from_text(ENGLISH.into()),
        import::from_text(KOREAN.into()),
    );
    let error = reread(&pasted, Lang::Ko, "cp949").unwrap_err();
    assert!(matches!(error, RereadError::NoEncoding { .. }), "{error}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pairs.tsv");
    std::fs::write(&path, "Two came.\t둘이 왔다.\n").unwrap();
    let (pairs, _) = jjak::exchange::open(&path, None).unwrap();
    let error = reread(&pairs, Lang::En, "cp949").unwrap_err();
    assert!(error.to_string().contains("pairs.tsv"), "{error}");
}

#[test]
fn an_encoding_that_makes_no_sense_of_a_text_is_refused() {
    let project = paired(
        imported(ENGLISH.as_bytes(), "en.txt", None),
        imported(KOREAN.as_bytes(), "ko.txt", None),
    );
    let refused = reread(&project, Lang::Ko, "latin1").unwrap_err();
    assert!(matches!(refused, RereadError::Pair(_)), "{refused}");
    assert_eq!(
        project.originals,
        Originals {
            en: ENGLISH.as_bytes().into(),
            ko: KOREAN.as_bytes().into(),
        }
    );
}
