//! How likely a unit of one side is, given a unit of the other: a sparse table both ways.

use super::learned::LearnedLexicon;
use super::text::{Analyses, Sentence, Units};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::tokens::{Class, KeyMap};

/// What the lexicon's alternatives of a word share among them; the rest is for those it does not know.
const LEXICON: f64 = 0.7;
const LITERAL: f64 = 0.9;
const COPY: f64 = 0.7;

/// Weight of translation against chance within one token.
pub(super) const MIX: f64 = 0.5;
/// What is left to chance of a word that the lexicon knows, before the text tells how literal it is.
pub(super) const KNOWN: f64 = 0.5;

/// `P(a | b)` where `b` is a unit of the other side.
pub(super) type Row = Vec<(usize, f64)>;

/// What is left to chance of a word that the lexicon knows, on each side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Literal {
    pub en: f64,
    pub ko: f64,
}

impl Literal {
    /// Before anything of the text is known.
    pub(super) const USUAL: Literal = Literal {
        en: KNOWN,
        ko: KNOWN,
    };
}

/// Translation probabilities of Model 1 (Brown et al. 1993), here from a lexicon rather than from training.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// For every Korean unit the English units it may come from, with `P(ko | en)`.
    pub ko_given_en: Vec<Row>,
    /// For every English unit the Korean units it may come from, with `P(en | ko)`.
    pub en_given_ko: Vec<Row>,
    /// Whether lexicon or rules know the unit: only then its absence on the other side tells something.
    pub known_en: Vec<bool>,
    pub known_ko: Vec<bool>,
    /// And how much.
    pub literal: Literal,
}

impl Table {
    /// Two sentences and the words of theirs that go together by the shipped lexicon.
    #[cfg(test)]
    pub(super) fn of_pair(en: &str, ko: &str) -> (Units, Units, Table) {
        let lexicon = Lexicon::shipped();
        let (english, korean) = (Sentence::english(en, lexicon), Sentence::korean(ko));
        let mut analyses = Analyses::default();
        analyses.add(&korean, lexicon);
        let en = Units::english(&[&english]);
        let ko = Units::korean(&[&korean], &analyses);
        let table = Table::of(&en, &ko, &[&korean], &analyses, lexicon, &[]);
        (en, ko, table)
    }

    pub(super) fn of(
        en: &Units,
        ko: &Units,
        korean: &[&Sentence],
        analyses: &Analyses,
        lexicon: &Lexicon,
        learned: &[&LearnedLexicon],
    ) -> Table {
        let literal = |units: &Units| -> Vec<bool> {
            units
                .units
                .iter()
                .map(|unit| unit.class.is_literal())
                .collect()
        };
        let mut table = Table {
            ko_given_en: vec![Vec::new(); ko.units.len()],
            en_given_ko: vec![Vec::new(); en.units.len()],
            known_en: literal(en),
            known_ko: literal(ko),
            literal: Literal::USUAL,
        };
        let lemmas = table.lemmas(ko, korean, analyses);
        for (e, unit) in en.units.iter().enumerate() {
            if let Some(&k) = ko.numbers.get(&unit.key) {
                let same = if unit.class.is_literal() {
                    LITERAL
                } else {
                    COPY
                };
                table.add(e, k, same, same);
            }
            if unit.class.is_literal() {
                continue;
            }
            table.known_en[e] = lexicon.knows(unit.key);
            for entries in lexicon.entries(unit.key) {
                let alternatives = entries.len() as f64;
                for entry in entries {
                    let words = entry.lemmas().count() as f64;
                    let forth = LEXICON / alternatives / words;
                    let back = LEXICON / f64::from(entry.heads) / words;
                    for lemma in entry.lemmas() {
                        for &(k, fit) in lemmas.get(&lemma).map_or(&[][..], Vec::as_slice) {
                            table.add(e, k, forth * fit, back * fit);
                        }
                    }
                }
            }
        }
        for learned in learned {
            table.remember(en, ko, learned);
        }
        table
            .ko_given_en
            .iter_mut()
            .chain(&mut table.en_given_ko)
            .for_each(keep_best);
        table
    }

    /// The Korean units whose running words may hold a lemma, each with how well it fits.
    fn lemmas(
        &mut self,
        ko: &Units,
        korean: &[&Sentence],
        analyses: &Analyses,
    ) -> KeyMap<Vec<(usize, f64)>> {
        let mut lemmas: KeyMap<Vec<(usize, f64)>> = KeyMap::default();
        let mut seen: KeyMap<()> = KeyMap::default();
        for token in korean.iter().flat_map(|sentence| &sentence.tokens) {
            if token.class == Class::Mark || seen.insert(token.surface, ()).is_some() {
                continue;
            }
            if token.class == Class::Latin {
                let unit = ko.numbers[&token.key];
                lemmas.entry(token.surface).or_default().push((unit, 1.0));
            }
            if token.class != Class::Word {
                continue;
            }
            let unit = ko.numbers[&token.key];
            for &(lemma, fit) in analyses.of(token.surface) {
                self.known_ko[unit] = true;
                lemmas
                    .entry(lemma)
                    .or_default()
                    .push((unit, f64::from(fit)));
            }
        }
        lemmas
    }

    /// Adds what accepted beads have taught.
    fn remember(&mut self, en: &Units, ko: &Units, learned: &LearnedLexicon) {
        for (k, unit) in ko.units.iter().enumerate() {
            for &(english, probability) in learned.english_of(unit.key) {
                if let Some(&e) = en.numbers.get(&english) {
                    self.ko_given_en[k].push((e, probability));
                }
            }
        }
        for (e, unit) in en.units.iter().enumerate() {
            for &(korean, probability) in learned.korean_of(unit.key) {
                if let Some(&k) = ko.numbers.get(&korean) {
                    self.en_given_ko[e].push((k, probability));
                }
            }
        }
    }

    fn add(&mut self, e: usize, k: usize, forth: f64, back: f64) {
        self.ko_given_en[k].push((e, forth));
        self.en_given_ko[e].push((k, back));
    }
}

/// Sorts a row and leaves each unit once, at its best.
pub(super) fn keep_best(row: &mut Row) {
    row.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    row.dedup_by_key(|&mut (unit, _)| unit);
}
