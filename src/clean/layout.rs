//! What a line's place on the page says of it: before the headline, beside buttons, under a ranking's heading,
//! after the last sentence.

use super::byline;
use super::line::{Line, Suspicion, Verdict};
use super::lists::Lists;
use super::{contents, headline, tail};
use crate::article::{BlockKind, Reason};

/// The rule's name for what only sounds like a button; above the text it could be the headline.
pub(super) const BUTTON: &str = "button";
/// The rule's name where a user's list decided.
const NEVER: &str = "never";
/// Longest line of a list of links, in columns.
const MAX_LINK_WIDTH: usize = 110;
/// Longest list of links under one heading.
const MAX_LINKS: usize = 40;

/// Decides every line, from what is sure to what only the layout tells. `byline` is what the page's markup gives.
pub(super) fn decide(lines: &mut [Line], byline: Option<&str>, lists: &Lists) {
    accept_sure(lines);
    let names = mark_authors(lines, byline);
    let Some(body) = Body::find(lines) else {
        accept_likely(lines, 0, lines.len());
        return;
    };
    accept_likely(lines, body.first, body.last);
    mark_lists(lines, body.first);
    contents::mark(lines, body.first);
    let headline = headline::mark_before(lines, body.first, lists);
    mark_between(lines, headline);
    mark_counters(lines);
    mark_promotions(lines);
    tail::mark(lines, &names);
    mark_between(lines, headline);
}

/// What the user never wants to see is out, whatever stands around it.
pub(super) fn exclude_never(lines: &mut [Line], lists: &Lists) {
    if lists.never().is_empty() {
        return;
    }
    for line in lines {
        if line.fixed.is_none() && lists.never().matches(&line.text) {
            line.verdict = Some(Verdict {
                reason: Reason::ByHand,
                rule: NEVER,
            });
        }
    }
}

fn accept_sure(lines: &mut [Line]) {
    forgive_lone(lines);
    for line in lines {
        if let Suspicion::Sure(verdict) = line.suspicion {
            line.verdict = Some(verdict);
        }
    }
}

/// A single label in a whole text, such as the title "Privacy Policy", is no page's furniture.
fn forgive_lone(lines: &mut [Line]) {
    if page_evidence(lines) > 1 {
        return;
    }
    for line in lines {
        if let Suspicion::Sure(verdict) = line.suspicion {
            let label = matches!(verdict.rule, "words" | "heading" | "menu");
            let says_so = matches!(
                verdict.reason,
                Reason::Advertisement
                    | Reason::WireMark
                    | Reason::Share
                    | Reason::Copyright
                    | Reason::SceneBreak
            );
            if label && !says_so {
                line.suspicion = Suspicion::Likely(verdict);
                line.opens_list = false;
            }
        }
    }
}

/// How many lines show that the text is a page and not a plain document; four likely ones make one.
pub(super) fn page_evidence(lines: &[Line]) -> usize {
    let tells = |verdict: Verdict| {
        verdict.rule != "by" && !matches!(verdict.reason, Reason::SceneBreak | Reason::Dateline)
    };
    let (mut sure, mut likely) = (0, 0);
    for line in lines {
        match line.suspicion {
            Suspicion::Sure(verdict) => sure += usize::from(tells(verdict)),
            Suspicion::Likely(_) => likely += 1,
            Suspicion::None => sure += usize::from(is_page_part(line)),
        }
    }
    sure + likely / 4
}

/// Seen by import to be outside a web page's article, or by a person. That a document has running heads, speaker notes
/// or a table of contents makes it no web page.
fn is_page_part(line: &Line) -> bool {
    let of_page = |reason| matches!(reason, Reason::OutsideArticle | Reason::ByHand);
    line.fixed.as_ref().is_some_and(|why| of_page(why.reason))
}

/// Finds the names in bylines and excludes the lines that only repeat one of them. Gives the names.
fn mark_authors(lines: &mut [Line], byline: Option<&str>) -> Vec<String> {
    if page_evidence(lines) == 0 {
        return Vec::new();
    }
    let mut names: Vec<String> = byline.into_iter().map(str::to_owned).collect();
    for line in lines.iter() {
        let Suspicion::Sure(verdict) = line.suspicion else {
            continue;
        };
        if verdict.reason == Reason::Byline {
            names.extend(line.cover.names().map(str::to_owned));
            names.extend(
                byline::english_byline(line)
                    .into_iter()
                    .flat_map(|found| found.names),
            );
        }
    }
    let verdict = Verdict {
        reason: Reason::Byline,
        rule: "author",
    };
    let mut kept_before = false;
    for at in 0..lines.len().saturating_sub(1) {
        if kept_before && !lines[at].out() && byline::is_name_before(&lines[at], &lines[at + 1..]) {
            names.push(lines[at].text.clone());
            lines[at].verdict = Some(verdict);
        }
        kept_before |= !lines[at].out() && lines[at].suspicion == Suspicion::None;
    }
    names.sort();
    names.dedup();
    let after = lines
        .iter()
        .rposition(|line| line.suspicion == Suspicion::None && line.is_paragraph())
        .unwrap_or(lines.len());
    for (at, line) in lines.iter_mut().enumerate() {
        if !line.out() && byline::is_author_line(line, &names, at > after) {
            line.verdict = Some(verdict);
        }
    }
    names
}

/// The first and the last line that are certainly running text.
struct Body {
    first: usize,
    last: usize,
}

impl Body {
    fn find(lines: &[Line]) -> Option<Body> {
        let running = |line: &Line| !line.out() && line.suspicion == Suspicion::None;
        let first = lines
            .iter()
            .position(|line| running(line) && line.is_paragraph())?;
        let last = lines
            .iter()
            .rposition(|line| running(line) && line.ends_sentence() && line.width >= 30)?;
        Some(Body {
            first,
            last: last.max(first),
        })
    }
}

/// Likely lines count before and after the running text, and within it beside other furniture.
fn accept_likely(lines: &mut [Line], first: usize, last: usize) {
    if page_evidence(lines) == 0 {
        return;
    }
    let beside = |lines: &[Line], at: usize| {
        let other = |at: usize| {
            lines
                .get(at)
                .is_some_and(|line| line.out() || matches!(line.suspicion, Suspicion::Likely(_)))
        };
        at.checked_sub(1).is_some_and(other) || other(at + 1)
    };
    for at in 0..lines.len() {
        let Suspicion::Likely(verdict) = lines[at].suspicion else {
            continue;
        };
        let outside = (at < first || at > last) && verdict.rule != BUTTON;
        let button = verdict.rule == BUTTON && at < first;
        if lines[at].fixed.is_none()
            && lines[at].verdict.is_none()
            && !button
            && (outside || beside(lines, at))
        {
            lines[at].verdict = Some(verdict);
        }
    }
}

/// The links under "Most read" or 관련기사. Before the running text such a word is a menu's, with no list.
fn mark_lists(lines: &mut [Line], first: usize) {
    for heading in first..lines.len() {
        let Some(verdict) = lines[heading].verdict.filter(|_| lines[heading].opens_list) else {
            continue;
        };
        let spaced = lines.get(heading + 1).is_some_and(|line| line.blank_before);
        let under = lines[heading + 1..].iter_mut().take(MAX_LINKS);
        for (links, line) in under.enumerate() {
            let ended = line.opens_list
                || !is_link(line)
                || (line.blank_before && links > 0 && !spaced)
                || (line.blank_before && is_subheading(line));
            if ended {
                break;
            }
            if !line.out() {
                line.verdict = Some(Verdict {
                    reason: verdict.reason,
                    rule: "under-heading",
                });
            }
        }
    }
}

fn is_link(line: &Line) -> bool {
    line.out()
        || (line.width <= MAX_LINK_WIDTH
            && !(line.ends_sentence() && line.text.ends_with(['.', '。'])))
}

fn is_subheading(line: &Line) -> bool {
    line.text.starts_with(['◇', '◆', '■', '□', '▣', '●'])
}

/// A short line squeezed between two lines of furniture, with no space on either side.
fn mark_between(lines: &mut [Line], headline: Option<usize>) {
    for at in 1..lines.len().saturating_sub(1) {
        let line = &lines[at];
        let squeezed = lines[at - 1].out()
            && lines[at + 1].out()
            && !line.blank_before
            && !lines[at + 1].blank_before;
        let short = line.width <= 24
            && !line.ends_sentence()
            && line.kind != BlockKind::Heading
            && (!line.has_bullet() || line.text.starts_with(['▶', '☞']));
        if !line.out() && squeezed && short && headline != Some(at) {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Navigation,
                rule: "between",
            });
        }
    }
}

/// What a newsletter says of itself, between its heading and its form.
fn mark_promotions(lines: &mut [Line]) {
    const LONGEST: usize = 3;
    let promotes = |line: &Line| {
        line.verdict
            .is_some_and(|verdict| verdict.reason == Reason::Subscription)
    };
    let mut last: Option<usize> = None;
    for at in 0..lines.len() {
        if lines[at].blank_before {
            last = None;
        }
        if !promotes(&lines[at]) {
            continue;
        }
        if let Some(from) = last.filter(|&from| at - from > 1 && at - from <= LONGEST + 1) {
            for line in lines[from + 1..at].iter_mut().filter(|line| !line.out()) {
                line.verdict = Some(Verdict {
                    reason: Reason::Subscription,
                    rule: "between",
                });
            }
        }
        last = Some(at);
    }
}

/// Numbers that stand alone next to a button or a ranking: how often it was pressed, its place.
fn mark_counters(lines: &mut [Line]) {
    if page_evidence(lines) < 2 {
        return;
    }
    for at in 0..lines.len() {
        let number = |line: &Line| {
            line.kind != BlockKind::Cell
                && line.width <= 8
                && line.text.contains(|c: char| c.is_ascii_digit())
                && line
                    .text
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '+' | 'K' | 'k'))
        };
        let above = at > 0 && lines[at - 1].out() && !lines[at].blank_before;
        let below = lines
            .get(at + 1)
            .is_some_and(|next| next.out() && !next.blank_before);
        if !lines[at].out() && number(&lines[at]) && (above || below) {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Reaction,
                rule: "counter",
            });
        }
    }
}
