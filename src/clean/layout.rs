//! What a line's place on the page says of it: before the headline, beside buttons, under a ranking's heading,
//! after the last sentence.

use super::byline;
use super::line::{Line, Suspicion, Verdict};
use super::lists::Lists;
use crate::article::{BlockKind, Reason};
use std::collections::HashSet;

/// Longest line of a list of links, in columns.
const MAX_LINK_WIDTH: usize = 110;
/// Longest list of links under one heading.
const MAX_LINKS: usize = 40;
/// How much wider than what follows the article must be for a copyright line to be its end.
const ARTICLE_TO_TAIL: usize = 2;

/// Decides every line, from what is sure to what only the layout tells. `byline` is what the page's markup gives.
pub(super) fn decide(lines: &mut [Line], byline: Option<&str>, lists: &Lists) {
    accept_sure(lines);
    mark_authors(lines, byline);
    let Some(body) = Body::find(lines) else {
        accept_likely(lines, 0, lines.len());
        return;
    };
    accept_likely(lines, body.first, body.last);
    mark_lists(lines, body.first);
    mark_before_headline(lines, body.first, lists);
    mark_between(lines, body.first);
    mark_tail(lines);
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

/// How many lines show that the text is a page and not a plain document; two likely ones make one.
pub(super) fn page_evidence(lines: &[Line]) -> usize {
    let tells = |verdict: Verdict| {
        !matches!(
            verdict.reason,
            Reason::SceneBreak | Reason::Byline | Reason::Dateline
        )
    };
    let (mut sure, mut likely) = (0, 0);
    for line in lines {
        match line.suspicion {
            Suspicion::Sure(verdict) => sure += usize::from(tells(verdict)),
            Suspicion::Likely(_) => likely += 1,
            Suspicion::None => sure += usize::from(line.fixed.is_some()),
        }
    }
    sure + likely / 2
}

/// The names in bylines, and the lines that only repeat one of them.
fn mark_authors(lines: &mut [Line], byline: Option<&str>) {
    if page_evidence(lines) == 0 {
        return;
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
    for at in 1..lines.len().saturating_sub(1) {
        let kept_before = lines[..at]
            .iter()
            .any(|line| !line.out() && line.suspicion == Suspicion::None);
        if kept_before && !lines[at].out() && byline::is_name_before(&lines[at], &lines[at + 1]) {
            names.push(lines[at].text.clone());
            lines[at].verdict = Some(verdict);
        }
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
        let outside = at < first || at > last;
        if lines[at].fixed.is_none()
            && lines[at].verdict.is_none()
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
        let mut links = 0;
        for at in heading + 1..lines.len() {
            let line = &lines[at];
            let ended = line.opens_list
                || links == MAX_LINKS
                || !is_link(line)
                || (line.blank_before && links > 0 && !spaced)
                || (line.blank_before && is_subheading(line));
            if ended {
                break;
            }
            if !lines[at].out() {
                lines[at].verdict = Some(Verdict {
                    reason: verdict.reason,
                    rule: "under-heading",
                });
            }
            links += 1;
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

/// Names of the site and the section above the headline.
fn mark_before_headline(lines: &mut [Line], first: usize, lists: &Lists) {
    if page_evidence(lines) < 2 {
        return;
    }
    let open: Vec<usize> = (0..first).filter(|&at| !lines[at].out()).collect();
    let headline = headline(lines, &open, lists);
    let Some(headline) = headline else { return };
    let verdict = Verdict {
        reason: Reason::Navigation,
        rule: "before-headline",
    };
    let mut names = HashSet::new();
    for &at in open.iter().take_while(|&&at| at < headline) {
        let above = at == 0 || lines[at - 1].out();
        let below = lines[at + 1].out();
        let site = is_site_name(&lines[at], lists) && (above || below);
        let short = lines[at].width <= 36 && !lines[at].ends_sentence();
        let in_menu = lines[at].width <= 24 && is_in_menu(lines, at);
        if short && (site || is_bracketed(&lines[at]) || (above && below) || in_menu) {
            lines[at].verdict = Some(verdict);
            names.insert(lines[at].folded.clone());
        }
    }
    // The site's name stands again beside the date.
    for line in &mut lines[headline + 1..] {
        if !line.out() && names.contains(&line.folded) {
            line.verdict = Some(verdict);
        }
    }
}

/// Among lines that stand close together and of which three or more are furniture.
fn is_in_menu(lines: &[Line], at: usize) -> bool {
    let above = lines[..=at].iter().rev().scan(false, |ended, line| {
        (!std::mem::replace(ended, line.blank_before)).then_some(line)
    });
    let below = lines[at + 1..].iter().take_while(|line| !line.blank_before);
    above.chain(below).filter(|line| line.out()).take(3).count() == 3
}

/// The first line that can be a headline; a page's own heading, if its markup gave one.
fn headline(lines: &[Line], open: &[usize], lists: &Lists) -> Option<usize> {
    let given = open
        .iter()
        .find(|&&at| lines[at].kind == BlockKind::Heading);
    let fair = |at: &&usize| {
        let line = &lines[**at];
        !is_site_name(line, lists) && !is_bracketed(line)
    };
    given
        .or_else(|| {
            open.iter()
                .filter(fair)
                .find(|&&at| lines[at].width >= 20 || words(&lines[at]) >= 3)
        })
        .or_else(|| open.iter().find(fair))
        .copied()
}

fn words(line: &Line) -> usize {
    line.text.split(' ').count()
}

/// `The Daily Example`, 하늘뉴스.
fn is_site_name(line: &Line, lists: &Lists) -> bool {
    let last = line.folded.rsplit(' ').next().unwrap_or("");
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    let named = lists.is_site_word(last) || lists.ends_in_site_word(last);
    let any = line.folded.split(' ').any(|word| lists.is_site_word(word));
    words(line) <= 5 && line.width <= 36 && (named || (any && words(line) <= 3))
}

/// `[맹주호의 골목 경제]`, `<사설>`: the name of a column.
fn is_bracketed(line: &Line) -> bool {
    let text = line.text.as_str();
    (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('<') && text.ends_with('>'))
}

/// A short line squeezed between two lines of furniture, with no space on either side.
fn mark_between(lines: &mut [Line], first: usize) {
    let headline = lines.iter().position(|line| !line.out());
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
        if !line.out() && squeezed && short && (at > first || headline != Some(at)) {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Navigation,
                rule: "between",
            });
        }
    }
}

/// Everything from the first closing furniture after the last sentence on.
fn mark_tail(lines: &mut [Line]) {
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
            matches!(verdict.reason, Reason::Copyright | Reason::WireMark) && before > 0
        });
        if closes && before >= ARTICLE_TO_TAIL * (total - before) {
            return Some(at);
        }
        before += if running(&line) { line.width } else { 0 };
    }
    None
}
