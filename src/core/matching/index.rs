//! Which texts of the other side speak of the same: cosine of weighted features, by an inverted index.

use super::features::Features;
use crate::evidence::tokens::{Key, KeyMap};
use crate::progress::Cancelled;

/// As many of the other side are kept of each document.
pub(super) const KEPT: usize = 10;
/// A feature in more documents of a side than this tells nothing ...
const COMMON: f64 = 0.1;
/// ... unless the collection is small.
const COMMON_AT_LEAST: f64 = 20.0;

/// A document of the other side and the cosine to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Near {
    pub other: usize,
    pub cosine: f64,
}

/// The nearest of each document, best first; ties by position.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    pub en: Vec<Vec<Near>>,
    pub ko: Vec<Vec<Near>>,
}

/// What features weigh in this collection.
#[derive(Debug)]
pub(super) struct Weights {
    /// Of each that both sides hold, and that is not too common: its number and its weight.
    features: KeyMap<(u32, f32)>,
    /// In how many documents of each side a feature is.
    documents: KeyMap<[u32; 2]>,
    sizes: [usize; 2],
}

impl Weights {
    pub(super) fn of(en: &[Features], ko: &[Features]) -> Weights {
        let mut documents: KeyMap<[u32; 2]> = KeyMap::default();
        for (side, all) in [en, ko].into_iter().enumerate() {
            for (key, _) in all.iter().flat_map(|features| &features.counts) {
                if let Some(count) = documents.entry(*key).or_default().get_mut(side) {
                    *count += 1;
                }
            }
        }
        let sizes = [en.len(), ko.len()];
        let common = sizes.map(|size| (COMMON * size as f64).max(COMMON_AT_LEAST));
        let mut known: Vec<(Key, f32)> = documents
            .iter()
            .filter(|(_, counts)| {
                let of = counts.iter().zip(common);
                of.clone()
                    .all(|(&count, most)| count > 0 && f64::from(count) <= most)
            })
            .map(|(&key, counts)| {
                let rarity = counts
                    .iter()
                    .zip(sizes)
                    .map(|(&count, size)| (1.0 + size as f64 / f64::from(count)).ln());
                (key, rarity.product::<f64>().sqrt() as f32)
            })
            .collect();
        known.sort_unstable_by_key(|&(key, _)| key);
        let numbered = known.into_iter().enumerate();
        Weights {
            features: numbered
                .map(|(number, (key, weight))| (key, (number as u32, weight)))
                .collect(),
            documents,
            sizes,
        }
    }

    /// The unit vector of a document: feature numbers and values.
    pub(super) fn vector(&self, features: &Features) -> Vec<(u32, f32)> {
        let mut vector: Vec<(u32, f32)> = features
            .counts
            .iter()
            .filter_map(|&(key, count)| {
                let &(number, weight) = self.features.get(&key)?;
                Some((number, damped(count) * weight))
            })
            .collect();
        let length = vector
            .iter()
            .map(|&(_, x)| f64::from(x).powi(2))
            .sum::<f64>()
            .sqrt();
        if length > 0.0 {
            vector
                .iter_mut()
                .for_each(|(_, x)| *x = (f64::from(*x) / length) as f32);
        }
        vector
    }

    /// What each feature that both documents hold adds to their cosine.
    pub(super) fn shared(&self, en: &Features, ko: &Features) -> Vec<(Key, f32)> {
        let number = |key: &Key| self.features.get(key).map(|&(number, _)| number);
        let korean: std::collections::HashMap<u32, f32> = self.vector(ko).into_iter().collect();
        let english: std::collections::HashMap<u32, f32> = self.vector(en).into_iter().collect();
        let keys = en.counts.iter().map(|&(key, _)| key);
        keys.filter_map(|key| {
            let number = number(&key)?;
            Some((key, english.get(&number)? * korean.get(&number)?))
        })
        .collect()
    }

    /// What sharing a figure tells: the squared information of its being in so few documents.
    pub(super) fn information(&self, figure: Key) -> f64 {
        let [en, ko] = self.documents.get(&figure).copied().unwrap_or_default();
        let found = f64::from(en + ko).max(1.0);
        let [all_en, all_ko] = self.sizes;
        (1.0 + (all_en + all_ko) as f64 / found).ln().powi(2)
    }
}

/// One mention counts in full, further ones less and less.
fn damped(count: f32) -> f32 {
    if count >= 1.0 {
        1.0 + count.ln()
    } else {
        count
    }
}

/// The nearest of every document. `watch` is told after each English one.
pub(super) fn nearest(
    en: &[Vec<(u32, f32)>],
    ko: &[Vec<(u32, f32)>],
    mut watch: impl FnMut(usize) -> Result<(), Cancelled>,
) -> Result<Neighbours, Cancelled> {
    let features = ko
        .iter()
        .flatten()
        .map(|&(number, _)| number as usize + 1)
        .max();
    let mut postings: Vec<Vec<(u32, f32)>> = vec![Vec::new(); features.unwrap_or_default()];
    for (document, vector) in ko.iter().enumerate() {
        for &(number, x) in vector {
            if let Some(list) = postings.get_mut(number as usize) {
                list.push((document as u32, x));
            }
        }
    }
    let mut neighbours = Neighbours {
        en: Vec::with_capacity(en.len()),
        ko: vec![Vec::new(); ko.len()],
    };
    let mut sums = vec![0.0_f32; ko.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (document, vector) in en.iter().enumerate() {
        watch(document)?;
        for &(number, x) in vector {
            for &(other, y) in postings.get(number as usize).into_iter().flatten() {
                if let Some(sum) = sums.get_mut(other as usize) {
                    if *sum == 0.0 {
                        touched.push(other as usize);
                    }
                    *sum += x * y;
                }
            }
        }
        let mut near: Vec<Near> = Vec::with_capacity(touched.len());
        for other in touched.drain(..) {
            let cosine = sums.get_mut(other).map_or(0.0, std::mem::take);
            let cosine = f64::from(cosine);
            near.push(Near { other, cosine });
            if let Some(list) = neighbours.ko.get_mut(other) {
                list.push(Near {
                    other: document,
                    cosine,
                });
                if list.len() >= 4 * KEPT {
                    keep_best(list);
                }
            }
        }
        keep_best(&mut near);
        neighbours.en.push(near);
    }
    neighbours.ko.iter_mut().for_each(keep_best);
    Ok(neighbours)
}

fn keep_best(list: &mut Vec<Near>) {
    list.sort_by(|a, b| b.cosine.total_cmp(&a.cosine).then(a.other.cmp(&b.other)));
    list.truncate(KEPT);
}
