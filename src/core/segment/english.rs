//! The veto chain where Latin script stands around a candidate.

use super::Rule;
use super::candidate::Candidate;
use super::character::is_syllable;
use super::paragraph::Paragraph;

/// How far behind a quotation its speaker may stand, in characters and words.
const SPEAKER_REACH: usize = 80;
const SPEAKER_WORDS: usize = 5;

/// `Appendix` and a space.
const LONGEST_PART: usize = 10;

/// A clause before an hour, as in `Shortly before 9 a.m.`, is no longer.
const LONGEST_CLOCK_PHRASE: usize = 60;

/// Decides a candidate with a space after it.
pub(super) fn decide(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let next = paragraph.at(candidate.next_word);
    if next.is_lowercase() && !is_small_brand(paragraph, candidate.next_word) {
        let email = paragraph.token_from(candidate.next).contains('@');
        return if email && !candidate.trails_off(paragraph) {
            Rule::EmailByline
        } else {
            Rule::LowercaseFollows
        };
    }
    if candidate.strong(paragraph) {
        return after_strong_mark(paragraph, candidate);
    }
    if candidate.trails_off(paragraph) {
        return after_dots(paragraph, candidate);
    }
    if candidate.word_end < candidate.marks {
        return Rule::ClosedSentence;
    }
    if paragraph.before(candidate.marks).is_ascii_digit() {
        return after_number(paragraph, candidate);
    }
    after_word(paragraph, candidate)
}

/// `iPhone`, and names of the list that begin with a small letter.
fn is_small_brand(paragraph: &Paragraph, at: usize) -> bool {
    let word = paragraph.word_from(at);
    let humped = word.chars().nth(1).is_some_and(char::is_uppercase) && word.len() > 3;
    humped || paragraph.words.brands.contains(&word.to_lowercase())
}

/// Decides a full stop without a space after it: `rose.Then` is a forgotten space, `U.S.-led` is not.
pub(super) fn decide_glued(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let before = paragraph.before(candidate.word_end);
    let opens_word = candidate.next == candidate.next_word
        && paragraph.at(candidate.next).is_uppercase()
        && paragraph.at(candidate.next + 1).is_lowercase();
    let word = last_word(paragraph, candidate.marks);
    let ends_word = before.is_ascii_digit()
        || (before.is_lowercase()
            && word.chars().count() >= 2
            && !paragraph.words.titles.contains(&word)
            && !paragraph.words.may_end.contains(&word));
    if opens_word && ends_word {
        Rule::GluedStop
    } else {
        Rule::InsideToken
    }
}

/// Decides a question or exclamation mark without a space after it: `taken?I have` is a forgotten space.
pub(super) fn decide_glued_strong(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let word = last_word(paragraph, candidate.marks);
    let ends_word = word.len() >= 2
        && paragraph.before(candidate.word_end).is_lowercase()
        && candidate.word_end == candidate.marks;
    let next = paragraph.word_from(candidate.next);
    let opens_word = next.starts_with(char::is_uppercase)
        && next.chars().skip(1).all(|c| !c.is_uppercase())
        && is_starter(paragraph, candidate.next);
    match ends_word && opens_word {
        true => Rule::GluedStop,
        false => Rule::InsideToken,
    }
}

fn after_strong_mark(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let starter = is_starter(paragraph, candidate.next_word);
    let token = paragraph.token_start(candidate.word_end);
    let name = paragraph.text(token, candidate.marks_end).to_lowercase();
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    if paragraph.words.brands.contains(name) && !starter {
        return Rule::BrandName;
    }
    if candidate.closed() && !starter && is_said_by(paragraph, candidate.next_word) {
        return Rule::SaidFollows;
    }
    Rule::StrongMark
}

/// `"It is over!" Kim Jong-un said`: capitalised words, then a verb of speech.
fn is_said_by(paragraph: &Paragraph, at: usize) -> bool {
    let reach = (at + SPEAKER_REACH).min(paragraph.len());
    let rest = paragraph.text(at.min(reach), reach);
    for (place, word) in rest.split_whitespace().enumerate() {
        let bare = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        if (1..SPEAKER_WORDS).contains(&place) && paragraph.words.said.contains(&bare) {
            return true;
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

fn after_dots(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let word = paragraph.word_from(candidate.next_word);
    let is_i = word == "I" || word.starts_with("I'") || word.starts_with("I’");
    let four_stops = paragraph.at(candidate.marks) == '.' && candidate.dots(paragraph) >= 4;
    if is_i && !four_stops {
        Rule::PauseGoesOn
    } else {
        Rule::Ellipsis
    }
}

fn after_number(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let end = candidate.marks;
    let start = end - digits_before(paragraph, end);
    if end - start <= 3 && counts_a_part(paragraph, candidate.sentence, start) {
        return Rule::ListNumber;
    }
    let next = paragraph.at(candidate.next_word);
    match date_parts(paragraph, start, end) {
        // `2021.` is a year only if `2.` follows.
        1 if next.is_ascii_digit() && is_short_number(&paragraph.token_from(candidate.next)) => {
            Rule::DateChain
        }
        2 if next.is_ascii_digit() => Rule::DateChain,
        3 if is_syllable(next) => Rule::DateChain,
        _ if next.is_ascii_digit() && is_month(paragraph, start, end) => {
            match day_follows(&paragraph.token_from(candidate.next)) {
                true => Rule::DateChain,
                false => Rule::NumberEnd,
            }
        }
        _ if is_syllable(next) && is_glued_date(paragraph, candidate) => Rule::DateChain,
        _ => Rule::NumberEnd,
    }
}

/// A number from 1 to 12 with a word or `~` before it: `~ 5. 17.(금)` is a date without a year.
fn is_month(paragraph: &Paragraph, start: usize, end: usize) -> bool {
    let number = paragraph.text(start, end).parse();
    start > 0 && number.is_ok_and(|number: usize| (1..=12).contains(&number))
}

/// `17.(금)`, `18.까지`: a day with what Korean hangs on it.
fn day_follows(token: &str) -> bool {
    token.split_once('.').is_some_and(|(day, rest)| {
        let day = day.parse().is_ok_and(|day: usize| (1..=31).contains(&day));
        day && rest.starts_with(|c| c == '(' || is_syllable(c))
    })
}

/// `2023.11.02.`
fn is_glued_date(paragraph: &Paragraph, candidate: &Candidate) -> bool {
    let date = paragraph.text(paragraph.token_start(candidate.marks), candidate.marks);
    let mut parts = date.split('.');
    let mut part = |digits: std::ops::RangeInclusive<usize>| {
        parts.next().is_some_and(|part| {
            digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        })
    };
    part(4..=4) && part(1..=2) && part(1..=2) && parts.next().is_none()
}

/// Whether nothing but `Q`, `Step` or the like stands before the number that starts at `start`.
fn counts_a_part(paragraph: &Paragraph, sentence: usize, start: usize) -> bool {
    if start - sentence > LONGEST_PART {
        return false;
    }
    let part = paragraph.text(sentence, start).to_lowercase();
    part.is_empty() || part == "q" || paragraph.words.parts.contains(part.trim_end())
}

/// Which part of a date like `2021. 2. 18.` the number `start..end` is: 1 the year, 2 the month, 3 the
/// day, 0 none.
fn date_parts(paragraph: &Paragraph, start: usize, end: usize) -> usize {
    match end - start {
        4 => 1,
        1 | 2 => number_before(paragraph, start).map_or(0, |(from, to)| match to - from {
            4 => 2,
            1 | 2 => number_before(paragraph, from)
                .filter(|(from, to)| to - from == 4)
                .map_or(0, |_| 3),
            _ => 0,
        }),
        _ => 0,
    }
}

/// The number with a full stop that stands before `at`.
fn number_before(paragraph: &Paragraph, at: usize) -> Option<(usize, usize)> {
    let stop = at.checked_sub(2)?;
    let dotted = paragraph.at(stop) == '.' && paragraph.at(stop + 1).is_whitespace();
    let length = digits_before(paragraph, stop);
    (dotted && length > 0).then(|| (stop - length, stop))
}

/// How many digits end at `at`; more than a year has are all the same.
fn digits_before(paragraph: &Paragraph, at: usize) -> usize {
    paragraph.chars[..at]
        .iter()
        .rev()
        .take(5)
        .take_while(|c| c.is_ascii_digit())
        .count()
}

/// `2.` or `18.`
fn is_short_number(token: &str) -> bool {
    token.strip_suffix('.').is_some_and(|number| {
        matches!(number.len(), 1 | 2) && number.bytes().all(|digit| digit.is_ascii_digit())
    })
}

fn after_word(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let start = paragraph.latin_word_start(candidate.marks);
    let word = last_word(paragraph, candidate.marks);
    let next = paragraph.at(candidate.next_word);
    let starter = is_starter(paragraph, candidate.next_word);
    let letters = word.chars().count();
    let address = candidate.marks >= 2 && paragraph.protection.in_address(candidate.marks - 2);
    if word.is_empty() || address {
        return Rule::FullStop;
    }
    // `400m.`
    if letters <= 2 && paragraph.before(start).is_ascii_digit() && is_syllable(next) {
        return Rule::NumberEnd;
    }
    if paragraph.words.titles.contains(&word) {
        return Rule::Title;
    }
    if paragraph.words.before_number.contains(&word) && next.is_ascii_digit() {
        return Rule::NumberAbbreviation;
    }
    if word == "a.m" || word == "p.m" {
        return after_clock(paragraph, candidate);
    }
    let spelled = letters >= 3 && word.split('.').all(|part| part.chars().count() == 1);
    if start == candidate.sentence && is_roman(&paragraph.text(start, candidate.marks)) {
        return Rule::ListNumber;
    }
    if spelled || paragraph.words.may_end.contains(&word) {
        return after_abbreviation(paragraph, candidate, &word, starter);
    }
    if letters == 1 && word.is_ascii() {
        return after_letter(paragraph, candidate, start, starter);
    }
    Rule::FullStop
}

/// `I`, `IV`, `XII`
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// The word before `end` in lower case. Of a forgotten space (`today.Dr`) only what follows it.
fn last_word(paragraph: &Paragraph, end: usize) -> String {
    let word = paragraph
        .text(paragraph.latin_word_start(end), end)
        .replace('’', "'");
    let last = match word.rsplit_once('.') {
        Some((head, tail)) if head.rsplit('.').next().is_some_and(|part| part.len() >= 4) => tail,
        _ => &word,
    };
    last.to_lowercase()
}

fn after_clock(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let next = paragraph.word_from(candidate.next_word).to_lowercase();
    if paragraph.words.after_clock.contains(&next) {
        return Rule::ClockGoesOn;
    }
    if candidate.marks - candidate.sentence <= LONGEST_CLOCK_PHRASE {
        let phrase = paragraph.text(candidate.sentence, candidate.marks);
        let words: Vec<&str> = phrase.split_whitespace().collect();
        let begins = words.first().map(|word| word.to_lowercase());
        if words.len() <= 5
            && begins.is_some_and(|word| paragraph.words.before_clock.contains(&word))
        {
            return Rule::ClockGoesOn;
        }
    }
    Rule::ClockEnd
}

fn after_abbreviation(
    paragraph: &Paragraph,
    candidate: &Candidate,
    word: &str,
    starter: bool,
) -> Rule {
    let closes_list = matches!(word, "etc" | "al");
    let quotes = candidate.next_word > candidate.next;
    // `Orlo Co. (NYSE: ORL)`
    if paragraph.at(candidate.next) == '(' && !closes_list && !starter {
        return Rule::AbbreviationGoesOn;
    }
    if candidate.closed() && paragraph.at(candidate.next_word).is_uppercase() {
        return Rule::ClosedSentence;
    }
    let cites = word == "al" && matches!(paragraph.at(candidate.next), '(' | '[');
    let korean = is_syllable(paragraph.at(candidate.next_word));
    if !cites && !korean && (starter || quotes || closes_list) {
        Rule::AbbreviationEnd
    } else {
        Rule::AbbreviationGoesOn
    }
}

/// `S. Korea` and `J. Park` go on; `plan B. The` and `than I. Nobody` end.
fn after_letter(paragraph: &Paragraph, candidate: &Candidate, start: usize, starter: bool) -> Rule {
    if start == candidate.sentence {
        return Rule::ListNumber;
    }
    let space = paragraph.trim_end(candidate.sentence, start);
    let before = paragraph.at(paragraph.token_start(space));
    let is_i = paragraph.at(start) == 'I' && !before.is_uppercase();
    // `at 140 C. The`
    let unit = before.is_ascii_digit();
    if starter && (before.is_lowercase() || is_i || unit) {
        Rule::InitialEnd
    } else {
        Rule::Initial
    }
}

fn is_starter(paragraph: &Paragraph, at: usize) -> bool {
    let word = paragraph.word_from(at).to_lowercase();
    paragraph.words.starters.contains(&word)
}
