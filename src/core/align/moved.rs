//! Chapters that one text has elsewhere: long runs of anchors off the common course.

use super::anchors::Anchors;
use super::pins::PinnedPart;
use crate::sequence::longest_increasing;
use std::ops::Range;

/// Anchors that a chapter must have, and sentences of either text that may lie between two of them.
const LEAST: usize = 8;
const GAP: usize = 25;
/// No more chapters than this are looked for.
const MOST: usize = 64;

/// A run of sentences of both texts with the anchors within it.
#[derive(Debug)]
pub(super) struct Chapter {
    en: Range<usize>,
    ko: Range<usize>,
    pub anchors: Vec<(usize, usize)>,
}

impl Chapter {
    /// The chapters among the anchors that are not in order, the longest first.
    pub(super) fn all(anchors: &Anchors, en: usize, ko: usize) -> Vec<Chapter> {
        let by_ko: Vec<usize> = anchors.chain.iter().map(|&(_, j)| j).collect();
        let by_en: Vec<usize> = anchors.chain.iter().map(|&(i, _)| i).collect();
        let mut astray = anchors.astray.clone();
        let mut chapters: Vec<Chapter> = Vec::new();
        while chapters.len() < MOST {
            // No chapter holds an anchor of the course, or one of an earlier chapter, on either side.
            let holes = |&(i, j): &(usize, usize)| (hole(&by_en, i, en), hole(&by_ko, j, ko));
            let chain: Vec<(usize, usize)> = longest_increasing(astray.iter().map(|&(_, j)| j))
                .into_iter()
                .map(|at| astray[at])
                .collect();
            let run = chain
                .chunk_by(|a, b| b.0 - a.0 <= GAP && b.1 - a.1 <= GAP && holes(a) == holes(b))
                .rev()
                .max_by_key(|run| run.len());
            let Some(run) = run.filter(|run| run.len() >= LEAST) else {
                break;
            };
            let chapter = Chapter::within(run, holes(&run[0]), &chapters);
            astray.retain(|&(i, j)| !chapter.en.contains(&i) && !chapter.ko.contains(&j));
            chapters.push(chapter);
        }
        chapters
    }

    /// The run and what lies before and after it on both sides, as far as the holes go.
    fn within(
        run: &[(usize, usize)],
        (mut en, mut ko): (Range<usize>, Range<usize>),
        earlier: &[Chapter],
    ) -> Chapter {
        let (first, last) = (run[0], run[run.len() - 1]);
        for other in earlier {
            narrow(&mut en, first.0, &other.en);
            narrow(&mut ko, first.1, &other.ko);
        }
        let before = (first.0 - en.start).min(first.1 - ko.start);
        let after = (en.end - last.0).min(ko.end - last.1);
        Chapter {
            en: first.0 - before..last.0 + after,
            ko: first.1 - before..last.1 + after,
            anchors: run.to_vec(),
        }
    }

    /// Takes the chapter out of the part that holds all of it.
    pub(super) fn taken_from(&self, parts: &mut [PinnedPart]) -> Option<PinnedPart> {
        let place = |side: &[usize], range: &Range<usize>| {
            let start = side.binary_search(&range.start).ok()?;
            let end = start + range.len();
            (side.get(end - 1) == Some(&(range.end - 1))).then_some(start..end)
        };
        parts.iter_mut().find_map(|part| {
            let (en, ko) = (place(&part.en, &self.en)?, place(&part.ko, &self.ko)?);
            Some(PinnedPart {
                en: part.en.drain(en).collect(),
                ko: part.ko.drain(ko).collect(),
            })
        })
    }
}

/// The positions between the two nearest of `sorted`, neither of them included.
fn hole(sorted: &[usize], at: usize, end: usize) -> Range<usize> {
    let next = sorted.partition_point(|&anchor| anchor < at);
    let start = next.checked_sub(1).map_or(0, |before| sorted[before] + 1);
    start..sorted.get(next).copied().unwrap_or(end)
}

/// Leaves of `range` what holds `at` and nothing of `other`.
fn narrow(range: &mut Range<usize>, at: usize, other: &Range<usize>) {
    if other.end <= at {
        range.start = range.start.max(other.end);
    } else {
        range.end = range.end.min(other.start);
    }
}
