//! A negation that one side alone has: `Do not charge` against 충전하십시오.
//!
//! Told only where the English has one clause that denies and the Korean has no word, ending or syllable that could deny,
//! forbid, lack or except anything: the two languages deny in so many ways that anything less certain is left alone.

mod added;

use super::Finding;
pub(super) use added::added;

/// Words of a longer sentence may deny what stands elsewhere.
const MOST_WORDS: usize = 28;

/// What denies in English, as whole words.
const ENGLISH: [&str; 4] = ["not", "never", "cannot", "nobody"];

/// Where these stand, a word that denies says nothing that Korean would deny.
const IDIOMS: [&str; 31] = [
    "not only",
    "not least",
    "not everything",
    "not everyone",
    "not all",
    "not every",
    "not always",
    "not necessarily",
    "if not",
    "or not",
    "not to mention",
    "why not",
    "not so much",
    "not long",
    "than not",
    "no matter",
    "no doubt",
    "no wonder",
    "no less",
    "no fewer",
    "no later",
    "no sooner",
    "no more than",
    "no question",
    "no stranger",
    "in no time",
    "no small",
    "no exception",
    "no longer",
    "no other",
    "no better",
];

/// What `no` before a noun may be in Korean besides, as a syllable of a word: 무료, 비과세, 면세, 금연, 미성년, 탈세.
const KOREAN_PREFIXES: [char; 6] = ['무', '비', '면', '금', '미', '탈'];

/// Whatever can deny, forbid, lack, fail or except in Korean, as parts of words. A stem stands in each of its syllables,
/// since an ending goes into the last one.
const KOREAN: [&str; 73] = [
    "않",
    "못",
    "아니",
    "아닌",
    "아닐",
    "아닙",
    "아냐",
    "안 ",
    "안되",
    "안된",
    "안될",
    "안됩",
    "안돼",
    "안됐",
    "안하",
    "안했",
    "안해",
    "없",
    "지 마",
    "지마",
    "지 말",
    "지말",
    "말라",
    "말고",
    "말 것",
    "말도",
    "말자",
    "금지",
    "금물",
    "불",
    "무관",
    "무효",
    "무산",
    "무의미",
    "미완",
    "미달",
    "미정",
    "미흡",
    "미처",
    "비공개",
    "비정상",
    "부적",
    "부족",
    "부인",
    "반대",
    "모르",
    "모른",
    "모를",
    "모릅",
    "몰라",
    "몰랐",
    "거부",
    "거절",
    "싫",
    "외에",
    "이외",
    "뿐",
    "밖",
    "빼",
    "제외",
    "전혀",
    "결코",
    "실패",
    "그만",
    "멈",
    "중단",
    "드물",
    "적다",
    "어려",
    "어렵",
    "아직",
    "삼가",
    "피하",
];

/// The negation of the English that the Korean lacks.
pub(super) fn lost(en: &[&str], ko: &[&str]) -> Option<Finding> {
    let [english] = en else { return None };
    let words: Vec<String> = english
        .split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let lower = words.join(" ");
    let is_question = english.contains('?');
    if words.len() > MOST_WORDS || is_question || IDIOMS.iter().any(|idiom| lower.contains(idiom)) {
        return None;
    }
    let is_no = |word: &str| word == "no" && before_noun(english);
    let denies = |word: &&String| {
        ENGLISH.contains(&word.as_str())
            || word.ends_with("n't")
            || word.ends_with("n’t")
            || is_no(word)
    };
    let mut denying = words.iter().enumerate().filter(|(_, word)| denies(word));
    let (at, word) = denying.next().filter(|_| denying.next().is_none())?;
    if is_litotes(&words[at + 1..]) || is_superlative(&words, ko) {
        return None;
    }
    let can_deny = |text: &&&str| {
        let prefixed = is_no(word) && text.contains(KOREAN_PREFIXES);
        let text = format!("{text} ");
        prefixed || KOREAN.iter().any(|part| text.contains(part))
    };
    ko.iter()
        .find(can_deny)
        .is_none()
        .then(|| Finding::Negation { word: word.clone() })
}

/// Whether what is denied is bad itself, or an end, so that Korean says the good or the going on: `did no harm`, `not until`.
fn is_litotes(denied: &[String]) -> bool {
    const BAD: [&str; 23] = [
        "harm",
        "hurt",
        "damage",
        "bad",
        "secret",
        "surpris",
        "coinciden",
        "acciden",
        "mistak",
        "fail",
        "forget",
        "forgot",
        "stop",
        "ceas",
        "wait",
        "miss",
        "far",
        "without",
        "until",
        "doubt",
        "wonder",
        "problem",
        "trouble",
    ];
    let near = denied.iter().take(NEAR);
    near.clone()
        .any(|word| BAD.iter().any(|bad| word.starts_with(bad)))
        || near.take(1).any(|word| word.starts_with("un"))
}

/// Words after the one that denies which it speaks of.
const NEAR: usize = 3;

/// Whether the English denies that anything is more than this, `never been happier than`, and the Korean compares.
fn is_superlative(words: &[String], ko: &[&str]) -> bool {
    let compares = ["보다", "만큼", "가장", "제일", "더 "];
    words.iter().any(|word| word == "than" || word == "as")
        && ko
            .iter()
            .any(|text| compares.iter().any(|word| text.contains(word)))
}

/// Whether `no` stands before a word: no answer, and no number as in `No. 8`.
fn before_noun(english: &str) -> bool {
    let mut words = english.split_whitespace();
    let is_no = |word: &str| word == "no" || word == "No";
    words.any(is_no)
        && words.next().is_some_and(|next| {
            // `no larger than`
            next.starts_with(char::is_lowercase) && !next.ends_with("er")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_that_nothing_in_the_korean_carries_is_told() {
        for (en, ko) in [
            (
                "Do not charge the battery while asleep.",
                "잠을 잘 때에는 충전하십시오.",
            ),
            ("It's not the height.", "높이 때문이에요."),
            ("I did not know.", "나는 알고 있었다."),
            (
                "The board never approved the loan.",
                "이사회는 그 대출을 승인했다.",
            ),
            (
                "No tickets will be sold at the gate.",
                "표는 문 앞에서 판다.",
            ),
            (
                "The ruling had no effect on rents.",
                "판결은 월세에 영향을 주었다.",
            ),
        ] {
            assert!(lost(&[en], &[ko]).is_some(), "{en}");
        }
    }

    #[test]
    fn what_the_korean_denies_in_its_own_way_is_left_in_peace() {
        for (en, ko) in [
            ("Do not enter.", "출입 금지."),
            ("I don't know him.", "나는 그를 모른다."),
            ("No parking.", "주차 금지."),
            ("Entry is at no charge.", "입장은 무료다."),
            ("No, he left.", "그래, 그는 떠났다."),
            ("No doubt he left.", "분명 그는 떠났다."),
            ("No. 8 won.", "8번이 이겼다."),
            ("Not only rice but wheat fell.", "쌀은 물론 밀도 내렸다."),
            ("It is not easy.", "쉽지 않다."),
            ("Why not go now?", "지금 가는 게 어때?"),
            ("It was not completed.", "미완성이었다."),
            ("Don't talk like that!", "그렇게 말하지 마."),
            ("You don't do that.", "그러면 안된다."),
            ("Not long ago it rained.", "얼마 전 비가 왔다."),
            ("That was lucky, wasn't it?", "운이 좋았군요, 그렇죠?"),
            ("The rain did no harm.", "비가 도움이 됐다."),
            ("It's not bad.", "괜찮다."),
            ("She did not leave until noon.", "그는 정오에야 떠났다."),
            (
                "Old tools are not uncommon here.",
                "이곳에는 낡은 연장이 흔하다.",
            ),
            ("They never stopped singing.", "그들은 계속 노래했다."),
            (
                "It is no secret that he drinks.",
                "그가 술을 마신다는 건 다 안다.",
            ),
            (
                "A braver man than him I have never met.",
                "그는 내가 만난 가장 용감한 사람이다.",
            ),
            (
                "I have never been happier than here.",
                "여기서보다 행복했던 때는 기억에 드물게 있다.",
            ),
            ("Nobody runs as fast as Ari.", "아리가 제일 빨리 달린다."),
        ] {
            assert!(lost(&[en], &[ko]).is_none(), "{en}");
        }
    }
}
