//! What leaves the house: TMX and TSV read back, bead files, previews.

#[path = "export/choices.rs"]
mod choices;
#[path = "export/pins.rs"]
mod pins;
#[path = "export/report.rs"]
mod report;
#[path = "export/tables.rs"]
mod tables;
#[path = "export/tmx.rs"]
mod tmx;
#[path = "export/whole_paragraphs.rs"]
mod whole_paragraphs;

use crate::random;
use jjak::align::Link;
use jjak::article::Lang;
use jjak::bitext::{Bitext, RowIndex, State, Verdict};
use jjak::exchange::{ExportedWork, Format, Options};
use jjak::import::{self, Imported};
use jjak::pipeline::prepare_lines;
use jjak::project::{About, Labels};
use std::sync::LazyLock;

fn imported(text: &str, lang: Lang) -> Imported {
    let mut imported = import::from_text(text.into());
    imported.article.lang = lang;
    imported.article.provenance.title = Some("Tom & \"Jerry\" <live>".into());
    imported.detected = Some(lang);
    imported
}

/// A bitext of lines with the beads given as positions.
fn bitext(en: &str, ko: &str, links: &[(&[usize], &[usize], f32)]) -> Bitext {
    let prepared = prepare_lines(imported(en, Lang::En), imported(ko, Lang::Ko)).unwrap();
    let links: Vec<Link> = links
        .iter()
        .map(|&(en, ko, confidence)| Link {
            en: en.into(),
            ko: ko.into(),
            confidence,
        })
        .collect();
    let bitext = Bitext::new(prepared.en, prepared.ko, &links);
    bitext.check().unwrap();
    bitext
}

/// Awkward characters on both sides, a 2-1 bead, and a sentence without a counterpart.
fn awkward() -> Bitext {
    let mut bitext = bitext(
        "R&D <b>\"grew\"</b> 5% ]]>\u{0}\u{b}now\u{ffff}.\nOne.\nTwo.\nLost.\n",
        "연구\u{1b}개발은\t5%\u{2028}늘었다.\n\u{1112}\u{1161}\u{11ab}나 둘.\n",
        &[(&[0], &[0], 0.95), (&[1, 2], &[1], 0.4), (&[3], &[], 0.8)],
    );
    bitext.beads[RowIndex(0)].note = "see\tpage 3 & \u{1}4\n".into();
    bitext.beads[RowIndex(1)].state = State::Accepted;
    bitext.beads[RowIndex(1)].verdict = Some(Verdict::Free);
    bitext
}

static ABOUT: LazyLock<About> = LazyLock::new(|| About {
    tool: "0.1.0".into(),
    began: "2026-11-20T01:02:03Z".parse().unwrap(),
    labels: Labels::new("economy", "Kim"),
    ..About::now(false)
});

fn work(bitext: &Bitext) -> ExportedWork<'_> {
    ExportedWork {
        name: "harbor.jjak".into(),
        bitext,
        about: &ABOUT,
        source: Lang::En,
        plain: false,
        is_masked: false,
    }
}

fn write(
    bitext: &Bitext,
    format: Format,
    options: &Options,
    out: &mut Vec<u8>,
) -> std::io::Result<usize> {
    jjak::exchange::write(&[work(bitext)], format, options, out)
}

fn written(bitext: &Bitext, format: Format, options: &Options) -> String {
    let mut out = Vec::new();
    write(bitext, format, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn preview(bitext: &Bitext, format: Format, options: &Options, lines: usize) -> String {
    jjak::exchange::preview(&[work(bitext)], format, options, lines)
}
