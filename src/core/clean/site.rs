//! What a page's site shows of itself: its name, and the labels that it repeats.

use super::content_span::ContentSpan;
use super::line::{PageLine, Verdict};
use super::lists::Lists;
use super::stems::stems;
use crate::article::{BlockKind, Reason};
use std::collections::{HashMap, HashSet};

/// A site's name stands within so many lines from the top.
const TOP: usize = 3;
/// Longer lines are no name, in columns.
const MAX_WIDTH: usize = 60;
/// A label comes so often.
const OFTEN: usize = 4;

/// The words that name the site and that the article does not use; and lines that stand on the page again and again.
#[derive(Debug, Default)]
pub(super) struct Site {
    name: HashSet<u64>,
    labels: HashSet<String>,
    /// Blank lines stand between its paragraphs.
    pub is_spaced: bool,
}

impl Site {
    /// Looks at the top of the page and at who claims its rights.
    pub(super) fn find(lines: &[PageLine], content_span: &ContentSpan, lists: &Lists) -> Site {
        let top = lines.iter().take(TOP).filter(|line| {
            line.verdict
                .is_some_and(|verdict| is_above(verdict) && line.cover.unknown() > 0)
        });
        let rights = lines.iter().filter(|line| line.out_for(Reason::Copyright));
        let mut name = HashSet::new();
        for line in top.chain(rights).filter(|line| line.width <= MAX_WIDTH) {
            let words = line.folded.split(|c: char| !c.is_alphanumeric());
            for word in words.filter(|word| !word.is_empty() && !lists.is_word(word)) {
                name.extend(stems(word));
            }
        }
        name.retain(|stem| !content_span.vocabulary.uses(*stem));
        Site {
            name,
            labels: labels(lines),
            is_spaced: is_spaced(&lines[content_span.first..=content_span.last]),
        }
    }

    pub(super) fn is_repeated(&self, line: &PageLine) -> bool {
        self.labels.contains(&line.folded)
    }

    /// `The Daily Example is ...`: tells of the site.
    pub(super) fn begins(&self, line: &PageLine) -> bool {
        let first = line
            .folded
            .split(|c: char| !c.is_alphanumeric())
            .find(|word| !word.is_empty() && *word != "the");
        line.ends_sentence()
            && first.is_some_and(|word| {
                let mut stems = stems(word).into_iter();
                stems.any(|stem| self.name.contains(&stem))
            })
    }

    /// Names the site.
    pub(super) fn is_in(&self, line: &PageLine) -> bool {
        line.stems.iter().any(|stem| self.name.contains(stem))
    }
}

fn is_spaced(text: &[PageLine]) -> bool {
    let paragraphs = || {
        text.iter()
            .filter(|line| !line.out() && line.is_paragraph())
    };
    let spaced = paragraphs().filter(|line| line.blank_before).count();
    spaced >= 3 && spaced * 4 >= paragraphs().count() * 3
}

/// Lines of more than one word, which are no sentence and no speaker's name, that come so often.
fn labels(lines: &[PageLine]) -> HashSet<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        let label = line.width <= MAX_WIDTH && !line.ends_sentence() && line.text.contains(' ');
        if label && line.kind != BlockKind::Cell {
            *counts.entry(&line.folded).or_default() += 1;
        }
    }
    counts.retain(|_, &mut count| count >= OFTEN);
    counts.into_keys().map(str::to_owned).collect()
}

fn is_above(verdict: Verdict) -> bool {
    verdict.reason == Reason::Navigation
}
