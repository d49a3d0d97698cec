//! Content words of a line, by what inflection leaves alone.

use crate::article::is_hangul;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

/// Longest stem of a Korean word, in syllables: what follows is mostly particles and endings.
const KOREAN_STEM: usize = 2;
/// Shorter English words are function words.
const ENGLISH_WORD: usize = 3;
/// How much of a line is looked at, in words.
const MOST_WORDS: usize = 60;

/// Words that menus and promotions use as often as articles do, and Korean stems of the same kind.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "the and for are but our you all new who how why its was has had his her not can one out now get see say any may \
     him she too did let two it's this that these those with from have been were your their they them will what when \
     where which more most than then here there about into over only also after before some other would could said \
     says just like make made news read year years first time people world because through \
     있다 있는 있습 있어 없다 없는 이번 지난 위해 대한 대해 통해 따라 관련 그리 하지 그러 것으 것이 것은 했다 한다 하는 하고 밝혔 \
     말했 이라 이다 오전 오후 기자 뉴스 올해 우리 함께 모든 가장 다른 입니 합니"
        .split_whitespace()
        .collect()
});

/// The different content words of a folded line, cut to what inflection leaves alone, as hashes.
pub(super) fn stems(folded: &str) -> Vec<u64> {
    let mut stems: Vec<u64> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .take(MOST_WORDS)
        .filter_map(stem)
        .map(|stem| {
            let mut hasher = DefaultHasher::new();
            stem.hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn stem(word: &str) -> Option<&str> {
    if let Some((from, _)) = word.char_indices().find(|(_, c)| is_hangul(*c)) {
        let korean = &word[from..];
        let mut ends = korean.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
        let (end, _) = ends
            .by_ref()
            .take_while(|(_, c)| is_hangul(*c))
            .nth(KOREAN_STEM - 1)?;
        let stem = &korean[..end];
        return (!COMMON.contains(stem)).then_some(stem);
    }
    if word.chars().nth(ENGLISH_WORD - 1).is_none() || COMMON.contains(word) {
        return None;
    }
    let word = word.strip_suffix("'s").unwrap_or(word);
    let stem = ["ies", "ing", "es", "ed", "s", "y", "e"]
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|stem| stem.len() >= ENGLISH_WORD)
        });
    Some(stem.unwrap_or(word))
}
