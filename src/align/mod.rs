//! Sentences of two languages to links: which translate which, and how sure that is.
//!
//! A bead (Gale and Church 1993) is scored by the log-likelihood ratio of its words under a lexicon (Moore 2002)
//! and by its lengths; the best beads in order are found by dynamic programming, the text itself then teaches
//! which words go together, and blocks that cross the order are moved where that pays.

mod adapt;
mod anchors;
mod bead;
mod chunks;
mod length;
mod moves;
mod pins;
mod posterior;
mod score;
mod search;
mod solve;
mod table;
mod text;
mod watch;

use crate::evidence::lexicon::Lexicon;
use crate::progress::{Cancelled, Progress};
use solve::{Sentences, solve};
use text::{Analyses, Sentence};
use watch::Watch;

/// One bead as positions in the two lists that [`align`] was given. A side may be empty, not both.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub en: Vec<usize>,
    pub ko: Vec<usize>,
    /// Probability (0 to 1) that the bead is exactly right.
    pub confidence: f32,
}

/// How much of the work is done when the sentences are read, and when the anchors are found.
const READ: f32 = 0.1;
const ANCHORED: f32 = 0.2;

/// Aligns the sentences of two articles. Every position of both lists is in exactly one link; links come
/// in English order, those without English beside their Korean neighbours.
///
/// `pins` are links to keep as they are (positions in `en` and `ko`); they come back with confidence 1, each side in
/// text order. The rest is aligned between them. Positions that do not exist, or that an earlier pin holds, are
/// passed over.
///
/// # Errors
/// [`Cancelled`] when `progress` was told to stop.
pub fn align(
    en: &[&str],
    ko: &[&str],
    pins: &[(Vec<usize>, Vec<usize>)],
    progress: &Progress,
) -> Result<Vec<Link>, Cancelled> {
    let watch = Watch::new(progress);
    watch.advance(0.0)?;
    let pins = pins::valid(pins, en.len(), ko.len());
    let parts = pins::parts(&pins, en.len(), ko.len());
    let sentences = read(en, ko, &watch)?;
    let longest = |side: fn(&pins::Part) -> usize| parts.iter().map(side).sum::<usize>();
    let chunks =
        if longest(|part| part.en.len()).max(longest(|part| part.ko.len())) <= chunks::WHOLE {
            vec![parts]
        } else {
            chunks::chunks(parts, &anchors::anchors(&sentences, &watch)?)
        };
    let mut links: Vec<Link> = pins
        .into_iter()
        .map(|(en, ko)| Link {
            en,
            ko,
            confidence: 1.0,
        })
        .collect();
    for (at, chunk) in chunks.iter().enumerate() {
        watch.advance(ANCHORED + (1.0 - ANCHORED) * at as f32 / chunks.len() as f32)?;
        links.extend(solve(&sentences, chunk, &watch)?);
    }
    watch.advance(1.0)?;
    Ok(in_order(links, ko.len()))
}

fn read<'a>(en: &[&'a str], ko: &[&'a str], watch: &Watch) -> Result<Sentences<'a>, Cancelled> {
    let lexicon = Lexicon::shipped();
    let all = (en.len() + ko.len()) as f32;
    let mut sentences = Sentences {
        en: Vec::with_capacity(en.len()),
        ko: Vec::with_capacity(ko.len()),
        analyses: Analyses::default(),
        lexicon,
    };
    for (at, text) in en.iter().enumerate() {
        watch.advance(READ * at as f32 / all)?;
        sentences.en.push(Sentence::english(text, lexicon));
    }
    for (at, text) in ko.iter().enumerate() {
        watch.advance(READ * (en.len() + at) as f32 / all)?;
        let sentence = Sentence::korean(text);
        sentences.analyses.add(&sentence, lexicon);
        sentences.ko.push(sentence);
    }
    watch.advance(READ)?;
    Ok(sentences)
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
