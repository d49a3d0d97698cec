//! What the score of a bead is made of, for people who ask why.

use super::bead::SHAPES;
use super::cancellation::CancellationToken;
use super::length::{Length, TYPICAL, length_score};
use super::score::{LENGTH_WEIGHT, TRANSLATION_WEIGHT, translation};
use super::table::Table;
use super::text::{Analyses, Sentence, Units};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::KeyMap;
use crate::progress::{Cancelled, Progress};

/// The parts of a bead's score: logs of how many times likelier the bead is than two sentences by chance. Above 0 a
/// part speaks for the bead, below 0 against it. The lexicon alone is asked, not what the text itself taught the aligner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// How well the English words explain the Korean ones.
    pub korean: f64,
    /// And the Korean words the English ones.
    pub english: f64,
    /// How well the lengths fit.
    pub length: f64,
    /// What its shape costs, 0 for 1-1.
    pub shape: f64,
    /// How long the Korean is against what is usual for such an English: .6 is 40% shorter.
    pub relative_length: f64,
}

impl Parts {
    /// The score that they add up to.
    pub fn sum(&self) -> f64 {
        self.korean + self.english + self.length + self.shape
    }
}

/// English characters of typical length that count beside the text's own.
const PRIOR: f64 = 50.0;

/// What is usual in a text: how often each word is met, and how long Korean is against English.
pub struct Usual<'a> {
    lexicon: &'a Lexicon,
    chance_en: KeyMap<f64>,
    chance_ko: KeyMap<f64>,
    ratio: f64,
}

impl<'a> Usual<'a> {
    /// Reads it from beads that are likely right, each given by its English and Korean sentences.
    ///
    /// # Errors
    /// [`Cancelled`] when `progress` was told to stop.
    pub fn of(
        beads: &[(Vec<&str>, Vec<&str>)],
        lexicon: &'a Lexicon,
        progress: &Progress,
    ) -> Result<Usual<'a>, Cancelled> {
        let cancellation = CancellationToken::new(progress);
        let (mut en, mut ko) = (Vec::new(), Vec::new());
        for (english, korean) in beads {
            cancellation.check()?;
            en.extend(english.iter().map(|text| Sentence::english(text, lexicon)));
            ko.extend(korean.iter().map(|text| Sentence::korean(text)));
        }
        let mut analyses = Analyses::default();
        ko.iter()
            .for_each(|sentence| analyses.add(sentence, lexicon));
        let length = |sentences: &[Sentence]| sentences.iter().map(|s| s.length).sum::<f64>();
        // A few beads tell little; without any the typical ratio counts.
        let ratio = (length(&ko) + PRIOR * TYPICAL) / (length(&en) + PRIOR);
        let chances = |units: Units| -> KeyMap<f64> {
            let units = units.units.into_iter();
            units.map(|unit| (unit.key, unit.chance)).collect()
        };
        Ok(Usual {
            lexicon,
            chance_en: chances(Units::english(&en.iter().collect::<Vec<_>>())),
            chance_ko: chances(Units::korean(&ko.iter().collect::<Vec<_>>(), &analyses)),
            ratio: ratio.ln(),
        })
    }

    /// The parts of the score of a bead; `None` if a side is empty, which no evidence can tell anything of.
    pub fn parts(&self, en: &[&str], ko: &[&str]) -> Option<Parts> {
        if en.is_empty() || ko.is_empty() {
            return None;
        }
        let (en_text, ko_text) = (en.join("\n"), ko.join("\n"));
        let english = Sentence::english(&en_text, self.lexicon);
        let korean = Sentence::korean(&ko_text);
        let mut analyses = Analyses::default();
        analyses.add(&korean, self.lexicon);
        let mut en_units = Units::english(&[&english]);
        let mut ko_units = Units::korean(&[&korean], &analyses);
        for (units, chances) in [
            (&mut en_units, &self.chance_en),
            (&mut ko_units, &self.chance_ko),
        ] {
            for unit in &mut units.units {
                unit.chance = chances.get(&unit.key).copied().unwrap_or(unit.chance);
            }
        }
        let table = Table::of(
            &en_units,
            &ko_units,
            &[&korean],
            &analyses,
            self.lexicon,
            &[],
        );
        let progress = Progress::default();
        let (forth, back) = translation(
            &en_units,
            &ko_units,
            &table,
            &CancellationToken::new(&progress),
        )
        .ok()?;
        let (en_length, ko_length) = ([english.length], [korean.length]);
        let lengths = (Length::of(&en_length), Length::of(&ko_length));
        let shape = SHAPES
            .iter()
            .find(|shape| (shape.en, shape.ko) == (en.len(), ko.len()));
        let dearest = || SHAPES.iter().map(|shape| shape.penalty).fold(0.0, f64::max);
        Some(Parts {
            korean: f64::from(TRANSLATION_WEIGHT / 2.0 * forth),
            english: f64::from(TRANSLATION_WEIGHT / 2.0 * back),
            length: LENGTH_WEIGHT * length_score(lengths.0, lengths.1, self.ratio),
            shape: -shape.map_or_else(dearest, |shape| shape.penalty),
            relative_length: korean.length / (english.length * self.ratio.exp()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: [&str; 3] = [
        "The ferry left the harbor at dawn.",
        "Nobody on board had slept.",
        "The captain sold 12 tickets.",
    ];
    const KO: [&str; 3] = [
        "여객선은 새벽에 항구를 떠났다.",
        "배에 탄 사람은 아무도 자지 못했다.",
        "선장은 표 12장을 팔았다.",
    ];

    #[test]
    fn a_true_pair_has_more_for_it_than_a_false_one() {
        let beads: Vec<_> = EN
            .iter()
            .zip(KO)
            .map(|(&en, ko)| (vec![en], vec![ko]))
            .collect();
        let usual = Usual::of(&beads, Lexicon::shipped(), &Progress::default()).unwrap();
        let parts = |i: usize, j: usize| usual.parts(&[EN[i]], &[KO[j]]).unwrap();
        assert!(parts(2, 2).sum() > 5.0, "{:?}", parts(2, 2));
        assert!(
            parts(2, 2).sum() > parts(2, 1).sum() + 5.0,
            "{:?}",
            parts(2, 1)
        );
        assert_eq!(parts(0, 0).shape, 0.0);
        assert!((0.7..1.4).contains(&parts(0, 0).relative_length));
        let two = usual.parts(&EN[..2], &[KO[0]]).unwrap();
        assert!(two.relative_length < 0.7 && two.shape < 0.0, "{two:?}");
        assert_eq!(usual.parts(&EN, &[]), None);
    }
}
