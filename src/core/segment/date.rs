//! Dates as Korean writes them, with a stop behind each number: `2021. 2. 18.`, `’19. 11월`, `5. 7. ~ 5. 9.`

use super::candidate::Candidate;
use super::character::is_syllable;
use super::paragraph::Paragraph;

/// Which part of a date a number is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DatePart {
    Year,
    /// Behind a year.
    Month,
    /// Behind a month, with a year before that or not.
    Day,
    /// `2023.11.02`
    Whole,
    None,
}

/// Whether the number `start..` before the candidate's stop is part of a date that goes on, or of a sentence that does.
pub(super) fn goes_on(paragraph: &Paragraph, candidate: &Candidate, start: usize) -> bool {
    let end = candidate.marks;
    let next = paragraph.at(candidate.next_word);
    let until = is_until(next);
    match part(paragraph, start, end) {
        // `2021.` is a year only if a month follows.
        DatePart::Year => month_follows(&paragraph.token_from(candidate.next)),
        DatePart::Month => next.is_ascii_digit() || is_syllable(next) || until,
        DatePart::Day | DatePart::Whole => is_syllable(next) || until,
        DatePart::None => {
            start > 0
                && next.is_ascii_digit()
                && is_within(&paragraph.text(start, end), 12)
                && day_follows(paragraph, candidate.next)
        }
    }
}

fn is_until(c: char) -> bool {
    matches!(c, '~' | '∼' | '～')
}

fn part(paragraph: &Paragraph, start: usize, end: usize) -> DatePart {
    if is_glued(paragraph, end) {
        return DatePart::Whole;
    }
    let number = |from, to| paragraph.text(from, to);
    if is_year(paragraph, start, end) {
        return DatePart::Year;
    }
    if !is_within(&number(start, end), 31) {
        return DatePart::None;
    }
    match number_before(paragraph, start) {
        Some((from, to)) if is_year(paragraph, from, to) => DatePart::Month,
        Some((from, to)) if is_within(&number(from, to), 12) => {
            let whole = number_before(paragraph, from)
                .is_some_and(|(from, to)| is_year(paragraph, from, to));
            // Behind one number more, it counts something.
            if whole || number_before(paragraph, from).is_none() {
                DatePart::Day
            } else {
                DatePart::None
            }
        }
        _ => DatePart::None,
    }
}

/// `2021`, and `19` behind an apostrophe.
fn is_year(paragraph: &Paragraph, start: usize, end: usize) -> bool {
    match end - start {
        4 => true,
        2 => matches!(paragraph.before(start), '\'' | '’' | '‘'),
        _ => false,
    }
}

/// A number from 1 to `most`.
fn is_within(number: &str, most: usize) -> bool {
    number.len() <= 2
        && number
            .parse()
            .is_ok_and(|number: usize| (1..=most).contains(&number))
}

/// `2.`, `11월`
fn month_follows(token: &str) -> bool {
    let unit = token.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &token[..token.len() - unit.len()];
    matches!(number.len(), 1 | 2) && (unit == "." || unit.starts_with('월'))
}

/// A day with what Korean hangs on it, as `17.(금)` and `18.까지`; or one that Hangul or `~` follows.
fn day_follows(paragraph: &Paragraph, at: usize) -> bool {
    let token = paragraph.token_from(at);
    let Some((day, rest)) = token.split_once('.') else {
        return false;
    };
    let after = paragraph.at(paragraph.skip_space(at + token.chars().count()));
    is_within(day, 31)
        && match rest {
            "" => is_syllable(after) || is_until(after),
            _ => rest.starts_with(|c| c == '(' || is_syllable(c)),
        }
}

/// Whether `2023.11.02` ends at `end`.
fn is_glued(paragraph: &Paragraph, end: usize) -> bool {
    let date = paragraph.text(paragraph.token_start(end), end);
    let mut parts = date.split('.');
    let mut part = |digits: std::ops::RangeInclusive<usize>| {
        parts.next().is_some_and(|part| {
            digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        })
    };
    part(4..=4) && part(1..=2) && part(1..=2) && parts.next().is_none()
}

/// The number with a full stop that stands before `at`.
fn number_before(paragraph: &Paragraph, at: usize) -> Option<(usize, usize)> {
    // An apostrophe stands for the century.
    let at = at - usize::from(matches!(paragraph.before(at), '\'' | '’' | '‘'));
    let stop = at.checked_sub(2)?;
    let dotted = paragraph.at(stop) == '.' && paragraph.at(stop + 1).is_whitespace();
    let length = digits_before(paragraph, stop);
    (dotted && length > 0).then(|| (stop - length, stop))
}

/// How many digits end at `at`; more than a year has are all the same.
pub(super) fn digits_before(paragraph: &Paragraph, at: usize) -> usize {
    paragraph.chars[..at]
        .iter()
        .rev()
        .take(5)
        .take_while(|c| c.is_ascii_digit())
        .count()
}
