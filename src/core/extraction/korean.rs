//! Korean word groups that may be terms: one to three words, the last without its particle, none of them a predicate.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// Words of the longest group.
const MOST_WORDS: usize = 3;

/// Particles and forms of the copula that stand glued to a noun, the longer first. After a closed syllable some have
/// another form than after an open one: the first letter says which of both they follow.
const PARTICLES: [(&str, After); 59] = {
    use After::{Any, Closed, Open};
    [
        ("으로부터", Closed),
        ("이었다가", Closed),
        ("에서부터", Any),
        ("에게서", Any),
        ("으로서", Closed),
        ("으로써", Closed),
        ("으로는", Closed),
        ("으로도", Closed),
        ("으로의", Closed),
        ("에서는", Any),
        ("에서도", Any),
        ("에서의", Any),
        ("이라고", Closed),
        ("이라는", Closed),
        ("이라며", Closed),
        ("이지만", Closed),
        ("입니다", Any),
        ("이었다", Closed),
        ("까지는", Any),
        ("부터는", Any),
        ("보다는", Any),
        ("에게", Any),
        ("에서", Any),
        ("에는", Any),
        ("에도", Any),
        ("에만", Any),
        ("으로", Closed),
        ("로서", Open),
        ("로써", Open),
        ("로는", Open),
        ("로도", Open),
        ("라고", Open),
        ("라는", Open),
        ("라며", Open),
        ("지만", Open),
        ("였다", Open),
        ("이다", Any),
        ("이며", Closed),
        ("이나", Closed),
        ("이란", Closed),
        ("까지", Any),
        ("부터", Any),
        ("보다", Any),
        ("처럼", Any),
        ("마다", Any),
        ("조차", Any),
        ("씨", Any),
        ("은", Closed),
        ("는", Open),
        ("이", Closed),
        ("가", Open),
        ("을", Closed),
        ("를", Open),
        ("과", Closed),
        ("와", Open),
        ("의", Any),
        ("에", Any),
        ("로", Open),
        ("도", Any),
    ]
};

/// What a particle follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Any,
    /// A syllable that ends in a consonant.
    Closed,
    /// One that ends in a vowel, or in ㄹ before 로.
    Open,
}

/// Ends of predicates and adverbs: no noun ends so, or so few that a term is not lost by it.
const PREDICATES: [&str; 63] = [
    "다",
    "며",
    "면서",
    "으면",
    "하면",
    "려고",
    "하고",
    "되고",
    "하는",
    "되는",
    "있는",
    "없는",
    "했던",
    "됐던",
    "하던",
    "하게",
    "되게",
    "하기",
    "되기",
    "해서",
    "돼서",
    "하지",
    "되지",
    "했고",
    "됐고",
    "었고",
    "았고",
    "했지만",
    "한다는",
    "했다고",
    "적인",
    "적으로",
    "스러운",
    "로운",
    "다운",
    "같은",
    "높은",
    "낮은",
    "많은",
    "적은",
    "위해",
    "위한",
    "대해",
    "대한",
    "따라",
    "따른",
    "통해",
    "통한",
    "관한",
    "의한",
    "해야",
    "도록",
    "하여",
    "하며",
    "되며",
    "니다",
    "어요",
    "해요",
    "이고",
    "히",
    "한",
    "된",
    "려",
];

/// Nouns that end as predicates and particles do.
const NOUNS: [&str; 28] = [
    "북한",
    "남한",
    "제한",
    "권한",
    "시한",
    "기한",
    "최대한",
    "무한",
    "회의",
    "주의",
    "동의",
    "협의",
    "논의",
    "합의",
    "정의",
    "강의",
    "예의",
    "문의",
    "건의",
    "심의",
    "결의",
    "편의",
    "호의",
    "창의",
    "항의",
    "독려",
    "고려",
    "격려",
];

/// Words that are no terms by themselves, nor at the end of one.
const WORDS: [&str; 64] = [
    "그리고",
    "그러나",
    "하지만",
    "또한",
    "이번",
    "지난",
    "올해",
    "작년",
    "내년",
    "오늘",
    "어제",
    "내일",
    "현재",
    "최근",
    "당시",
    "이후",
    "이전",
    "가운데",
    "동안",
    "때문",
    "경우",
    "정도",
    "이상",
    "이하",
    "모두",
    "가장",
    "매우",
    "더욱",
    "다시",
    "이미",
    "아직",
    "바로",
    "특히",
    "물론",
    "역시",
    "함께",
    "우리",
    "그들",
    "자신",
    "사람",
    "이것",
    "그것",
    "여기",
    "거기",
    "어떤",
    "다른",
    "모든",
    "여러",
    "새로운",
    "이런",
    "그런",
    "저런",
    "하나",
    "번째",
    "대부분",
    "일부",
    "것이",
    "것은",
    "것을",
    "수도",
    "있다",
    "없다",
    "따르면",
    "밝혔다",
];

/// A group where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Tells it apart by its letters without spaces.
    pub key: u64,
    pub words: usize,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Its last letters are no particle, or were taken off.
    pub is_bare: bool,
}

/// The groups of a text, in order. Of a word that may end in a particle there are both forms.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let words = words(text);
    let mut groups = Vec::new();
    for start in 0..words.len() {
        for (count, (span, follows)) in words[start..].iter().take(MOST_WORDS).enumerate() {
            if count > 0 && !follows {
                break;
            }
            // A word of one syllable is a term only with others.
            let least = if count == 0 { 2 } else { 1 };
            for (end, is_bare) in ends(&text[span.clone()], least) {
                let span = words[start].0.start..span.start + end;
                groups.push(Group {
                    key: key(&text[span.clone()]),
                    words: count + 1,
                    span,
                    is_bare,
                });
            }
            if !goes_on(&text[span.clone()]) {
                break;
            }
        }
    }
    groups
}

fn key(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        letter.to_ascii_lowercase().hash(&mut hasher);
    }
    hasher.finish()
}

/// The words of a text, and whether nothing but a space is before each.
fn words(text: &str) -> Vec<(Range<usize>, bool)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '·';
    let mut words: Vec<(Range<usize>, bool)> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(is_part) {
        let start = at + offset;
        let rest = &text[start..];
        let end = start + rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let follows = !words.is_empty() && text[at..start].chars().all(|c| c == ' ');
        words.push((start..end, follows));
        at = end;
    }
    words
}

/// Where the word may end as the last of a term, of at least so many letters, and whether that is without a particle.
fn ends(word: &str, least: usize) -> Vec<(usize, bool)> {
    let bare = stripped(word, least);
    let own = (word.len(), bare.is_none());
    let all = bare.map(|end| (end, true)).into_iter().chain([own]);
    let is_end = |&(end, _): &(usize, bool)| {
        let stem = &word[..end];
        let has_letter = stem.chars().any(char::is_alphabetic);
        let is_plain = end < word.len() || !surely_has_particle(word);
        stem.chars().count() >= least
            && has_letter
            && is_plain
            && !is_predicate(stem)
            && !WORDS.contains(&stem)
    };
    all.filter(is_end).collect()
}

fn is_predicate(word: &str) -> bool {
    PREDICATES.iter().any(|tail| word.ends_with(tail)) && !is_noun(word)
}

fn is_noun(word: &str) -> bool {
    NOUNS.iter().any(|noun| word.ends_with(noun))
}

/// Where the word ends without its particle, for each that it may have.
fn stripped(word: &str, least: usize) -> Option<usize> {
    if is_noun(word) {
        return None;
    }
    PARTICLES.iter().find_map(|(particle, after)| {
        let stem = word.strip_suffix(particle)?;
        let last = stem.chars().last()?;
        let fits = match (after, final_consonant(last)) {
            (After::Any, _) | (_, None) => true,
            (After::Closed, Some(consonant)) => consonant != 0,
            (After::Open, Some(consonant)) => {
                const RIEUL: u32 = 8;
                consonant == 0 || (particle.starts_with('로') && consonant == RIEUL)
            }
        };
        (fits && stem.chars().count() >= least).then_some(stem.len())
    })
}

/// The number of a syllable's final consonant, 0 for none; `None` of what is no Hangul syllable.
fn final_consonant(letter: char) -> Option<u32> {
    let at = (letter as u32).checked_sub('가' as u32)?;
    ('가'..='힣').contains(&letter).then_some(at % 28)
}

/// Particles that hardly a noun of three syllables and more ends in.
fn surely_has_particle(word: &str) -> bool {
    const SURE: [&str; 12] = [
        "을", "를", "은", "는", "에서", "에는", "에게", "으로", "까지", "부터", "라고", "라는",
    ];
    SURE.iter().any(|tail| word.ends_with(tail)) && stripped(word, 1).is_some()
}

/// Whether another word of a term may follow: a noun without a particle does so.
fn goes_on(word: &str) -> bool {
    !surely_has_particle(word) && !is_predicate(word) && !WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::groups;

    fn found(text: &str) -> Vec<&str> {
        let groups = groups(text);
        let spans = groups.into_iter().map(|group| group.span);
        spans.map(|span| &text[span]).collect()
    }

    #[test]
    fn particles_are_told_by_the_syllable_before_them() {
        assert_eq!(found("기준금리를"), ["기준금리"]);
        assert_eq!(found("서울은"), ["서울"]);
        // `의` follows anything, but some nouns end in it; of others both may be meant.
        assert_eq!(found("국무회의"), ["국무회의"]);
        assert_eq!(found("염전의"), ["염전", "염전의"]);
        assert_eq!(found("어린이"), ["어린", "어린이"]);
    }

    #[test]
    fn a_group_ends_where_a_particle_does() {
        assert_eq!(
            found("국제 통화 기금은 밝혔다"),
            [
                "국제",
                "국제 통화",
                "국제 통화 기금",
                "통화",
                "통화 기금",
                "기금"
            ]
        );
    }
}
