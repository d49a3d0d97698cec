//! What a line's place on the page says of it: before the headline, beside buttons, under a ranking's heading,
//! after the last sentence.

use super::byline;
use super::content_span::ContentSpan;
use super::line::{PageLine, Suspicion, Verdict, is_closer};
use super::lists::Lists;
use super::page::{BUTTON, is_judged, is_page, page_evidence};
use super::{biography, contents, headline, score, summary};
use crate::article::{BlockKind, Reason};

/// The rule's name where a user's list decided.
const NEVER: &str = "never";
/// Longest line of a list of links, in columns.
const MAX_LINK_WIDTH: usize = 110;
/// Longest list of links under one heading.
const MAX_LINKS: usize = 40;

/// Decides every line, from what is sure to what only the layout tells. `byline` is what the page's markup gives.
pub(super) fn decide(lines: &mut [PageLine], byline: Option<&str>, lists: &Lists) {
    accept_sure(lines);
    if page_evidence(lines) == 0 {
        return;
    }
    let names = mark_authors(lines, byline);
    let Some(content_span) = ContentSpan::find(lines) else {
        accept_likely(lines, None);
        return;
    };
    accept_likely(lines, Some(&content_span));
    if !is_judged(lines) {
        mark_lists(lines, content_span.first);
    }
    if !is_page(lines) {
        return;
    }
    contents::mark(lines, &content_span);
    summary::mark(lines);
    let headline = headline::find(lines, &content_span, lists);
    if let Some(headline) = headline {
        headline::mark_above(lines, headline, &content_span);
        headline::mark_labelled(lines, headline);
    }
    mark_counters(lines);
    biography::mark(lines, &names, content_span.last);
    score::mark(lines, &content_span, headline, lists);
}

/// What the user never wants to see is out, whatever stands around it.
pub(super) fn exclude_never(lines: &mut [PageLine], lists: &Lists) {
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

fn accept_sure(lines: &mut [PageLine]) {
    if !is_page(lines) {
        forgive_dates(lines);
        forgive_lone(lines);
    }
    forgive_subheadings(lines);
    forgive_cells(lines);
    for line in lines {
        if let Suspicion::Sure(verdict) = line.suspicion {
            line.verdict = Some(verdict);
        }
    }
}

/// Of a document that is a list of dates they are no boilerplate.
fn forgive_dates(lines: &mut [PageLine]) {
    /// When it was written and when it was changed; more dates are what a list is of.
    const FEW: usize = 2;
    let is_date = |line: &PageLine| {
        matches!(line.suspicion, Suspicion::Sure(verdict) if verdict.reason == Reason::Date)
            && line.cover.has_date()
    };
    if lines.iter().filter(|line| is_date(line)).count() > FEW {
        for line in lines.iter_mut().filter(|line| is_date(line)) {
            line.suspicion = Suspicion::None;
        }
    }
}

/// A single label in a whole text, such as the title "Privacy Policy", or a few in a long one, are no page's boilerplate.
fn forgive_lone(lines: &mut [PageLine]) {
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

/// A table is the article's or it is not, as a whole: `Yes`, `Best`, `Email` in its cells are no buttons unless most
/// of the cells are surely of that kind. What holds paragraphs is no table but lays out a page.
fn forgive_cells(lines: &mut [PageLine]) {
    let is_cell = |line: &PageLine| line.kind == BlockKind::Cell && line.fixed.is_none();
    for table in lines.chunk_by_mut(|one, next| is_cell(one) == is_cell(next)) {
        let is_sure = |cell: &&PageLine| matches!(cell.suspicion, Suspicion::Sure(_));
        let sure = table.iter().filter(is_sure).count();
        let is_data =
            table.first().is_some_and(is_cell) && !table.iter().any(PageLine::is_paragraph);
        if sure * 2 > table.len() || !is_data {
            continue;
        }
        for cell in table {
            cell.suspicion = Suspicion::None;
            cell.mentions = None;
            cell.opens_list = false;
        }
    }
}

/// What heads a paragraph heads no list of links: "Up Next" may well be a heading of the article.
fn forgive_subheadings(lines: &mut [PageLine]) {
    for at in 0..lines.len().saturating_sub(1) {
        let text = |line: &PageLine| {
            line.suspicion == Suspicion::None
                && line.width >= 30
                && line.text.ends_with('.')
                && !headline::is_in_headline_case(&line.text)
        };
        let Suspicion::Sure(verdict) = lines[at].suspicion else {
            continue;
        };
        if in_contents(lines, at) {
            lines[at].suspicion = Suspicion::None;
            lines[at].opens_list = false;
            lines[at].kind = BlockKind::Heading;
        } else if verdict.rule == "heading" && text(&lines[at + 1]) {
            if !is_never_said(&lines[at].folded) {
                lines[at].suspicion = Suspicion::Likely(verdict);
            }
            lines[at].opens_list = false;
        }
    }
}

/// No article has such a heading of its own.
fn is_never_said(folded: &str) -> bool {
    [
        "related",
        "recommend",
        "most read",
        "most popular",
        "most viewed",
        "editors' pick",
        "editor's pick",
        "you may",
        "you might",
        "more from",
        "read more",
        "read next",
        "관련기사",
        "관련 기사",
        "추천",
        "많이 본",
        "인기기사",
        "인기 기사",
        "주요뉴스",
        "주요 뉴스",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// Stands in the page's table of contents, too, between other headings of the text.
fn in_contents(lines: &[PageLine], at: usize) -> bool {
    let beside = |entry: usize| {
        let other = if entry > 0 { entry - 1 } else { entry + 1 };
        let later = |line: &PageLine| {
            lines[entry + 1..]
                .iter()
                .any(|other| other.folded == line.folded)
        };
        // The sections of a site stand again further down, too.
        let menu = match lines[other].suspicion {
            Suspicion::Sure(verdict) | Suspicion::Likely(verdict) => {
                verdict.reason == Reason::Navigation
            }
            Suspicion::None => false,
        };
        !lines[entry].blank_before && later(&lines[other]) && !menu
    };
    let entry = lines[..at]
        .iter()
        .position(|line| line.folded == lines[at].folded);
    entry.is_some_and(|entry| at > entry + 3 && beside(entry))
}

/// Finds the names in bylines and excludes the lines that only repeat one of them. Gives the names.
fn mark_authors(lines: &mut [PageLine], byline: Option<&str>) -> Vec<String> {
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
    // Narrower than most headlines, wider than what menus hold.
    const HEADLINE: usize = 20;
    let mut kept_before = false;
    for at in 0..lines.len().saturating_sub(1) {
        if kept_before && !lines[at].out() && byline::is_name_before(&lines[at], &lines[at + 1..]) {
            names.push(lines[at].text.clone());
            lines[at].verdict = Some(verdict);
        }
        kept_before |= !lines[at].out()
            && lines[at].suspicion == Suspicion::None
            && lines[at].width >= HEADLINE;
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

/// Likely lines count outside the running text, and within it beside other boilerplate. What could be the headline
/// above the text, a heading within it or a paragraph of it is left to be weighed. `content_span` is missing where there is
/// no running text.
fn accept_likely(lines: &mut [PageLine], content_span: Option<&ContentSpan>) {
    let beside = |lines: &[PageLine], at: usize| {
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
        if lines[at].out()
            || content_span.is_some_and(|content_span| is_weighed(lines, at, content_span))
        {
            continue;
        }
        let outside = content_span
            .is_none_or(|content_span| !(content_span.first..=content_span.last).contains(&at));
        if (outside && verdict.rule != BUTTON) || beside(lines, at) {
            lines[at].verdict = Some(verdict);
        }
    }
}

fn is_weighed(lines: &[PageLine], at: usize, content_span: &ContentSpan) -> bool {
    let line = &lines[at];
    let Suspicion::Likely(verdict) = line.suspicion else {
        return false;
    };
    let native = || {
        content_span
            .vocabulary
            .shared(line, line.is_paragraph())
            .is_native()
    };
    let headline = verdict.rule == BUTTON || (verdict.rule == "pattern" && !line.ends_sentence());
    let heading = matches!(verdict.reason, Reason::Navigation | Reason::SiteInfo);
    let heads_text = lines
        .get(at + 1)
        .is_some_and(|next| !next.out() && next.ends_sentence());
    let within = (content_span.first..=content_span.last).contains(&at);
    (at < content_span.first && headline)
        || (heading && at >= content_span.first && (within || heads_text))
        || (line.is_paragraph() && native())
}

/// The links under "Most read" or 관련기사. Before the running text such a word is a menu's, with no list.
fn mark_lists(lines: &mut [PageLine], first: usize) {
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

fn is_link(line: &PageLine) -> bool {
    let stops = line.text.trim_end_matches(is_closer).ends_with(['.', '。']);
    let says = line.ends_sentence()
        && (stops || line.holds_sentence())
        && !headline::is_in_headline_case(&line.text);
    line.out() || (line.width <= MAX_LINK_WIDTH && !says)
}

fn is_subheading(line: &PageLine) -> bool {
    line.text.starts_with(['◇', '◆', '■', '□', '▣', '●'])
}

/// Numbers that stand alone next to a button or a ranking: how often it was pressed, its place.
fn mark_counters(lines: &mut [PageLine]) {
    if !is_page(lines) {
        return;
    }
    for at in 0..lines.len() {
        let number = |line: &PageLine| {
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
