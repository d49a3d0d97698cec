//! Credits and bylines behind a sentence: whose picture it shows, who wrote it.

use super::mark::{CLOSE, Mark, OPEN, ROLES, bracket_end, inner};
use crate::article::{Reason, is_hangul};
use std::ops::Range;

/// Longest credit or byline at the end of a paragraph.
const LONGEST_CREDIT: usize = 70;

const AGENCIES: [&str; 27] = [
    "yonhap",
    "연합뉴스",
    "연합",
    "ap",
    "afp",
    "reuters",
    "로이터",
    "epa",
    "upi",
    "newsis",
    "뉴시스",
    "xinhua",
    "신화",
    "kyodo",
    "교도",
    "tass",
    "타스",
    "bloomberg",
    "블룸버그",
    "dpa",
    "ani",
    "news1",
    "뉴스1",
    "getty",
    "pa",
    "efe",
    "ansa",
];
const PAPERS: [&str; 9] = [
    "일보",
    "신문",
    "뉴스",
    "통신",
    "방송",
    "경제",
    "닷컴",
    "타임스",
    "저널",
];
/// How Korean credits end and begin.
const CREDIT_ENDS: [&str; 11] = [
    "제공",
    "촬영",
    "캡처",
    "캡쳐",
    "갈무리",
    "자료사진",
    "자료",
    "사진",
    "홈페이지",
    "영상",
    "그래픽",
];
const CREDIT_STARTS: [&str; 14] = [
    "사진",
    "촬영",
    "출처",
    "자료",
    "그래픽",
    "photo",
    "photos",
    "courtesy",
    "image",
    "images",
    "credit",
    "picture",
    "graphic",
    "file",
];
/// What stands in brackets behind a sentence and was heard, not credited.
const ASIDES: [&str; 16] = [
    "laughter",
    "laughs",
    "laughing",
    "applause",
    "music",
    "sighs",
    "sigh",
    "cheers",
    "crosstalk",
    "pause",
    "inaudible",
    "silence",
    "chuckles",
    "crying",
    "singing",
    "amen",
];

/// The credit, byline or address that `text[range]` ends with.
pub(super) fn credit_at_end(text: &str, range: Range<usize>) -> Option<Mark> {
    let part = &text[range.clone()];
    let mark = |start: usize, reason: Reason| {
        Some(Mark {
            span: range.start + start..range.end,
            reason,
        })
    };
    // `2. 어구별 매입 단가.  끝.`: an official letter says that it ends.
    for end in ["끝.", "끝"] {
        if let Some(before) = part.strip_suffix(end)
            && (before.ends_with("  ") || before.ends_with(". "))
        {
            return mark(before.trim_end_matches(['.', ' ']).len(), Reason::WireMark);
        }
    }
    // `- 3년간 312억 원 투입 -`: the second dash says no more than the first.
    if part.starts_with("- ") && part.ends_with(" -") {
        return mark(part.len() - 1, Reason::SceneBreak);
    }
    if let Some(close) = part.chars().next_back().filter(|c| CLOSE.contains(c)) {
        let kind = CLOSE.iter().position(|&c| c == close)?;
        let open = last_within(part, LONGEST_CREDIT, |_, c| c == OPEN[kind])?;
        let reason = bracketed(&part[open..], &part[..open])?;
        return mark(open, reason);
    }
    let stop = last_within(part, LONGEST_CREDIT, |at, c| is_stop(part, at, c))?;
    let stop = stop + part[stop..].chars().next().map_or(0, char::len_utf8);
    let tail = part[stop..].trim_start();
    let start = part.len() - tail.len();
    mark(start, after_stop(tail, part[..stop].contains(is_hangul))?)
}

/// The byte of the last character that `is` holds for, among as many as `longest` at the end.
fn last_within(text: &str, longest: usize, is: impl Fn(usize, char) -> bool) -> Option<usize> {
    let mut last = text.char_indices().rev().take(longest);
    last.find(|&(at, c)| is(at, c)).map(|(at, _)| at)
}

/// A mark that ends a sentence; not the dot of an address or an initial.
fn is_stop(text: &str, at: usize, c: char) -> bool {
    if !matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | '…' | ')' | ']') {
        return false;
    }
    if c != '.' {
        return true;
    }
    let after = text[at + 1..].chars().next().unwrap_or(' ');
    let mut before = text[..at].chars().rev();
    let (last, second) = (before.next().unwrap_or(' '), before.next().unwrap_or(' '));
    let address = after.is_ascii_alphanumeric() && last.is_ascii_alphanumeric();
    let initial = last.is_ascii_uppercase() && !second.is_alphanumeric();
    !address && !initial
}

fn ends_in_stop(text: &str) -> bool {
    text.trim_end()
        .ends_with(['.', '!', '?', '"', '”', '’', '…', ')', ']'])
}

/// What a bracket behind `before` is, if it is no part of the sentence.
fn bracketed(bracket: &str, before: &str) -> Option<Reason> {
    let inner = inner(bracket);
    let lower = inner.to_lowercase();
    let stops = ends_in_stop(before);
    // `(사진=무단 전재 금지)` names nobody.
    let forbids = inner.contains("금지") && !inner.contains("제공") && !inner.contains("촬영");
    if inner.is_empty() || inner.contains(['"', '“', '?']) || forbids {
        return None;
    }
    if stops && matches!(lower.as_str(), "end" | "끝") {
        return Some(Reason::WireMark);
    }
    if stops && ROLES.iter().any(|role| inner.ends_with(role)) {
        return Some(Reason::Byline);
    }
    let square = bracket.starts_with(['[', '<', '【']);
    if is_credit(inner, &lower, stops || square) {
        return Some(Reason::Credit);
    }
    let paper = stops && PAPERS.iter().any(|paper| inner.ends_with(paper)) && !inner.contains(' ');
    (paper || (stops && is_names(inner))).then_some(Reason::Credit)
}

/// `사진=나루일보`, `새봄군 제공`, `Courtesy of the city`, `AP=연합뉴스`; `alone` where it stands apart from a sentence.
fn is_credit(text: &str, lower: &str, alone: bool) -> bool {
    let first = lower
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let begins = CREDIT_STARTS
        .iter()
        .any(|word| first == *word || (first.starts_with(word) && is_korean(word)));
    let equates = text.contains('=');
    let by = ["by ", "courtesy", "of "]
        .iter()
        .any(|word| lower.contains(word));
    let owned = text.contains("제공") || text.contains("촬영");
    let ends = CREDIT_ENDS.iter().any(|word| text.ends_with(word)) && text.contains([' ', '=']);
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let agencies = words.peek().is_some() && words.all(|word| AGENCIES.contains(&word));
    (begins && (equates || by || text.contains(':') || (alone && text.contains(' '))))
        || (owned && text.chars().count() <= 40)
        || (alone && (ends || agencies))
}

fn is_korean(word: &str) -> bool {
    word.starts_with(is_hangul)
}

/// Capitalised words, as `Kim Mina/Eunpo News` and `Hanbit City Library`, that nobody makes in a theatre.
fn is_names(text: &str) -> bool {
    let mut words = text
        .split([' ', '/', '-'])
        .filter(|word| !word.is_empty())
        .peekable();
    let first = words.peek().map(|word| word.to_lowercase());
    text.is_ascii()
        && text.len() >= 2
        && !text.contains([',', ':', ';'])
        && first.is_some_and(|first| !ASIDES.contains(&first.as_str()))
        && text.split(' ').count() <= 6
        && words.all(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                || matches!(word, "of" | "the" | "for" | "and" | "&" | "via")
        })
}

/// What stands behind the last stop of a paragraph, if it is no sentence.
fn after_stop(tail: &str, korean: bool) -> Option<Reason> {
    let lower = tail.to_lowercase();
    if tail.is_empty() || tail.chars().count() > LONGEST_CREDIT {
        return None;
    }
    if tail.starts_with(['ⓒ', '©']) {
        return Some(Reason::Credit);
    }
    let (words, address) = match tail.rsplit_once(' ') {
        _ if tail.contains('@') && !tail.contains(' ') => ("", true),
        Some((words, last)) if last.contains('@') => (words.trim_end(), true),
        _ => (tail, false),
    };
    let named = words.trim_start_matches(['/', '=', ' ', '■', '|']);
    if address && named.is_empty() {
        return Some(Reason::Email);
    }
    let count = named.split_whitespace().count();
    if korean
        && count <= 4
        && !named.starts_with("사진")
        && ROLES.iter().any(|role| named.ends_with(role))
    {
        return Some(Reason::Byline);
    }
    let slash = tail.starts_with('/');
    let bare = tail.trim_start_matches(['/', ' ']);
    let lower_bare = lower.trim_start_matches(['/', ' ']);
    let short = bare.split_whitespace().count() <= 4 && !ends_in_stop(bare);
    if slash
        && short
        && (is_names(bare)
            || bare
                .chars()
                .all(|c| is_hangul(c) || c == ' ' || c.is_ascii_alphanumeric()))
    {
        return Some(Reason::Credit);
    }
    if slash && is_credit(bare, lower_bare, true) {
        return Some(Reason::Credit);
    }
    let joined = bare.split(['-', '=', '/']).next().is_some_and(|agency| {
        agency.len() < bare.len() && AGENCIES.contains(&agency.to_lowercase().as_str())
    }) && !bare.contains(' ');
    let credited = short
        && (is_credit(bare, lower_bare, false)
            || (korean && CREDIT_ENDS[..6].iter().any(|word| bare.ends_with(word)))
            || lower_bare.starts_with("photo by ")
            || lower_bare.starts_with("courtesy of "));
    let agency = AGENCIES.contains(&lower_bare);
    (joined || credited || agency).then_some(Reason::Credit)
}

/// Credits in brackets between two sentences: `Chung speaks. (Yonhap) The port …`.
pub(super) fn credits_within(text: &str, range: Range<usize>) -> Vec<Mark> {
    let part = &text[range.clone()];
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(open) = part[from..].find(['(', '[']).map(|at| from + at) {
        from = open + 1;
        let before = &part[..open];
        let Some(end) = bracket_end(&part[open..]).map(|length| open + length) else {
            continue;
        };
        let apart = part[end..].starts_with(char::is_whitespace);
        let stops = before.ends_with(char::is_whitespace) && ends_in_stop(before);
        if !apart || !stops || ends_in_stop(inner(&part[open..end])) {
            continue;
        }
        let inner = inner(&part[open..end]);
        if is_credit(inner, &inner.to_lowercase(), false)
            || AGENCIES.contains(&inner.to_lowercase().as_str())
        {
            marks.push(Mark {
                span: range.start + open..range.start + end,
                reason: Reason::Credit,
            });
            from = end;
        }
    }
    marks
}

/// Whether what stands before `=` in a bracket says that a credit follows: `사진`, `자료사진`.
pub(super) fn begins_credit(label: &str) -> bool {
    CREDIT_STARTS.iter().any(|word| label.ends_with(word))
}
