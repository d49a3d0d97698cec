//! Which pairs of documents are worth a closer look, and how much nearer they are than others.

use super::index::{KEPT, Near, Neighbours};
use super::versions::Groups;

/// As many are taken from the side of each document.
const BEST: usize = 5;
/// Texts of one subject are hardly ever further apart ...
const LEAST: f64 = 0.05;
/// ... nor so much further than the best.
const LEAST_OF_BEST: f64 = 0.3;

/// A pair of documents that may belong together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub en: usize,
    pub ko: usize,
    pub cosine: f64,
    /// How much nearer they are than either is to any other document that is no version of its partner.
    pub gap: f64,
    /// Neither has a nearer one.
    pub is_mutual: bool,
}

/// The candidates of a collection, in order of the documents.
pub(super) fn candidates(neighbours: &Neighbours, groups: &Groups) -> Vec<Candidate> {
    let reach = |lists: &[Vec<Near>]| -> Vec<f64> {
        let mean = |list: &Vec<Near>| list.iter().map(|n| n.cosine).sum::<f64>() / KEPT as f64;
        lists.iter().map(mean).collect()
    };
    let (reach_en, reach_ko) = (reach(&neighbours.en), reach(&neighbours.ko));
    let of = |values: &[f64], at: usize| values.get(at).copied().unwrap_or_default();
    // A hub is near to everything.
    let rank =
        |en: usize, ko: usize, cosine: f64| cosine - (of(&reach_en, en) + of(&reach_ko, ko)) / 2.0;
    let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
    for (lists, is_en) in [(&neighbours.en, true), (&neighbours.ko, false)] {
        for (document, list) in lists.iter().enumerate() {
            let pair = |near: &Near| {
                if is_en {
                    (document, near.other, near.cosine)
                } else {
                    (near.other, document, near.cosine)
                }
            };
            let mut ranked: Vec<(usize, usize, f64)> = list.iter().map(pair).collect();
            ranked.sort_by(|a, b| rank(b.0, b.1, b.2).total_cmp(&rank(a.0, a.1, a.2)));
            pairs.extend(ranked.into_iter().take(BEST));
        }
    }
    pairs.sort_by_key(|pair| (pair.0, pair.1));
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    let best = |lists: &[Vec<Near>], at: usize| {
        lists
            .get(at)
            .and_then(|list| list.first())
            .map_or(0.0, |near| near.cosine)
    };
    let candidate = |(en, ko, cosine): (usize, usize, f64)| {
        let (best_en, best_ko) = (best(&neighbours.en, en), best(&neighbours.ko, ko));
        let is_near = cosine >= LEAST && cosine >= LEAST_OF_BEST * best_en.min(best_ko);
        is_near.then(|| {
            let rivals_en = rival(neighbours.en.get(en), |other| groups.ko.are_one(other, ko));
            let rivals_ko = rival(neighbours.ko.get(ko), |other| groups.en.are_one(other, en));
            Candidate {
                en,
                ko,
                cosine,
                gap: cosine - rivals_en.max(rivals_ko).max(LEAST),
                is_mutual: cosine >= best_en && cosine >= best_ko,
            }
        })
    };
    pairs.into_iter().filter_map(candidate).collect()
}

/// The best of those that are not the same document.
fn rival(list: Option<&Vec<Near>>, is_same: impl Fn(usize) -> bool) -> f64 {
    let list = list.into_iter().flatten();
    list.filter(|near| !is_same(near.other))
        .map(|near| near.cosine)
        .fold(0.0, f64::max)
}
