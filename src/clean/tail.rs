//! What stands after the article: about its writer, and everything from the first closing furniture on.

use super::layout::page_evidence;
use super::line::{Line, Verdict};
use crate::article::{BlockKind, Reason};

/// How much wider than what follows the article must be for a copyright line to be its end.
const ARTICLE_TO_TAIL: usize = 2;
/// The same for a reporter's address, which may also stand within an article.
const ARTICLE_TO_BYLINE: usize = 8;
/// What a site says of itself in one line, in columns.
const MAX_SLOGAN: usize = 120;
/// How many lines above and below a sentence must be furniture for it to be the site's own.
const REACH: usize = 3;
/// Fewer furniture lines are no page whose end could be told.
const MIN_EVIDENCE: usize = 5;
/// Longest topic, in columns; one alone is a heading.
const MAX_TAG: usize = 24;
const MIN_TAGS: usize = 2;
/// Lines about the writer that a page gives.
const MAX_BIOGRAPHY: usize = 4;
/// What follows a writer's name where a page says who that is.
const BIOGRAPHY_VERBS: [&str; 14] = [
    "is", "was", "covers", "has", "writes", "reports", "joined", "focuses", "works", "edits",
    "lives", "teaches", "leads", "reported",
];

/// Everything from the first closing furniture after the last sentence on.
pub(super) fn mark(lines: &mut [Line], authors: &[String]) {
    mark_biographies(lines, authors);
    let sentence = |line: &Line| !line.out() && line.ends_sentence() && line.width >= 30;
    let isolated = isolated(lines);
    let is_body = |at: &usize| sentence(&lines[*at]) && !isolated[*at];
    let Some(last) = (0..lines.len()).rev().find(is_body) else {
        return;
    };
    let end = end_mark(lines).unwrap_or(last).min(last);
    let closing = lines[end..].iter().position(|line| {
        line.verdict.is_some_and(|verdict| {
            !matches!(
                verdict.reason,
                Reason::Advertisement | Reason::SceneBreak | Reason::Credit
            )
        })
    });
    let Some(closing) = closing else { return };
    mark_tags(&mut lines[..end + closing], last + 1);
    for line in &mut lines[end + closing..] {
        if !line.out() {
            line.verdict = Some(Verdict {
                reason: Reason::Tail,
                rule: "after-the-article",
            });
        }
    }
}

/// A copyright line or "(END)" with the article before it and little after it.
fn end_mark(lines: &[Line]) -> Option<usize> {
    let running = |line: &&Line| !line.out() && line.ends_sentence();
    let width = |lines: &[Line]| {
        lines
            .iter()
            .filter(running)
            .map(|line| line.width)
            .sum::<usize>()
    };
    let total = width(lines);
    let mut before = 0;
    for (at, line) in lines.iter().enumerate() {
        let closes = line.verdict.is_some_and(|verdict| {
            let closes = matches!(verdict.reason, Reason::Copyright | Reason::WireMark)
                || opens_comments(line, verdict.reason);
            let factor = if closes {
                ARTICLE_TO_TAIL
            } else {
                ARTICLE_TO_BYLINE
            };
            let signs =
                matches!(verdict.reason, Reason::Email | Reason::Byline) && line.text.contains('@');
            (closes || signs) && before > 0 && before >= factor * (total - before)
        });
        if closes {
            return Some(at);
        }
        before += if running(&line) { line.width } else { 0 };
    }
    None
}

/// Sentences with furniture all around them, in the last part of a page: what a site says of itself.
fn isolated(lines: &[Line]) -> Vec<bool> {
    let running = |line: &Line| !line.out() && line.ends_sentence();
    let total: usize = lines
        .iter()
        .filter(|line| running(line))
        .map(|line| line.width)
        .sum();
    let mut before = 0;
    let mut isolated = vec![false; lines.len()];
    if page_evidence(lines) < MIN_EVIDENCE {
        return isolated;
    }
    for (at, line) in lines.iter().enumerate() {
        if !running(line) {
            continue;
        }
        let above = &lines[at.saturating_sub(REACH)..at];
        let below = &lines[at + 1..(at + 1 + REACH).min(lines.len())];
        let dense = !line.blank_before && below.iter().all(|line| !line.blank_before);
        isolated[at] = dense
            && before * 10 >= total * 7
            && line.width <= MAX_SLOGAN
            && above.len() == REACH
            && above.iter().all(closes_page)
            && below.iter().all(Line::out);
        before += line.width;
    }
    isolated
}

/// Furniture that stands after an article; links and adverts may stand within it.
fn closes_page(line: &Line) -> bool {
    let within = |reason| {
        matches!(
            reason,
            Reason::Related | Reason::Ranking | Reason::Advertisement | Reason::LinkList
        )
    };
    line.verdict.is_some_and(|verdict| !within(verdict.reason))
}

/// Topics of the article, one a line, between its last sentence and the furniture after it.
fn mark_tags(lines: &mut [Line], from: usize) {
    let tag = |line: &Line| {
        line.width <= MAX_TAG
            && !line.ends_sentence()
            && !line.has_bullet()
            && line.kind != BlockKind::Cell
            && line
                .text
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '&'))
    };
    if page_evidence(lines) < MIN_EVIDENCE {
        return;
    }
    let from = lines
        .iter()
        .rposition(|line| !line.out() && line.ends_sentence())
        .map_or(from, |last| last + 1);
    let tags: Vec<usize> = (from.min(lines.len())..lines.len())
        .filter(|&at| !lines[at].out())
        .collect();
    if tags.len() >= MIN_TAGS && tags.iter().all(|&at| tag(&lines[at])) {
        for at in tags {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Keywords,
                rule: "topics",
            });
        }
    }
}

/// The heading of the readers' comments.
fn opens_comments(line: &Line, reason: Reason) -> bool {
    reason == Reason::Reaction
        && line.width <= 40
        && ["comment", "discussion", "댓글"]
            .iter()
            .any(|word| line.folded.starts_with(word))
}

/// `Salamanca covers the Andean countries for ...`, after the last sentence of the article.
fn mark_biographies(lines: &mut [Line], authors: &[String]) {
    if page_evidence(lines) < 2 {
        return;
    }
    let mut sentences = 0;
    for at in (0..lines.len()).rev() {
        let line = &lines[at];
        if line.out() || !line.ends_sentence() {
            continue;
        }
        sentences += 1;
        if sentences > MAX_BIOGRAPHY {
            return;
        }
        if is_biography(line, authors) {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Byline,
                rule: "about-the-author",
            });
        }
    }
}

fn is_biography(line: &Line, authors: &[String]) -> bool {
    authors.iter().any(|author| {
        let author = author.to_lowercase();
        let family = author.rsplit(' ').next().unwrap_or(&author);
        [author.as_str(), family].into_iter().any(|name| {
            line.folded.strip_prefix(name).is_some_and(|rest| {
                let verb = rest
                    .strip_prefix(' ')
                    .and_then(|rest| rest.split(' ').next());
                verb.is_some_and(|verb| BIOGRAPHY_VERBS.contains(&verb))
            })
        })
    })
}
