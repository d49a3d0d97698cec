//! What counts a part of a text before a stop, and so ends no sentence: `Step 1.`, `Case 3.`, `보기 2.`, `첫째.`

use super::paragraph::Paragraph;

/// `Assumption 12`
const LONGEST: usize = 14;

/// `제12단계`
const LONGEST_KOREAN: usize = 6;

/// Korean letters as lists count by them.
pub(super) const JAMO: &str = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";

/// Words that stand before a number and count nothing: `May 5.`, `Over 40.`
const NO_PARTS: [&str; 27] = [
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "nearly",
    "roughly",
    "around",
];

/// Whether nothing but `Q`, `Step` or the like stands from `sentence` to the number `start..end`.
pub(super) fn counts_a_part(
    paragraph: &Paragraph,
    sentence: usize,
    start: usize,
    end: usize,
) -> bool {
    if start - sentence > LONGEST {
        return false;
    }
    let part = paragraph.text(sentence, start);
    let mut letters = part.chars();
    // `1-1.`, `1.1.`, `Q1.`, `A1.`
    let numbers = part
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
    let letter = letters.next().is_some_and(|c| c.is_ascii_uppercase()) && letters.next().is_none();
    if numbers || letter || matches!(part.as_str(), "q") {
        return true;
    }
    let word = part.trim_end();
    if paragraph.words.parts.contains(&word.to_lowercase()) {
        return true;
    }
    end - start <= 2 && is_heading_word(paragraph, word) && begins_block(paragraph, sentence, word)
}

/// One word that may be what is counted: `Case`, `보기`, not `Over`, `총액은`.
fn is_heading_word(paragraph: &Paragraph, word: &str) -> bool {
    const LONGEST_KOREAN_WORD: usize = 4;
    let lower = word.to_lowercase();
    let english = word.len() > 2
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().all(|c| c.is_ascii_alphabetic())
        && !NO_PARTS.contains(&lower.as_str())
        && !paragraph.words.starters.contains(&lower)
        && !paragraph.words.before_clock.contains(&lower);
    let korean = word.chars().count() <= LONGEST_KOREAN_WORD
        && word.chars().all(super::character::is_syllable)
        && !word.ends_with(['은', '는', '을', '를', '에', '총', '약']);
    english || korean
}

/// Whether the sentence begins the block, or the block begins with the same word, as the parts before did.
fn begins_block(paragraph: &Paragraph, sentence: usize, word: &str) -> bool {
    sentence == 0
        || word
            .chars()
            .enumerate()
            .all(|(place, c)| paragraph.at(place) == c)
}

/// Whether the sentence so far is only `제1조`, `2단계`, `둘째`, `ㄱ` or the like.
pub(super) fn counts_korean_part(paragraph: &Paragraph, sentence: usize, end: usize) -> bool {
    if end - sentence > LONGEST_KOREAN {
        return false;
    }
    let part = paragraph.text(sentence, end);
    let ordinal = matches!(
        part.as_str(),
        "첫째"
            | "둘째"
            | "셋째"
            | "넷째"
            | "다섯째"
            | "여섯째"
            | "일곱째"
            | "여덟째"
            | "아홉째"
            | "열째"
    );
    let mut letters = part.chars();
    let letter = letters.next().is_some_and(|c| JAMO.contains(c)) && letters.next().is_none();
    let number = part.trim_start_matches('제');
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
    ordinal || letter || (unit.len() < number.len() && paragraph.words.korean_parts.contains(unit))
}
