//! What was before where the other side says after: `before the vote` against 투표 후, `ten years ago` against 10년 뒤.
//!
//! The two languages turn sentences round freely: `he locked it before he left` is 잠근 뒤 나갔다. So a word tells only
//! where it stands by what it speaks of: what follows `before` in the English is followed by 후 in the Korean, and no word
//! of the Korean says before.

use super::Finding;
use crate::evidence::Evidence;
use std::ops::Range;

/// Which of two times is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Before,
    After,
}

/// A word of the English that says which, and what it speaks of.
struct Cue<'a> {
    turn: Turn,
    text: &'a str,
    /// Bytes of the sentence: of a span of time before it, and of an event after it.
    about: [Option<Range<usize>>; 2],
}

/// Words after `before` that may name the event, and words before it that may say how long.
const EVENT: usize = 5;
const TIME: usize = 3;

const UNITS: [&str; 8] = [
    "second", "minute", "hour", "day", "week", "month", "year", "decade",
];

/// The word of the English and that of the Korean.
pub(super) fn turned(en: &[&str], ko: &[&str], evidence: &Evidence) -> Option<Finding> {
    let cues: Vec<(usize, Cue)> = en
        .iter()
        .enumerate()
        .flat_map(|(at, text)| cues(text).into_iter().map(move |cue| (at, cue)))
        .collect();
    let turn = cues.first()?.1.turn;
    if cues.iter().any(|(_, cue)| cue.turn != turn) || says(ko, turn) {
        return None;
    }
    cues.iter().find_map(|(sentence, cue)| {
        let about = cue.about.iter().flatten();
        let mut spans = about.flat_map(|about| {
            evidence.matches.iter().filter(move |found| {
                let span = &found.en.span;
                found.en.sentence == *sentence && span.start < about.end && about.start < span.end
            })
        });
        let (_, korean) = spans.find_map(|found| {
            let text = ko.get(found.ko.sentence)?;
            marker_after(text, found.ko.span.end).filter(|(other, _)| *other != turn)
        })?;
        Some(Finding::Opposite {
            en: cue.text.to_owned(),
            ko: korean.to_owned(),
        })
    })
}

/// The words of a sentence that say before or after.
fn cues(text: &str) -> Vec<Cue<'_>> {
    // Most sentences have none.
    let parts = ["efore", "rior to", " ago", "arlier", "fter", "ater"];
    if !parts.iter().any(|part| text.contains(part)) {
        return Vec::new();
    }
    let words: Vec<(usize, &str)> = words(text).collect();
    let span = |range: Range<usize>| -> Option<Range<usize>> {
        let (start, _) = words.get(range.start)?;
        let (last, word) = words.get(range.end.checked_sub(1)?)?;
        Some(*start..last + word.len())
    };
    let mut cues = Vec::new();
    for (at, (start, word)) in words.iter().enumerate() {
        let small = bare(word).to_ascii_lowercase();
        let next = words
            .get(at + 1)
            .map(|(_, next)| bare(next).to_ascii_lowercase());
        let (turn, length, has_event) = match small.as_str() {
            "before" => (Turn::Before, 1, true),
            "prior" if next.as_deref() == Some("to") => (Turn::Before, 2, true),
            "ago" | "earlier" => (Turn::Before, 1, false),
            "after" => (Turn::After, 1, true),
            "later" => (Turn::After, 1, false),
            _ => continue,
        };
        let from = at.saturating_sub(TIME);
        // A mark ends what was said before it.
        let from = (from..at)
            .rev()
            .find(|&before| words[before].1.ends_with([',', '.', ';', ':', ')']))
            .map_or(from, |mark| mark + 1);
        let is_unit = |at: usize| {
            let word = bare(words[at].1).to_ascii_lowercase();
            UNITS.iter().any(|unit| word.trim_end_matches('s') == *unit)
        };
        let time = (at > from && is_unit(at - 1))
            .then(|| span(from..at))
            .flatten();
        let ends = |word: &str| word.ends_with([',', '.', ';', ':', ')', '!', '?']);
        let rest = words.iter().skip(at + length).take(EVENT);
        let event = rest
            .clone()
            .position(|(_, word)| ends(word))
            .map_or(rest.len(), |end| end + 1);
        let first = at + length;
        let event = (has_event && !ends(word))
            .then(|| span(first..first + event))
            .flatten();
        if time.is_some() || event.is_some() {
            let end = words
                .get(at + length - 1)
                .map_or(text.len(), |(last, word)| last + bare(word).len());
            cues.push(Cue {
                turn,
                text: text.get(*start..end).unwrap_or(word),
                about: [time, event],
            });
        }
    }
    cues
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// The words of a text with where they begin, without the marks before them.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(char::is_whitespace)
        .filter_map(move |piece| {
            let start = at;
            at += piece.len();
            let word = piece.trim();
            let inner = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            (!inner.is_empty()).then(|| (start + piece.find(inner).unwrap_or(0), inner))
        })
}

/// Whether the Korean says so at all, in whatever way.
fn says(ko: &[&str], turn: Turn) -> bool {
    const BEFORE: [&str; 11] = [
        "앞", "이전", "직전", "미리", "먼저", "까지", "전날", "지난", "예전", "아직", "먼젓",
    ];
    const AFTER: [&str; 17] = [
        "이후",
        "직후",
        "나중",
        "다음",
        "지나",
        "만에",
        "나서",
        "자마자",
        "이어",
        "뒤",
        "끝에",
        "마치고",
        "이래",
        "훗날",
        "지난",
        "그러자",
        "따라",
    ];
    ko.iter().any(|text| {
        let words: &[&str] = match turn {
            Turn::Before => &BEFORE,
            Turn::After => &AFTER,
        };
        words.iter().any(|word| text.contains(word))
            || text
                .char_indices()
                .any(|(at, _)| marker(&text[at..]).is_some_and(|(found, _)| found == turn))
    })
}

/// What may follow 전, 후 and 뒤 where they stand for a time.
const PARTICLES: [&str; 17] = [
    "에", "까지", "부터", "의", "인", "엔", "이", "만", "보다", "로", "쯤", "께", "날", "도",
    "처럼", "다", "였",
];

/// The word for a time that `text` begins with.
fn marker(text: &str) -> Option<(Turn, &str)> {
    const MARKERS: [(&str, Turn); 8] = [
        ("이전", Turn::Before),
        ("직전", Turn::Before),
        ("전", Turn::Before),
        ("이후", Turn::After),
        ("직후", Turn::After),
        ("후", Turn::After),
        ("뒤", Turn::After),
        ("이래", Turn::After),
    ];
    MARKERS.iter().find_map(|(word, turn)| {
        let rest = text.strip_prefix(word)?;
        let ends = rest
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric());
        let is_word = ends || PARTICLES.iter().any(|particle| rest.starts_with(particle));
        is_word.then(|| (*turn, &text[..word.len()]))
    })
}

/// Spans of time, as words and counters end.
const SPANS: [&str; 13] = [
    "주일", "개월", "세기", "시간", "년", "달", "주", "일", "날", "해", "분", "초", "흘",
];

/// The word for a time that follows what ends at `end` of a Korean text: at once, `선거| 후`, behind a counter, `3|일 전`,
/// or after how long it is, `전쟁| 3년 전`.
fn marker_after(text: &str, end: usize) -> Option<(Turn, &str)> {
    let rest = text.get(end..)?;
    let counted = SPANS.iter().find_map(|span| rest.strip_prefix(span));
    let rest = counted.unwrap_or(rest);
    let next = rest.trim_start_matches('여').trim_start();
    if let Some(found) = marker(next) {
        return Some(found);
    }
    let is_apart = next.len() < rest.len();
    let word = next.split_whitespace().next()?;
    let is_span = SPANS.iter().any(|span| word.ends_with(span));
    marker(next.get(word.len()..)?.trim_start()).filter(|_| is_apart && is_span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::lexicon::Lexicon;

    fn found(en: &str, ko: &str) -> Option<String> {
        let evidence = Evidence::of(&[en], &[ko], Lexicon::shipped());
        turned(&[en], &[ko], &evidence).map(|finding| finding.to_string())
    }

    #[test]
    fn a_time_that_was_turned_is_told() {
        for (en, ko) in [
            ("The shop closes before noon.", "가게는 정오 이후에 닫는다."),
            ("It rained after the wedding.", "결혼식 전에 비가 왔다."),
            (
                "They met three weeks before the trial.",
                "그들은 재판 3주 후에 만났다.",
            ),
            (
                "He left the army six years ago.",
                "그는 6년 뒤 군대를 떠났다.",
            ),
            (
                "Two hours later the ship sank.",
                "2시간 전 배가 가라앉았다.",
            ),
            (
                "Houses built before 1980 are cold.",
                "1980년 이후에 지은 집은 춥다.",
            ),
            (
                "Wash the rice before cooking it.",
                "요리한 뒤에 쌀을 씻으세요.",
            ),
        ] {
            assert!(found(en, ko).is_some(), "{en}");
        }
        for (en, ko) in [
            ("The shop closes before noon.", "가게는 정오 전에 닫는다."),
            (
                "He locked the door before leaving the house.",
                "그는 문을 잠근 뒤 집을 나섰다.",
            ),
            (
                "After the war he taught music.",
                "전쟁이 끝나고 그는 음악을 가르쳤다.",
            ),
            (
                "He appeared before the court on Monday.",
                "그는 월요일 법원에 출두했다.",
            ),
            ("He was named after his uncle.", "그는 삼촌의 이름을 땄다."),
            (
                "Before long it rained after the game.",
                "얼마 안 가 경기 후 비가 왔다.",
            ),
            (
                "It opens at 9 a.m., three hours before noon.",
                "오전 9시에 연다.",
            ),
            (
                "Two years later the war began, after long talks.",
                "2년 뒤, 긴 회담 끝에 전쟁이 시작됐다.",
            ),
        ] {
            assert_eq!(found(en, ko), None, "{en}");
        }
    }
}
