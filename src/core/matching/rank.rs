//! The likeliest counterparts of one document, whatever the others are paired with.

use super::candidates::{Candidate, candidates};
use super::index::nearest;
use super::judged::{ByDocument, Judged};
use super::versions::{Groups, Versions};
use super::{Collection, DocumentPair, MatchingDocument, selection, workers};
use crate::article::{Lang, PerLang};
use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};

/// As many are looked at.
const RANKED: usize = 9;
/// Of the work, how much is done when the nearest are found.
const FOUND: f32 = 0.5;

/// The counterparts of the document of `lang` at `at`, the likeliest first, at most nine.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn rank(
    en: &[MatchingDocument],
    ko: &[MatchingDocument],
    (lang, at): (Lang, usize),
    lexicon: &Lexicon,
    threads: usize,
    progress: &Progress,
) -> Result<Vec<DocumentPair>, Cancelled> {
    let reading = progress.within(0.0..FOUND);
    let none = PerLang::default();
    let collection = Collection::read(PerLang([en, ko]), &none, lexicon, threads, &reading)?;
    let groups = Groups {
        en: Versions::of(en, &collection.features[Lang::En]),
        ko: Versions::of(ko, &collection.features[Lang::Ko]),
    };
    let vectors = collection.features.each_ref().map(|side| {
        let vectors = side
            .iter()
            .map(|features| collection.weights.vector(features));
        vectors.collect::<Vec<_>>()
    });
    let [english, korean] = &vectors;
    let neighbours = nearest(english, korean, |_| progress.at(FOUND))?;
    let found = candidates(&neighbours, &groups);
    let near = match lang {
        Lang::En => neighbours.en.get(at),
        Lang::Ko => neighbours.ko.get(at),
    };
    let near = near.map_or(&[] as &[_], Vec::as_slice);
    let best = near.first().map_or(0.0, |near| near.cosine);
    let wanted: Vec<Candidate> = near
        .iter()
        .take(RANKED)
        .map(|near| {
            let (en, ko) = match lang {
                Lang::En => (at, near.other),
                Lang::Ko => (near.other, at),
            };
            let known = found
                .iter()
                .find(|candidate| (candidate.en, candidate.ko) == (en, ko));
            known.copied().unwrap_or(Candidate {
                en,
                ko,
                cosine: near.cosine,
                gap: near.cosine - best,
                is_mutual: false,
            })
        })
        .collect();
    let judged: Vec<Judged> = workers::map(
        &wanted,
        threads,
        || (),
        |(), candidate| collection.looked_at(*candidate),
        |done| progress.at(FOUND + (1.0 - FOUND) * done as f32 / wanted.len().max(1) as f32),
    )?;
    let by = ByDocument::of(&judged, [en.len(), ko.len()]);
    let mut order: Vec<&Judged> = judged.iter().collect();
    order.sort_by(|a, b| {
        let likelier = b.probability().total_cmp(&a.probability());
        likelier.then(b.candidate.cosine.total_cmp(&a.candidate.cosine))
    });
    let pairs = order
        .into_iter()
        .map(|one| selection::pair(&collection, one, &judged, &by));
    let pairs = pairs.collect();
    progress.at(1.0)?;
    Ok(pairs)
}
