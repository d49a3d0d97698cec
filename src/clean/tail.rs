//! What stands after the article: about its writer, and everything from the first closing furniture on.

use super::layout::page_evidence;
use super::line::{Line, Verdict};
use crate::article::Reason;

/// How much wider than what follows the article must be for a copyright line to be its end.
const ARTICLE_TO_TAIL: usize = 2;
/// The same for a reporter's address, which may also stand within an article.
const ARTICLE_TO_BYLINE: usize = 8;
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
    let Some(last) = lines.iter().rposition(sentence) else {
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
