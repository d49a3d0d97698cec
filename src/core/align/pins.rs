//! Links that stay as they are, and the parts of the text between them.

use crate::sequence::longest_increasing;

/// A link to keep: positions among the English and among the Korean sentences; a side may be empty.
pub type Pin = (Vec<usize>, Vec<usize>);

/// Sentences without a pin that lie between the same pins: they are aligned in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PinnedPart {
    pub en: Vec<usize>,
    pub ko: Vec<usize>,
}

/// The pins that can be kept: sorted, without positions that do not exist or that an earlier pin holds.
pub(super) fn valid(pins: &[Pin], en: usize, ko: usize) -> Vec<Pin> {
    let (mut taken_en, mut taken_ko) = (vec![false; en], vec![false; ko]);
    let take = |taken: &mut Vec<bool>, side: &[usize]| {
        let mut side: Vec<usize> = side
            .iter()
            .copied()
            .filter(|&at| at < taken.len() && !taken[at])
            .collect();
        side.sort_unstable();
        side.dedup();
        side.iter().for_each(|&at| taken[at] = true);
        side
    };
    pins.iter()
        .map(|(en, ko)| (take(&mut taken_en, en), take(&mut taken_ko, ko)))
        .filter(|(en, ko)| !en.is_empty() || !ko.is_empty())
        .collect()
}

/// The sentences that no pin holds, parted by the pins. Those that cross others, or have gaps, hold their own
/// sentences only and part nothing.
pub(super) fn parts(pins: &[Pin], en: usize, ko: usize) -> Vec<PinnedPart> {
    let solid = |side: &[usize]| {
        side.last()
            .zip(side.first())
            .is_some_and(|(last, first)| last - first + 1 == side.len())
    };
    let mut fences: Vec<(usize, usize)> = pins
        .iter()
        .filter(|(en, ko)| solid(en) && solid(ko))
        .map(|(en, ko)| (en[0], ko[0]))
        .collect();
    fences.sort_unstable();
    let mut fences: Vec<(usize, usize)> = longest_increasing(fences.iter().map(|&(_, ko)| ko))
        .into_iter()
        .map(|at| fences[at])
        .collect();
    fences.push((en, ko));
    let (mut free_en, mut free_ko) = (vec![true; en], vec![true; ko]);
    for (en, ko) in pins {
        en.iter().for_each(|&at| free_en[at] = false);
        ko.iter().for_each(|&at| free_ko[at] = false);
    }
    let (mut from_en, mut from_ko) = (0, 0);
    fences
        .into_iter()
        .map(|(to_en, to_ko)| {
            let part = PinnedPart {
                en: (from_en..to_en).filter(|&at| free_en[at]).collect(),
                ko: (from_ko..to_ko).filter(|&at| free_ko[at]).collect(),
            };
            (from_en, from_ko) = (to_en, to_ko);
            part
        })
        .filter(|part| !part.en.is_empty() || !part.ko.is_empty())
        .collect()
}
