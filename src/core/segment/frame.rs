//! The Korean sentence around a quotation.

use super::character::{is_closer, is_syllable, is_terminator};
use super::words::Words;

/// `그가 낮은 목소리로 물었다.` after a quotation is no longer.
const LONGEST_SPEAKER: usize = 30;

/// No particle of a quotation is longer.
const LONGEST_TAIL: usize = 8;

/// Whether a short sentence at `at`, behind a quotation, only says who spoke: `마침내 여자가 말했다.`
pub(super) fn is_said_by(chars: &[char], at: usize, words: &Words) -> bool {
    let clause = clause(chars, at);
    words.korean_said.ends(&clause) && !points_back(&clause, words)
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
    let tail: String = chars[next..]
        .iter()
        .take(LONGEST_TAIL)
        .take_while(|c| c.is_alphanumeric())
        .collect();
    if words.quote_tails.contains(&tail) {
        return true;
    }
    let inside = chars[open + 1..close].iter().rev().take(LONGEST_TAIL);
    let stops = inside
        .copied()
        .find(|&c| !is_closer(c))
        .is_some_and(is_terminator);
    let korean = tail.starts_with(is_syllable);
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
