//! Whether a line of Korean without a stop goes on in the next one: it hangs on a particle, a connective or adnominal
//! ending, a determiner or an adverb. Everything else may end what is said, a noun too.

use super::character::{final_consonant, is_syllable, vowel};

const NIEUN: u32 = 4;
const RIEUL: u32 = 8;

/// Ends of words that go on whatever stands before them, but for the words of [`WHOLE`].
const ENDS: [&str; 66] = [
    // Particles.
    "은",
    "는",
    "을",
    "를",
    "에",
    "에서",
    "에게",
    "한테",
    "께서",
    "께",
    "와",
    "과",
    "의",
    "로",
    "도",
    "만",
    "까지",
    "부터",
    "처럼",
    "보다",
    "마다",
    "조차",
    "마저",
    "밖에",
    "이나",
    "이랑",
    "이란",
    "라는",
    "다는",
    "라고",
    "다고",
    "냐고",
    "자고",
    "대로",
    "만큼",
    "때문에",
    // Connectives.
    "고",
    "며",
    "면",
    "면서",
    "지만",
    "려고",
    "러",
    "도록",
    "게",
    "거나",
    "든지",
    "느라",
    "더니",
    "다가",
    "으면",
    "으며",
    "아서",
    "어서",
    "여서",
    "해서",
    "아도",
    "어도",
    "아야",
    "어야",
    "해야",
    "므로",
    "듯이",
    "니까",
    "자마자",
    "채로",
];

/// Words that end so and yet end a sentence: commands, promises, nouns.
const WHOLE: [&str; 84] = [
    // 니까 of what was said already.
    "다니까",
    "라니까",
    "자니까",
    "냐니까",
    "습니까",
    // Verbs whose stems end like a particle or connective.
    "나와",
    "들어와",
    "돌아와",
    "올라와",
    "내려와",
    "다녀와",
    "가져와",
    "데려와",
    "따라와",
    "일어서",
    "나서",
    "들어서",
    "돌아서",
    "물러서",
    "비켜서",
    "다가서",
    "멈춰서",
    "앞장서",
    "줄서",
    // Nouns.
    "최고",
    "광고",
    "보고",
    "사고",
    "창고",
    "경고",
    "신고",
    "냉장고",
    "재고",
    "원고",
    "충고",
    "참고",
    "라면",
    "화면",
    "장면",
    "측면",
    "냉면",
    "방면",
    "표면",
    "가면",
    "정면",
    "결과",
    "효과",
    "학과",
    "사과",
    "성과",
    "통과",
    "초과",
    "회의",
    "주의",
    "합의",
    "동의",
    "정의",
    "문의",
    "결의",
    "거의",
    "바로",
    "도로",
    "진로",
    "경로",
    "위로",
    "세로",
    "가로",
    "지도",
    "온도",
    "속도",
    "태도",
    "정도",
    "기도",
    "파도",
    "포도",
    "시도",
    "그만",
    "가게",
    "무게",
    "집게",
    "불만",
    "마을",
    "가을",
    "노을",
];

/// Single words that stand before another: determiners, adverbs, and forms of the shortest verbs.
const ALONE: [&str; 71] = [
    "이",
    "그",
    "저",
    "한",
    "두",
    "세",
    "몇",
    "모든",
    "어떤",
    "무슨",
    "어느",
    "새",
    "헌",
    "여러",
    "각",
    "다른",
    "이런",
    "그런",
    "저런",
    "내",
    "제",
    "우리",
    "너희",
    "안",
    "못",
    "더",
    "잘",
    "꼭",
    "매우",
    "아주",
    "너무",
    "가장",
    "정말",
    "진짜",
    "다시",
    "이제",
    "지금",
    "오늘",
    "내일",
    "어제",
    "방금",
    "아까",
    "요즘",
    "아직",
    "벌써",
    "먼저",
    "늘",
    "항상",
    "자주",
    "별로",
    "만약",
    "혹시",
    "왜냐하면",
    "그리고",
    "하지만",
    "그런데",
    "그래서",
    "그러나",
    "또",
    "및",
    "혹은",
    "또는",
    "된",
    "할",
    "될",
    "올",
    "갈",
    "볼",
    "줄",
    "본",
    "쓴",
];

/// Verbs of movement in 가, which is a particle elsewhere: `들어가`, `나가`.
const GOES: [&str; 26] = [
    "들어",
    "올라",
    "내려",
    "돌아",
    "지나",
    "건너",
    "뛰어",
    "걸어",
    "데려",
    "가져",
    "따라",
    "다",
    "넘어",
    "물러",
    "살아",
    "달려",
    "찾아",
    "도망",
    "기어",
    "나",
    "쫓아",
    "잡아",
    "날아",
    "빠져나",
    "오",
    "비켜",
];

/// Nouns and adverbs in 이 behind a consonant, where it is no particle.
const WITH_I: [&str; 16] = [
    "고양이",
    "어린이",
    "젊은이",
    "늙은이",
    "높이",
    "깊이",
    "길이",
    "넓이",
    "호랑이",
    "원숭이",
    "종이",
    "똑같이",
    "일찍이",
    "쌍둥이",
    "멍청이",
    "겁쟁이",
];

/// Adnominal ends in ㄴ and ㄹ that few nouns have.
const ADNOMINAL: [&str; 15] = [
    "던", "한", "된", "할", "될", "운", "른", "진", "린", "킨", "웠을", "었을", "았을", "있을",
    "없을",
];
/// Nouns that end like them.
const NOUNS_LIKE_ADNOMINAL: [&str; 21] = [
    "북한",
    "남한",
    "권한",
    "제한",
    "기한",
    "무한",
    "최대한",
    "최소한",
    "역할",
    "행운",
    "기운",
    "어른",
    "사진",
    "지진",
    "직진",
    "승진",
    "추진",
    "기린",
    "어린",
    "구운",
    "전진",
];

/// Nouns that need a modifier before them, and so tie the line before them.
const BOUND: [&str; 13] = [
    "것", "거", "게", "수", "줄", "때", "적", "만큼", "듯", "뻔", "채", "동안", "뿐",
];
/// What follows 지 of a negation, and the auxiliaries that follow 아, 어, 고.
const NEGATES: [&str; 5] = ["않", "못하", "못했", "마", "말"];
const AUXILIARY: [&str; 7] = ["있었", "있는", "있다", "버렸", "버린", "버릴", "주었"];

/// Whether the Korean line `text` goes on in `next`, the line after it. A comma, colon or dash hangs in any language.
pub fn hangs(text: &str, next: &str) -> bool {
    let text = text.trim_end();
    if text.ends_with([',', ';', ':', '–', '—', '-', '·', '(', '、']) {
        return true;
    }
    let last: Vec<char> = text.chars().rev().take(2).collect();
    let Some(&end) = last.first().filter(|&&c| is_syllable(c)) else {
        return false;
    };
    let word = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    let next = next.trim_start();
    let follows = |words: &[&str]| words.iter().any(|word| next.starts_with(word));
    if ALONE.contains(&word) {
        return true;
    }
    let consonant = final_consonant(end);
    if matches!(consonant, NIEUN | RIEUL) && word.chars().count() > 1 && follows(&BOUND) {
        return true;
    }
    if end == '지' && word.chars().count() > 1 && follows(&NEGATES) {
        return true;
    }
    if consonant == 0 && matches!(vowel(end), Some(0 | 1 | 4 | 6)) && follows(&AUXILIARY) {
        return true;
    }
    let before = last.get(1).copied().unwrap_or(' ');
    match end {
        _ if ends_with_one(word, &WHOLE) => false,
        '와' | '로' | '도' | '만' | '의' | '과' | '고' | '면' | '게'
            if word.chars().count() == 1 =>
        {
            false
        }
        // `할게`, `갈게` promise.
        '게' if final_consonant(before) == RIEUL => false,
        // `났는데` leaves the rest unsaid.
        '데' => false,
        '가' => is_syllable(before) && !is_movement(word),
        '이' => final_consonant(before) > 0 && !WITH_I.contains(&word),
        _ if ends_with_one(word, &ENDS) => true,
        _ => ends_with_one(word, &ADNOMINAL) && !ends_with_one(word, &NOUNS_LIKE_ADNOMINAL),
    }
}

fn is_movement(word: &str) -> bool {
    let stem = word.trim_end_matches('가');
    GOES.contains(&stem)
        || ["들어", "올라", "내려", "돌아", "따라"]
            .iter()
            .any(|verb| stem.ends_with(verb))
}

fn ends_with_one(word: &str, ends: &[&str]) -> bool {
    ends.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_connectives_and_modifiers_hang() {
        for line in [
            "그 사람은",
            "동생이",
            "우산을",
            "집에서",
            "비가 오면",
            "그랬지만",
            "내가 아는",
            "가장",
            "우리는 오늘",
            "아름다운",
            "밥을 먹고",
            "그렇게 하면서,",
            "비가 오니까",
            "친구가",
            "나라가",
        ] {
            assert!(hangs(line, "떠난다"), "{line}");
        }
        assert!(hangs("먹지", "않았다"));
        assert!(hangs("먹을", "수 있다"));
    }

    #[test]
    fn statements_commands_and_nouns_end() {
        for line in [
            "나 배고파",
            "내일은 일찍 가",
            "당장 나가",
            "이리 와",
            "천천히 일어서",
            "그럴 줄 알았다니까",
            "다음 역은 은포",
            "10분 전",
            "내 동생",
            "작전 개시",
            "받아들이렴",
            "아까 소리가 났는데",
            "제가 할게",
            "이게 최고",
            "빨리 들어와",
            "이제 그만",
            "사람 살려",
            "모두 엎드려",
            "새로운 역할",
        ] {
            assert!(!hangs(line, "가자"), "{line}");
        }
    }
}
