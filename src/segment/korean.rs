//! The veto chain where Hangul stands around a candidate.

use super::Rule;
use super::candidate::Candidate;
use super::character::{final_consonant, is_emoticon, is_syllable, is_terminator, vowel};
use super::frame::is_said_by;
use super::paragraph::Paragraph;
use super::words::{BARE_TAILS, KOREAN_ENDINGS, KOREAN_LETTERS, KOREAN_PARTS, QUOTE_TAILS};

/// `제12단계`
const LONGEST_PART: usize = 6;

const FINAL_BIEUP: u32 = 17;

/// Decides a candidate with a space after it.
pub(super) fn decide(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let next = paragraph.word_from(candidate.next_word);
    let in_the_open = candidate.next_word == candidate.next;
    let tied = QUOTE_TAILS.contains(&next.as_str())
        && (candidate.closed() || BARE_TAILS.contains(&next.as_str()));
    if in_the_open && tied {
        return Rule::QuoteTail;
    }
    if candidate.closed() && in_the_open && is_said_by(&paragraph.chars, candidate.next) {
        return Rule::SaidFollows;
    }
    let before = paragraph.before(candidate.word_end);
    if candidate.strong(paragraph) {
        return Rule::StrongMark;
    }
    if candidate.trails_off(paragraph) {
        return Rule::Ellipsis;
    }
    let letter_alone = candidate.word_end == candidate.sentence + 1;
    let counts = (letter_alone && KOREAN_LETTERS.contains(before))
        || counts_a_part(paragraph, candidate.sentence, candidate.word_end);
    if counts && !candidate.closed() {
        return Rule::ListNumber;
    }
    Rule::KoreanStop
}

/// Whether the sentence so far is only `제1조`, `2단계` or the like.
fn counts_a_part(paragraph: &Paragraph, sentence: usize, end: usize) -> bool {
    if end - sentence > LONGEST_PART {
        return false;
    }
    let part = paragraph.text(sentence, end);
    let number = part.trim_start_matches('제');
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < number.len() && KOREAN_PARTS.contains(&unit)
}

/// Decides marks without a space after them: `왔다.그러나` is a forgotten space, `다.…` is not.
pub(super) fn decide_glued(paragraph: &Paragraph, candidate: &Candidate) -> Rule {
    let before = paragraph.before(candidate.word_end);
    let next = paragraph.at(candidate.next_word);
    let begins = is_syllable(next) || paragraph.protection.opens(candidate.next);
    let ends = if candidate.strong(paragraph) {
        begins
    } else {
        !candidate.trails_off(paragraph)
            && KOREAN_ENDINGS.contains(before)
            && (begins || next.is_ascii_uppercase())
    };
    if ends {
        Rule::GluedStop
    } else {
        Rule::InsideToken
    }
}

/// Whether the word that ends at the white space `space` closes a sentence without a full stop, as captions
/// and messages have it: -니다, -니까, -요, -죠.
pub(super) fn is_bare_ending(paragraph: &Paragraph, sentence: usize, space: usize) -> bool {
    let start = paragraph.token_start(space).max(sentence);
    let mut end = space;
    while end > start && is_emoticon(paragraph.chars[end - 1]) {
        end -= 1;
    }
    let word = &paragraph.chars[start..end];
    let next = paragraph.skip_space(space);
    if next >= paragraph.len()
        || paragraph.closes(next)
        || is_terminator(paragraph.at(next))
        || matches!(paragraph.at(next), '-' | '–' | '—' | '―')
        || QUOTE_TAILS.contains(&paragraph.word_from(next).as_str())
    {
        return false;
    }
    match word {
        [.., bieup, '니', '다' | '까'] => final_consonant(*bieup) == FINAL_BIEUP,
        [.., stem, '죠'] => is_syllable(*stem),
        [.., stem, '요'] if is_syllable(*stem) => is_polite(word, *stem),
        _ => false,
    }
}

/// Whether `word` ends in the particle 요 of polite speech and not in a noun such as 필요 or 개요.
fn is_polite(word: &[char], stem: char) -> bool {
    let after_ending = matches!(stem, '군' | '든' | '걸' | '죠' | '지') && word.len() >= 3;
    // The vowels that stems have before 요: ㅏ ㅐ ㅓ ㅔ ㅕ ㅖ ㅘ ㅙ ㅝ ㅞ.
    let open_vowel =
        matches!(vowel(stem), Some(0 | 1 | 4..=7 | 9 | 10 | 14 | 15)) && final_consonant(stem) == 0;
    let noun = match (stem, word) {
        ('개', _) => true,
        // 대중가요 is a song, 올라가요 and 인가요 are not.
        ('가', [.., verb, _, _]) => !"인한된은는을던아어라려".contains(*verb),
        // 참치마요 is a dish, 하지마요 is not.
        ('마', [.., verb, _, _]) => *verb != '지',
        _ => false,
    };
    after_ending || (open_vowel && !noun)
}
