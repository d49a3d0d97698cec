//! Sentences of two languages to links: which translate which, and how sure that is.
//!
//! A bead (Gale and Church 1993) is scored by the log-likelihood ratio of its words under a lexicon (Moore 2002)
//! and by its lengths; the best beads in order are found by dynamic programming, the text itself then teaches
//! which words go together, and blocks that cross the order are moved where that pays.
//!
//! ```
//! use jjak_core::align::{Known, align};
//! use jjak_core::progress::Progress;
//! let en = ["The bank kept its rate at 2.5 percent.", "Exports rose in October."];
//! let ko = ["한국은행은 금리를 2.5%로 유지했다.", "10월 수출은 늘었다."];
//! let links = align(&en, &ko, Known::default(), &Progress::default()).unwrap();
//! assert_eq!((&links[0].en[..], &links[0].ko[..]), (&[0][..], &[0][..]));
//! assert!(links[0].confidence > 0.5);
//! ```

mod adapt;
mod anchors;
mod bead;
mod cancellation;
mod chunks;
mod coarse;
mod concepts;
mod confidence;
pub mod cuts;
mod learn;
mod learned;
mod length;
mod lines;
mod literal;
mod moved;
mod moves;
mod names;
mod opinions;
pub mod parts;
mod pins;
mod posterior;
mod quotes;
mod score;
mod search;
mod solve;
mod support;
mod table;
mod text;

pub use pins::Pin;

pub use learned::LearnedLexicon;
pub use length::{TYPICAL as TYPICAL_RATIO, length_deviation};
pub use opinions::Opinion;

use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};
use anchors::Anchors;
use cancellation::CancellationToken;
use concepts::Concepts;
use moved::Chapter;
use solve::{Sentences, solve};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use text::{Analyses, Sentence};

/// One bead as positions in the two lists that [`align`] was given. A side may be empty, not both.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// English positions.
    pub en: Vec<usize>,
    /// Korean positions.
    pub ko: Vec<usize>,
    /// Probability (0 to 1) that the bead is exactly right.
    pub confidence: f32,
}

/// How much of the work is done when the sentences are read, and when the anchors are found.
const READ: f32 = 0.1;
const ANCHORED: f32 = 0.2;

/// What people have said already: some of it is kept, all of it guides the rest.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Links to keep as they are, as positions in both lists; they come back with confidence 1, each side in text
    /// order. Positions that do not exist, or that an earlier pin holds, are passed over.
    pub pins: &'a [Pin],
    /// Texts from elsewhere that translate each other; words are learned from them, as from the pins.
    pub accepted: &'a [(String, String)],
    /// What was learned before, once for many texts.
    pub learned: Option<&'a LearnedLexicon>,
    /// What a model of the user's own thinks of pairs of sentences; a pair that is not among them is no worse for it.
    pub opinions: &'a [Opinion],
    /// The words that are known to translate each other.
    pub lexicon: &'a Lexicon,
}

impl Default for Known<'static> {
    /// Nothing but the shipped lexicon.
    fn default() -> Known<'static> {
        Known {
            pins: &[],
            accepted: &[],
            learned: None,
            opinions: &[],
            lexicon: Lexicon::shipped(),
        }
    }
}

/// Aligns the sentences of two articles. Every position of both lists is in exactly one link; links come
/// in English order, those without English beside their Korean neighbours. What is pinned stays as it is, the rest is
/// aligned between.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn align(
    en: &[&str],
    ko: &[&str],
    known: Known,
    progress: &Progress,
) -> Result<Vec<Link>, Cancelled> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    align_on(threads, en, ko, known, progress)
}

/// [`align`] on at most so many threads; the result does not depend on how many.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn align_on(
    threads: usize,
    en: &[&str],
    ko: &[&str],
    known: Known,
    progress: &Progress,
) -> Result<Vec<Link>, Cancelled> {
    let cancellation = CancellationToken::new(progress);
    cancellation.advance(0.0)?;
    let pins = pins::valid(known.pins, en.len(), ko.len());
    let mut parts = pins::parts(&pins, en.len(), ko.len());
    let accepted = lessons(en, ko, &pins, known.accepted);
    let learned_here = learn::learn(&accepted, known.lexicon, &cancellation)?;
    let nothing = LearnedLexicon::default();
    let learned = [&learned_here, known.learned.unwrap_or(&nothing)];
    let sentences = Sentences {
        opinions: known.opinions,
        ..read(en, ko, known.lexicon, learned, threads, &cancellation)?
    };
    let longest = |side: fn(&pins::PinnedPart) -> usize| parts.iter().map(side).sum::<usize>();
    let chunks =
        if longest(|part| part.en.len()).max(longest(|part| part.ko.len())) <= chunks::WHOLE {
            vec![parts]
        } else {
            let concepts = Concepts::of(&sentences, &cancellation)?;
            let anchors = Anchors::of(&concepts, &cancellation)?;
            let coarse_path = coarse::coarse_path(&concepts, &anchors.chain, &cancellation)?;
            let mut chunks = Vec::new();
            for chapter in Chapter::all(&anchors, en.len(), ko.len()) {
                let part = chapter.taken_from(&mut parts);
                chunks.extend(part.map(|part| chunks::chunks(vec![part], &chapter.anchors)));
            }
            chunks.push(chunks::chunks(parts, &coarse_path));
            chunks.concat()
        };
    let mut links: Vec<Link> = pins
        .into_iter()
        .map(|(en, ko)| Link {
            en,
            ko,
            confidence: 1.0,
        })
        .collect();
    for found in solve_all(&sentences, &chunks, threads, &cancellation)? {
        links.extend(found);
    }
    cancellation.advance(1.0)?;
    Ok(in_order(links, ko.len()))
}

/// The links of every chunk. Each thread takes the next chunk when it is done with one.
fn solve_all(
    sentences: &Sentences,
    chunks: &[Vec<pins::PinnedPart>],
    threads: usize,
    cancellation: &CancellationToken,
) -> Result<Vec<Vec<Link>>, Cancelled> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut solved = Vec::new();
        loop {
            let at = next.fetch_add(1, Relaxed);
            let Some(chunk) = chunks.get(at) else {
                return Ok(solved);
            };
            cancellation.advance(ANCHORED + (1.0 - ANCHORED) * at as f32 / chunks.len() as f32)?;
            solved.push((at, solve(sentences, chunk, cancellation)?));
        }
    };
    let mut solved = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(chunks.len()))
            .map(|_| scope.spawn(work))
            .collect();
        let mut solved = work()?;
        for other in others {
            let found = other.join();
            solved.extend(found.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(solved)
    })?;
    solved.sort_by_key(|&(at, _)| at);
    Ok(solved.into_iter().map(|(_, links)| links).collect())
}

/// The texts that are known to translate each other, here and elsewhere.
fn lessons(
    en: &[&str],
    ko: &[&str],
    pins: &[pins::Pin],
    accepted: &[(String, String)],
) -> Vec<(String, String)> {
    let texts = |at: &[usize], all: &[&str]| {
        let texts: Vec<&str> = at.iter().map(|&at| all[at]).collect();
        texts.join("\n")
    };
    let pinned = pins
        .iter()
        .filter(|(en, ko)| !en.is_empty() && !ko.is_empty())
        .map(|(i, j)| (texts(i, en), texts(j, ko)));
    pinned.chain(accepted.iter().cloned()).collect()
}

fn read<'a>(
    en: &[&'a str],
    ko: &[&'a str],
    lexicon: &'a Lexicon,
    learned: [&'a LearnedLexicon; 2],
    threads: usize,
    cancellation: &CancellationToken,
) -> Result<Sentences<'a>, Cancelled> {
    let english = || -> Result<Vec<Sentence<'a>>, Cancelled> {
        en.iter()
            .map(|text| {
                cancellation.check()?;
                Ok(Sentence::english(text, lexicon))
            })
            .collect()
    };
    let korean = || -> Result<(Vec<Sentence<'a>>, Analyses), Cancelled> {
        let mut analyses = Analyses::default();
        let mut sentences = Vec::with_capacity(ko.len());
        for (at, text) in ko.iter().enumerate() {
            cancellation.advance(READ * at as f32 / ko.len() as f32)?;
            let sentence = Sentence::korean(text);
            analyses.add(&sentence, lexicon);
            sentences.push(sentence);
        }
        Ok((sentences, analyses))
    };
    // A thread costs more than a few sentences.
    let (english, korean) = if threads > 1 && en.len() > chunks::WHOLE {
        std::thread::scope(|scope| {
            let english = scope.spawn(english);
            let korean = korean();
            let english = english.join();
            (
                english.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                korean,
            )
        })
    } else {
        (english(), korean())
    };
    let (ko, analyses) = korean?;
    cancellation.advance(READ)?;
    Ok(Sentences {
        en: english?,
        ko,
        analyses,
        lexicon,
        learned,
        opinions: &[],
    })
}

/// Links in English order; each without English after the link that holds the Korean before it.
fn in_order(mut links: Vec<Link>, ko: usize) -> Vec<Link> {
    let key = |link: &Link| {
        (
            link.en.is_empty(),
            link.en.first().copied(),
            link.ko.first().copied(),
        )
    };
    links.sort_by_key(key);
    let korean_only = links.split_off(links.partition_point(|link| !link.en.is_empty()));
    // The link after which each Korean sentence, alone or not, has its place; 0 stands for the top.
    let mut place = vec![0; ko];
    for (at, link) in links.iter().enumerate() {
        link.ko
            .iter()
            .for_each(|&sentence| place[sentence] = at + 1);
    }
    let mut after: Vec<Vec<Link>> = vec![Vec::new(); links.len() + 1];
    for link in korean_only {
        let at = link.ko[0].checked_sub(1).map_or(0, |before| place[before]);
        link.ko.iter().for_each(|&sentence| place[sentence] = at);
        after[at].push(link);
    }
    let mut after = after.into_iter();
    let top = after.next().unwrap_or_default();
    let rest = links
        .into_iter()
        .zip(after)
        .flat_map(|(link, after)| std::iter::once(link).chain(after));
    top.into_iter().chain(rest).collect()
}
