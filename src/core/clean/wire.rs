//! What is printed around a story: datelines standing alone, rows of signs, places held for something else.

use super::line::PageLine;
use crate::article::is_hangul;

/// `SEOUL, Nov. 27 (Yonhap) --`, `(서울=연합뉴스) 홍길동 기자 =`, `[세종=뉴시스]` with nothing after it.
pub(super) fn is_dateline_alone(line: &PageLine) -> bool {
    let text = line.text.as_str();
    if line.width > 80 {
        return false;
    }
    korean_dateline(text) || english_dateline(text)
}

fn korean_dateline(text: &str) -> bool {
    let Some((open, rest)) = text.char_indices().nth(1).map(|(at, _)| text.split_at(at)) else {
        return false;
    };
    let close = match open {
        "(" => ')',
        "[" => ']',
        "【" => '】',
        _ => return false,
    };
    let Some((place, rest)) = rest.split_once(close) else {
        return false;
    };
    let rest = rest.trim();
    place.split_once('=').is_some_and(|(city, agency)| {
        !agency.is_empty()
            && city
                .chars()
                .all(|c| is_hangul(c) || matches!(c, '·' | ' ' | ','))
    }) && (rest.is_empty() || rest.ends_with('='))
}

fn english_dateline(text: &str) -> bool {
    let stem = text.trim_end_matches(['-', '–', '—', '=', ' ']);
    let has_dash = stem.len() < text.len();
    let Some(city) = stem.split([',', '(']).next().map(str::trim) else {
        return false;
    };
    let is_city = city.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && city
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '/' | '-'));
    let agency = stem.ends_with(')') && stem.contains('(');
    let dated = stem.contains(',');
    // `LIGHTEN YOUR LOAD –` is a heading, `GTIN (Global Trade Item Number)` an entry.
    is_city
        && if has_dash {
            agency || dated
        } else {
            agency && dated && stem.contains(|c: char| c.is_ascii_digit())
        }
}

/// `$$ARTICLEAD$$`, `[[AD_1]]`, `%%BANNER%%`: where a site would put something.
pub(super) fn is_placeholder(text: &str) -> bool {
    const SIGNS: [(&str, &str); 3] = [("$$", "$$"), ("%%", "%%"), ("[[", "]]")];
    let is_name = |name: &str| {
        let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b"_-.".contains(&b);
        name.len() >= 2 && name.bytes().all(plain)
    };
    SIGNS.iter().any(|(open, close)| {
        let name = text
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close));
        name.is_some_and(|name| is_name(name.trim()))
    })
}

/// `* * *`, `-----`, `###`, a lone ornament. Not what a speaker may mean: `…`, `?!`, `"..."`.
pub(super) fn is_scene_break(text: &str) -> bool {
    let mut meant = true;
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if c.is_alphanumeric() || matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'') {
            return false;
        }
        meant &= matches!(
            c,
            '.' | '…' | '?' | '!' | '？' | '！' | '。' | '—' | '–' | '―' | '$' | '%' | '♡' | '♥'
        );
    }
    !meant || text.chars().count() > 6
}
