//! The headline of a page, and the names of the site and the section above it.

use super::layout::page_evidence;
use super::line::{Line, Verdict};
use super::lists::Lists;
use crate::article::{BlockKind, Reason};
use std::collections::HashSet;

/// Names of the site and the section above the headline.
///
/// Gives the headline.
pub(super) fn mark_before(lines: &mut [Line], first: usize, lists: &Lists) -> Option<usize> {
    if page_evidence(lines) < 2 {
        return lines.iter().position(|line| !line.out());
    }
    let open: Vec<usize> = (0..first).filter(|&at| !lines[at].out()).collect();
    let headline = headline(lines, &open, lists)?;
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
        let label = is_label(lines, at, headline);
        if short && (site || is_bracketed(&lines[at]) || (above && (below || label)) || in_menu) {
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
    for at in headline + 1..first {
        let above = lines[at - 1].out();
        let below = lines.get(at + 1).is_some_and(Line::out);
        let site = is_site_name(&lines[at], lists) && (above || below) && lines[at].width <= 24;
        if !lines[at].out() && !lines[at].blank_before && (site || is_topic(lines, at)) {
            lines[at].verdict = Some(verdict);
        }
    }
    Some(headline)
}

/// The section of the page, stuck to the menu above and set apart from the headline below, or in capitals.
fn is_label(lines: &[Line], at: usize, headline: usize) -> bool {
    let line = &lines[at];
    let apart = !line.blank_before && lines[at + 1].blank_before;
    let capitals = |line: &Line| {
        line.text.contains(char::is_alphabetic) && !line.text.contains(char::is_lowercase)
    };
    let shouted =
        at + 1 == headline && line.text.is_ascii() && capitals(line) && !capitals(&lines[headline]);
    // `Robotics`, one word above a headline of many.
    let topic = at + 1 == headline
        && line.text.is_ascii()
        && !line.text.contains(' ')
        && line.text.starts_with(char::is_uppercase)
        && words(&lines[headline]) >= 5;
    line.width <= 24 && (apart || shouted || topic)
}

/// `Commodities | Agriculture`
fn is_section(line: &Line) -> bool {
    line.width <= 60
        && !line.ends_sentence()
        && line.text.contains(" | ")
        && line
            .text
            .split(" | ")
            .all(|cell| cell.chars().count() <= 24)
}

/// `Climate and Environment`, the topic that a page names below its date.
fn is_topic(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let dated = lines[at - 1]
        .verdict
        .is_some_and(|verdict| verdict.reason == Reason::Date);
    dated
        && line.width <= 30
        && line.text.is_ascii()
        && !line.ends_sentence()
        && line.text.split(' ').all(|word| {
            matches!(word, "and" | "of" | "&" | "the") || word.starts_with(char::is_uppercase)
        })
}

/// Among lines that stand close together and of which three or more are furniture.
fn is_in_menu(lines: &[Line], at: usize) -> bool {
    const REACH: usize = 12;
    let mut start = at;
    while start > 0 && at - start < REACH && !lines[start].blank_before {
        start -= 1;
    }
    let above = lines[start..at].iter();
    let below = lines[at + 1..]
        .iter()
        .take(REACH)
        .take_while(|line| !line.blank_before);
    above.chain(below).filter(|line| line.out()).take(3).count() == 3
}

/// The first line that can be a headline; a page's own heading, if its markup gave one.
fn headline(lines: &[Line], open: &[usize], lists: &Lists) -> Option<usize> {
    let given = open
        .iter()
        .find(|&&at| lines[at].kind == BlockKind::Heading);
    let fair = |at: &&usize| {
        let line = &lines[**at];
        !is_site_name(line, lists)
            && !is_bracketed(line)
            && !is_section(line)
            && !heads_menu(lines, **at)
    };
    let signed = lines.iter().position(|line| {
        line.verdict
            .is_some_and(|verdict| matches!(verdict.reason, Reason::Date | Reason::Byline))
    });
    let above_text = signed.unwrap_or(lines.len());
    let above_date = |at: usize| signed.is_some_and(|signed| at + 1 == signed);
    let wide = |at: usize| lines[at].width >= 20 || words(&lines[at]) >= 3;
    let in_menu = |at: usize| lines[at].width <= 24 && is_in_menu(lines, at) && !above_date(at);
    let clear = || {
        open.iter()
            .filter(fair)
            .find(|&&at| wide(at) && !in_menu(at))
    };
    // A short title among short lines is still wider than the words of a menu.
    let widest = |limit: usize| {
        let above = open
            .iter()
            .rev()
            .filter(fair)
            .filter(move |at| **at < limit);
        above.max_by_key(|at| lines[**at].width)
    };
    given
        .or_else(clear)
        .or_else(|| widest(above_text))
        .or_else(|| widest(lines.len()))
        .or_else(|| open.iter().find(|&&at| !is_site_name(&lines[at], lists)))
        .copied()
}

/// A menu follows the name of a site or its slogan, never a headline.
fn heads_menu(lines: &[Line], at: usize) -> bool {
    const REACH: usize = 4;
    let under = lines[at + 1..].iter().take(REACH);
    let menu = under.take_while(|line| !line.blank_before).filter(|line| {
        line.verdict
            .is_some_and(|verdict| verdict.reason == Reason::Navigation)
    });
    let next_is_out = lines.get(at + 1).is_some_and(|next| {
        next.verdict
            .is_some_and(|verdict| verdict.reason == Reason::Navigation)
    });
    next_is_out && menu.count() >= 2
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
