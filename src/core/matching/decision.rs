//! How likely a pair of documents belongs together: a logistic model of what was found, and what overrules it.

use super::candidates::Candidate;
use super::features::Features;
use super::index::Weights;
use super::share::Share;
use crate::evidence::tokens::Key;

/// Fitted on pages of technical documentation and news with strangers, siblings and older versions among them.
const SHARE: f64 = 0.61;
const GAP: f64 = 12.0;
const FIGURES: f64 = 0.9;
const HEAD_FIGURES: f64 = 3.0;
const CONSTANT: f64 = -4.5;
/// What two texts without any figure have in common, so that one figure more or less is no verdict.
const FIGURES_BEFORE: f64 = 10.0;
/// Shares beyond these say no more.
const SHARES: [f64; 2] = [0.01, 0.99];
/// Texts of as many sentences that belong together have at least so much paired.
const TEXT: usize = 5;
const LEAST_SHARE: f64 = 0.15;
/// Pages on one subject have up to a third paired by their common words; of those that belong together hardly one has less
/// than half. Below this a person looks, unless more than the content speaks for the pair: in a small folder nothing else
/// tells a stranger from a counterpart, as every word is rare there.
const USUAL_SHARE: f64 = 0.4;
const MOST_UNUSUAL: f64 = 0.45;
/// What is paired of shorter ones counts from here.
const SHORT_SHARE: f64 = 0.3;
/// Nobody is surer of short texts.
const MOST_SHORT: f64 = 0.7;
/// Nor of texts whose titles name other figures: a person looks.
const MOST_OTHER_TITLE: f64 = 0.45;
/// What speaks for a pair, and how likely it is one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Verdict {
    pub probability: f64,
    /// The titles name figures, and none of them are the same.
    pub other_title: bool,
    logit: f64,
    /// Nothing makes it likelier than this.
    most: f64,
    /// Nor does the content alone than this.
    most_by_content: f64,
}

impl Verdict {
    fn of(logit: f64, most: f64, most_by_content: f64, other_title: bool) -> Verdict {
        let mut verdict = Verdict {
            probability: 0.0,
            other_title,
            logit,
            most,
            most_by_content,
        };
        verdict.weigh();
        verdict
    }

    /// Takes what else speaks for the pair than its content.
    pub(super) fn add(&mut self, cue: f64) {
        self.logit += cue;
        self.most_by_content = 1.0;
        self.weigh();
    }

    fn weigh(&mut self) {
        let most = self.most.min(self.most_by_content);
        self.probability = (1.0 / (1.0 + (-self.logit).exp())).min(most);
    }
}

/// Judges a candidate.
pub(super) fn judge(
    candidate: &Candidate,
    share: &Share,
    [en, ko]: [&Features; 2],
    sentences: [usize; 2],
    weights: &Weights,
) -> Verdict {
    let is_short = sentences.iter().any(|&count| count < TEXT);
    let both = share.both();
    let are_apart = |en: &[Key], ko: &[Key]| {
        !en.is_empty() && !ko.is_empty() && common(en, ko).next().is_none()
    };
    let other_title = are_apart(&en.title, &ko.title) || are_apart(&en.versions, &ko.versions);
    let share = if is_short && both <= SHORT_SHARE {
        0.0
    } else {
        let clipped = both.clamp(SHARES[0], SHARES[1]);
        SHARE * (clipped / (1.0 - clipped)).ln()
    };
    let logit = share
        + GAP * candidate.gap
        + FIGURES * agreement(&en.figures, &ko.figures, weights)
        + HEAD_FIGURES * agreement(&en.head, &ko.head, weights)
        + CONSTANT;
    let most = match is_short {
        false if both < LEAST_SHARE => 0.0,
        true => MOST_SHORT,
        false => 1.0,
    };
    let most = if other_title {
        most.min(MOST_OTHER_TITLE)
    } else {
        most
    };
    let most_by_content = if !is_short && both < USUAL_SHARE {
        MOST_UNUSUAL
    } else {
        1.0
    };
    Verdict::of(logit, most, most_by_content, other_title)
}

/// How much of the figures of two texts is in both, by what each tells: near 1 if all are.
pub(super) fn agreement(en: &[Key], ko: &[Key], weights: &Weights) -> f64 {
    let sum = |figures: &[Key]| {
        figures
            .iter()
            .map(|&figure| weights.information(figure))
            .sum::<f64>()
    };
    let shared: f64 = common(en, ko)
        .map(|figure| weights.information(figure))
        .sum();
    let before = 2.0 * FIGURES_BEFORE;
    (2.0 * shared + before) / (sum(en) + sum(ko) + before)
}

/// What is in both of two sorted lists.
pub(super) fn common<'a>(a: &'a [Key], b: &'a [Key]) -> impl Iterator<Item = Key> + 'a {
    a.iter().filter(|key| b.binary_search(key).is_ok()).copied()
}
