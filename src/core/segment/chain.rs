//! Every candidate of a paragraph with the rule that decides it.

use super::Rule;
use super::candidate::Candidate;
use super::character::{is_emoticon, is_full_width, is_plain, is_syllable, is_terminator};
use super::credit::is_credit;
use super::emoticon;
use super::marker::Items;
use super::paragraph::Paragraph;
use super::{english, korean};

/// A place where a segment may begin, and the rule that says whether it does.
pub(super) struct Ruling {
    pub at: usize,
    pub rule: Rule,
}

/// Walks over the paragraph once. The next sentence is read from where the last one ended.
pub(super) fn rulings(paragraph: &Paragraph, items: &Items) -> Vec<Ruling> {
    let mut rulings = Vec::new();
    let mut sentence = body(paragraph, items, 0);
    let mut at = sentence;
    while at < paragraph.len() {
        // Inside a word nothing ends and no item begins.
        if is_plain(paragraph.chars[at])
            && is_plain(paragraph.before(at))
            && !is_space_around(paragraph, at)
        {
            at += 1;
            continue;
        }
        let ruling = if items.begins_at(at) && at > sentence {
            Some(Ruling {
                at,
                rule: Rule::ListItem,
            })
        } else if is_terminator(paragraph.at(at)) {
            let candidate = Candidate::read(paragraph, sentence, at);
            at = candidate.end;
            (candidate.next < paragraph.len()).then(|| Ruling {
                at: candidate.next,
                rule: decide(paragraph, &candidate),
            })
        } else {
            let ruling = bare(paragraph, sentence, at);
            at += 1;
            ruling
        };
        let Some(ruling) = ruling else { continue };
        if ruling.rule.breaks() {
            sentence = body(paragraph, items, ruling.at);
            at = sentence;
        }
        rulings.push(ruling);
    }
    rulings
}

/// Where the sentence of a segment begins, behind its list marker.
fn body(paragraph: &Paragraph, items: &Items, segment: usize) -> usize {
    items
        .marker_end(paragraph, segment)
        .map_or(segment, |end| paragraph.skip_space(end))
}

fn is_space_around(paragraph: &Paragraph, at: usize) -> bool {
    paragraph.chars[at] == ' ' || paragraph.before(at) == ' '
}

/// What may end at the white space `at` without a mark: a polite ending, or laughter.
fn bare(paragraph: &Paragraph, sentence: usize, at: usize) -> Option<Ruling> {
    if let Some(ruling) = face(paragraph, sentence, at) {
        return Some(ruling);
    }
    if !may_end_bare(paragraph, sentence, at) {
        return None;
    }
    let (rule, end) = if let Some(rule) = korean::bare_ending(paragraph, sentence, at) {
        // What hangs on the sentence goes with it.
        (rule, emoticon::run_end(paragraph, at).unwrap_or(at))
    } else if korean::is_laughter(paragraph, sentence, at) {
        (Rule::Laughter, at)
    } else if let Some(rule) = korean::hung_ending(paragraph, sentence, at) {
        (rule, at)
    } else {
        return None;
    };
    let next = paragraph.skip_space(end);
    (next < paragraph.len()).then_some(Ruling { at: next, rule })
}

/// A typed face behind a word, and a capital behind the face: `Running late :( Save me a seat.`
fn face(paragraph: &Paragraph, sentence: usize, at: usize) -> Option<Ruling> {
    let behind_word = at > sentence && paragraph.before(at).is_ascii_alphanumeric();
    if !behind_word || paragraph.at(at) != ' ' || paragraph.protection.encloses(at) {
        return None;
    }
    let next = paragraph.skip_space(emoticon::face_end(paragraph, at)?);
    let begins = paragraph.at(next).is_uppercase();
    begins.then_some(Ruling {
        at: next,
        rule: Rule::Face,
    })
}

fn may_end_bare(paragraph: &Paragraph, sentence: usize, at: usize) -> bool {
    let before = paragraph.before(at);
    paragraph.at(at).is_whitespace()
        && at > sentence
        && (is_syllable(before) || is_emoticon(before) || emoticon::is_emoji(before))
        && !paragraph.protection.encloses(at)
}

/// The rules that hold for every script, then those of the script around the candidate.
fn decide(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let next = paragraph.at(candidate.next);
    let before = paragraph.before(candidate.word_end);
    if paragraph.protection.encloses(candidate.end) {
        return Rule::InsidePair;
    }
    if matches!(next, ',' | ';' | ':' | '，' | '、') || paragraph.closes(candidate.next) {
        return Rule::PunctuationFollows;
    }
    if candidate.word_end == candidate.sentence {
        return Rule::NothingBefore;
    }
    if paragraph.protection.in_address(candidate.marks) {
        return Rule::InsideAddress;
    }
    if paragraph.before(candidate.marks) == '[' && paragraph.at(candidate.marks_end) == ']' {
        return Rule::BracketedDots;
    }
    if !candidate.spaced() {
        return decide_glued(paragraph, candidate);
    }
    if is_credit(paragraph, candidate.next) {
        return Rule::Credit;
    }
    // `Ⅱ. 연구 방법`
    let numeral = ('\u{2160}'..='\u{217F}').contains(&before);
    if numeral && candidate.word_end == candidate.sentence + 1 {
        return Rule::ListNumber;
    }
    let next_is_syllable = is_syllable(paragraph.at(candidate.next_word));
    if next_is_syllable
        && candidate.next == candidate.next_word
        && korean::is_tied(paragraph, candidate)
    {
        return Rule::QuoteTail;
    }
    if is_syllable(before) || (next_is_syllable && !before.is_ascii_alphanumeric()) {
        korean::decide(paragraph, candidate)
    } else {
        english::decide(paragraph, candidate)
    }
}

/// Decides marks without a space after them.
fn decide_glued(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let before = paragraph.before(candidate.word_end);
    if candidate.noted {
        return if is_syllable(paragraph.at(candidate.next_word)) {
            Rule::FootnoteEnd
        } else {
            Rule::InsideToken
        };
    }
    if candidate.closed() {
        return Rule::InsideToken;
    }
    let full_width = is_full_width(paragraph.before(candidate.marks_end));
    if is_syllable(before) {
        korean::decide_glued(paragraph, candidate)
    } else if full_width && before.is_alphabetic() && !before.is_ascii() {
        Rule::IdeographicStop
    } else if candidate.strong(paragraph) {
        english::decide_glued_strong(paragraph, candidate)
    } else if candidate.trails_off(paragraph) {
        Rule::InsideToken
    } else {
        english::decide_glued(paragraph, candidate)
    }
}
