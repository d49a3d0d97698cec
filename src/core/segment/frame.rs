//! The Korean sentence around a quotation.

use super::character::{is_closer, is_emoticon, is_syllable, is_terminator};
use super::tail::{Before, Tail};
use super::words::Words;

/// `그가 낮은 목소리로 물었다.` after a quotation is no longer.
const LONGEST_SPEAKER: usize = 30;

/// An English tag on a line of its own has no more words: `The old woman by the door said.`
const MOST_TAG_WORDS: usize = 8;

/// How reported speech ends: 온다고, 오라고, 왜냐고, 가자고.
const REPORTED: [&str; 4] = ["다고", "라고", "냐고", "자고"];

/// Closing marks and stops at the end of a quotation are no more.
const MOST_MARKS: usize = 8;

/// What a verb in the past has behind its stem: `말했다`, `물었습니다`, `외쳤지`.
const PAST_ENDINGS: [&str; 12] = [
    "다",
    "습니다",
    "어요",
    "지",
    "지요",
    "죠",
    "네",
    "단다",
    "더라",
    "거든",
    "어",
    "던 것이다",
];

/// Whether a short sentence at `at`, behind a quotation, only says who spoke: `마침내 여자가 말했다.`
pub(super) fn is_said_by(chars: &[char], at: usize, words: &Words) -> bool {
    let clause = clause(chars, at);
    says(clause.trim_end(), words) && !points_back(&clause, words)
}

/// Whether a line that stands behind a quotation only says who spoke: `마침내 여자가 말했다.`, `The flowers said.`
pub fn is_speech_tag(line: &str) -> bool {
    let words = Words::builtin();
    let chars: Vec<char> = line.trim().chars().take(LONGEST_SPEAKER + 2).collect();
    if chars.iter().any(|&c| is_syllable(c)) {
        let is_short = chars.len() <= LONGEST_SPEAKER;
        return is_short && !reports(line) && is_said_by(&chars, 0, words);
    }
    // What stands behind the verb is what was said: `She said nothing.`
    let letters = |word: &str| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        letters.to_lowercase()
    };
    let tag: Vec<String> = line.split_whitespace().map(letters).collect();
    match &tag[..] {
        [_, .., verb] => tag.len() <= MOST_TAG_WORDS && words.said.contains(verb),
        _ => false,
    }
}

/// Whether the words that were said stand in the Korean line itself: `내년에 다시 오겠다고 말했다` is a sentence of its own.
fn reports(line: &str) -> bool {
    let mut words = line.split_whitespace().skip(1);
    words.any(|word| REPORTED.iter().any(|end| word.ends_with(end)))
}

/// Whether a clause ends in a verb of saying, in the past.
fn says(clause: &str, words: &Words) -> bool {
    let stem = PAST_ENDINGS
        .iter()
        .filter_map(|ending| clause.strip_suffix(ending));
    let mut forms = stem.chain([clause]);
    forms.any(|form| words.korean_said.ends(form))
}

/// Whether the sentence goes on around the quotation between `open` and `close`: a particle hangs on its
/// closing mark, it stands in the middle of a sentence, or the next one says whose words they were.
pub(super) fn is_framed(chars: &[char], open: usize, close: usize, words: &Words) -> bool {
    let after = chars.get(close + 1).copied().unwrap_or(' ');
    if is_syllable(after) || matches!(after, ',' | '·') {
        return true;
    }
    let spaces = chars[close + 1..]
        .iter()
        .take_while(|c| c.is_whitespace())
        .count();
    let next = close + 1 + spaces;
    let inside = chars[open + 1..close].iter().rev().take(MOST_MARKS);
    let mut content = inside.copied().filter(|&c| !is_closer(c));
    let stops = content.clone().next().is_some_and(is_terminator);
    let last = content.find(|&c| !is_terminator(c) && !is_emoticon(c));
    let tail = Tail::read(chars, next, last.unwrap_or(' '));
    if tail.ties(Before::Quotation, words) {
        return true;
    }
    let korean = chars.get(next).is_some_and(|&c| is_syllable(c));
    korean && (!stops || is_said_by(chars, next, words) || points_back(&clause(chars, next), words))
}

/// The text from `at` to the next mark, if that is near.
fn clause(chars: &[char], at: usize) -> String {
    let rest = chars[at..].iter().take(LONGEST_SPEAKER);
    let clause: String = rest
        .take_while(|&&c| !is_terminator(c) && c != ',')
        .collect();
    clause
}

/// `이렇게 말하며 연설을 마쳤다` is a sentence of its own, though it speaks of the quotation.
fn points_back(clause: &str, words: &Words) -> bool {
    clause
        .split_whitespace()
        .any(|word| words.points_back.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_who_spoke_and_nothing_of_what() {
        for tag in [
            "고모가 칼등으로 마늘을 찧으며 말했다.",
            "꽃들이 말했다.",
            "아이가 되물었다.",
            "The flowers said.",
            "She asked.",
        ] {
            assert!(is_speech_tag(tag), "{tag}");
        }
        for sentence in [
            "그는 내년에 다시 오겠다고 말했다.",
            "시장은 함께 가자고 말했다.",
            "기자는 왜 늦었냐고 물었다.",
            "그는 이렇게 말했다.",
            "벌들은 대답하지 않았다.",
            "She said nothing.",
            "He answered the door.",
            "Said.",
            "",
        ] {
            assert!(!is_speech_tag(sentence), "{sentence}");
        }
    }
}
