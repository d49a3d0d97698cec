//! Page numbers of a document, and what stands above or below each of its pages.

use super::line::{PageLine, Verdict};
use super::page::set;
use crate::article::Reason;

/// The rule's name.
pub(super) const RULE: &str = "page-number";
/// Widest running head.
const WIDEST_HEAD: usize = 90;

/// `- 12 -`, `EN-3`, `Page 3 of 10`, `12`: the number, and whether the line can be nothing else.
pub(super) fn page_number(text: &str) -> Option<(u32, bool)> {
    let bare = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' '));
    let dashed = text.starts_with(['-', '–', '—']) && text.ends_with(['-', '–', '—']);
    if bare.len() <= 4
        && let Ok(number) = bare.parse()
    {
        return Some((number, dashed));
    }
    let lower = bare.to_lowercase();
    if let Some(rest) = lower.strip_prefix("page ") {
        let number = rest.split(' ').next()?.parse().ok()?;
        let of = rest.split(' ').count() == 1 || rest.contains(" of ");
        return of.then_some((number, true));
    }
    let (prefix, number) = bare.split_once('-')?;
    let code = matches!(prefix.len(), 1..=3) && prefix.bytes().all(|b| b.is_ascii_uppercase());
    let number = number.parse().ok().filter(|_| code && number.len() <= 3)?;
    Some((number, false))
}

/// Excludes page numbers: those in dashes, and others that count on through a text with an outline; and the running
/// head that stands alone behind one.
pub(super) fn mark(lines: &mut [PageLine], headings: &[usize], is_document: bool) {
    if !is_document {
        return;
    }
    let verdict = Verdict {
        reason: Reason::RunningHead,
        rule: RULE,
    };
    let alone = |lines: &[PageLine], at: usize| {
        lines[at].blank_before && lines.get(at + 1).is_none_or(|next| next.blank_before)
    };
    let found: Vec<(usize, u32, bool)> = (0..lines.len())
        .filter(|&at| lines[at].fixed.is_none() && alone(lines, at))
        .filter_map(|at| page_number(&lines[at].text).map(|(number, sure)| (at, number, sure)))
        .collect();
    let count_on = found.windows(2).any(|pair| pair[1].1 == pair[0].1 + 1);
    for &(at, _, sure) in &found {
        if !sure && !count_on {
            continue;
        }
        set(&mut lines[at], verdict);
        let bare = lines[at].text.bytes().all(|byte| byte.is_ascii_digit());
        let next = at + 1;
        if bare && next < lines.len() && alone(lines, next) && is_head(&lines[next], headings, next)
        {
            set(&mut lines[next], verdict);
        }
    }
}

/// A line that may stand at the top of each page: short, no sentence, no heading of the outline.
fn is_head(line: &PageLine, headings: &[usize], at: usize) -> bool {
    line.fixed.is_none()
        && line.width <= WIDEST_HEAD
        && !line.ends_sentence()
        && !headings.contains(&at)
        && !line.has_bullet()
        && !is_attachment(&line.text)
}

/// `붙임 2 어구별 매입 단가`, `[별첨]`
pub(super) fn is_attachment(text: &str) -> bool {
    let bare = text.trim_start_matches(['[', ' ']);
    ["붙임", "별첨", "첨부", "참고"].iter().any(|name| {
        bare.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with([' ', ']', '>', '〉', '1', '2', '3']))
    })
}
