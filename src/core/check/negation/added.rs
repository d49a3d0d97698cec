//! A denial that the Korean alone has: `approved` against 승인하지 않았다.
//!
//! Told only where nothing in the English denies, lacks, fails or limits anything, and where the very word that the Korean
//! denies says a word of the English, or is the predicate of its last clause and no end or lack itself: 잊지 않았다 says
//! that somebody remembers.

use super::super::Finding;
use crate::evidence::{Evidence, EvidenceKind};
use std::ops::Range;

/// What denies or limits in English, as whole words; of those that end in `*` words begin so.
#[rustfmt::skip]
const DENYING: [&str; 63] = [
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot", "unable", "fail*",
    "lack*", "refus*", "reject*", "deny", "denie*", "denial", "hardly", "barely", "scarce*", "rare*", "seldom", "few",
    "little", "less", "least", "only", "just", "mere*", "but", "except*", "unless", "until", "till", "too", "stop*",
    "cease*", "prevent*", "avoid*", "ban*", "prohibit*", "forbid*", "miss*", "absen*", "rather", "instead", "far", "short",
    "unlike*", "doubt*", "hard", "difficult*", "impossible", "wrong", "beyond", "yet", "against", "despite", "although",
    "though", "however",
];

/// What says as much in a word of its own that Korean denies another for: `neglect` is 돌보지 않다.
#[rustfmt::skip]
const WANTING: [&str; 58] = [
    "neglect*", "ignor*", "overlook*", "poor*", "bad*", "worse*", "weak*", "below", "otherwise", "different*", "differ*",
    "refrain*", "resist*", "exclu*", "escap*", "forg*", "skip*", "quit*", "gave", "give", "given", "giving", "declin*",
    "withh*", "abstain*", "oppos*", "disagree*", "dislike*", "disapp*", "hate*", "los*", "empty", "dead", "die*", "shut*",
    "close*", "same", "still", "always", "remember*", "continu*", "persist*", "keep*", "kept", "remain*", "stay*",
    "silen*", "secret*", "hid*", "single", "alone", "free", "spare*", "leave", "left", "exempt*", "wait*", "waiv*",
];

/// Stems whose denial says something good or going on.
#[rustfmt::skip]
const ENDING: [&str; 52] = [
    "그치", "멈추", "잊", "변하", "바뀌", "끊이", "마지", "아끼", "사양하", "굽히", "놓치", "포기하", "죽", "다르", "틀리",
    "어렵", "드물", "적", "나쁘", "싫", "늦", "모자라", "부족하", "뒤지", "밀리", "꺼지", "지치", "두려워하", "서슴", "망설이",
    "주저하", "의심하", "가리", "상관하", "빼놓", "빠지", "벗어나", "어긋나", "못하", "작", "낮", "짧", "멀", "모르", "쉬", "막",
    "어기", "버리", "남기", "끄", "지나", "걸리",
];

/// Endings of a predicate before what denies it: 하지, 하지는, 하진.
const STEMS: [&str; 5] = ["지", "지는", "지도", "지를", "진"];
/// How the word begins that denies it.
const DENIED: [&str; 6] = ["않", "못", "말", "마십", "마세", "아니"];
/// What denies nothing in the end: 하지 않을 수 없다, 하지 않을까, 하지 못하게.
const HARMLESS: [&str; 17] = [
    "않을 수",
    "않으면",
    "않을까",
    "않나",
    "않는가",
    "않습니까",
    "않도록",
    "않게",
    "않은가",
    "않니",
    "않을지",
    "않고",
    "못지",
    "않아도",
    "못하게",
    "못하도록",
    "않았으면",
];

/// What the Korean denies of the English.
pub(crate) fn added(en: &[&str], ko: &[&str], evidence: &Evidence) -> Option<Finding> {
    let all = ko.iter().enumerate();
    let mut denied =
        all.flat_map(|(at, text)| denials(text).into_iter().map(move |denial| (at, denial)));
    let (sentence, denial) = denied.next().filter(|_| denied.next().is_none())?;
    let has = |words: &[&str]| en.iter().any(|text| holds(text, words));
    if en.iter().any(|text| text.contains('?')) || has(&DENYING) {
        return None;
    }
    let text = ko.get(sentence)?;
    let word = text.get(denial.word.clone())?;
    let is_said = || {
        evidence.of_kind(EvidenceKind::Term).any(|found| {
            let span = &found.ko.span;
            found.ko.sentence == sentence
                && span.start < denial.word.end
                && denial.word.start < span.end
        })
    };
    let ends = || ENDING.iter().any(|stem| word.starts_with(stem));
    let is_told =
        is_said() || denial.is_final && sentence + 1 == ko.len() && !ends() && !has(&WANTING);
    is_told.then(|| Finding::Negation {
        word: text.get(denial.whole).unwrap_or(word).to_owned(),
    })
}

/// Whether a text has one of the words, or one that denies by how it is made.
fn holds(english: &str, wanted: &[&str]) -> bool {
    let words = english.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
    words.map(str::to_lowercase).any(|word| {
        let denies = word.ends_with("n't")
            || word.ends_with("n’t")
            || word.starts_with("un")
            || word.ends_with("less");
        let is_wanted = |wanted: &&str| match wanted.strip_suffix('*') {
            Some(begin) => word.starts_with(begin),
            None => word == **wanted,
        };
        denies || wanted.iter().any(is_wanted)
    })
}

/// A word that is denied.
struct Denial {
    word: Range<usize>,
    /// With what denies it.
    whole: Range<usize>,
    /// It is the predicate of the last clause, or of what somebody says in it.
    is_final: bool,
}

/// The words of a Korean text that are denied; none where something else denies as well.
fn denials(text: &str) -> Vec<Denial> {
    // Most sentences deny nothing.
    let signs = ["않", "못", "지 말", "지 마", "아니", "아닙", "안 "];
    if !signs.iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    let words: Vec<(usize, &str)> = words(text).collect();
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [(start, word), (next, after)] = *pair else {
            continue;
        };
        let rest = words.get(at + 2..).unwrap_or_default();
        let end = next + bare(after).len();
        let is_stem = STEMS.iter().any(|stem| word.ends_with(stem));
        let is_denied = is_stem && DENIED.iter().any(|denied| after.starts_with(denied));
        let is_noun = word.ends_with(['이', '가'])
            && ["아니다", "아닙니다", "아니었"]
                .iter()
                .any(|no| after.starts_with(no));
        let begins = |harmless: &&str| {
            text.get(next..)
                .is_some_and(|rest| rest.starts_with(*harmless))
        };
        if (is_denied || is_noun) && !HARMLESS.iter().any(begins) {
            found.push(Denial {
                word: start..start + word.len(),
                whole: start..end,
                is_final: is_final(after, rest),
            });
        } else if ["안", "못"].contains(&word) && !after.starts_with(['되', '돼', '된', '될', '됩'])
        {
            found.push(Denial {
                word: next..next + after.len(),
                whole: start..end,
                is_final: false,
            });
        }
    }
    let may_deny = |word: &&str| {
        word.contains(['없', '못', '않']) || word.contains("아니") || word.contains("아닌")
    };
    if words.iter().filter(|(_, word)| may_deny(word)).count() > found.len() {
        found.clear();
    }
    found
}

/// Whether nothing follows what denies but who says so, or that it is thought so: 않은 것으로 본다.
fn is_final(denying: &str, rest: &[(usize, &str)]) -> bool {
    let word = bare(denying);
    let ends = ["다", "요"].iter().any(|end| word.ends_with(end));
    let is_quoted = ["다고", "다며", "다면서", "다는", "라고"]
        .iter()
        .any(|end| word.ends_with(end));
    let is_noun = word.ends_with(['은', '는', '을', '한', '할'])
        && rest.first().is_some_and(|(_, next)| next.starts_with('것'));
    ends && rest.is_empty() || is_quoted || is_noun && rest.len() <= 2
}

/// A word without the marks behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// The words of a text with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(char::is_whitespace)
        .filter_map(move |piece| {
            let start = at;
            at += piece.len();
            let word = piece.trim_end();
            (!word.is_empty()).then_some((start, word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::lexicon::Lexicon;

    fn found(en: &str, ko: &str) -> Option<String> {
        let evidence = Evidence::of(&[en], &[ko], Lexicon::shipped());
        added(&[en], &[ko], &evidence).map(|finding| finding.to_string())
    }

    #[test]
    fn a_denial_that_the_english_has_not_is_told() {
        for (en, ko) in [
            (
                "The council approved the plan.",
                "의회는 그 계획을 승인하지 않았다.",
            ),
            ("Gold is a metal.", "금은 금속이 아니다."),
            ("He can swim.", "그는 수영하지 못한다."),
            (
                "She said the trains run on Sundays.",
                "그는 일요일에 기차가 다니지 않는다고 말했다.",
            ),
            (
                "Charge the device overnight.",
                "밤새 기기를 충전하지 마십시오.",
            ),
            ("The shop sells bread.", "그 가게는 빵을 안 판다."),
        ] {
            assert!(found(en, ko).is_some(), "{en}");
        }
    }

    #[test]
    fn what_the_english_says_in_its_own_way_is_left_in_peace() {
        for (en, ko) in [
            (
                "The council rejected the plan.",
                "의회는 그 계획을 승인하지 않았다.",
            ),
            ("He remembers her.", "그는 그를 잊지 않았다."),
            ("The rain continues.", "비가 그치지 않는다."),
            ("Prices are the same.", "물가가 변하지 않았다."),
            ("It may rain.", "비가 오지 않을까."),
            ("We must go.", "우리는 가지 않을 수 없다."),
            ("Did he see it?", "그는 그것을 보지 않았나요?"),
            ("Only Ann came.", "앤을 빼고는 오지 않았다."),
            (
                "She put on a mask so that they could recognize her voice alone.",
                "그는 알아보지 못하도록 가면을 썼다.",
            ),
            ("He neglected his garden.", "그는 정원을 돌보지 않았다."),
        ] {
            assert_eq!(found(en, ko), None, "{en}");
        }
    }
}
