//! Many documents of two languages to pairs: which belong together, how sure that is and why; which have no
//! counterpart, are versions of another, or hold several articles.
//!
//! Cosine over weighted features of both languages (`index`) finds a few candidates for each document, the aligner
//! says how much of each pair is translated (`share`), and a logistic model decides (`decision`); then the
//! likeliest pairs are taken one by one. Nothing depends on names or order of files.
//!
//! ```
//! use jjak_core::article::Lang;
//! use jjak_core::matching::{Cues, MatchingDocument, match_documents};
//! use jjak_core::evidence::lexicon::Lexicon;
//! use jjak_core::progress::Progress;
//! let en = [
//!     MatchingDocument::of_lines("Rates stay.\nThe central bank kept its key rate at 2.5 percent.\nExports rose 8.4 percent in October.\nThe governor will watch home prices.\nThe next meeting is on January 15."),
//!     MatchingDocument::of_lines("The ferry.\nA ferry with 31 passengers ran aground.\nNobody was hurt.\nThe coast guard sent two boats.\nThe captain is 61 years old."),
//! ];
//! let ko = [
//!     MatchingDocument::of_lines("여객선.\n승객 31명을 태운 여객선이 좌초했다.\n다친 사람은 없었다.\n해경은 배 두 척을 보냈다.\n선장은 61세다."),
//! ];
//! let found = match_documents(&en, &ko, &Cues::default(), Lexicon::shipped(), 2, &Progress::default()).unwrap();
//! assert_eq!((found.pairs[0].en, found.pairs[0].ko), (1, 0));
//! assert_eq!(found.alone[Lang::En], [0]);
//! ```

mod candidates;
mod decision;
mod document;
mod features;
mod identifiers;
mod index;
mod judged;
mod names;
mod parts;
mod rank;
mod reasons;
mod selection;
mod share;
mod versions;
mod workers;

pub use document::MatchingDocument;
pub use rank::rank;
pub use reasons::{MatchReason, MatchReasonKind};

use crate::article::{Lang, PerLang};
use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};
use candidates::{Candidate, candidates};
use features::{Extractor, Features};
use index::{Weights, nearest};
use judged::Judged;
use share::Share;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use versions::{Groups, Versions};

/// From here on a pair is sure; below it a person looks ...
pub const SURE: f64 = 0.9;
/// ... and below this it is no pair, but a guess ...
pub const PAIR: f64 = 0.5;
/// ... down to here.
pub const GUESS: f64 = 0.2;

/// Pairs whose file names differ only in their language, by English and Korean position.
pub type Cues = HashSet<(usize, usize)>;

/// An English and a Korean document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentPair {
    /// Position of the English document.
    pub en: usize,
    /// Position of the Korean one.
    pub ko: usize,
    /// The probability that they belong together.
    pub score: f64,
    /// How much more likely it is than the next best of either.
    pub margin: f64,
    /// The strongest of what both hold.
    pub reasons: Vec<MatchReason>,
    /// Of the English and the Korean sentences, how many have a counterpart, and how many there are.
    pub paired: [[usize; 2]; 2],
    /// Their titles name figures, and none is the same.
    pub other_title: bool,
    /// What speaks for it.
    pub how: How,
}

/// What speaks for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The names of the files; the texts alone would not do.
    Name,
    /// What the texts say.
    Content,
    /// Names and texts.
    Both,
}

/// A document that goes with a stretch of a longer one.
#[derive(Clone, Debug, PartialEq)]
pub struct PartPair {
    /// The document and the longer one.
    pub pair: DocumentPair,
    /// Which side is the longer one, and which of its sentences belong to the pair.
    pub whole: Lang,
    /// Positions of sentences of the longer one.
    pub sentences: Range<usize>,
}

/// A document of which another one of its side stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Same {
    /// The side of both.
    pub lang: Lang,
    /// The one that is stood for.
    pub document: usize,
    /// The one that stands for it.
    pub of: usize,
}

/// What belongs together. Every document is in at least one of the lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matching {
    /// Pairs of a score of [`PAIR`] or more, in English order. No document is in two of them.
    pub pairs: Vec<DocumentPair>,
    /// Documents of which one holds several of the others.
    pub parts: Vec<PartPair>,
    /// The likeliest counterparts of what is in no pair.
    pub guesses: Vec<DocumentPair>,
    /// Another version of a document that is in a pair.
    pub versions: Vec<Same>,
    /// Letter by letter the same sentences.
    pub duplicates: Vec<Same>,
    /// Without counterpart, English and Korean.
    pub alone: PerLang<Vec<usize>>,
}

/// Of the work, how much is done when features are found, and when candidates are.
const READ: f32 = 0.15;
const FOUND: f32 = 0.2;
/// A document that is so sure of its counterpart needs no other looked at, if so much of both is paired.
const SETTLED: f64 = 0.97;
const SETTLED_SHARE: f64 = 0.75;

/// Finds what belongs together, on so many threads; the result does not depend on how many.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn match_documents(
    en: &[MatchingDocument],
    ko: &[MatchingDocument],
    cues: &Cues,
    lexicon: &Lexicon,
    threads: usize,
    progress: &Progress,
) -> Result<Matching, Cancelled> {
    let duplicates = PerLang([duplicates(en), duplicates(ko)]);
    let collection = Collection::read(PerLang([en, ko]), &duplicates, lexicon, threads, progress)?;
    let groups = Groups {
        en: Versions::of(en, &collection.features[Lang::En]),
        ko: Versions::of(ko, &collection.features[Lang::Ko]),
    };
    let judged = collection.judge(&groups, cues, progress)?;
    let mut matching = selection::select(&collection, &groups, judged)?;
    for (lang, same) in Lang::BOTH.into_iter().zip(duplicates.0) {
        let duplicates = same
            .into_iter()
            .map(|(document, of)| Same { lang, document, of });
        matching.duplicates.extend(duplicates);
    }
    progress.at(1.0)?;
    Ok(matching)
}

/// Documents that say the same as an earlier one, with that one.
fn duplicates(documents: &[MatchingDocument]) -> Vec<(usize, usize)> {
    let mut first = HashMap::new();
    let mut found = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        let of = *first.entry(document.content()).or_insert(at);
        let is_same = documents
            .get(of)
            .is_some_and(|of| of.sentences == document.sentences);
        if of != at && is_same {
            found.push((at, of));
        }
    }
    found
}

/// All documents with their features.
struct Collection<'a> {
    documents: PerLang<&'a [MatchingDocument]>,
    /// Those of duplicates are empty: the first one stands for all.
    features: PerLang<Vec<Features>>,
    weights: Weights,
    sentence_weights: PerLang<Vec<Vec<f32>>>,
    lexicon: &'a Lexicon,
    threads: usize,
}

impl<'a> Collection<'a> {
    fn read(
        documents: PerLang<&'a [MatchingDocument]>,
        duplicates: &PerLang<Vec<(usize, usize)>>,
        lexicon: &'a Lexicon,
        threads: usize,
        progress: &Progress,
    ) -> Result<Collection<'a>, Cancelled> {
        let count: usize = documents.iter().map(|side| side.len()).sum();
        let features = |lang: Lang| {
            let (side, before) = match lang {
                Lang::En => (documents[Lang::En], 0),
                Lang::Ko => (documents[Lang::Ko], documents[Lang::En].len()),
            };
            let mut features = workers::map(
                side,
                threads,
                || Extractor::of(lexicon),
                |extractor, document| Ok(extractor.features(document, lang)),
                |at| progress.at(READ * (before + at) as f32 / count.max(1) as f32),
            )?;
            for &(document, _) in &duplicates[lang] {
                if let Some(features) = features.get_mut(document) {
                    *features = Features::default();
                }
            }
            Ok(features)
        };
        let features = PerLang([features(Lang::En)?, features(Lang::Ko)?]);
        Ok(Collection {
            weights: Weights::of(&features[Lang::En], &features[Lang::Ko]),
            sentence_weights: PerLang(documents.0.map(share::weights)),
            documents,
            features,
            lexicon,
            threads,
        })
    }

    /// The candidates, each with how likely it is.
    fn judge(
        &self,
        groups: &Groups,
        cues: &Cues,
        progress: &Progress,
    ) -> Result<Vec<Judged>, Cancelled> {
        let vectors = self.features.each_ref().map(|side| {
            side.iter()
                .map(|features| self.weights.vector(features))
                .collect::<Vec<_>>()
        });
        let [en, ko] = &vectors;
        let neighbours = nearest(en, ko, |at| {
            progress.at(READ + (FOUND - READ) * at as f32 / en.len().max(1) as f32)
        })?;
        let mut found = candidates(&neighbours, groups);
        self.add_cued(&mut found, cues, &vectors);
        let is_cued = |candidate: &Candidate| cues.contains(&(candidate.en, candidate.ko));
        // Those that are likeliest first: where one is beyond doubt, the others need no look.
        let (first, others): (Vec<Candidate>, Vec<Candidate>) = found
            .into_iter()
            .partition(|candidate| candidate.is_mutual || is_cued(candidate));
        let all = (first.len() + others.len()).max(1) as f32;
        let look = |candidates: &[Candidate], done: usize| {
            workers::map(
                candidates,
                self.threads,
                || (),
                |(), candidate| self.looked_at(*candidate),
                |at| progress.at(FOUND + (1.0 - FOUND) * (done + at) as f32 / all),
            )
        };
        let mut judged = look(&first, 0)?;
        let mut settled = self.documents.0.map(|side| vec![false; side.len()]);
        let [settled_en, settled_ko] = &mut settled;
        for judged in judged.iter().filter(|judged| is_settled(judged)) {
            let Candidate { en, ko, .. } = judged.candidate;
            for flag in [settled_en.get_mut(en), settled_ko.get_mut(ko)]
                .into_iter()
                .flatten()
            {
                *flag = true;
            }
        }
        let is_open = |candidate: &Candidate| {
            let is = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or_default();
            !is(settled_en, candidate.en) && !is(settled_ko, candidate.ko)
        };
        let open: Vec<Candidate> = others.into_iter().filter(is_open).collect();
        judged.extend(look(&open, first.len())?);
        names::take(&mut judged, cues);
        Ok(judged)
    }

    /// What names say belongs together is looked at, however far apart the texts are.
    fn add_cued(
        &self,
        found: &mut Vec<Candidate>,
        cues: &Cues,
        vectors: &[Vec<Vec<(u32, f32)>>; 2],
    ) {
        let known: std::collections::HashSet<(usize, usize)> = found
            .iter()
            .map(|candidate| (candidate.en, candidate.ko))
            .collect();
        let [en, ko] = vectors;
        let mut cued: Vec<(usize, usize)> = cues
            .iter()
            .copied()
            .filter(|key| !known.contains(key))
            .collect();
        cued.sort_unstable();
        for key in cued {
            let (Some(a), Some(b)) = (en.get(key.0), ko.get(key.1)) else {
                continue;
            };
            let b: HashMap<u32, f32> = b.iter().copied().collect();
            let products = a.iter().filter_map(|(number, x)| Some(x * b.get(number)?));
            let cosine = f64::from(products.sum::<f32>());
            found.push(Candidate {
                en: key.0,
                ko: key.1,
                cosine,
                gap: cosine.min(0.0),
                is_mutual: false,
            });
        }
    }

    /// A candidate with what the aligner and the model say of it.
    fn looked_at(&self, candidate: Candidate) -> Result<Judged, Cancelled> {
        let en = self.documents[Lang::En].get(candidate.en);
        let ko = self.documents[Lang::Ko].get(candidate.ko);
        let (Some(en), Some(ko)) = (en, ko) else {
            return Err(Cancelled);
        };
        let share = self.share([candidate.en, candidate.ko])?;
        let (features_en, features_ko) = (&self.features[Lang::En], &self.features[Lang::Ko]);
        let none = Features::default();
        let features = [
            features_en.get(candidate.en).unwrap_or(&none),
            features_ko.get(candidate.ko).unwrap_or(&none),
        ];
        let sentences = [en.sentences.len(), ko.sentences.len()];
        let verdict = decision::judge(&candidate, &share, features, sentences, &self.weights);
        let [en, ko] = features;
        Ok(Judged {
            candidate,
            verdict,
            agreement: decision::agreement(&en.figures, &ko.figures, &self.weights),
            how: How::Content,
            share: Some(share),
        })
    }

    /// What the aligner says of a pair of documents.
    fn share(&self, [en, ko]: [usize; 2]) -> Result<Share, Cancelled> {
        let none = MatchingDocument::default();
        let documents = [
            self.documents[Lang::En].get(en).unwrap_or(&none),
            self.documents[Lang::Ko].get(ko).unwrap_or(&none),
        ];
        let weights = |side: &'_ [Vec<f32>], at: usize| side.get(at).cloned().unwrap_or_default();
        let [weights_en, weights_ko] = &self.sentence_weights.0;
        let (a, b) = (weights(weights_en, en), weights(weights_ko, ko));
        Share::of(documents, [&a, &b], self.lexicon, &Progress::default())
    }
}

/// How much of the weight of two documents the aligner pairs, 0 to 1: of those that translate each other at least .7.
///
/// # Errors
/// [`Cancelled`], when `progress` was told to stop.
pub fn shared(
    en: &MatchingDocument,
    ko: &MatchingDocument,
    lexicon: &Lexicon,
    progress: &Progress,
) -> Result<f64, Cancelled> {
    let [a, b] = [en, ko].map(|document| share::weights(std::slice::from_ref(document)).concat());
    Ok(Share::of([en, ko], [&a, &b], lexicon, progress)?.both())
}

/// Whether there is no doubt left.
fn is_settled(judged: &Judged) -> bool {
    let share = judged.share.as_ref();
    let shares = share.is_some_and(|share| share.en.min(share.ko) >= SETTLED_SHARE);
    judged.probability() >= SETTLED && shares
}
