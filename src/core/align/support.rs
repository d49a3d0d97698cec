//! How much independent evidence there is that two texts have to do with each other: of words that may each answer several
//! of the other side, one answers one.
//!
//! The score lets a word explain as many words of the other side as the lexicon allows, which does no harm where all beads
//! are scored alike. Of two sentences that nothing else joins, though, `있습니까` cannot be `is`, `still` and `available`.

use super::bead::Placed;
use super::table::{KNOWN, MIX, Row, Table};
use super::text::Units;
use crate::evidence::tokens::Class;
use std::ops::Range;

/// More than this, in logs, no text needs.
pub(super) const ENOUGH: f64 = 6.0;

/// The words of both sides and which of them go together.
pub(super) struct Words<'a> {
    pub en: &'a Units,
    pub ko: &'a Units,
    pub table: &'a Table,
}

impl Words<'_> {
    /// What the pairs of words in some beads tell, [`ENOUGH`] at most.
    pub(super) fn support(&self, beads: impl Iterator<Item = Placed>) -> f64 {
        let mut sum = 0.0;
        for bead in beads {
            sum += self.of_bead(bead, ENOUGH - sum);
            if sum >= ENOUGH {
                return ENOUGH;
            }
        }
        sum
    }

    /// What those of one bead tell, as soon as it is `enough`. Each Korean word has the best of the English words that are
    /// left; marks, which are in every question or quotation, tell nothing here.
    fn of_bead(&self, bead: Placed, enough: f64) -> f64 {
        let mut english = words(self.en, bead.en());
        let korean = words(self.ko, bead.ko());
        let (of_en, of_ko) = (english.len() as f64, korean.len() as f64);
        let mut sum = 0.0;
        for k in korean {
            let forth = |e: usize| {
                let likely = likely(&self.table.ko_given_en[k], e);
                ratio(likely, of_en * self.ko.units[k].chance)
            };
            let back = |e: usize| {
                let likely = likely(&self.table.en_given_ko[e], k);
                ratio(likely, of_ko * self.en.units[e].chance)
            };
            let ratios = english.iter().map(|&e| forth(e) * back(e)).enumerate();
            let Some((at, most)) = ratios.max_by(|a, b| a.1.total_cmp(&b.1)) else {
                break;
            };
            if most > 1.0 {
                english.swap_remove(at);
                sum += most.ln() / 2.0;
            }
            if sum >= enough {
                break;
            }
        }
        sum
    }
}

/// The units of some sentences that are no marks.
fn words(units: &Units, sentences: Range<usize>) -> Vec<usize> {
    let all = units.sentences[sentences].iter().flatten().copied();
    all.filter(|&unit| units.units[unit].class != Class::Mark)
        .collect()
}

fn likely(row: &Row, given: usize) -> f64 {
    row.binary_search_by_key(&given, |&(unit, _)| unit)
        .map_or(0.0, |at| row[at].1)
}

fn ratio(likely: f64, by_chance: f64) -> f64 {
    1.0 + MIX * likely / (by_chance * KNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn support(en: &str, ko: &str) -> f64 {
        let (en, ko, table) = Table::of_pair(en, ko);
        let words = Words {
            en: &en,
            ko: &ko,
            table: &table,
        };
        let bead = Placed {
            shape: 0,
            en: 0,
            ko: 0,
        };
        words.support([bead].into_iter())
    }

    #[test]
    fn a_word_answers_one_word() {
        let once = support("Is this still available?", "알레르기가 있습니까?");
        assert!(once > 1.0 && once < ENOUGH, "{once}");
        let twice = support(
            "Is this ferry still available?",
            "이 여객선은 아직 있습니까?",
        );
        assert!(twice > once + 1.0, "{twice} {once}");
    }

    #[test]
    fn marks_alone_are_no_support() {
        assert_eq!(support("“Really?!”", "“비가 오나요?!”"), 0.0);
    }

    #[test]
    fn enough_is_enough() {
        let en = "The bank kept its interest rate at 2.5 percent in October.";
        let ko = "은행은 10월 금리를 2.5퍼센트로 유지했다.";
        assert_eq!(support(en, ko), ENOUGH);
    }
}
