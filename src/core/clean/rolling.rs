//! Captions that roll up: each line stands below what was said before, then above what is said next, so that a file or
//! transcript of them holds it two or three times (as CEA-608 has it, and machine-made captions of the web).

use super::wrap::{is_time, is_timed};
use crate::article::{Article, BlockKind, Exclusion, Reason};

/// Cues that begin as the one before ended: so many, and so many of a hundred, roll.
const FEWEST: usize = 3;
const ROLLING_PER_HUNDRED: usize = 40;
/// Shorter lines are said twice, too (bytes).
const MIN_LINE: usize = 6;
/// The rule's name of lines that stood before.
pub const RULE: &str = "rolling-caption";

/// How many lines at the beginning of each of `cues` (their lines, in order) stood at the end of the cue before. All are
/// 0 where captions do not roll.
pub fn rolled<PageLine: PartialEq + AsRef<str>>(cues: &[Vec<PageLine>]) -> Vec<usize> {
    let mut counts = vec![0; cues.len()];
    let mut rolling = 0;
    for (count, pair) in counts.iter_mut().skip(1).zip(cues.windows(2)) {
        let [before, cue] = pair else { continue };
        let most = before.len().min(cue.len());
        let overlaps = |&lines: &usize| before.get(before.len() - lines..) == cue.get(..lines);
        *count = (1..=most).rev().find(overlaps).unwrap_or(0);
        let says = |line: &PageLine| line.as_ref().trim().len() >= MIN_LINE;
        rolling += usize::from(cue.iter().take(*count).any(says));
    }
    let rolls = rolling >= FEWEST && rolling * 100 >= cues.len() * ROLLING_PER_HUNDRED;
    if !rolls {
        counts.fill(0);
    }
    counts
}

/// Excludes the lines of a transcript that stood before, in captions that roll: its cues are what stands between times,
/// or between blank lines, or each line.
pub(super) fn mark(article: &mut Article) {
    let text = |at: usize| {
        let block = article
            .blocks
            .get(at)
            .filter(|block| block.kind == BlockKind::Body && block.excluded.is_none())?;
        article.text.get(block.span.clone())
    };
    let all: Vec<usize> = (0..article.blocks.len())
        .filter(|&at| text(at).is_some())
        .collect();
    let said = |at: &usize| text(*at).is_some_and(|text| !is_time(text));
    let timed = is_timed(all.iter().filter_map(|&at| text(at)));
    let begins = |before: usize, at: usize| {
        if timed {
            text(before).is_some_and(is_time)
        } else {
            let ends = [before, at].map(|at| article.blocks.get(at).map(|block| &block.span));
            let [Some(before), Some(span)] = ends else {
                return true;
            };
            let gap = article.text.get(before.end..span.start).unwrap_or_default();
            gap.matches('\n').count() > 1
        }
    };
    let mut cues: Vec<Vec<usize>> = Vec::new();
    let mut before = None;
    for &at in &all {
        let is_new = before.is_none_or(|before| begins(before, at));
        before = Some(at);
        if !said(&at) {
            continue;
        }
        match cues.last_mut() {
            Some(cue) if !is_new => cue.push(at),
            _ => cues.push(vec![at]),
        }
    }
    let lines: Vec<Vec<usize>> = all
        .iter()
        .filter(|at| said(at))
        .map(|&at| vec![at])
        .collect();
    let again = [&cues, &lines].into_iter().find_map(|cues| {
        let texts: Vec<Vec<&str>> = cues
            .iter()
            .map(|cue| cue.iter().filter_map(|&at| text(at)).collect())
            .collect();
        let counts = rolled(&texts);
        let again = cues
            .iter()
            .zip(counts)
            .flat_map(|(cue, count)| cue.iter().take(count));
        let again: Vec<usize> = again.copied().collect();
        (!again.is_empty()).then_some(again)
    });
    for at in again.unwrap_or_default() {
        if let Some(block) = article.blocks.get_mut(at) {
            block.excluded = Some(Exclusion {
                reason: Reason::Repeat,
                rule: RULE.to_owned(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Lang;

    fn kept(text: &str) -> Vec<String> {
        let mut article = Article::of_lines(Lang::En, text);
        mark(&mut article);
        let kept = article
            .blocks
            .iter()
            .filter(|block| block.excluded.is_none());
        kept.map(|block| article.text[block.span.clone()].to_owned())
            .collect()
    }

    #[test]
    fn each_line_of_rolling_captions_stays_once() {
        let lines = [
            "the harbor opened",
            "after nine years of work",
            "the mayor was glad",
            "boats came in",
            "we waited long",
        ];
        let timed: String = (0..lines.len())
            .map(|at| {
                let above = at
                    .checked_sub(1)
                    .map_or(String::new(), |above| format!("{}\n", lines[above]));
                format!("0:0{at}\n{above}{}\n", lines[at])
            })
            .collect();
        let said = |text: &str| -> Vec<String> {
            kept(text)
                .into_iter()
                .filter(|line| !is_time(line))
                .collect()
        };
        assert_eq!(said(&timed), lines);
        let apart: String = (0..lines.len())
            .map(|at| format!("{}\n\n", lines[at.saturating_sub(2)..=at].join("\n")))
            .collect();
        assert_eq!(said(&apart), lines);
        let thrice: String = lines
            .iter()
            .flat_map(|line| [line, "\n"].repeat(3))
            .map(str::to_owned)
            .collect();
        assert_eq!(said(&thrice), lines);
    }

    #[test]
    fn a_refrain_stays() {
        let song = "Row the boat home\nRow the boat home\nOver the bay\nPast the lights\nRow the boat home\nThe tide is out\nThe moon is up\nThe nets are full\nNo.\nNo.\nNo.\n";
        assert_eq!(kept(song).len(), song.lines().count());
    }
}
