//! What the rules that take blocks out are called on the screen.

use super::texts::Locale;

/// Rules by the name that the cleaning gives them, in English and Korean words. A line of the user's own lists is its
/// own name.
const NAMES: [(&str, &str, &str); 57] = [
    ("about-the-author", "about the author", "필자 소개"),
    ("above-the-headline", "above the headline", "제목 위"),
    ("address", "postal address", "주소"),
    ("after-the-article", "after the article", "기사 뒤"),
    ("attachment", "attachment", "첨부 파일"),
    ("author", "author", "필자"),
    ("author-of-paper", "author of a paper", "논문 저자"),
    ("beside-furniture", "beside page furniture", "부속 요소 옆"),
    (
        "block-of-furniture",
        "within page furniture",
        "부속 요소 안",
    ),
    ("breadcrumb", "breadcrumb trail", "현재 위치 표시"),
    ("button", "button", "버튼"),
    ("by", "byline", "기자 표시"),
    ("contact", "contact", "연락처"),
    ("contents", "table of contents", "차례"),
    ("counter", "counter", "숫자 표시"),
    ("credits", "credits", "제작진"),
    ("date", "date", "날짜"),
    ("dateline", "dateline", "발신지"),
    ("email", "e-mail address", "이메일 주소"),
    ("gallery", "gallery", "사진 모음"),
    ("handle", "account name", "계정 이름"),
    ("hashtags", "hashtags", "해시태그"),
    (
        "head-of-release",
        "head of a press release",
        "보도자료 머리",
    ),
    ("heading", "heading of a list", "목록 제목"),
    ("inline", "within a paragraph", "문단 안"),
    ("maker-of-talk", "who made the talk", "강연 제작자"),
    ("markup", "the page's own markup", "웹 페이지 구조"),
    ("menu", "menu", "메뉴"),
    ("name-and-agency", "name and agency", "이름과 매체"),
    ("never", "your list", "내 제외 목록"),
    ("next", "next page", "다음 글"),
    ("other-title", "title of another article", "다른 기사 제목"),
    ("other-voice", "not the article's voice", "본문과 다른 말투"),
    ("pattern", "pattern", "형식"),
    ("phrase", "set phrase", "정해진 문구"),
    ("pointer", "pointer elsewhere", "다른 글 안내"),
    ("price", "price", "가격"),
    ("promotion", "promotion", "홍보 문구"),
    ("pull-quote", "pull quote", "본문에서 뽑은 인용"),
    ("readability", "outside the main text", "본문 밖"),
    ("repeat", "repeated", "되풀이된 글"),
    ("reporter", "reporter", "기자 이름"),
    ("result", "search result", "검색 결과"),
    ("run-of-short-lines", "run of short lines", "이어진 짧은 줄"),
    ("running-head", "running head", "면 머리글"),
    ("screen-reader", "for screen readers only", "화면 낭독기용"),
    ("short", "short line", "짧은 줄"),
    ("signs", "signs only", "기호뿐인 줄"),
    ("site-name", "name of the site", "사이트 이름"),
    ("site-words", "words of the site", "사이트 문구"),
    ("stock-sentence", "stock sentence", "상투 문구"),
    ("summary", "summary", "요약"),
    ("time", "time", "시각"),
    ("time-of-cue", "time of a cue", "자막 시각"),
    ("title-case", "title case", "제목 표기"),
    ("under-heading", "under such a heading", "목록 제목 아래"),
    ("words", "word list", "단어 목록"),
];

/// The name of `rule` as the window says it.
pub(crate) fn rule_name(rule: &str, locale: Locale) -> &str {
    let found = NAMES.iter().find(|(name, ..)| *name == rule);
    found.map_or(rule, |(_, en, ko)| locale.pick(en, ko))
}
