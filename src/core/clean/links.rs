//! Lines that lead elsewhere: menus, buttons, other articles, files, whom to call.

use super::line::{PageLine, display_width};
use super::tokens;

/// `Home > News > Society`: where a page is within its site.
pub(super) fn is_breadcrumb(line: &PageLine) -> bool {
    let steps = line.text.split(['>', '›', '»', '〉']).map(str::trim);
    line.width <= 100
        && !line.ends_sentence()
        && line.text.matches(['>', '›', '»', '〉']).count() >= 2
        && steps.clone().all(|step| !step.is_empty())
        && !line.text.contains(['<', '《', '〈', '«'])
}

/// `Home | Forecast | Past Weather | About`: a row of links, one of which every site has.
pub(super) fn is_menu_bar(line: &PageLine) -> bool {
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

/// `« Crispy gnocchi`, `Next: How to read a flame graph →`: the pages beside this one.
pub(super) fn is_way_on(line: &PageLine) -> bool {
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

/// `[Read: What the dishwasher knows]`, `Go deeper: ...`: another article of the site.
pub(super) fn is_pointer(line: &PageLine) -> bool {
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
    if line.ends_sentence() || line.width > 130 {
        return false;
    }
    let text = line
        .folded
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    // `Related post: ...`, `On Eunpo.example: ...`
    let labels = |label: &str| {
        let site = label.strip_prefix("on ");
        LABELS.contains(&label)
            || label.starts_with("related ") && label.split(' ').count() <= 3
            || site.is_some_and(tokens::is_site)
    };
    text.split_once(": ")
        .is_some_and(|(label, rest)| labels(label.trim()) && rest.trim().contains(' '))
}

/// `1 of 4 |`, `3 / 12`, `Image 2 of / 8`, `사진 3 / 12`: which picture of a gallery is shown.
pub(super) fn is_place_in_gallery(folded: &str) -> bool {
    const PICTURES: [&str; 8] = [
        "image",
        "photo",
        "picture",
        "slide",
        "사진",
        "이미지",
        "화보",
        "그림",
    ];
    let is_number =
        |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let place = PICTURES
        .iter()
        .find_map(|picture| folded.strip_prefix(picture)?.strip_prefix(' '))
        .unwrap_or(folded)
        .trim_end_matches(['|', ' ']);
    let Some(sign) = place.find(|c: char| !c.is_ascii_digit()) else {
        return false;
    };
    let (at, rest) = place.split_at(sign);
    let all = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
    let between = &rest[..rest.len() - all.len()];
    is_number(at) && is_number(all) && matches!(between.trim(), "of" | "/" | "of /")
        // `3/4` may be a fraction or a day.
        && (between != "/" || place.len() < folded.len())
}

/// `0924(보도)_책함.hwpx (1.2MB)`: a file to take along.
pub(super) fn is_file_name(folded: &str) -> bool {
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
    // An address is where a sentence may send its reader.
    name.len() <= 120
        && !name.contains("://")
        && ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// `웹사이트: https://www.example.com`, `Phone: 02-000-0000`, `담당자 사무관 나은솔 (044-000-2811)`: whom or where to write,
/// call or look.
pub(super) fn is_contact(line: &PageLine) -> bool {
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
