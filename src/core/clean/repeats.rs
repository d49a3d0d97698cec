//! Captions and headlines that a page gives twice: the first stays.

use super::line::{PageLine, Verdict};
use super::page;
use crate::article::{BlockKind, Reason};
use std::collections::{HashMap, HashSet};

/// Shorter lines may well be said twice.
const MIN_WIDTH: usize = 30;
/// Columns of a caption that is given twice, one copy directly under the other.
const MIN_ADJACENT: usize = 16;
/// Columns of a sentence that is shown again; a shorter one may well be said twice.
const MIN_PULL_QUOTE: usize = 20;
const MAX_PULL_QUOTE: usize = 240;
/// How many quotations of a text are looked for, and how many lines away.
const MAX_PULL_QUOTES: usize = 200;
const PULL_QUOTE_REACH: usize = 40;
/// How far apart two forms of one caption stand, in lines.
const REACH: usize = 3;
/// What a credit adds to a caption, in columns.
const MAX_CREDIT: usize = 40;

const REPEAT: Verdict = Verdict {
    reason: Reason::Repeat,
    rule: "repeat",
};

/// Excludes the second copy of a line, and of a caption that differs by its credit. A plain document keeps its
/// refrains: a page is known by other boilerplate.
pub(super) fn mark(lines: &mut [PageLine]) {
    let judged = page::is_judged(lines);
    if !judged && !page::is_page(lines) {
        return;
    }
    mark_pull_quotes(lines);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().filter(|line| judged && !line.out()) {
        *counts.entry(line.folded.clone()).or_default() += 1;
    }
    let headline = lines
        .iter()
        .find(|line| !line.out() && line.kind == BlockKind::Heading)
        .map(|line| line.folded.clone());
    let mut seen: HashSet<String> = HashSet::new();
    let mut recent: Vec<usize> = Vec::with_capacity(REACH);
    for at in 0..lines.len() {
        let is_given_twice = at > 0
            && lines[at].width >= MIN_ADJACENT
            && !lines[at - 1].out()
            && lines[at - 1].folded == lines[at].folded
            && !is_refrain(&lines[at]);
        let short = lines[at].width < MIN_WIDTH && !is_given_twice;
        if lines[at].out() || short || is_refrain(&lines[at]) {
            continue;
        }
        let count = counts.get(&lines[at].folded).copied().unwrap_or_default();
        let is_cut =
            |&before: &usize| at - before <= REACH && is_cut_from(&lines[before], &lines[at]);
        if let Some(place) = recent.iter().position(is_cut) {
            lines[recent.remove(place)].verdict = Some(REPEAT);
        }
        let is_headline = headline.as_ref() == Some(&lines[at].folded);
        let is_structure = !is_headline && is_structure(&lines[at], count);
        let repeated = (seen.contains(&lines[at].folded) && !is_structure)
            || is_given_twice
            || recent
                .iter()
                .any(|&before| at - before <= REACH && is_given_by(&lines[at], &lines[before]));
        if repeated {
            lines[at].verdict = Some(REPEAT);
            continue;
        }
        // A table of contents says what headings will say.
        if !(judged && lines[at].kind == BlockKind::ListItem) {
            seen.insert(lines[at].folded.clone());
        }
        if recent.len() == REACH {
            recent.remove(0);
        }
        recent.push(at);
    }
}

/// Excludes sentences of the text that the page shows again, large and in quotes, after or before their paragraph.
fn mark_pull_quotes(lines: &mut [PageLine]) {
    let is_quote = |line: &PageLine| {
        line.width >= MIN_PULL_QUOTE
            && line.width <= MAX_PULL_QUOTE
            && line.text.starts_with(['"', '“'])
            && line.text.ends_with(['"', '”'])
    };
    // Above the text a quotation may be the headline.
    let first = lines
        .iter()
        .position(|line| !line.out() && line.is_paragraph())
        .unwrap_or(lines.len());
    let quotes: Vec<usize> = (0..lines.len())
        .filter(|&at| at > first && !lines[at].out() && is_quote(&lines[at]))
        .take(MAX_PULL_QUOTES)
        .collect();
    for at in quotes {
        let marks = |c: char| !c.is_alphanumeric();
        let said = lines[at].folded.trim_matches(marks).to_owned();
        let within = |line: &PageLine| !line.out() && line.folded.contains(&said);
        let from = at.saturating_sub(PULL_QUOTE_REACH);
        let to = (at + 1 + PULL_QUOTE_REACH).min(lines.len());
        let said_elsewhere = (from..to).any(|other| {
            other != at && lines[other].width > lines[at].width + 4 && within(&lines[other])
        });
        if said_elsewhere && !said.contains('"') {
            lines[at].verdict = Some(Verdict {
                reason: Reason::Repeat,
                rule: "pull-quote",
            });
        }
    }
}

/// Items of lists, the questions of a form or an interview, subheadings and short lines that come time and again between
/// other text: so is an article built, where markup already told its boilerplate. `count` is 0 elsewhere.
fn is_structure(line: &PageLine, count: usize) -> bool {
    let is_built = match line.kind {
        BlockKind::Caption => false,
        BlockKind::ListItem => true,
        BlockKind::Heading => count >= 3,
        _ => line.text.ends_with('?') || (count >= 3 && !line.is_paragraph()),
    };
    count > 0 && is_built
}

/// Speech and list items say the same thing twice on purpose.
fn is_refrain(line: &PageLine) -> bool {
    let speech = line.text.starts_with(['"', '“', '‘', '\'', '―']) && line.width < 2 * MIN_WIDTH;
    (speech && line.kind != BlockKind::Heading) || line.kind == BlockKind::Cell
}

/// Whether `before` says all that `line` does.
fn is_given_by(line: &PageLine, before: &PageLine) -> bool {
    same_caption(before, line) || is_cut_from(line, before)
}

/// The beginning of the other, cut off where a gallery or a teaser had no more room: `... left, speaks at ... more`.
fn is_cut_from(line: &PageLine, whole: &PageLine) -> bool {
    const CUTS: [&str; 4] = ["...", "…", "[+]", "more"];
    let mut begun = line.folded.as_str();
    while let Some(cut) = CUTS.iter().find_map(|cut| begun.strip_suffix(cut)) {
        begun = cut.trim_end();
    }
    let is_cut = line.folded[begun.len()..].contains(['.', '…']);
    is_cut && begun.len() >= MIN_WIDTH && whole.folded.starts_with(begun)
}

/// One is the other and a credit.
fn same_caption(first: &PageLine, second: &PageLine) -> bool {
    let (short, long) = if first.width <= second.width {
        (first, second)
    } else {
        (second, first)
    };
    if long.width - short.width > MAX_CREDIT {
        return false;
    }
    let begun = short.folded.trim_end_matches('.');
    long.folded.strip_prefix(begun).is_some_and(|credit| {
        // `The quay of Eunpo. Mina Kim for the Herald`
        let signs_sentence = short.ends_sentence() && credit.starts_with('.');
        let credit = credit.trim_start_matches(['.', ' ']);
        signs_sentence && !super::line::ends_sentence(credit)
            || credit.starts_with(['(', '[', '/', '©', 'ⓒ', '<'])
            || credit.starts_with("credit")
            || credit.contains("사진")
            || credit.contains("photo")
            || credit.contains("제공")
    })
}
