//! What the rules that take blocks out are called on the screen.

use super::texts::Tongue;

/// Rules by the name that the cleaning gives them, in English and Korean words. A line of the user's own lists is its
/// own name.
const NAMES: [(&str, &str, &str); 28] = [
    ("above-the-headline", "above the headline", "제목 위"),
    ("about-the-author", "about the author", "필자 소개"),
    ("attachment", "attachment", "첨부 파일"),
    ("author", "author", "필자"),
    ("button", "button", "버튼"),
    ("by", "byline", "기자 표시"),
    ("contact", "contact", "연락처"),
    ("counter", "counter", "숫자 표시"),
    ("credits", "credits", "제작진"),
    ("date", "date", "날짜"),
    ("email", "e-mail address", "이메일 주소"),
    ("gallery", "gallery", "사진 모음"),
    ("hashtags", "hashtags", "해시태그"),
    ("heading", "heading of a list", "목록 제목"),
    ("menu", "menu", "메뉴"),
    ("name-and-agency", "name and agency", "이름과 매체"),
    ("never", "your list", "내 제외 목록"),
    ("pattern", "pattern", "형식"),
    ("phrase", "set phrase", "정해진 문구"),
    ("pointer", "pointer elsewhere", "다른 글 안내"),
    ("pull-quote", "pull quote", "본문에서 뽑은 인용"),
    ("readability", "outside the main text", "본문 밖"),
    ("repeat", "repeated", "되풀이된 글"),
    ("reporter", "reporter", "기자 이름"),
    ("stock-sentence", "stock sentence", "상투 문구"),
    ("summary", "summary", "요약"),
    ("under-heading", "under such a heading", "목록 제목 아래"),
    ("words", "word list", "단어 목록"),
];

/// The name of `rule` as the window says it.
pub fn rule_name(rule: &str, tongue: Tongue) -> &str {
    let found = NAMES.iter().find(|(name, ..)| *name == rule);
    found.map_or(rule, |(_, en, ko)| tongue.pick(en, ko))
}
