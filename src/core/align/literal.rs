//! How literal a translation is: how many of the words that the lexicon knows find their counterparts in it. A literal
//! text's sentences without shared words do not belong together; a free one's may.

use super::bead::Placed;
use super::table::{KNOWN, Literal, MIX, Row, Table};
use super::text::Units;
use crate::evidence::tokens::Class;
use std::ops::Range;

/// The share of explained words of each side that is usual, and for how many words it counts.
const USUAL_EN: f64 = 0.54;
const USUAL_KO: f64 = 0.49;
const PRIOR: f64 = 50.0;
/// How much of the difference from the usual counts.
const WEIGHT: f64 = 0.8;
const LEAST: f64 = 0.3;
const MOST: f64 = 0.8;

impl Literal {
    /// As some beads tell that are likely right.
    pub(super) fn of(beads: &[Placed], en: &Units, ko: &Units, table: &Table) -> Literal {
        let pairs = || beads.iter().map(|bead| (bead.en(), bead.ko()));
        let swapped = pairs().map(|(en, ko)| (ko, en));
        let english = explained(swapped, ko, en, &table.en_given_ko, &table.known_en);
        let korean = explained(pairs(), en, ko, &table.ko_given_en, &table.known_ko);
        let left = |(sum, count): (f64, f64), usual: f64| {
            let share = (sum + PRIOR * usual) / (count + PRIOR);
            (KNOWN + WEIGHT * (usual - share)).clamp(LEAST, MOST)
        };
        Literal {
            en: left(english, USUAL_EN),
            ko: left(korean, USUAL_KO),
        }
    }
}

/// How many of the target's known words other than function words the source explains in some beads, each by how likely
/// it came from there; and how many there are.
fn explained(
    beads: impl Iterator<Item = (Range<usize>, Range<usize>)>,
    source: &Units,
    target: &Units,
    rows: &[Row],
    known: &[bool],
) -> (f64, f64) {
    let (mut sum, mut count) = (0.0, 0.0);
    let mut here = vec![0.0; source.units.len()];
    for (given, explained) in beads {
        let given = || source.sentences[given.clone()].iter().flatten();
        given().for_each(|&unit| here[unit] += 1.0);
        let length = given().count() as f64;
        for &unit in target.sentences[explained].iter().flatten() {
            let word = &target.units[unit];
            let tells = known[unit] && !word.function;
            if !tells || matches!(word.class, Class::Mark | Class::Number) {
                continue;
            }
            let row = rows[unit].iter();
            let likely: f64 = row.map(|&(from, likely)| likely * here[from]).sum();
            let ratio = MIX * likely / (length * word.chance);
            sum += ratio / (KNOWN + ratio);
            count += 1.0;
        }
        given().for_each(|&unit| here[unit] = 0.0);
    }
    (sum, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(en: &str, ko: &str) -> Literal {
        let (en, ko, table) = Table::of_pair(en, ko);
        let bead = Placed {
            shape: 0,
            en: 0,
            ko: 0,
        };
        Literal::of(&[bead], &en, &ko, &table)
    }

    #[test]
    fn the_freer_the_translation_the_less_a_missing_word_tells() {
        let en = "The bank kept its interest rate and exports rose in October.";
        let close = literal(en, "은행은 금리를 유지했고 수출은 10월에 늘었다.");
        let free = literal(en, "그 소식에 아무도 놀라지 않았고 다들 고개만 끄덕였다.");
        assert!(
            close.en < free.en && close.ko < free.ko,
            "{close:?} {free:?}"
        );
        assert!(free.en < 0.6 && close.en > LEAST, "{close:?} {free:?}");
        let nothing = Units::english(&[]);
        let rows = Vec::new();
        assert_eq!(
            explained([].into_iter(), &nothing, &nothing, &rows, &[]),
            (0.0, 0.0)
        );
    }
}
