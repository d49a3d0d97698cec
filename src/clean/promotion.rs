//! Sentences that sell: what a site asks of its reader.

use aho_corasick::AhoCorasick;
use std::sync::LazyLock;

/// What promotions are about.
const ABOUT: &[&str] = &[
    "this article",
    "this story",
    "this page",
    "this post",
    "this content",
    "our team",
    "our community",
    "special offer",
    "promotion",
    "bookmark",
    "terms",
    "survey",
    "your inbox",
    "your screen",
    "our newsroom",
    "our partners",
    "이 기사",
    "본 기사",
    "이 글",
    "이 페이지",
    "누리집",
    "본 콘텐츠",
    "보도자료",
    "개인정보",
    "저작",
    "약관",
    "서비스",
    "subscri",
    "newsletter",
    "inbox",
    "sign up",
    "signing up",
    "podcast",
    " app",
    "download",
    "follow us",
    "follow ",
    "donat",
    "support our",
    "support us",
    "your support",
    "member",
    "log in",
    "sign in",
    "cookie",
    "privacy",
    "consent",
    "browser",
    "javascript",
    "click",
    "e-mail",
    "email",
    "alert",
    "notification",
    "free trial",
    "discount",
    "% off",
    "offer",
    "our site",
    "our website",
    "this site",
    "this website",
    "our journalism",
    "our readers",
    "advertis",
    "sponsor",
    "google play",
    "app store",
    "whatsapp",
    "telegram",
    "구독",
    "뉴스레터",
    "회원",
    "로그인",
    "다운로드",
    "채널",
    "알림",
    "후원",
    "쿠키",
    "브라우저",
    "클릭",
    "제보",
    "무료",
    "댓글",
    "이용해",
    "홈페이지",
    "문의",
    "카카오톡",
    "유튜브",
    "앱에서",
    "이벤트",
];

/// How a reader is asked.
const ASKS: &[&str] = &[
    "sign ",
    "subscribe",
    "get ",
    "join ",
    "follow ",
    "download",
    "click",
    "read ",
    "watch ",
    "listen",
    "support",
    "donate",
    "help ",
    "please",
    "share ",
    "tell us",
    "send us",
    "have a",
    "want ",
    "don't miss",
    "stay ",
    "try ",
    "start ",
    "discover",
    "explore",
    "learn ",
    "find ",
    "register",
    "enter ",
    "check ",
    "you can",
    "we use",
    "see ",
    "become ",
];

const KOREAN_ASKS: &[&str] = &[
    "하세요",
    "보세요",
    "주세요",
    "으세요",
    "바랍니다",
    "드립니다",
    "있습니다",
    "됩니다",
    "해요",
    "할까요",
    "나요",
    "겠습니다",
];

static ABOUT_AT_ONCE: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(ABOUT).ok());

/// How much a folded line promotes: asks for something, and what for.
pub(super) fn weight(folded: &str) -> f32 {
    if folded.starts_with('"') {
        return 0.0;
    }
    let about = about(folded);
    if about == 0 {
        return 0.0;
    }
    let end = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    let asks = ASKS.iter().any(|word| folded.starts_with(word))
        || KOREAN_ASKS.iter().any(|ending| end.ends_with(ending));
    match (about, asks) {
        (1, false) => 0.2,
        (1, true) | (2, false) => 0.5,
        (_, false) => 0.8,
        (2, true) => 1.0,
        (3, true) => 1.4,
        (_, true) => 1.8,
    }
}

/// How many of the things that promotions are about the line names.
fn about(folded: &str) -> u32 {
    let mut named = 0u128;
    for found in ABOUT_AT_ONCE
        .iter()
        .flat_map(|about| about.find_overlapping_iter(folded))
    {
        named |= 1 << (found.pattern().as_usize() % 128);
    }
    named.count_ones()
}
