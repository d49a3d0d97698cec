//! Tables of contents: lines above the text that stand in it again as its headings.

use super::content_span::ContentSpan;
use super::line::{PageLine, Verdict};
use crate::article::Reason;
use std::collections::HashMap;

/// Longest heading, in columns.
const MAX_WIDTH: usize = 60;

/// Fewer in a row are no table, within the text.
const MIN_ENTRIES: usize = 2;

/// Excludes short lines that come again as headings of paragraphs, and paths to the page that end in its title.
pub(super) fn mark(lines: &mut [PageLine], content_span: &ContentSpan) {
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate().take(content_span.last + 1) {
        if line.width <= 2 * MAX_WIDTH {
            last.insert(&line.folded, at);
        }
    }
    let entry = |at: usize| {
        let Some(line) = lines.get(at) else {
            return false;
        };
        let entry = line
            .folded
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
        let heading = last
            .get(entry)
            .is_some_and(|&later| later > at + 1 && heads_text(lines, later));
        heading && line.width <= MAX_WIDTH && !line.ends_sentence()
    };
    // `New York|The headline`
    let path = |at: usize| {
        let line = &lines[at];
        let page = line
            .folded
            .rsplit(['|', '>', '»', '›', '/'])
            .next()
            .map(str::trim);
        page.is_some_and(|page| {
            let again = last.get(page).is_some_and(|&later| later > at);
            page.len() + 1 < line.folded.len() && again && !line.ends_sentence()
        })
    };
    let mut found = Vec::new();
    let mut row = 0;
    for (at, line) in lines.iter().enumerate().take(content_span.last + 1) {
        let is_entry = entry(at);
        row = if is_entry { row + 1 } else { 0 };
        if line.out() {
            continue;
        }
        if at < content_span.first && path(at) {
            found.push((at, "breadcrumb"));
        } else if is_entry && (at < content_span.first || row >= MIN_ENTRIES || entry(at + 1)) {
            found.push((at, "contents"));
        }
    }
    for (at, rule) in found {
        lines[at].verdict = Some(Verdict {
            reason: Reason::Navigation,
            rule,
        });
    }
}

/// The next line is no heading itself.
fn heads_text(lines: &[PageLine], at: usize) -> bool {
    lines.get(at + 1).is_some_and(|next| {
        !next.out() && (next.ends_sentence() || next.width > MAX_WIDTH || next.text.ends_with(':'))
    })
}
