//! What stands after the article about its writer.

use super::line::{PageLine, Verdict};
use super::page::is_page;
use crate::article::{Reason, is_hangul};

/// Lines about the writer that a page gives.
const MAX_BIOGRAPHY: usize = 4;
/// What follows a writer's name where a page says who that is.
const BIOGRAPHY_VERBS: [&str; 38] = [
    "runs",
    "founded",
    "directs",
    "manages",
    "hosts",
    "heads",
    "studies",
    "serves",
    "holds",
    "received",
    "won",
    "started",
    "grew",
    "worked",
    "wrote",
    "spent",
    "contributed",
    "specializes",
    "specialises",
    "oversees",
    "teaches",
    "researches",
    "can",
    "also",
    "is",
    "was",
    "covers",
    "has",
    "writes",
    "reports",
    "joined",
    "focuses",
    "works",
    "edits",
    "lives",
    "teaches",
    "leads",
    "reported",
];

/// `Salamanca covers the Andean countries for ...`, after the last sentence of the article.
pub(super) fn mark(lines: &mut [PageLine], authors: &[String], last: usize) {
    if !is_page(lines) {
        return;
    }
    mark_above(lines, authors);
    let mut sentences = 0;
    for at in (0..lines.len()).rev() {
        let line = &lines[at];
        if line.out() || !line.ends_sentence() {
            continue;
        }
        // What readers wrote below the article does not count.
        sentences += usize::from(at <= last);
        if sentences > MAX_BIOGRAPHY {
            return;
        }
        let under_name = at > 0 && authors.contains(&lines[at - 1].text) && says_who(&line.folded);
        if under_name || is_biography(line, authors) {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Byline,
                rule: "about-the-author",
            });
        }
    }
}

/// The same between the byline and the text.
fn mark_above(lines: &mut [PageLine], authors: &[String]) {
    const REACH: usize = 8;
    let Some(signed) = lines.iter().position(|line| line.out_for(Reason::Byline)) else {
        return;
    };
    for line in lines.iter_mut().skip(signed + 1).take(REACH) {
        if !line.out() && line.ends_sentence() && is_biography(line, authors) {
            line.verdict = Some(Verdict {
                reason: Reason::Byline,
                rule: "about-the-author",
            });
        }
    }
}

/// `is a senior reporter who ...`, the writer's name on the line before.
fn says_who(text: &str) -> bool {
    let verb = text.split(' ').next().unwrap_or(text);
    BIOGRAPHY_VERBS.contains(&verb)
}

fn is_biography(line: &PageLine, authors: &[String]) -> bool {
    authors.iter().any(|author| {
        let topic = |rest: &str| {
            ["은 ", "는 ", " 씨는 ", " 기자는 ", " 작가는 "]
                .iter()
                .any(|particle| rest.starts_with(particle))
        };
        if author.contains(is_hangul) {
            return line.text.strip_prefix(author.as_str()).is_some_and(topic);
        }
        let author = author.to_lowercase();
        let family = author.rsplit(' ').next().unwrap_or(&author);
        [author.as_str(), family].into_iter().any(|name| {
            line.folded
                .strip_prefix(name)
                .is_some_and(|rest| rest.strip_prefix(' ').is_some_and(says_who))
        })
    })
}
