//! Tables of contents: lines above the text that stand in it again as its headings.

use super::extent::Extent;
use super::line::{Line, Verdict};
use crate::article::Reason;
use std::collections::HashMap;

/// Longest heading, in columns.
const MAX_WIDTH: usize = 60;

/// Excludes short lines before the first paragraph that come again as headings between paragraphs, and paths to the
/// page that end in its title.
pub(super) fn mark(lines: &mut [Line], extent: &Extent) {
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate().take(extent.last + 1) {
        if line.width <= 2 * MAX_WIDTH {
            last.insert(&line.folded, at);
        }
    }
    let mut entries = Vec::new();
    for (at, line) in lines[..extent.first].iter().enumerate() {
        if line.out() || line.ends_sentence() {
            continue;
        }
        let entry = line
            .folded
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
        let heading = last.get(entry).is_some_and(|&later| later > extent.first);
        // `New York|The headline`
        let page = line
            .folded
            .rsplit(['|', '>', '»', '›'])
            .next()
            .map(str::trim);
        let path = page.is_some_and(|page| {
            page.len() + 1 < line.folded.len() && last.get(page).is_some_and(|&later| later > at)
        });
        if path {
            entries.push((at, "breadcrumb"));
        } else if heading && line.width <= MAX_WIDTH {
            entries.push((at, "contents"));
        }
    }
    for (at, rule) in entries {
        lines[at].verdict = Some(Verdict {
            reason: Reason::Navigation,
            rule,
        });
    }
}
