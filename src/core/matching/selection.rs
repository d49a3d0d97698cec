//! From likelihoods to a verdict for every document: parts first, then the likeliest pairs one by one, then versions,
//! guesses and what is left.

use super::judged::{ByDocument, Judged};
use super::parts::stretches;
use super::reasons::reasons;
use super::versions::{Groups, Versions};
use super::{Collection, DocumentPair, GUESS, Matching, PAIR, PartPair, Same};
use crate::article::Lang;
use crate::progress::Cancelled;
use std::collections::HashSet;

/// A sentence counts as paired from this confidence on.
const PAIRED: f32 = 0.5;

/// Which documents are spoken for.
struct Taken {
    en: HashSet<usize>,
    ko: HashSet<usize>,
}

impl Taken {
    fn side(&mut self, lang: Lang) -> &mut HashSet<usize> {
        match lang {
            Lang::En => &mut self.en,
            Lang::Ko => &mut self.ko,
        }
    }

    fn is_free(&self, en: usize, ko: usize) -> bool {
        !self.en.contains(&en) && !self.ko.contains(&ko)
    }

    fn take(&mut self, en: usize, ko: usize) {
        self.en.insert(en);
        self.ko.insert(ko);
    }
}

pub(super) fn select(
    collection: &Collection,
    groups: &Groups,
    judged: Vec<Judged>,
) -> Result<Matching, Cancelled> {
    let sizes = collection.documents.0.map(<[_]>::len);
    let by = ByDocument::of(&judged, sizes);
    let mut matching = Matching::default();
    let mut taken = Taken {
        en: HashSet::new(),
        ko: HashSet::new(),
    };
    take_parts(collection, &judged, &by, &mut matching, &mut taken);
    let mut order: Vec<usize> = (0..judged.len()).collect();
    order.sort_by(|&a, &b| match (judged.get(a), judged.get(b)) {
        (Some(x), Some(y)) => {
            let likelier = y.probability().total_cmp(&x.probability());
            let nearer = y.candidate.cosine.total_cmp(&x.candidate.cosine);
            likelier.then(nearer).then(a.cmp(&b))
        }
        _ => a.cmp(&b),
    });
    let mut chosen = Vec::new();
    for at in order {
        let Some(judged) = judged.get(at).filter(|judged| judged.probability() >= PAIR) else {
            continue;
        };
        let (en, ko) = (judged.candidate.en, judged.candidate.ko);
        if taken.is_free(en, ko) {
            taken.take(en, ko);
            chosen.push(judged.clone());
        }
    }
    chosen.sort_by_key(|judged| judged.candidate.en);
    for judged in &mut chosen {
        settle_version(collection, groups, judged, &mut matching, &mut taken)?;
    }
    for chosen in &chosen {
        matching.pairs.push(pair(collection, chosen, &judged, &by));
    }
    guess(collection, &judged, &by, &mut matching, &taken);
    Ok(matching)
}

/// Takes pages that hold several articles.
fn take_parts(
    collection: &Collection,
    judged: &[Judged],
    by: &ByDocument,
    matching: &mut Matching,
    taken: &mut Taken,
) {
    for whole in Lang::BOTH {
        let is_en = whole == Lang::En;
        let weights = &collection.sentence_weights[whole];
        for (document, weights) in weights.iter().enumerate() {
            let found = stretches(by.pairs(is_en, document), judged, is_en, weights);
            let free = found.into_iter().filter(|stretch| {
                judged.get(stretch.judged).is_some_and(|judged| {
                    let (en, ko) = (judged.candidate.en, judged.candidate.ko);
                    let other = if is_en { ko } else { en };
                    !taken.side(whole).contains(&document)
                        && !taken.side(whole.other()).contains(&other)
                })
            });
            let free: Vec<_> = free.collect();
            if free.len() < 2 {
                continue;
            }
            for stretch in free {
                let Some(one) = judged.get(stretch.judged) else {
                    continue;
                };
                taken.take(one.candidate.en, one.candidate.ko);
                let mut pair = pair(collection, one, judged, by);
                pair.score = stretch.score.max(PAIR);
                matching.parts.push(PartPair {
                    pair,
                    whole,
                    sentences: stretch.sentences,
                });
            }
        }
    }
}

/// Puts the version that was translated in the place of the one that was found, and names the others.
fn settle_version(
    collection: &Collection,
    groups: &Groups,
    judged: &mut Judged,
    matching: &mut Matching,
    taken: &mut Taken,
) -> Result<(), Cancelled> {
    for lang in Lang::BOTH {
        let versions = match lang {
            Lang::En => &groups.en,
            Lang::Ko => &groups.ko,
        };
        let mut kept = of(judged, lang);
        let others = free_versions(collection, versions, kept, lang, taken);
        for &other in &others {
            if is_nearer(collection, judged, lang, kept, other)? {
                kept = other;
            }
        }
        let found = of(judged, lang);
        if kept != found {
            let mut candidate = judged.candidate;
            match lang {
                Lang::En => candidate.en = kept,
                Lang::Ko => candidate.ko = kept,
            }
            judged.share = Some(collection.share([candidate.en, candidate.ko])?);
            judged.candidate = candidate;
        }
        let all = others.into_iter().chain([found]);
        for document in all.filter(|&document| document != kept) {
            matching.versions.push(Same {
                lang,
                document,
                of: kept,
            });
            taken.side(lang).insert(document);
        }
        taken.side(lang).insert(kept);
    }
    Ok(())
}

fn of(judged: &Judged, lang: Lang) -> usize {
    match lang {
        Lang::En => judged.candidate.en,
        Lang::Ko => judged.candidate.ko,
    }
}

fn free_versions(
    collection: &Collection,
    versions: &Versions,
    of: usize,
    lang: Lang,
    taken: &mut Taken,
) -> Vec<usize> {
    let side = &collection.features[lang];
    let documents = side.iter().enumerate();
    documents
        .filter(|&(document, features)| {
            document != of
                && versions.are_one(document, of)
                && !features.counts.is_empty()
                && !taken.side(lang).contains(&document)
        })
        .map(|(document, _)| document)
        .collect()
}

/// Whether `other` is rather the version that was translated than `kept`: more of what only it says has a counterpart.
/// If neither says more, the newer one is.
fn is_nearer(
    collection: &Collection,
    judged: &Judged,
    lang: Lang,
    kept: usize,
    other: usize,
) -> Result<bool, Cancelled> {
    let documents = collection.documents[lang];
    let (Some(one), Some(two)) = (documents.get(kept), documents.get(other)) else {
        return Ok(false);
    };
    let counterpart = of(judged, lang.other());
    let told = |document: usize, without: &super::MatchingDocument| -> Result<f64, Cancelled> {
        let share = match lang {
            Lang::En => collection.share([document, counterpart])?.paired_en,
            Lang::Ko => collection.share([counterpart, document])?.paired_ko,
        };
        let theirs: HashSet<&str> = without.texts().into_iter().collect();
        let Some(document) = documents.get(document) else {
            return Ok(0.0);
        };
        let own = document.sentences.iter().zip(share);
        let own = own.filter(|(sentence, _)| !theirs.contains(sentence.as_str()));
        Ok(own
            .map(|(sentence, sure)| {
                let weight = (sentence.chars().count().min(400) as f64 + 10.0).sqrt();
                weight * (2.0 * f64::from(sure) - 1.0)
            })
            .sum())
    };
    let (kept, other) = (told(kept, two)?, told(other, one)?);
    let is_newer = two.date > one.date;
    Ok(if (kept - other).abs() < f64::EPSILON {
        is_newer
    } else {
        other > kept
    })
}

/// A pair as it is told.
pub(super) fn pair(
    collection: &Collection,
    one: &Judged,
    judged: &[Judged],
    by: &ByDocument,
) -> DocumentPair {
    let (en, ko) = (one.candidate.en, one.candidate.ko);
    let others = by.pairs(true, en).iter().chain(by.pairs(false, ko));
    let runner_up = others
        .filter_map(|&at| judged.get(at))
        .filter(|other| (other.candidate.en, other.candidate.ko) != (en, ko))
        .map(Judged::probability)
        .fold(0.0, f64::max);
    let none = super::MatchingDocument::default();
    let documents = [
        collection.documents[Lang::En].get(en).unwrap_or(&none),
        collection.documents[Lang::Ko].get(ko).unwrap_or(&none),
    ];
    let nothing = super::Features::default();
    let features = [
        collection.features[Lang::En].get(en).unwrap_or(&nothing),
        collection.features[Lang::Ko].get(ko).unwrap_or(&nothing),
    ];
    let paired = [true, false].map(|is_en| {
        let paired = one.paired(is_en);
        let count = paired.iter().filter(|&&sure| sure >= PAIRED).count();
        [count, paired.len()]
    });
    DocumentPair {
        en,
        ko,
        score: one.probability(),
        margin: one.probability() - runner_up,
        reasons: reasons(documents, features, &collection.weights, collection.lexicon),
        paired,
        other_title: one.verdict.other_title,
        how: one.how,
    }
}

/// The likeliest counterpart of what is left, and what has none.
fn guess(
    collection: &Collection,
    judged: &[Judged],
    by: &ByDocument,
    matching: &mut Matching,
    taken: &Taken,
) {
    let mut guessed: HashSet<(usize, usize)> = HashSet::new();
    for lang in Lang::BOTH {
        let side = &collection.features[lang];
        for (document, features) in side.iter().enumerate() {
            let is_taken = match lang {
                Lang::En => taken.en.contains(&document),
                Lang::Ko => taken.ko.contains(&document),
            };
            let is_duplicate =
                features.counts.is_empty() && is_repeated(collection, lang, document);
            if is_taken || is_duplicate {
                continue;
            }
            let best = by.pairs(lang == Lang::En, document).first();
            let best = best.and_then(|&at| judged.get(at));
            match best.filter(|best| best.probability() >= GUESS) {
                Some(best) => {
                    if guessed.insert((best.candidate.en, best.candidate.ko)) {
                        let mut pair = pair(collection, best, judged, by);
                        // What is taken by another pair is no pair here, however alike.
                        pair.score = pair.score.min(PAIR - 0.01);
                        matching.guesses.push(pair);
                    }
                }
                None => matching.alone[lang].push(document),
            }
        }
    }
}

/// Whether an earlier document says the same.
fn is_repeated(collection: &Collection, lang: Lang, document: usize) -> bool {
    let documents = collection.documents[lang];
    let Some(own) = documents.get(document) else {
        return false;
    };
    let earlier = documents.iter().take(document);
    earlier
        .into_iter()
        .any(|other| other.sentences == own.sentences)
}
