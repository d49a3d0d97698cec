//! The headline of a page. What stands above it is the site's.

use super::content_span::ContentSpan;
use super::line::{PageLine, Suspicion, Verdict};
use super::lists::Lists;
use crate::article::{BlockKind, Reason, is_hangul};
use std::collections::HashSet;

/// Lines within which a byline or a date follows a headline.
const SIGNED_WITHIN: usize = 6;
/// A headline is as wide, or has as many words.
const WIDE: usize = 20;
const MANY_WORDS: usize = 3;
/// A line may have this much less to show for itself than a later one and still be the headline above a deck.
const LEEWAY: f32 = 1.0;
/// A headline that is no common phrase has as many columns.
const LABELLED: usize = 24;

/// The headline among the lines before the first paragraph: a page's own heading, if its markup gave one.
pub(super) fn find(lines: &[PageLine], content_span: &ContentSpan, lists: &Lists) -> Option<usize> {
    let open: Vec<usize> = (0..content_span.first)
        .filter(|&at| !lines[at].out())
        .collect();
    let given = open
        .iter()
        .find(|&&at| lines[at].kind == BlockKind::Heading);
    if let Some(&given) = given {
        return Some(given);
    }
    let signed = lines.iter().position(is_signature);
    let named = |at: usize| is_site_name(&lines[at], lists);
    let wide: Vec<(usize, f32)> = open
        .iter()
        .filter(|&&at| !is_bracketed(&lines[at]) && !is_section(&lines[at]))
        .filter(|&&at| lines[at].text.contains(char::is_alphabetic))
        .filter(|&&at| is_wide(&lines[at]) || is_short_title(lines, at, content_span))
        .map(|&at| {
            (
                at,
                standing(lines, at, content_span) - if named(at) { 1.0 } else { 0.0 },
            )
        })
        .collect();
    // A short title among short lines is still wider than the words of a menu.
    let widest = |limit: usize| {
        let above = open.iter().rev().filter(move |at| **at < limit);
        let fair = above.filter(|at| !named(**at) && !is_bracketed(&lines[**at]));
        fair.max_by_key(|at| lines[**at].width).copied()
    };
    best(lines, &wide)
        .or_else(|| widest(signed.unwrap_or(lines.len())))
        .or_else(|| widest(lines.len()))
        .or_else(|| open.iter().copied().find(|&at| !named(at)))
}

fn is_signature(line: &PageLine) -> bool {
    line.out_for(Reason::Date) || line.out_for(Reason::Byline)
}

fn is_wide(line: &PageLine) -> bool {
    line.width >= WIDE || words(line) >= MANY_WORDS
}

/// Longer than the name of a section: `봄은 산을 넘어`.
fn may_play(line: &PageLine) -> bool {
    let korean = line.text.contains(is_hangul) && line.text.contains(' ') && line.width >= 10;
    (korean || line.width >= 24 || words(line) >= 4) && !is_shouted(line)
}

fn is_shouted(line: &PageLine) -> bool {
    line.text.is_ascii() && !line.text.contains(char::is_lowercase)
}

/// Directly above the date or byline, or of two words that the text uses both.
fn is_short_title(lines: &[PageLine], at: usize, content_span: &ContentSpan) -> bool {
    let shared = content_span.vocabulary.shared(&lines[at], false);
    lines.get(at + 1).is_some_and(is_signature)
        || opens_text(lines, at, content_span)
        || (shared.known >= 2 && shared.known == shared.words)
}

/// A step or a sentence of the text: `1. 물을 붓고`, `볶습니다.`
fn is_step(line: &PageLine) -> bool {
    let number = line.text.trim_start_matches(|c: char| c.is_ascii_digit());
    line.has_bullet()
        || (number.len() < line.text.len() && number.starts_with(". "))
        || line.text.ends_with("다.")
        || line.text.ends_with("요.")
}

/// The first paragraph begins with it, as an encyclopedia's does: `A kettle harp is ...`.
fn opens_text(lines: &[PageLine], at: usize, content_span: &ContentSpan) -> bool {
    let (title, text) = (&lines[at].folded, &lines[content_span.first].folded);
    let text = ["a ", "an ", "the "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text);
    text.strip_prefix(title.as_str())
        .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// What speaks for the line being the headline: words of the text, width, a byline or a date below it, and no menu
/// around it.
fn standing(lines: &[PageLine], at: usize, content_span: &ContentSpan) -> f32 {
    let line = &lines[at];
    let shared = content_span.vocabulary.shared(line, false);
    let near = lines[at + 1..].iter().take(SIGNED_WITHIN).any(is_signature);
    let next = lines.get(at + 1).is_some_and(is_signature);
    let about = 0.5 * shared.known.min(4) as f32 + if shared.is_native() { 0.5 } else { 0.0 };
    let sells = shared.is_foreign() && line.suspicion != Suspicion::None;
    let menu = shared.is_foreign()
        && !next
        && ((line.width <= 24 && is_in_menu(lines, at)) || heads_menu(lines, at));
    about
        + if line.width >= 30 { 0.5 } else { 0.0 }
        + if opens_text(lines, at, content_span) {
            1.5
        } else {
            0.0
        }
        + if near { 0.5 } else { 0.0 }
        + if next { 1.0 } else { 0.0 }
        - if menu || sells || is_step(line) {
            1.5
        } else {
            0.0
        }
        - if is_shouted(line) { 0.5 } else { 0.0 }
        - 1.5 * line.promotion
}

/// The first candidate that stands nearly as well as the best; and the line directly above it, since a headline may
/// play with words that its deck explains.
fn best(lines: &[PageLine], candidates: &[(usize, f32)]) -> Option<usize> {
    let highest = candidates
        .iter()
        .map(|(_, standing)| *standing)
        .max_by(f32::total_cmp)
        .filter(|highest| *highest > 0.0)?;
    let first = candidates
        .iter()
        .position(|(_, standing)| *standing >= highest - LEEWAY)?;
    let mut found = candidates[first].0;
    for &(at, standing) in candidates[..first].iter().rev() {
        if standing < 0.0 || at + 1 != found || !may_play(&lines[at]) {
            break;
        }
        found = at;
    }
    // A page may give its title more than once; the last one stands above the text.
    let title = &lines[found].folded;
    let again = |at: &&(usize, f32)| lines[at.0].folded == *title;
    candidates.iter().rev().find(again).map(|(at, _)| *at)
}

/// Excludes what stands above the headline, and the site's name where it stands again beside the date. Only a
/// sentence in the words of the text stays.
pub(super) fn mark_above(lines: &mut [PageLine], headline: usize, content_span: &ContentSpan) {
    let verdict = Verdict {
        reason: Reason::Navigation,
        rule: "above-the-headline",
    };
    let mut names = HashSet::new();
    for line in &mut lines[..headline] {
        let known = content_span.vocabulary.shared(line, false).known > 0;
        let plain = line.suspicion == Suspicion::None
            && line.width >= WIDE
            && line.mentions.is_none()
            && !content_span.voice.is_foreign(line);
        let says = line.ends_sentence() && (known || plain) && line.promotion < 0.5;
        if !line.out() && !says {
            line.verdict = Some(verdict);
            names.insert(line.folded.clone());
        }
    }
    let title = lines[headline].folded.clone();
    for line in &mut lines[headline + 1..] {
        if !line.out() && names.contains(&line.folded) && line.folded != title {
            line.verdict = Some(verdict);
        }
    }
}

/// Excludes what gives the headline again with a label: `Share Why the bees came back`, `공유 벌이 돌아온 까닭`. What ends as a
/// sentence may be the text's: `Q. Why did the bees come back?`
pub(super) fn mark_labelled(lines: &mut [PageLine], headline: usize) {
    const LABEL_WORDS: usize = 2;
    let title = lines[headline].folded.clone();
    if lines[headline].width < LABELLED {
        return;
    }
    for line in &mut lines[headline + 1..] {
        let label = line.folded.strip_suffix(&title).map(str::trim_end);
        let is_label = |label: &str| !label.is_empty() && label.split(' ').count() <= LABEL_WORDS;
        if !line.out() && !line.ends_sentence() && label.is_some_and(is_label) {
            line.verdict = Some(Verdict {
                reason: Reason::Repeat,
                rule: "labelled-headline",
            });
        }
    }
}

/// `She Left Her Job to Bake for Truckers. They Keep Coming Back.`: four words in five begin with a capital, but for
/// small ones.
pub(super) fn is_in_headline_case(text: &str) -> bool {
    let words = || text.split(' ').filter(|word| word.len() > 3);
    let capitals = words()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    words().count() >= 5 && capitals * 5 >= words().count() * 4
}

/// `Commodities | Agriculture`
fn is_section(line: &PageLine) -> bool {
    line.width <= 60
        && !line.ends_sentence()
        && line.text.contains(" | ")
        && line
            .text
            .split(" | ")
            .all(|cell| cell.chars().count() <= 24)
}

/// Among lines that stand close together and of which three or more are boilerplate.
fn is_in_menu(lines: &[PageLine], at: usize) -> bool {
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

/// A menu follows the name of a site or its slogan, never a headline.
fn heads_menu(lines: &[PageLine], at: usize) -> bool {
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

fn words(line: &PageLine) -> usize {
    line.text.split(' ').count()
}

/// `The Daily Example`, 하늘뉴스.
fn is_site_name(line: &PageLine, lists: &Lists) -> bool {
    let last = line.folded.rsplit(' ').next().unwrap_or("");
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    let named = lists.is_site_word(last) || lists.ends_in_site_word(last);
    let any = line.folded.split(' ').any(|word| lists.is_site_word(word));
    words(line) <= 5 && line.width <= 36 && (named || (any && words(line) <= 3))
}

/// `[맹주호의 골목 경제]`, `<사설>`: the name of a column.
fn is_bracketed(line: &PageLine) -> bool {
    let text = line.text.as_str();
    (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('<') && text.ends_with('>'))
}
