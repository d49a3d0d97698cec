//! File names as evidence: `guide.en.md` and `guide.ko.md`. They count only where they keep to what the texts say, as
//! two folders may be numbered without any regard to each other.

use super::judged::Judged;
use super::{Cues, How, PAIR, SURE};
use std::collections::HashMap;

/// What a name is worth, as logit.
const NAME: f64 = 2.0;
/// Of the pairs that the texts make sure, names that lead elsewhere are at most so many.
const MISLEADING: f64 = 0.2;

/// Lets the names that belong together count.
pub(super) fn take(judged: &mut [Judged], cues: &Cues) {
    if cues.is_empty() || !are_telling(judged, cues) {
        return;
    }
    for judged in judged.iter_mut() {
        if cues.contains(&(judged.candidate.en, judged.candidate.ko)) {
            let content = judged.probability();
            judged.verdict.add(NAME);
            judged.how = if content >= PAIR {
                How::Both
            } else {
                How::Name
            };
        }
    }
}

/// Whether what the texts make sure is hardly ever against the names.
fn are_telling(judged: &[Judged], cues: &Cues) -> bool {
    let by_en: HashMap<usize, usize> = cues.iter().copied().collect();
    let by_ko: HashMap<usize, usize> = cues.iter().map(|&(en, ko)| (ko, en)).collect();
    let (mut sure, mut against) = (0_usize, 0_usize);
    for judged in judged.iter().filter(|judged| judged.probability() >= SURE) {
        let (en, ko) = (judged.candidate.en, judged.candidate.ko);
        let (named_ko, named_en) = (by_en.get(&en), by_ko.get(&ko));
        if named_ko.is_some() || named_en.is_some() {
            sure += 1;
            against += usize::from(named_ko != Some(&ko));
        }
    }
    against as f64 <= MISLEADING * sure as f64
}
