//! What matches in the row under the cursor, found once and shown in the grid and in the details.

use super::session::Session;
use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::RowIndex;
use jjak_core::evidence::korean::stem;
use jjak_core::evidence::{Evidence, EvidenceKind, EvidencePlace};
use std::ops::Range;

/// Rows of this confidence tell what length is usual.
const SURE: f32 = 0.8;

/// Why a piece of a sentence is marked.
pub struct Mark {
    /// Bytes of the sentence's text.
    pub span: Range<usize>,
    pub kind: EvidenceKind,
    /// Whether the other side has its counterpart.
    pub has_partner: bool,
}

/// The evidence of one row.
#[derive(Default)]
pub struct RowEvidence {
    of: Option<(u64, RowIndex)>,
    /// For each column and sentence, what of its text matches something, or should.
    marks: PerLang<Vec<Vec<Mark>>>,
    /// The same as words: kind, English, Korean.
    pub pairs: Vec<(EvidenceKind, String, String)>,
    /// Numbers, dates, names and Latin words that the other side does not have.
    pub lone: Vec<(Lang, EvidenceKind, String)>,
    /// How long the Korean is against what is usual in this text, 1 for as long; `None` for a short row and one with
    /// an empty side.
    pub relative_length: Option<f32>,
}

impl RowEvidence {
    /// Finds the evidence anew if the cursor moved to another row or the bitext changed.
    pub fn refresh(&mut self, session: &Session) {
        let row = session.cursor().row;
        let of = Some((session.revision(), row));
        if self.of == of || session.bitext().beads.is_empty() {
            return;
        }
        let texts = Lang::BOTH.map(|lang| -> Vec<String> {
            session
                .bitext()
                .texts(row, lang)
                .map(|text| text.into_owned())
                .collect()
        });
        *self = RowEvidence {
            of,
            marks: PerLang(
                texts
                    .each_ref()
                    .map(|texts| texts.iter().map(|_| Vec::new()).collect()),
            ),
            pairs: Vec::new(),
            lone: Vec::new(),
            relative_length: relative_length(session, &texts),
        };
        let [en, ko] = texts
            .each_ref()
            .map(|texts| -> Vec<&str> { texts.iter().map(String::as_str).collect() });
        let word = |texts: &[&str], place: &EvidencePlace| {
            let text = texts.get(place.sentence);
            let word = text.and_then(|text| text.get(place.span.clone()));
            word.unwrap_or_default().to_owned()
        };
        let evidence = Evidence::of(&en, &ko, session.lexicon());
        if !en.is_empty() && !ko.is_empty() {
            for lone in evidence.lone {
                let texts = if lone.lang == Lang::En { &en } else { &ko };
                let said = word(texts, &lone.place);
                self.lone.push((lone.lang, lone.kind, said));
                let marks = &mut self.marks[lone.lang];
                if let Some(marks) = marks.get_mut(lone.place.sentence) {
                    marks.push(Mark {
                        span: lone.place.span,
                        kind: lone.kind,
                        has_partner: false,
                    });
                }
            }
        }
        for hit in evidence.matches {
            let words = (hit.kind, word(&en, &hit.en), word(&ko, &hit.ko));
            for (marks, place) in self.marks.iter_mut().zip([hit.en, hit.ko]) {
                if let Some(marks) = marks.get_mut(place.sentence) {
                    marks.push(Mark {
                        span: place.span,
                        kind: hit.kind,
                        has_partner: true,
                    });
                }
            }
            if !self.pairs.contains(&words) {
                self.pairs.push(words);
            }
        }
    }

    /// `word` of the side `lang` with what it matches on the other, English first; nothing for what is not known.
    pub fn partner(&self, lang: Lang, word: &str) -> (String, String) {
        let own = |(_, en, ko): &&(EvidenceKind, String, String)| match lang {
            Lang::En => en.eq_ignore_ascii_case(word),
            Lang::Ko => word.starts_with(ko.as_str()),
        };
        let found = self.pairs.iter().find(own).filter(|_| !word.is_empty());
        match (found, lang) {
            (Some((_, en, ko)), _) => (en.clone(), ko.clone()),
            (None, Lang::En) => (word.to_owned(), String::new()),
            (None, Lang::Ko) => {
                let letters: Vec<char> = word.chars().collect();
                (String::new(), stem(&letters).iter().collect())
            }
        }
    }

    /// The marks of one sentence, if the evidence is of its row.
    pub fn marks(&self, row: RowIndex, lang: Lang, at: usize) -> &[Mark] {
        match self.of {
            Some((_, of)) if of == row => {
                let marks = self.marks[lang].get(at);
                marks.map_or(&[], Vec::as_slice)
            }
            _ => &[],
        }
    }
}

/// Rows on either side of the cursor that tell what length is usual.
const AROUND: usize = 100;
/// Characters of an English row below which any length is usual.
const SHORT: usize = 30;

fn relative_length(session: &Session, texts: &[Vec<String>; 2]) -> Option<f32> {
    let bitext = session.bitext();
    let row = session.cursor().row;
    let length = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let (mut en, mut ko) = (0, 0);
    let beads = bitext.beads.numbered();
    let around = row - AROUND..row + AROUND;
    for (near, bead) in beads.take(around.end.0).skip(around.start.0) {
        if !bead.en.is_empty() && !bead.ko.is_empty() && bead.confidence >= SURE {
            en += bitext
                .texts(near, Lang::En)
                .map(|text| length(&text))
                .sum::<usize>();
            ko += bitext
                .texts(near, Lang::Ko)
                .map(|text| length(&text))
                .sum::<usize>();
        }
    }
    let [english, korean] = texts
        .each_ref()
        .map(|texts| texts.iter().map(|text| length(text)).sum::<usize>());
    let known = en > 0 && ko > 0 && english >= SHORT && korean > 0;
    known.then(|| korean as f32 / english as f32 * en as f32 / ko as f32)
}
