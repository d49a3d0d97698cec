//! How far two works agree, as papers on corpora report it.

use super::Group;
use crate::bitext::{Bead, Bitext, Verdict};

/// The figures of agreement of two works.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Rows with both sides in the one.
    pub mine: usize,
    /// In the other.
    pub theirs: usize,
    /// Those that are exactly the same in both.
    pub same: usize,
    /// Of the rows that hold the same sentences in both, those that both judged.
    pub verdicts: Kappa,
}

/// How two people judged the same things: Cohen's kappa (1960) takes off what chance alone would give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kappa {
    /// How many both judged.
    pub judged: usize,
    /// How many of them alike.
    pub alike: usize,
    /// The share that would be alike by chance, from how often each says what: 0 to 1.
    pub by_chance: f64,
}

impl Agreement {
    pub(super) fn of(mine: &Bitext, theirs: &Bitext, groups: &[Group]) -> Agreement {
        let is_two_sided = |bead: &&Bead| !bead.en.is_empty() && !bead.ko.is_empty();
        let count = |bitext: &Bitext| bitext.beads.iter().filter(is_two_sided).count();
        let alike = groups.iter().filter_map(|group| {
            let ([one], [other]) = (&group.mine[..], &group.theirs[..]) else {
                return None;
            };
            let is_same = !group.differences.pairing && !group.differences.cutting;
            let beads = mine.beads.get(*one).zip(theirs.beads.get(*other));
            beads.filter(|_| is_same)
        });
        let alike: Vec<(&Bead, &Bead)> = alike.collect();
        let judged = alike.iter().filter_map(|(a, b)| a.verdict.zip(b.verdict));
        Agreement {
            mine: count(mine),
            theirs: count(theirs),
            same: alike.iter().filter(|(a, _)| is_two_sided(a)).count(),
            verdicts: Kappa::of(judged),
        }
    }

    /// F1 over the rows with both sides, exactly right or wrong: 0 to 1. It does not matter whose work is the reference.
    pub fn bead_f1(&self) -> f64 {
        match self.mine + self.theirs {
            0 => 1.0,
            all => 2.0 * self.same as f64 / all as f64,
        }
    }
}

impl Kappa {
    /// Counts what the one and the other said of each thing.
    pub fn of(said: impl Iterator<Item = (Verdict, Verdict)>) -> Kappa {
        const KINDS: usize = Verdict::ALL.len();
        let place = |verdict| Verdict::ALL.iter().position(|known| *known == verdict);
        let mut counts = [[0usize; 2]; KINDS];
        let (mut judged, mut alike) = (0, 0);
        for (one, other) in said {
            judged += 1;
            alike += usize::from(one == other);
            for (side, verdict) in [one, other].into_iter().enumerate() {
                if let Some(count) = place(verdict).and_then(|kind| counts[kind].get_mut(side)) {
                    *count += 1;
                }
            }
        }
        let all = (judged as f64).max(1.0);
        let chance = |[one, other]: &[usize; 2]| *one as f64 / all * (*other as f64 / all);
        Kappa {
            judged,
            alike,
            by_chance: counts.iter().map(chance).sum(),
        }
    }

    /// The share that both judged alike; `None` if there is nothing.
    pub fn observed(&self) -> Option<f64> {
        (self.judged > 0).then(|| self.alike as f64 / self.judged as f64)
    }

    /// Cohen's kappa: 1 all alike, 0 as by chance. `None` where chance alone explains it all, as when both said one and
    /// the same of everything.
    pub fn kappa(&self) -> Option<f64> {
        let observed = self.observed()?;
        let room = 1.0 - self.by_chance;
        (room > 1e-9).then(|| (observed - self.by_chance) / room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 25 of one kind by both, 15 of another; the two differ on 10 (the example that textbooks have).
    #[test]
    fn kappa_takes_off_what_chance_gives() {
        use Verdict::{Exact, Free};
        let said = [
            (Exact, Exact, 20),
            (Exact, Free, 5),
            (Free, Exact, 10),
            (Free, Free, 15),
        ];
        let said = said
            .into_iter()
            .flat_map(|(a, b, count)| vec![(a, b); count]);
        let kappa = Kappa::of(said);
        assert_eq!((kappa.judged, kappa.alike), (50, 35));
        assert!((kappa.kappa().unwrap() - 0.4).abs() < 1e-9);
        assert_eq!(Kappa::of(std::iter::empty()).kappa(), None);
        assert_eq!(Kappa::of([(Exact, Exact); 9].into_iter()).kappa(), None);
        let opposite = Kappa::of([(Exact, Free), (Free, Exact)].into_iter());
        assert_eq!(opposite.kappa(), Some(-1.0));
    }
}
