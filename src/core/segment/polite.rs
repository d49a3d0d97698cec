//! Where what looks like a polite Korean ending without a mark ends no sentence: a noun such as 가요 (song), a filler
//! such as 근데요, a vocative behind it, or a verb or noun of saying that takes it in.

use super::character::{is_syllable, is_terminator};
use super::paragraph::Paragraph;
use super::tail::is_speech_with_particle;
use std::ops::Range;

/// The rest of a sentence that only calls somebody is no longer, in characters and words.
const LONGEST_CALL: usize = 24;
const MOST_CALLED: usize = 3;

/// Who is called by what they are to the speaker, besides all that end in 님.
const CALLED: [&str; 26] = [
    "여러분",
    "어머니",
    "아버지",
    "엄마",
    "아빠",
    "할머니",
    "할아버지",
    "이모",
    "삼촌",
    "고모",
    "형",
    "누나",
    "오빠",
    "언니",
    "여보",
    "자기야",
    "아가",
    "얘들아",
    "얘야",
    "친구야",
    "동지",
    "대장",
    "아저씨",
    "아주머니",
    "아줌마",
    "귀하",
];

/// Verbs that say or ask what stands before them: `무엇이 문제입니까 물었더니`.
const SAYS: [&str; 11] = [
    "물었",
    "물어",
    "묻자",
    "묻는",
    "물으",
    "외쳤",
    "외치",
    "소리쳤",
    "소리치",
    "인사하",
    "대답하",
];

/// Words that take 요 only to keep talking.
const FILLERS: [&str; 7] = [
    "근데요",
    "그런데요",
    "있잖아요",
    "그래서요",
    "그러니까요",
    "왜냐면요",
    "말하자면요",
];

/// What stands behind 가요 when it is a song.
const ABOUT_SONGS: [&str; 21] = [
    "차트",
    "무대",
    "순위",
    "한 곡",
    "곡",
    "프로그램",
    "시상식",
    "대상",
    "팬",
    "가수",
    "앨범",
    "음반",
    "방송",
    "시장",
    "역사",
    "축제",
    "메들리",
    "수업",
    "제작",
    "관계자",
    "히트",
];
/// What stands before 가요 when it is a song.
const OF_SONGS: [&str; 10] = [
    "옛",
    "전통",
    "최신",
    "인기",
    "국내",
    "한국",
    "우리나라",
    "트로트",
    "추억의",
    "흘러간",
];
/// What stands behind 좋아요 when it is a button.
const ABOUT_BUTTONS: [&str; 16] = [
    "버튼",
    "누르",
    "눌",
    "클릭",
    "부탁",
    "알림",
    "댓글",
    "꾹",
    "개수",
    "수가",
    "수를",
    "수는",
    "표시",
    "아이콘",
    "기능",
    "숫자",
];

/// Whether the sentence goes on at `next`, behind the word `word` with its ending.
pub(super) fn goes_on(
    paragraph: &Paragraph,
    sentence: usize,
    word: Range<usize>,
    next: usize,
) -> bool {
    let follows = paragraph.word_from(next);
    let ending = paragraph.text(word.start, word.end);
    let begins = |words: &[&str]| words.iter().any(|word| follows.starts_with(word));
    if is_speech_with_particle(&follows, paragraph.words) || begins(&SAYS) {
        return true;
    }
    if word.start == sentence && FILLERS.contains(&ending.as_str()) {
        return true;
    }
    if ending.ends_with("가요") {
        let before = previous_word(paragraph, sentence, word.start);
        let song = OF_SONGS.contains(&before.as_str()) || before.ends_with("년대");
        let genre = ending.ends_with("려가요") && !ends_verb(&ending);
        if (ending == "가요" && (song || begins(&ABOUT_SONGS))) || (genre && begins(&ABOUT_SONGS))
        {
            return true;
        }
    }
    if matches!(ending.as_str(), "좋아요" | "싫어요") {
        let before = previous_word(paragraph, sentence, word.start);
        if before.ends_with(['과', '와']) || before == "및" || begins(&ABOUT_BUTTONS) {
            return true;
        }
    }
    is_call(paragraph, next)
}

/// `내려가요`, `데려가요`: forms of 가다 and not songs.
fn ends_verb(word: &str) -> bool {
    ["내려가요", "데려가요", "달려가요", "끌려가요", "려고가요"]
        .iter()
        .any(|verb| word.ends_with(verb))
}

fn previous_word(paragraph: &Paragraph, sentence: usize, at: usize) -> String {
    let end = paragraph.trim_end(sentence, at);
    let start = paragraph.token_start(end).max(sentence);
    paragraph.text(start.min(end), end)
}

/// Whether the text from `at` to its stop only calls somebody: `한 과장님!`, `손님 여러분.`
fn is_call(paragraph: &Paragraph, at: usize) -> bool {
    let rest = paragraph.chars.get(at..).unwrap_or_default();
    let call = rest.iter().take(LONGEST_CALL + 1);
    let end = at + call.take_while(|&&c| c == ' ' || is_syllable(c)).count();
    if end - at > LONGEST_CALL || (end < paragraph.len() && !is_terminator(paragraph.at(end))) {
        return false;
    }
    let call = paragraph.text(at, end);
    let words: Vec<&str> = call.split_whitespace().collect();
    let Some(last) = words.last().filter(|_| words.len() <= MOST_CALLED) else {
        return false;
    };
    let titled = last.ends_with('님') && last.chars().count() >= 2;
    titled || CALLED.contains(last) || (words.len() == 2 && *last == "씨")
}
