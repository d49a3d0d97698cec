//! What a line is by itself.

use super::byline;
use super::layout::{BUTTON, PHRASE, STOCK};
use super::line::{Line, Suspicion, Verdict, display_width};
use super::lists::Lists;
use super::tokens;
use super::wire;
use super::words::{self, Item};
use crate::article::{BlockKind, Reason, is_hangul};

/// A byline alone shows one above the text; further down, or as the first line, it needs more.
const BYLINE_WITHIN: usize = 40;

fn sure(reason: Reason, rule: &'static str) -> Suspicion {
    Suspicion::Sure(Verdict { reason, rule })
}

fn likely(reason: Reason, rule: &'static str) -> Suspicion {
    Suspicion::Likely(Verdict { reason, rule })
}

/// Sets what can be said of `line` without its neighbours; `place` counts the lines before it that may be kept.
pub(super) fn suspect(line: &mut Line, lists: &Lists, place: usize) {
    if line.fixed.is_some() || !line.may_be_furniture() {
        return;
    }
    line.suspicion = by_shape(line, place)
        .or_else(|| by_heading(line, lists))
        .or_else(|| surest(by_pattern(line, lists), by_words(line)))
        .or_else(|| is_button(line).then(|| likely(Reason::Navigation, BUTTON)))
        .unwrap_or(Suspicion::None);
}

/// What is sure, if either is; else the first.
fn surest(first: Option<Suspicion>, second: Option<Suspicion>) -> Option<Suspicion> {
    let sure = |suspicion: &Suspicion| match suspicion {
        Suspicion::Sure(_) => true,
        Suspicion::Likely(verdict) => verdict.rule == STOCK,
        Suspicion::None => false,
    };
    first
        .filter(sure)
        .or(second.filter(|second| matches!(second, Suspicion::Sure(_))))
        .or(first)
        .or(second)
}

fn by_shape(line: &Line, place: usize) -> Option<Suspicion> {
    if wire::is_scene_break(&line.text) {
        return Some(sure(Reason::SceneBreak, "signs"));
    }
    if wire::is_dateline_alone(line) {
        return Some(sure(Reason::Dateline, "dateline"));
    }
    if is_breadcrumb(line) {
        return Some(sure(Reason::Navigation, "breadcrumb"));
    }
    if is_way_on(line) {
        return Some(sure(Reason::Navigation, "next"));
    }
    if is_quote_of_price(line) {
        return Some(sure(Reason::LinkList, "price"));
    }
    if is_invitation_to_tag(line) {
        return Some(sure(Reason::Share, "handle"));
    }
    if is_pointer(&line.folded) && !line.ends_sentence() && line.width <= 130 {
        return Some(sure(Reason::Related, "pointer"));
    }
    if is_menu_bar(line) {
        return Some(sure(Reason::Navigation, "menu"));
    }
    if is_signed_by_role(line) {
        return Some(likely(Reason::Byline, "reporter"));
    }
    if is_result(line) {
        return Some(likely(Reason::Navigation, "result"));
    }
    if is_signed_post(line) {
        return Some(sure(Reason::Byline, "by"));
    }
    if is_all_credits(&line.folded) {
        return Some(sure(Reason::Credit, "credits"));
    }
    if is_place_in_gallery(&line.text) {
        return Some(sure(Reason::Navigation, "gallery"));
    }
    if is_file_name(&line.folded) {
        return Some(sure(Reason::Navigation, "attachment"));
    }
    if is_contact(line) {
        return Some(sure(Reason::SiteInfo, "contact"));
    }
    if is_lone_credit(&line.text) {
        return Some(sure(Reason::Credit, "name-and-agency"));
    }
    let byline = byline::english_byline(line)?;
    Some(if byline.sure && (1..BYLINE_WITHIN).contains(&place) {
        sure(Reason::Byline, "by")
    } else {
        likely(Reason::Byline, "by")
    })
}

/// `Home > News > Society`: where a page is within its site.
fn is_breadcrumb(line: &Line) -> bool {
    let steps = line.text.split(['>', '›', '»', '〉']).map(str::trim);
    line.width <= 100
        && !line.ends_sentence()
        && line.text.matches(['>', '›', '»', '〉']).count() >= 2
        && steps.clone().all(|step| !step.is_empty())
        && !line.text.contains(['<', '《', '〈', '«'])
}

/// `« Crispy gnocchi`, `Next: How to read a flame graph →`: the pages beside this one.
fn is_way_on(line: &Line) -> bool {
    let back = ['«', '‹', '←', '◀', '<'];
    let on = ['»', '›', '→', '▶', '>'];
    let marked = |marks: [char; 5], at: Option<char>| at.is_some_and(|c| marks.contains(&c));
    let first = marked(back, line.text.chars().next()) && !line.text.contains(on);
    let last = marked(on, line.text.chars().next_back()) && !line.text.contains(back);
    (first || last)
        && line.width <= 110
        && !line.ends_sentence()
        && line.text.contains(char::is_alphabetic)
}

/// `NSL.OL -6.12%`, `한빛정밀 (021000) 현재가 48,350 ▲ 6,900 (+16.65%)`: a price and how it moved.
fn is_quote_of_price(line: &Line) -> bool {
    let moved = |word: &str| {
        let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ','));
        word.ends_with('%') && word.starts_with(['+', '-', '−', '▲', '▼', '△', '▽'])
    };
    // `KOSPI 2,512.31 ▲ 12.40`
    let figures = line.text.split(' ').filter(|word| {
        word.contains('.')
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    });
    let arrow = line.text.contains(['▲', '▼', '△', '▽']) && figures.count() >= 2;
    line.width <= 70
        && line.text.split(' ').count() >= 2
        && !line.ends_sentence()
        && (line.text.split(' ').any(moved) || arrow)
        && line.kind != BlockKind::Cell
        && line
            .text
            .split(' ')
            .filter(|word| word.chars().all(char::is_lowercase))
            .count()
            <= 1
}

/// `Tag @copperladle on Instagram and hashtag it #copperladle`
fn is_invitation_to_tag(line: &Line) -> bool {
    let begins = |mark: char| {
        line.text
            .split(' ')
            .any(|word| word.starts_with(mark) && word.len() > 3)
    };
    begins('@')
        && line.width <= 140
        && (begins('#')
            || [
                "instagram",
                "twitter",
                "tiktok",
                "facebook",
                "인스타그램",
                "트위터",
                "유튜브",
            ]
            .iter()
            .any(|site| line.folded.contains(site)))
        && !line.text.contains(['"', '“'])
}

/// `[Read: What the dishwasher knows]`, `Go deeper: ...`: another article of the site.
fn is_pointer(folded: &str) -> bool {
    const LABELS: [&str; 37] = [
        "read",
        "read more",
        "read also",
        "also read",
        "read next",
        "must read",
        "related",
        "related story",
        "related article",
        "related news",
        "see also",
        "see more",
        "watch",
        "watch now",
        "watch more",
        "listen",
        "listen now",
        "more",
        "more on this",
        "more from us",
        "go deeper",
        "dig deeper",
        "from the archive",
        "from the archives",
        "explore",
        "recommended",
        "further reading",
        "don't miss",
        "in case you missed it",
        "icymi",
        "up next",
        "화보",
        "영상",
        "동영상",
        "관련기사",
        "함께 보기",
        "더 읽기",
    ];
    let text = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.split_once(':')
        .is_some_and(|(label, rest)| LABELS.contains(&label.trim()) && rest.trim().contains(' '))
}

/// `Home | Forecast | Past Weather | About`: a row of links, one of which every site has.
fn is_menu_bar(line: &Line) -> bool {
    const FEWEST: usize = 3;
    const EVERYWHERE: [&str; 12] = [
        "home",
        "about",
        "about us",
        "contact",
        "contact us",
        "log in",
        "login",
        "sign in",
        "홈",
        "로그인",
        "회원가입",
        "회사소개",
    ];
    let cells = || line.folded.split(['|', '│', '·', '•', 'ㅣ']).map(str::trim);
    line.width <= 160
        && !line.ends_sentence()
        && cells().count() >= FEWEST
        && cells().all(|cell| cell.split(' ').count() <= 4)
        && cells().any(|cell| EVERYWHERE.contains(&cell))
}

/// `한빛일보 홍길동 기자`, `시민기자 홍길동`: a name beside what only those who write are called, and the paper's.
fn is_signed_by_role(line: &Line) -> bool {
    const WRITES: [&str; 5] = ["기자", "특파원", "논설위원", "에디터", "편집부"];
    // `홍길동(hong)`
    let handle = line.folded.split_once('(').is_some_and(|(name, handle)| {
        let handle = handle.trim_end_matches(')');
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
        words::is_korean_name(name) && handle.len() >= 3 && handle.chars().all(plain)
    });
    if handle {
        return true;
    }
    let words: Vec<&str> = line.folded.split(' ').collect();
    let [.., before, last] = words.as_slice() else {
        return false;
    };
    let writes = |word: &str| WRITES.iter().any(|role| word.ends_with(role));
    let named = (writes(last) && (words::is_korean_name(before) || last.ends_with("편집부")))
        || ((writes(before) || matches!(*before, "editor" | "writer" | "photographer"))
            && words::is_korean_name(last));
    named && words.len() <= 4 && line.width <= 40 && !line.has_bullet()
}

/// `Carrick Rovers 2 – 3 Wexholm Athletic`: who played, and how it ended.
fn is_result(line: &Line) -> bool {
    let named = |text: &str| {
        text.split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
    };
    let score =
        |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let text = line.text.replace(['–', '—', ':'], "-");
    let Some((home, away)) = text.split_once('-') else {
        return false;
    };
    let (Some((home, left)), Some((right, away))) =
        (home.trim().rsplit_once(' '), away.trim().split_once(' '))
    else {
        return false;
    };
    line.width <= 60 && score(left) && score(right) && named(home) && named(away)
}

/// `by 밤샘요정 2024. 11. 3.`
fn is_signed_post(line: &Line) -> bool {
    line.folded.starts_with("by ")
        && line.width <= 60
        && line.cover.has_date()
        && line.cover.unknown() <= 4
}

/// `Illustration by Slate. Photo by Getty Images Plus.`: nothing but who made the pictures.
fn is_all_credits(folded: &str) -> bool {
    const MADE: [&str; 12] = [
        "photo",
        "photos",
        "photograph",
        "photographs",
        "photography",
        "image",
        "images",
        "illustration",
        "illustrations",
        "graphic",
        "graphics",
        "video",
    ];
    let mut parts = folded
        .split(". ")
        .filter(|part| !part.is_empty())
        .peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let mut words = part.split(' ');
            let first = words.next().unwrap_or(part);
            let made =
                MADE.contains(&first) && matches!(words.next(), Some("by" | "courtesy" | "via"));
            let labelled = matches!(first, "source:" | "sources:" | "credit:" | "credits:");
            (made || labelled) && words.count() <= 8
        })
}

/// `See all responses`, 큰 사진 보기: short, and tells the reader to do something.
fn is_button(line: &Line) -> bool {
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
    let text = line.folded.as_str();
    if line.ends_sentence() || line.has_bullet() || line.width > 32 {
        return false;
    }
    let first = text.split(' ').next().unwrap_or(text);
    let words = text.split(' ').count();
    let english = words <= 5 && VERBS.contains(&first);
    let korean = words <= 3
        && line.width <= 22
        && ["하기", "보기", "열기", "닫기", "쓰기", "가기", "받기"]
            .iter()
            .any(|ending| text.ends_with(ending));
    english || korean
}

/// `1 of 4 |`, `3 / 12`: which picture of a gallery is shown.
fn is_place_in_gallery(text: &str) -> bool {
    let mut parts = text.trim_end_matches(['|', ' ']).split(' ');
    let number = |part: Option<&str>| {
        part.is_some_and(|part| {
            !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if text
        .split_once("of")
        .is_some_and(|(at, all)| number(Some(at)) && number(Some(all)))
    {
        return true;
    }
    number(parts.next())
        && matches!(parts.next(), Some("of" | "/"))
        && number(parts.next())
        && parts.next().is_none()
}

/// `0924(보도)_책함.hwpx (1.2MB)`: a file to take along.
fn is_file_name(folded: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        ".hwp", ".hwpx", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".jpg",
        ".png",
    ];
    let name = [" (", " ["]
        .iter()
        .find_map(|open| {
            let (name, size) = folded.rsplit_once(open)?;
            let unit = size.split([')', ']']).next()?;
            let unit = unit
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
            matches!(unit, "b" | "kb" | "mb" | "gb" | "kbyte" | "mbyte").then_some(name)
        })
        .unwrap_or(folded);
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    name.len() <= 120 && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// `웹사이트: https://www.example.com`, `Phone: 02-000-0000`, `담당자 사무관 나은솔 (044-000-2811)`: whom or where to write,
/// call or look.
fn is_contact(line: &Line) -> bool {
    const OFFICES: [&str; 10] = [
        "담당",
        "책임자",
        "문의",
        "과장",
        "팀장",
        "사무관",
        "주무관",
        "연락처",
        "contact",
        "inquiries",
    ];
    let is_phone = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        (9..=11).contains(&digits) && word.matches('-').count() == 2
    };
    if line.width <= 90
        && !line.ends_sentence()
        && !line.has_bullet()
        && line.folded.split(' ').any(is_phone)
        && OFFICES.iter().any(|office| line.folded.contains(office))
    {
        return true;
    }
    let digits = line.text.chars().filter(char::is_ascii_digit).count();
    if line.text.contains(['☎', '☏', '📞']) && digits >= 7 && line.width <= 90 {
        return true;
    }
    let Some((label, value)) = line.folded.split_once(':') else {
        return false;
    };
    let value = value.trim();
    let address = value.starts_with("http") || value.starts_with("www.") || tokens::is_email(value);
    let number = value.chars().filter(char::is_ascii_digit).count() >= 7
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '(' | ')' | '+' | '.' | '~'));
    display_width(label) <= 20 && label.split(' ').count() <= 3 && !value.contains(' ') && address
        || number && display_width(label) <= 20 && label.contains(char::is_alphabetic)
}

/// A sign of copyright and a person's name, with neither year nor rights.
fn is_owner_of_picture(text: &str) -> bool {
    let name = text.trim_start_matches(['©', 'ⓒ', ' ']);
    name.len() < text.len() && (byline::is_english_name(name) || words::is_korean_name(name))
}

/// `Mina Kim/WKSU`, `BBC / Morag Tennant`: who took the picture above it, and for whom.
fn is_lone_credit(text: &str) -> bool {
    let korean = text.starts_with('ⓒ')
        && display_width(text) <= 40
        && !text.contains("금지")
        && !text.contains(|c: char| c.is_ascii_digit());
    if korean {
        return true;
    }
    let Some((left, right)) = text.split_once(['/', '|']) else {
        return false;
    };
    let names = |text: &str| {
        let mut words = text
            .split([' ', '/', '|'])
            .filter(|word| !word.is_empty())
            .peekable();
        words.peek().is_some()
            && words.all(|word| {
                word.starts_with(char::is_uppercase)
                    && word
                        .chars()
                        .all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '’' | '\''))
            })
    };
    let agency = |text: &str| {
        let text = text.trim();
        text.len() >= 2 && text.chars().all(char::is_uppercase)
            || text.ends_with(" Images")
            || matches!(
                text,
                "Reuters" | "Getty Images" | "Shutterstock" | "Alamy" | "Bloomberg" | "Yonhap"
            )
            || text.starts_with("The ")
    };
    let person = |text: &str| text.trim().contains(' ');
    text.is_ascii()
        && (person(left) || person(right))
        && text.len() <= 60
        && names(left)
        && names(right)
        && (agency(left) || text.rsplit(['/', '|']).next().is_some_and(agency))
}

/// A caption with its rights: a sentence, and a note after it of what may not be done with the picture.
fn is_caption_with_rights(line: &Line) -> bool {
    let text = line.folded.as_str();
    let bracketed = [('[', ']'), ('<', '>'), ('(', ')')]
        .iter()
        .any(|&(open, close)| text.starts_with(open) && text.ends_with(close));
    let signed = text.starts_with(['ⓒ', '©', '※', '▶', '☞']) || text.starts_with("copyright");
    if bracketed || signed {
        return false;
    }
    // `한빛항 전경 [한빛시 제공. 재판매 및 DB 금지]`
    let shown = text.rsplit_once(" [").map(|(shown, _)| shown);
    if text.ends_with(']')
        && shown.is_some_and(|shown| display_width(shown) >= 16 && !shown.contains(['[', '금']))
    {
        return line.text.contains("제공");
    }
    let stop = text.match_indices(". ").map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        before == Some('다') || before.is_some_and(|c| c.is_ascii_digit())
    });
    stop.is_some_and(|at| display_width(&text[..at]) >= 30)
}

fn by_pattern(line: &mut Line, lists: &Lists) -> Option<Suspicion> {
    let bare = line
        .folded
        .trim_start_matches(['■', '□', '◆', '◇', '●', '•', '·', ' ']);
    let found = lists
        .pattern(&line.folded)
        .or_else(|| lists.pattern(bare))?;
    if found.entry.reason == Reason::Copyright && found.floating && is_caption_with_rights(line) {
        return None;
    }
    // A caption and whose picture it is; not `[한빛학교 제공. 재판매 금지]`.
    let korean = line.text.contains(is_hangul);
    let caption = line.holds_sentence() && (!korean || line.text.contains("다. "));
    if found.entry.reason == Reason::Credit && caption {
        return None;
    }
    // `© Imani Roe`
    if found.entry.reason == Reason::Copyright && is_owner_of_picture(&line.text) {
        return Some(sure(Reason::Credit, "name-and-agency"));
    }
    // A sentence of an article may begin with, or hold, what furniture says; then the place decides.
    let may_be_said = line.ends_sentence() || (found.floating && line.width > 120);
    line.opens_list = found.opens_list && !may_be_said && line.width <= 50;
    let reason = found.entry.reason;
    if may_be_said && found.floating && !found.entry.sure {
        line.mentions = Some(Verdict {
            reason,
            rule: "pattern",
        });
        return None;
    }
    let sign = line
        .folded
        .starts_with(['ⓒ', '©', '<', '[', '(', '※', '▶', '☞']);
    let reserved = reason == Reason::Copyright
        && line.width <= 120
        && line.folded.contains("all rights reserved");
    let never_said =
        reserved || reason == Reason::WireMark || (reason == Reason::Copyright && !found.floating);
    // `Pin this recipe for later!`
    let called = !found.floating && line.width <= 60 && line.text.ends_with('!');
    let certain = found.entry.sure
        && (!may_be_said || called || sign || never_said || line.folded.ends_with("— ed."));
    Some(if certain {
        sure(reason, "pattern")
    } else if found.stock && found.entry.sure {
        likely(reason, STOCK)
    } else if found.floating && found.entry.sure && may_be_said {
        likely(reason, PHRASE)
    } else {
        likely(reason, "pattern")
    })
}

fn by_heading(line: &mut Line, lists: &Lists) -> Option<Suspicion> {
    if line.width > 60 || line.ends_sentence() {
        return None;
    }
    let letters: String = line
        .folded
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '\''))
        .collect();
    let reason = lists.heading(&letters)?;
    line.opens_list = true;
    Some(sure(reason, "heading"))
}

fn by_words(line: &Line) -> Option<Suspicion> {
    if line.cover.items.is_empty() {
        return None;
    }
    if line.cover.unknown() == 0 {
        let (reason, rule, certain) = words::reason(&line.cover)?;
        return Some(if certain {
            sure(reason, rule)
        } else {
            likely(reason, rule)
        });
    }
    mixed(line)
}

/// Lines of which a part is known: menus with the site's own name, credits with an address, dates with a place.
fn mixed(line: &Line) -> Option<Suspicion> {
    let cover = &line.cover;
    if line.ends_sentence() {
        return None;
    }
    let known_cells = cover.cells.iter().filter(|known| **known).count();
    let cells = cover.cells.len();
    if cells >= 2
        && known_cells * 2 >= cells
        && line.width <= 40 * cells
        && let Some(reason) = first_reason(line)
    {
        return Some(if cells >= 3 || reason.1 {
            sure(reason.0, "menu")
        } else {
            likely(reason.0, "menu")
        });
    }
    if cover.has(|item| matches!(item, Item::Person { sure: true, .. }))
        && cover.has_date()
        && line.width <= 120
    {
        return Some(sure(Reason::Byline, "reporter"));
    }
    let unknown = cover.unknown();
    if cover.has(|item| *item == Item::Email)
        && unknown <= 6
        && line.width <= 110
        && !says_something(line)
    {
        return Some(sure(Reason::Email, "email"));
    }
    let labelled =
        matches!(cover.items.first(), Some(Item::Phrase(entry)) if entry.reason == Reason::Date);
    if labelled && cover.has_date() && unknown <= 4 {
        return Some(sure(Reason::Date, "date"));
    }
    let dated = matches!(
        cover.items.first(),
        Some(Item::Month | Item::FullDate | Item::DateWord)
    );
    let time = cover.has(|item| *item == Item::Time);
    if dated && time && unknown <= 2 && line.width <= 90 {
        return Some(sure(Reason::Date, "date"));
    }
    // A date and an hour with a word that nobody listed.
    let known = cover.items.len() - unknown;
    if cover.has_date() && time && unknown <= known && line.width <= 110 {
        return Some(sure(Reason::Date, "date"));
    }
    if cover.has_date() && unknown <= 2 && line.width <= 50 {
        return Some(likely(Reason::Date, "date"));
    }
    let hashtags = cover.count(|item| *item == Item::Hashtag);
    if hashtags >= 2 && unknown <= hashtags {
        return Some(sure(Reason::Hashtags, "hashtags"));
    }
    let phrases = cover.count(|item| matches!(item, Item::Phrase(entry) if entry.sure));
    if phrases >= 3 && unknown <= phrases / 2 {
        return first_reason(line).map(|(reason, _)| sure(reason, "words"));
    }
    None
}

/// A caption or sentence that an address follows: `... 있다. 2021.2.18 photo@example.com`.
fn says_something(line: &Line) -> bool {
    let stop = |word: &str| {
        word.ends_with(['.', '!', '?']) && word.chars().filter(|c| c.is_alphabetic()).count() >= 2
    };
    line.folded.split(' ').rev().skip(1).any(stop) && line.cover.unknown() >= 3
}

fn first_reason(line: &Line) -> Option<(Reason, bool)> {
    let phrases = || {
        line.cover.items.iter().filter_map(|item| match item {
            Item::Phrase(entry) => Some((entry.reason, entry.sure)),
            _ => None,
        })
    };
    if line
        .cover
        .has(|item| matches!(item, Item::Person { sure: true, .. }))
    {
        return Some((Reason::Byline, true));
    }
    phrases()
        .find(|(_, sure)| *sure)
        .or_else(|| phrases().next())
        .or_else(|| line.cover.has_date().then_some((Reason::Date, false)))
}
