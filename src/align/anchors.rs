//! Pairs of sentences that are each other's best match by far: the fixed points of a long text.

use super::solve::Sentences;
use super::watch::Watch;
use crate::bitext::longest_increasing;
use crate::evidence::tokens::{Class, Key, KeyMap};
use crate::progress::Cancelled;

/// How much better than the second the best match must be, on both sides.
const MARGIN: f32 = 1.5;
/// Anchors on either side that an anchor must agree with, and by how many sentences it may differ from them.
const NEIGHBOURS: usize = 4;
const DRIFT: isize = 8;
/// Concepts in more sentences than this tell nothing: at least, by the root of all sentences, and at most.
const COMMON: (f64, f64, f64) = (20.0, 3.0, 300.0);

/// Anchors in the order of both texts, as English and Korean positions.
pub fn anchors(sentences: &Sentences, watch: &Watch) -> Result<Vec<(usize, usize)>, Cancelled> {
    let concepts = Concepts::of(sentences, watch)?;
    let mut candidates = Vec::new();
    let (best_en, best_ko) = concepts.best(sentences, watch)?;
    for (i, match_of_en) in best_en.iter().enumerate() {
        if let Some(j) = match_of_en.clear()
            && best_ko[j].clear() == Some(i)
        {
            candidates.push((i, j));
        }
    }
    let chain: Vec<(usize, usize)> = longest_increasing(candidates.iter().map(|&(_, j)| j))
        .into_iter()
        .map(|at| candidates[at])
        .collect();
    Ok(steady(&chain))
}

/// The anchors that lie where their neighbours would have them.
fn steady(chain: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let offset = |&(i, j): &(usize, usize)| j as isize - i as isize;
    (0..chain.len())
        .filter(|&at| {
            let from = at.saturating_sub(NEIGHBOURS);
            let to = (at + NEIGHBOURS + 1).min(chain.len());
            let mut near: Vec<isize> = (from..to)
                .filter(|&other| other != at)
                .map(|other| offset(&chain[other]))
                .collect();
            near.sort_unstable();
            near.get(near.len() / 2)
                .is_some_and(|median| (offset(&chain[at]) - median).abs() <= DRIFT)
        })
        .map(|at| chain[at])
        .collect()
}

/// The best and the second best match of a sentence.
#[derive(Clone, Copy, Default)]
struct Best {
    at: usize,
    score: f32,
    second: f32,
}

impl Best {
    fn see(&mut self, at: usize, score: f32) {
        if score > self.score {
            *self = Best {
                at,
                score,
                second: self.score,
            };
        } else {
            self.second = self.second.max(score);
        }
    }

    /// The best match, if it is clearly the best.
    fn clear(&self) -> Option<usize> {
        (self.score > 0.0 && self.score >= MARGIN * self.second).then_some(self.at)
    }
}

/// What sentences of both sides speak of: lemmas, numbers, Latin words. For every concept of both sides its weight
/// and the Korean sentences; for every English sentence its concepts.
struct Concepts {
    weights: Vec<f32>,
    korean: Vec<Vec<u32>>,
    english: Vec<Vec<u32>>,
}

impl Concepts {
    fn of(sentences: &Sentences, watch: &Watch) -> Result<Concepts, Cancelled> {
        let mut numbers: KeyMap<u32> = KeyMap::default();
        let mut korean: Vec<Vec<u32>> = Vec::new();
        let mut keys: Vec<Key> = Vec::new();
        for (j, sentence) in sentences.ko.iter().enumerate() {
            if j % 64 == 0 {
                watch.check()?;
            }
            for token in &sentence.tokens {
                match token.class {
                    Class::Word => keys.extend(
                        sentences
                            .analyses
                            .of(token.surface)
                            .iter()
                            .map(|&(lemma, _)| lemma),
                    ),
                    Class::Mark => {}
                    _ => keys.push(token.key),
                }
            }
            keys.sort_unstable();
            keys.dedup();
            for key in keys.drain(..) {
                let number = *numbers.entry(key).or_insert_with(|| {
                    korean.push(Vec::new());
                    korean.len() as u32 - 1
                });
                korean[number as usize].push(j as u32);
            }
        }
        let mut counts = vec![0_u32; korean.len()];
        let mut english = Vec::with_capacity(sentences.en.len());
        for (i, sentence) in sentences.en.iter().enumerate() {
            if i % 64 == 0 {
                watch.check()?;
            }
            let mut concepts: Vec<u32> = Vec::new();
            for token in sentence
                .tokens
                .iter()
                .filter(|token| token.class != Class::Mark)
            {
                concepts.extend(numbers.get(&token.key));
                let entries = sentences.lexicon.entries(token.key);
                concepts.extend(
                    entries
                        .iter()
                        .flat_map(|entry| entry.lemmas())
                        .filter_map(|lemma| numbers.get(&lemma)),
                );
            }
            concepts.sort_unstable();
            concepts.dedup();
            concepts
                .iter()
                .for_each(|&concept| counts[concept as usize] += 1);
            english.push(concepts);
        }
        let (n, m) = (sentences.en.len() as f64, sentences.ko.len() as f64);
        let (least, root, most) = COMMON;
        let common = (root * n.sqrt()).clamp(least, most);
        let weights = counts
            .iter()
            .zip(&korean)
            .map(|(&en, ko)| {
                let (en, ko) = (f64::from(en), ko.len() as f64);
                if en == 0.0 || en > common || ko > common {
                    0.0
                } else {
                    ((1.0 + n / en).ln() * (1.0 + m / ko).ln()) as f32
                }
            })
            .collect();
        Ok(Concepts {
            weights,
            korean,
            english,
        })
    }

    /// The best matches of the English and of the Korean sentences.
    fn best(
        &self,
        sentences: &Sentences,
        watch: &Watch,
    ) -> Result<(Vec<Best>, Vec<Best>), Cancelled> {
        let size = |tokens: usize| (tokens as f32 + 2.0).sqrt();
        let mut best_en = vec![Best::default(); sentences.en.len()];
        let mut best_ko = vec![Best::default(); sentences.ko.len()];
        let mut shared = vec![0.0; sentences.ko.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (i, concepts) in self.english.iter().enumerate() {
            if i % 16 == 0 {
                watch.check()?;
            }
            for &concept in concepts {
                let weight = self.weights[concept as usize];
                if weight == 0.0 {
                    continue;
                }
                for &j in &self.korean[concept as usize] {
                    if shared[j as usize] == 0.0 {
                        touched.push(j);
                    }
                    shared[j as usize] += weight;
                }
            }
            let en_size = size(sentences.en[i].tokens.len());
            for j in touched.drain(..).map(|j| j as usize) {
                let score =
                    std::mem::take(&mut shared[j]) / (en_size * size(sentences.ko[j].tokens.len()));
                best_en[i].see(j, score);
                best_ko[j].see(i, score);
            }
        }
        Ok((best_en, best_ko))
    }
}
