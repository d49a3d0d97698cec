//! One of two opposites where the other side has the other: rose and 내렸다, north and 남쪽, at least and 이하.
//!
//! Told only where each side has one of a pair, and nothing of what it has is on the other side.

use super::Finding;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Of two opposites the words of each language. English ones are whole words, a space or more between several; Korean ones
/// stand anywhere in a word, and are long enough to be nothing else.
struct Opposites {
    en: [&'static [&'static str]; 2],
    ko: [&'static [&'static str]; 2],
}

#[rustfmt::skip]
const ALL: [Opposites; 12] = [
    Opposites {
        en: [
            &["rose", "risen", "increased", "climbed", "jumped", "surged", "soared", "grew", "rallied", "rebounded"],
            &["fell", "fallen", "dropped", "declined", "decreased", "plunged", "slid", "shrank", "tumbled", "slumped", "plummeted"],
        ],
        ko: [
            &["올랐", "올라", "오르", "오른", "오름", "상승", "증가", "늘었", "늘어", "늘린", "급등", "급증", "높아", "뛰", "뛴", "치솟", "반등", "커졌", "성장", "불어", "많아"],
            &["내렸", "내려", "내린", "내림", "하락", "감소", "줄었", "줄어", "줄인", "급락", "급감", "낮아", "떨어졌", "떨어진다", "추락", "폭락", "위축", "빠졌", "꺾"],
        ],
    },
    Opposites {
        en: [
            &["fell", "fallen", "dropped", "declined", "decreased", "plunged", "slid", "shrank", "tumbled", "slumped", "plummeted"],
            &["rose", "risen", "increased", "climbed", "jumped", "surged", "soared", "grew", "rallied", "rebounded"],
        ],
        ko: [
            &["내렸", "내려", "내린", "내림", "하락", "감소", "줄었", "줄어", "줄인", "급락", "급감", "낮아", "떨어졌", "떨어진다", "추락", "폭락", "위축", "빠졌", "꺾"],
            &["올랐", "올라", "오르", "오른", "오름", "상승", "증가", "늘었", "늘어", "늘린", "급등", "급증", "높아", "뛰", "뛴", "치솟", "반등", "커졌", "성장", "불어", "많아"],
        ],
    },
    Opposites {
        en: [&["north", "northern"], &["south", "southern"]],
        ko: [&["북쪽", "북부", "북측", "북단", "북녘", "북", "노스"], &["남쪽", "남부", "남측", "남단", "남녘"]],
    },
    Opposites {
        en: [&["south", "southern"], &["north", "northern"]],
        ko: [&["남"], &["북쪽", "북부", "북측", "북단", "북녘"]],
    },
    Opposites {
        en: [&["east", "eastern"], &["west", "western"]],
        ko: [&["동"], &["서쪽", "서부", "서측", "서단"]],
    },
    Opposites {
        en: [&["west", "western"], &["east", "eastern"]],
        ko: [&["서쪽", "서부", "서측", "서단", "서해", "서안", "서편", "서방", "서구", "서양", "웨스"], &["동쪽", "동부", "동측", "동단"]],
    },
    Opposites {
        en: [&["at least", "or more", "or longer", "or older", "or higher", "not less than", "no less than", "no fewer than"], &["at most", "or less", "or fewer", "or shorter", "or younger", "or lower", "up to", "no more than", "not more than", "less than", "fewer than", "under"]],
        ko: [&["이상", "초과", "적어도", "최소", "넘", "더 ", "넉넉", "만 해도"], &["이하", "미만"]],
    },
    Opposites {
        en: [&["at most", "or less", "or fewer", "or younger", "or lower", "no more than", "not more than", "less than", "fewer than"], &["at least", "or more", "or longer", "or older", "or higher", "not less than", "no less than", "no fewer than", "more than", "over", "above", "least"]],
        ko: [&["이하", "미만", "이내", "까지", "최대", "못 미", "못미", "안 되", "안 돼", "안되", "채 ", "불과", "않", "못", "없", "적", "아래", "밑"], &["이상", "초과"]],
    },
    Opposites {
        en: [&["exports", "exported", "exporters"], &["imports", "imported", "importers", "import"]],
        ko: [&["수출"], &["수입액", "수입품", "수입량", "수입했", "수입이 ", "수입은 "]],
    },
    Opposites {
        en: [&["imports", "imported", "importers"], &["exports", "exported", "exporters", "export"]],
        ko: [&["수입"], &["수출"]],
    },
    Opposites {
        en: [&["opened", "opens"], &["closed", "closes", "shut", "shuts"]],
        ko: [&["열", "연다", "연 ", "개장", "개막", "개통", "개업", "오픈", "문을 연", "시작", "펼", "뜨", "뜬", "떴", "벌"], &["문을 닫", "폐쇄", "폐장", "폐막", "닫았", "닫는다", "닫습니다"]],
    },
    Opposites {
        en: [&["closed", "closes"], &["opened", "opens", "open"]],
        ko: [&["닫", "폐", "마감", "마쳤", "끝", "막", "종료", "휴", "감", "쉬", "쉰", "덮", "잠", "마무리", "없"], &["문을 열", "개장", "개막", "개통"]],
    },
];

/// The first words of what is looked for in the English: most sentences have none.
static HEADS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let words = ALL.iter().flat_map(|opposites| opposites.en[0]);
    words.filter_map(|word| word.split(' ').next()).collect()
});

/// Words of a longer sentence may speak of something else.
const MOST_WORDS: usize = 30;

/// The word of the English and its opposite in the Korean.
pub(super) fn opposite(en: &[&str], ko: &[&str]) -> Option<Finding> {
    let words: Vec<String> = en
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.len() > MOST_WORDS || !words.iter().any(|word| HEADS.contains(word.as_str())) {
        return None;
    }
    let english = format!(" {} ", words.join(" "));
    let korean = format!("{} ", ko.join(" "));
    let english = english.replace(" grew up ", " ");
    let stands = |word: &&&str| english.contains(&format!(" {word} "));
    // A denial turns it round.
    let denies = ["not", "no", "never", "without", "nor"]
        .iter()
        .any(|word| stands(&word));
    let denied = ["않", "못", "없", "아니"]
        .iter()
        .any(|word| korean.contains(word));
    if denied && !denies {
        return None;
    }
    ALL.iter().find_map(|Opposites { en, ko }| {
        let here = en[0].iter().find(stands)?;
        let other = ko[1].iter().find(|word| korean.contains(**word))?;
        // `no more than` is no `more than`.
        let rest = english.replace(&format!(" {here} "), " ");
        let is_mixed = en[1].iter().any(|word| rest.contains(&format!(" {word} ")))
            || ko[0].iter().any(|word| korean.contains(word));
        let is_bound = BOUNDS.contains(here);
        (!is_mixed && (!denies || is_bound)).then(|| Finding::Opposite {
            en: (*here).to_owned(),
            ko: (*other).trim().to_owned(),
        })
    })
}

/// Bounds that have their denial in them.
const BOUNDS: [&str; 5] = [
    "not less than",
    "no less than",
    "no fewer than",
    "no more than",
    "not more than",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_told_and_other_words_are_not() {
        for (en, ko) in [
            ("Rents rose 4 percent in May.", "5월 월세는 4% 내렸다."),
            ("Sales fell for a third month.", "매출이 석 달째 늘었다."),
            (
                "Snow covered the northern slope.",
                "눈이 남쪽 비탈을 덮었다.",
            ),
            (
                "They came from the west coast.",
                "그들은 동부 해안에서 왔다.",
            ),
            ("Keep it for at least 5 years.", "5년 이하 보관한다."),
            ("Imports of rice stopped.", "쌀 수출이 멈췄다."),
            (
                "Send no more than 10 files.",
                "파일을 10개 이상 보내십시오.",
            ),
        ] {
            assert!(opposite(&[en], &[ko]).is_some(), "{en}");
        }
        for (en, ko) in [
            ("Rents rose 4 percent in May.", "5월 월세는 4% 올랐다."),
            ("Rents did not rise.", "월세는 내렸다."),
            ("Sales fell from a high.", "늘어난 매출이 다시 줄었다."),
            ("Snow covered the northern slope.", "눈이 산을 덮었다."),
            ("South Korea's north opened.", "한국 북부가 열렸다."),
            ("Not less than 5 years.", "5년 이상"),
            ("Fewer than 10 came.", "10명도 안 왔다."),
        ] {
            assert_eq!(opposite(&[en], &[ko]), None, "{en}");
        }
    }
}
