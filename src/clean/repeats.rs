//! Captions and headlines that a page gives twice: the first stays.

use super::layout;
use super::line::{Line, Verdict};
use crate::article::{BlockKind, Reason};
use std::collections::HashMap;

/// Shorter lines may well be said twice.
const MIN_WIDTH: usize = 30;
/// How far apart two forms of one caption stand, in lines.
const REACH: usize = 3;
/// What a credit adds to a caption, in columns.
const MAX_CREDIT: usize = 40;

/// Excludes the second copy of a line, and of a caption that differs by its credit. A plain document keeps its
/// refrains: a page is known by other furniture.
pub(super) fn mark(lines: &mut [Line]) {
    if layout::page_evidence(lines) == 0 {
        return;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut recent: Vec<usize> = Vec::with_capacity(REACH);
    for at in 0..lines.len() {
        if lines[at].out() || lines[at].width < MIN_WIDTH || is_refrain(&lines[at]) {
            continue;
        }
        let repeated = seen.contains_key(&lines[at].folded)
            || recent
                .iter()
                .any(|&before| at - before <= REACH && same_caption(&lines[before], &lines[at]));
        if repeated {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Repeat,
                rule: "repeat",
            });
            continue;
        }
        seen.insert(lines[at].folded.clone(), at);
        if recent.len() == REACH {
            recent.remove(0);
        }
        recent.push(at);
    }
}

/// Speech and list items say the same thing twice on purpose.
fn is_refrain(line: &Line) -> bool {
    line.text.starts_with(['"', '“', '‘', '\'', '―']) && line.width < 2 * MIN_WIDTH
        || line.kind == BlockKind::Cell
}

/// One is the other and a credit.
fn same_caption(first: &Line, second: &Line) -> bool {
    let (short, long) = if first.width <= second.width {
        (first, second)
    } else {
        (second, first)
    };
    long.width - short.width <= MAX_CREDIT
        && long
            .folded
            .strip_prefix(short.folded.trim_end_matches('.'))
            .is_some_and(|credit| {
                let credit = credit.trim_start_matches(['.', ' ']);
                credit.starts_with(['(', '[', '/', '©', 'ⓒ', '<'])
                    || credit.contains("사진")
                    || credit.contains("photo")
                    || credit.contains("제공")
            })
}
