//! The groups that are there often enough, and which English one is said in which Korean one.

use super::association::{at_least, dice, log_likelihood};
use super::{Candidate, Counts, english, head, korean};
use crate::evidence::lexicon::Lexicon;
use crate::evidence::{Evidence, EvidenceKind};
use std::collections::HashMap;
use std::ops::Range;

/// Korean groups that are kept for an English one; beyond that the rarest are forgotten.
const MOST_LINKS: usize = 192;

/// What is known of an English group.
#[derive(Debug, Default)]
struct English {
    words: usize,
    /// The first pair of each form, and how often it is there.
    forms: Vec<(String, u32)>,
    /// Where its first letter tells: how often, and how often it was a capital.
    within: u32,
    capital: u32,
    /// How many of its words the lexicon does not know, or knows as names.
    unknown: usize,
    links: HashMap<u64, Link>,
    /// The groups within it.
    parts: Vec<u64>,
}

/// An English and a Korean group in the same pairs.
#[derive(Clone, Copy, Debug, Default)]
struct Link {
    together: u32,
    /// Words of the English that the lexicon or their sound finds in the Korean, added up.
    supported: u32,
    is_name: u32,
    example: usize,
}

/// The groups that are there often enough, and what they stand with.
#[derive(Debug)]
pub struct Links {
    counts: Counts,
    at: usize,
    english: HashMap<u64, English>,
    korean: HashMap<u64, Korean>,
}

/// What is known of a Korean group.
#[derive(Debug, Default)]
struct Korean {
    forms: Vec<(String, u32)>,
    /// It has stood where its last letters are no particle.
    is_bare: bool,
}

impl Links {
    /// Of the groups that are there, nothing read yet.
    pub(super) fn of(counts: Counts) -> Links {
        Links {
            counts,
            at: 0,
            english: HashMap::new(),
            korean: HashMap::new(),
        }
    }

    /// Takes up a pair, one after the other as they were counted.
    pub fn add(&mut self, en: &str, ko: &str, lexicon: &Lexicon) {
        let at = self.at;
        self.at += 1;
        let (en, ko) = (head(en), head(ko));
        let mut korean = korean::groups(ko);
        korean.retain(|group| self.counts.ko.contains_key(&group.key));
        let mut english = english::groups(en);
        english.retain(|group| self.counts.en.contains_key(&group.key));
        if english.is_empty() || korean.is_empty() {
            return;
        }
        for group in &korean {
            let known = self.korean.entry(group.key).or_default();
            known.is_bare |= group.is_bare;
            note_form(&mut known.forms, &ko[group.span.clone()]);
        }
        let evidence = Evidence::of(&[en], &[ko], lexicon);
        let matches: Vec<(&Range<usize>, &Range<usize>, bool)> = evidence
            .matches
            .iter()
            .filter(|found| {
                matches!(
                    found.kind,
                    EvidenceKind::Name | EvidenceKind::Term | EvidenceKind::Copy
                )
            })
            .map(|found| {
                (
                    &found.en.span,
                    &found.ko.span,
                    found.kind == EvidenceKind::Name,
                )
            })
            .collect();
        let mut seen = Vec::with_capacity(english.len());
        for group in &english {
            let entry = self.english.entry(group.key).or_default();
            let text = &en[group.span.clone()];
            if entry.words == 0 {
                entry.words = group.words;
                let within = |other: &&english::Group| is_within(&other.span, &group.span);
                let parts = english.iter().filter(within);
                entry.parts = parts
                    .map(|part| part.key)
                    .filter(|&key| key != group.key)
                    .collect();
                let words = english.iter().filter(|part| part.words == 1).filter(within);
                let known = words.filter(|part| is_known(&en[part.span.clone()], lexicon));
                entry.unknown = group.words - known.count().min(group.words);
            }
            note_form(&mut entry.forms, text);
            if !group.is_first {
                entry.within += 1;
                entry.capital += u32::from(text.starts_with(char::is_uppercase));
            }
            if seen.contains(&group.key) {
                continue;
            }
            seen.push(group.key);
            let of_group: Vec<_> = matches
                .iter()
                .filter(|(en, ..)| is_within(en, &group.span))
                .collect();
            for (place, other) in korean.iter().enumerate() {
                if korean[..place].iter().any(|before| before.key == other.key) {
                    continue;
                }
                let supported = of_group
                    .iter()
                    .filter(|(_, ko, _)| overlaps(ko, &other.span));
                let (mut words, mut names) = (0, 0);
                for (.., is_name) in supported {
                    words += 1;
                    names += u32::from(*is_name);
                }
                let link = entry.links.entry(other.key).or_default();
                if link.together == 0 {
                    link.example = at;
                }
                link.together += 1;
                link.supported += words.min(group.words as u32);
                link.is_name += names;
            }
            let mut rare = 1;
            while entry.links.len() > MOST_LINKS {
                entry.links.retain(|_, link| link.together > rare);
                rare += 1;
            }
        }
    }

    /// The candidates, the best first: of each English group the Korean that it stands with most surely.
    pub fn candidates(&self) -> Vec<Candidate> {
        let mut best: HashMap<u64, Scored> = HashMap::new();
        for (&key, english) in &self.english {
            if let Some(scored) = self.best(key, english) {
                best.insert(key, scored);
            }
        }
        // The longer groups that a group is a part of.
        let mut wholes: HashMap<u64, Vec<u64>> = HashMap::new();
        for (&key, english) in &self.english {
            for &part in &english.parts {
                wholes.entry(part).or_default().push(key);
            }
        }
        let mut chosen: Vec<(u64, Scored)> = best
            .iter()
            .filter(|(key, scored)| self.stands_by_itself(**key, scored, &best, &wholes))
            .map(|(key, scored)| (*key, *scored))
            .collect();
        chosen.sort_by(|(a_key, a), (b_key, b)| {
            b.rank()
                .total_cmp(&a.rank())
                .then(a.link.example.cmp(&b.link.example))
                .then(a_key.cmp(b_key))
        });
        let candidates = chosen.into_iter().filter_map(|(key, scored)| {
            let english = self.english.get(&key)?;
            let is_capital = match english.within {
                // At the beginning of sentences everything has a capital.
                0 => english.unknown > 0 || scored.link.is_name * 2 >= scored.link.together,
                within => english.capital * 5 >= within * 4,
            };
            Some(Candidate {
                en: usual_form(&english.forms, is_capital),
                ko: self.text(scored.korean),
                is_name: is_capital,
                together: scored.link.together as usize,
                en_pairs: scored.en,
                ko_pairs: scored.ko,
                score: scored.score,
                confidence: scored.confidence,
                example: scored.link.example,
                others: self.others(english, &scored),
            })
        });
        candidates.collect()
    }

    /// The Korean that an English group stands with most surely.
    fn best(&self, key: u64, english: &English) -> Option<Scored> {
        let en = *self.counts.en.get(&key)? as usize;
        let all = self.counts.pairs;
        let scored = english.links.iter().filter_map(|(&korean, link)| {
            let ko = *self.counts.ko.get(&korean)? as usize;
            let together = link.together as usize;
            let score = log_likelihood(together, en, ko, all);
            let support = f64::from(link.supported) / (together * english.words).max(1) as f64;
            let share = at_least(together as f64, en as f64) * at_least(together as f64, ko as f64);
            // What the lexicon says nothing of may be right all the same, if it is there often.
            let believed = 0.5 + 0.5 * support.min(1.0);
            Some(Scored {
                korean,
                link: *link,
                en,
                ko,
                score,
                support,
                dice: dice(together, en, ko),
                confidence: share.sqrt() * believed,
                letters: self.letters(korean),
                is_bare: self.korean.get(&korean).is_some_and(|known| known.is_bare),
            })
        });
        scored
            .filter(|scored| scored.link.together >= 2 && scored.score > 0.0)
            .max_by(|a, b| {
                a.fitness()
                    .total_cmp(&b.fitness())
                    .then(b.korean.cmp(&a.korean))
            })
    }

    /// What else an English group is said in: Korean that the lexicon knows it by, in pairs that are left.
    fn others(&self, english: &English, best: &Scored) -> Vec<(String, usize)> {
        let usual = self.text(best.korean);
        let mut others: Vec<(String, usize, f64)> = Vec::new();
        for (&korean, link) in &english.links {
            let together = link.together as usize;
            let support = f64::from(link.supported) / (together * english.words) as f64;
            let text = self.text(korean);
            let is_part = text.contains(&usual) || usual.contains(&text);
            let is_left = together + best.link.together as usize <= best.en;
            if together >= 2 && support >= 0.5 && is_left && !is_part {
                others.push((text, together, support));
            }
        }
        others.sort_by(|a, b| {
            b.1.cmp(&a.1)
                .then(a.0.len().cmp(&b.0.len()))
                .then(a.0.cmp(&b.0))
        });
        let mut kept: Vec<(String, usize)> = Vec::new();
        for (text, together, _) in others {
            let is_part =
                |(other, _): &(String, usize)| other.contains(&text) || text.contains(other);
            if !kept.iter().any(is_part) {
                kept.push((text, together));
            }
        }
        kept
    }

    fn text(&self, korean: u64) -> String {
        let known = self.korean.get(&korean);
        known.map_or_else(String::new, |known| usual_form(&known.forms, true))
    }

    fn letters(&self, korean: u64) -> usize {
        let known = self.korean.get(&korean);
        let form = known.and_then(|known| known.forms.first());
        form.map_or(0, |(form, _)| {
            form.chars().filter(|c| !c.is_whitespace()).count()
        })
    }

    /// Whether an English group is a term rather than a piece of one, or a term with something beside it.
    fn stands_by_itself(
        &self,
        key: u64,
        scored: &Scored,
        best: &HashMap<u64, Scored>,
        wholes: &HashMap<u64, Vec<u64>>,
    ) -> bool {
        let Some(english) = self.english.get(&key) else {
            return false;
        };
        // Words of every day are no terms; alone they are only told where the lexicon does not know them.
        let is_ordinary = english.words == 1 && english.unknown == 0;
        let is_rare = scored.link.together < 4;
        let unsure = if is_rare {
            scored.support < 0.5 && english.unknown < english.words
        } else {
            scored.support < 0.3 && scored.dice < 0.6
        };
        if is_ordinary || unsure || scored.dice < 0.34 {
            return false;
        }
        // A part that stands with the same Korean as surely is the term.
        let is_explained = english.parts.iter().any(|part| {
            let part = best.get(part);
            part.is_some_and(|part| part.korean == scored.korean && part.dice > scored.dice)
        });
        // Of a group within a longer one that is there as often the longer is the term.
        let mut longer = wholes.get(&key).into_iter().flatten();
        let is_piece = longer.any(|other| {
            let other = best.get(other);
            other.is_some_and(|other| other.en * 10 >= scored.en * 9 && other.dice >= scored.dice)
        });
        !is_explained && !is_piece
    }
}

/// A Korean group for an English one.
#[derive(Clone, Copy, Debug)]
struct Scored {
    korean: u64,
    link: Link,
    en: usize,
    ko: usize,
    score: f64,
    /// The share of its words that the lexicon finds in the Korean.
    support: f64,
    dice: f64,
    confidence: f64,
    letters: usize,
    is_bare: bool,
}

impl Scored {
    /// By what one is chosen of several: how surely both stand together, and of a Korean and its pieces the one that says
    /// most without a particle.
    fn fitness(&self) -> f64 {
        let letters = 0.01 * self.letters.min(12) as f64;
        let particle = if self.is_bare { 0.0 } else { 0.1 };
        self.score * (0.5 + self.support) + letters - particle
    }

    /// By what candidates are put in order.
    fn rank(&self) -> f64 {
        self.confidence * (1.0 + self.score).ln()
    }
}

fn is_known(word: &str, lexicon: &Lexicon) -> bool {
    let key = crate::evidence::english::stem(&word.to_lowercase());
    lexicon.knows(key) && !lexicon.is_name(key)
}

fn note_form(forms: &mut Vec<(String, u32)>, text: &str) {
    const FORMS: usize = 6;
    let known = forms.len();
    match forms.iter_mut().find(|(form, _)| form == text) {
        Some((_, count)) => *count += 1,
        None if known < FORMS => forms.push((text.to_owned(), 1)),
        None => {}
    }
}

/// The form that is there most often; in small letters unless it is a name.
fn usual_form(forms: &[(String, u32)], keep_case: bool) -> String {
    let most = forms.iter().rev().max_by_key(|(_, count)| *count);
    let form = most.map_or("", |(form, _)| form.as_str());
    let is_acronym = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
    let words = form.split(' ').map(|word| {
        if keep_case || is_acronym(word) {
            word.to_owned()
        } else {
            word.to_lowercase()
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
