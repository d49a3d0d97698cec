//! The veto chain where Latin script stands around a candidate.

use super::Rule;
use super::candidate::Candidate;
use super::character::{is_syllable, is_terminator};
use super::count::counts_a_part;
use super::date;
use super::marker::is_bullet;
use super::paragraph::Paragraph;

/// How far behind a quotation its speaker may stand, in characters and words.
const SPEAKER_REACH: usize = 80;
const SPEAKER_WORDS: usize = 5;

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
pub(super) fn is_small_brand(paragraph: &Paragraph, at: usize) -> bool {
    let word = paragraph.word_from(at);
    let humped = word.chars().nth(1).is_some_and(char::is_uppercase) && word.len() > 3;
    humped || paragraph.words.brands.contains(&word.to_lowercase())
}

/// Decides a full stop without a space after it: `rose.Then` is a forgotten space, `U.S.-led` is not.
pub(super) fn decide_glued(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let before = paragraph.before(candidate.word_end);
    let quoted = candidate.next_word == candidate.next + 1
        && paragraph.protection.opens(candidate.next)
        && before.is_lowercase();
    let opens_word = is_bullet(paragraph.at(candidate.next))
        || ((candidate.next == candidate.next_word || quoted)
            && paragraph.at(candidate.next_word).is_uppercase()
            && paragraph.at(candidate.next_word + 1).is_lowercase());
    let word = last_word(paragraph, candidate.marks);
    let ends_word = before.is_ascii_digit()
        || before == '%'
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
    if ends_word && opens_word {
        Rule::GluedStop
    } else {
        Rule::InsideToken
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
    let start = end - date::digits_before(paragraph, end);
    if end - start <= 3 && counts_a_part(paragraph, candidate.sentence, start, end) {
        return Rule::ListNumber;
    }
    if date::goes_on(paragraph, candidate, start) {
        Rule::DateChain
    } else {
        Rule::NumberEnd
    }
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
    if paragraph.words.before_number.contains(&word)
        && (next.is_ascii_digit() || is_code(paragraph, candidate.next))
    {
        return Rule::NumberAbbreviation;
    }
    if word == "a.m" || word == "p.m" {
        return after_clock(paragraph, candidate);
    }
    let spelled = letters >= 3 && word.split('.').all(|part| part.chars().count() == 1);
    let counts = paragraph.text(start, candidate.marks);
    if start == candidate.sentence && (is_roman(&counts) || is_small_roman(&counts)) {
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

/// `ii`, `iv`, `xii`
fn is_small_roman(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

/// What stands in the place of a number: `B7`, `QX204`, `IV`, and a letter that nothing follows.
fn is_code(paragraph: &Paragraph, at: usize) -> bool {
    let word = paragraph.word_from(at);
    let code = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.contains(|c: char| c.is_ascii_digit())
        && !word.contains(char::is_lowercase);
    let stops = is_terminator(paragraph.at(at + word.chars().count()));
    code || (word.len() >= 2 && is_roman(&word))
        || (word.len() == 1 && stops && word.starts_with(|c: char| c.is_ascii_uppercase()))
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
    if paragraph.words.after_clock.contains(&next) || names_time(paragraph, candidate.next_word) {
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

/// `Greenwich Mean Time`, `Christmas Day`: capitals up to a word for time.
fn names_time(paragraph: &Paragraph, at: usize) -> bool {
    const MOST_WORDS: usize = 4;
    let rest = paragraph.text(at, (at + SPEAKER_REACH).min(paragraph.len()).max(at));
    let mut named = rest
        .split_whitespace()
        .take(MOST_WORDS)
        .take_while(|word| word.starts_with(char::is_uppercase));
    let times = ["Time", "Day", "Eve", "Night", "Week"];
    named.any(|word| times.contains(&word.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

fn after_abbreviation(
    paragraph: &Paragraph,
    candidate: &Candidate,
    word: &str,
    starter: bool,
) -> Rule {
    let closes_list = matches!(word, "etc" | "al");
    let quotes = candidate.next_word > candidate.next;
    // `Orlo Co. (NYSE: ORL)`, `Ridge Ltd. [Ridge]`
    if matches!(paragraph.at(candidate.next), '(' | '[') && !closes_list && !starter {
        return Rule::AbbreviationGoesOn;
    }
    if candidate.closed() && paragraph.at(candidate.next_word).is_uppercase() {
        return Rule::ClosedSentence;
    }
    // `J.J. Park` has initials.
    if paragraph.words.may_end.contains(word) && names_somebody(paragraph, candidate.next_word) {
        return Rule::AbbreviationEnd;
    }
    let cites = word == "al" && matches!(paragraph.at(candidate.next), '(' | '[');
    let korean = is_syllable(paragraph.at(candidate.next_word));
    if !cites && !korean && (starter || quotes || closes_list) {
        Rule::AbbreviationEnd
    } else {
        Rule::AbbreviationGoesOn
    }
}

/// `Kim won`: a surname alone and what its bearer did.
fn names_somebody(paragraph: &Paragraph, at: usize) -> bool {
    let name = paragraph.word_from(at);
    let verb = at + name.chars().count() + 1;
    name.starts_with(char::is_uppercase)
        && paragraph.words.surnames.contains(&name.to_lowercase())
        && paragraph.at(verb - 1) == ' '
        && paragraph.at(verb).is_lowercase()
}

/// `S. Korea` and `J. Park` go on; `plan B. The` and `than I. Nobody` end.
fn after_letter(paragraph: &Paragraph, candidate: &Candidate, start: usize, starter: bool) -> Rule {
    if start == candidate.sentence {
        return Rule::ListNumber;
    }
    // `sold as "No. 5 b." Try it`
    if candidate.closed() && paragraph.at(candidate.next_word).is_uppercase() {
        return Rule::ClosedSentence;
    }
    let space = paragraph.trim_end(candidate.sentence, start);
    let token = paragraph.token_start(space);
    let before = paragraph.at(token);
    let class = paragraph.text(token, space).to_lowercase();
    if paragraph.words.letter_classes.contains(&class) || answers(paragraph, candidate, &class) {
        return Rule::InitialEnd;
    }
    let is_i = paragraph.at(start) == 'I' && !before.is_uppercase();
    // `at 140 C. The`
    let unit = before.is_ascii_digit();
    if starter && (before.is_lowercase() || is_i || unit) {
        Rule::InitialEnd
    } else {
        Rule::Initial
    }
}

/// `답은 B. 풀이는 …`: a topic before the letter, and another behind it.
fn answers(paragraph: &Paragraph, candidate: &Candidate, before: &str) -> bool {
    let next = paragraph.word_from(candidate.next_word);
    next.starts_with(is_syllable)
        && before.ends_with(['은', '는'])
        && next.ends_with(['은', '는', '이', '가'])
}

fn is_starter(paragraph: &Paragraph, at: usize) -> bool {
    let word = paragraph.word_from(at).to_lowercase();
    paragraph.words.starters.contains(&word)
}
