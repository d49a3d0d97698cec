//! What a page asks its reader to do: buttons, and calls to click, write and follow.

use super::line::PageLine;
use super::tokens;

/// What a reader is told to do.
const VERBS: [&str; 26] = [
    "see",
    "view",
    "read",
    "show",
    "hide",
    "follow",
    "subscribe",
    "sign",
    "click",
    "download",
    "watch",
    "listen",
    "share",
    "submit",
    "register",
    "get",
    "open",
    "close",
    "load",
    "report",
    "copy",
    "print",
    "save",
    "add",
    "join",
    "more",
];
/// And what with an account.
const INVITING: [&str; 6] = ["tag", "find", "reach", "contact", "tweet", "like"];
/// Where a site has accounts.
const NETWORKS: [&str; 11] = [
    "instagram",
    "twitter",
    "tiktok",
    "facebook",
    "youtube",
    "linkedin",
    "pinterest",
    "bluesky",
    "인스타그램",
    "트위터",
    "유튜브",
];
/// A longer line tells something, too (columns).
const LONGEST: usize = 140;

/// `See all responses`, 큰 사진 보기: short, and tells the reader to do something.
pub(super) fn is_button(line: &PageLine) -> bool {
    let text = line.folded.as_str();
    if line.ends_sentence() || line.has_bullet() || line.width > 32 {
        return false;
    }
    let words = text.split(' ').count();
    let english = words <= 5 && VERBS.contains(&first_word(line));
    let korean = words <= 3
        && line.width <= 22
        && ["하기", "보기", "열기", "닫기", "쓰기", "가기", "받기"]
            .iter()
            .any(|ending| text.ends_with(ending));
    english || korean
}

/// `CLICK HERE TO GET THE HERALD APP`, `Get the app by clicking here`
pub(super) fn is_click(line: &PageLine) -> bool {
    const WHERE: [&str; 4] = ["click here", "clicking here", "tap here", "tapping here"];
    let shouted = !line.text.contains(char::is_lowercase);
    line.width <= LONGEST / 2
        && !line.ends_sentence()
        && WHERE.iter().any(|here| line.folded.contains(here))
        && (shouted || VERBS.contains(&first_word(line)))
}

/// `More on the port: https://... and https://...`
pub(super) fn is_call_to_address(line: &PageLine) -> bool {
    line.width <= LONGEST && is_told(line) && !line.holds_sentence() && ends_in_address(line)
}

/// `Follow the Herald on Instagram, Facebook and YouTube.`, `Reach the reporters on Twitter at https://...`
pub(super) fn is_call_to_follow(line: &PageLine) -> bool {
    let first = first_word(line);
    let to_networks = networks(line) >= 2 && ["follow", "find", "like", "join"].contains(&first);
    let to_address = ["follow", "reach"].contains(&first) && ends_in_address(line);
    (to_networks || to_address)
        && line.width <= LONGEST
        && !line.holds_sentence()
        && !line.text.contains(['"', '“'])
}

/// `Tag @copperladle on Instagram and hashtag it #copperladle`, `Instagram: @copperladle`
pub(super) fn is_call_to_tag(line: &PageLine) -> bool {
    /// Names of a network and of an account take no more (columns).
    const ACCOUNT: usize = 40;
    let begins = |mark: char| {
        line.text.split(' ').any(|word| {
            let name = word.strip_prefix(mark);
            name.is_some_and(|name| name.len() > 2 && name.contains(char::is_alphabetic))
        })
    };
    // `The session was told of on Twitter, @NGRSenate.` is the article's.
    begins('@')
        && line.width <= LONGEST
        && (is_told(line) || !line.ends_sentence() && line.width <= ACCOUNT)
        && (begins('#') || networks(line) > 0)
        && !line.text.contains(['"', '“'])
}

/// `▶▶[무료 공개]◀◀ 지금 당장 이것부터 사라!! >>> (바로확인)`, `◈파격이벤트◈ 연 2.79%부터, 추가자금받아 투자하자!!`. Not `●●시(가명)`, which
/// hides a name, or `★★★★★ (167)`.
pub(super) fn is_cry(line: &PageLine) -> bool {
    const SIGNS: [char; 7] = ['▶', '◆', '◈', '★', '☆', '♥', '♨'];
    let mut marks = line.text.chars().filter(|c| !c.is_whitespace());
    let first = marks.next();
    let cries = first.is_some_and(|sign| {
        SIGNS.contains(&sign) && (marks.next() == first || sign == '◈' && marks.any(|c| c == sign))
    });
    cries
        && line.width <= LONGEST
        && (line.text.ends_with('!') || line.text.contains(">>") || line.text.contains('◀'))
}

fn is_told(line: &PageLine) -> bool {
    let first = first_word(line);
    VERBS.contains(&first) || INVITING.contains(&first)
}

fn first_word(line: &PageLine) -> &str {
    line.folded.split(' ').next().unwrap_or_default()
}

fn ends_in_address(line: &PageLine) -> bool {
    let last = line.folded.rsplit(' ').next().unwrap_or_default();
    !line.ends_sentence() && tokens::is_web_address(last)
}

fn networks(line: &PageLine) -> usize {
    let named = |network: &&&str| line.folded.contains(**network);
    NETWORKS.iter().filter(named).count()
}
