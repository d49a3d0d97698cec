//! Tables of contents: lines above the text that stand in it again as its headings.

use super::layout::page_evidence;
use super::line::{Line, Verdict};
use crate::article::Reason;
use std::collections::HashMap;

/// Longest heading, in columns.
const MAX_WIDTH: usize = 60;
/// Fewer in a row are no table.
const MIN_ENTRIES: usize = 2;

/// Excludes runs of short lines before `first`, the first paragraph, all of which come again later.
pub(super) fn mark(lines: &mut [Line], first: usize) {
    if page_evidence(lines) < 2 {
        return;
    }
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if line.width <= 2 * MAX_WIDTH {
            last.insert(&line.folded, at);
        }
    }
    let again: Vec<bool> = lines[..first]
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let entry = line
                .folded
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
            let later = last.get(entry).is_some_and(|&later| later > at + 1);
            line.width <= MAX_WIDTH && !line.ends_sentence() && later
        })
        .collect();
    // `New York|The headline`
    let crumbs: Vec<usize> = (0..first)
        .filter(|&at| {
            let page = lines[at].folded.rsplit(['|', '>']).next().map(str::trim);
            let section = page.is_some_and(|page| page.len() + 1 < lines[at].folded.len());
            let later = page.and_then(|page| last.get(page));
            section && !lines[at].out() && later.is_some_and(|&later| later > at)
        })
        .collect();
    for at in crumbs {
        lines[at].verdict = Some(Verdict {
            reason: Reason::Navigation,
            rule: "breadcrumb",
        });
    }
    let mut at = 0;
    while at < first {
        let length = again[at..].iter().take_while(|again| **again).count();
        if length >= MIN_ENTRIES {
            for line in lines[at..at + length].iter_mut().filter(|line| !line.out()) {
                line.verdict = Some(Verdict {
                    reason: Reason::Navigation,
                    rule: "contents",
                });
            }
        }
        at += length.max(1);
    }
}
