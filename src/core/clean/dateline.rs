//! What wire services put before a story's first sentence: place, agency, date and reporter.

use super::mark::{Mark, ROLES, bracket_end, inner};
use crate::article::{Reason, is_hangul};

/// Longest dateline, `MOUNT PLEASANT, South Carolina, Nov. 19 (Reuters) --`, in characters.
const LONGEST_LEAD: usize = 90;

/// The dateline and byline that a paragraph begins with.
pub(super) fn lead(text: &str) -> Vec<Mark> {
    let start = text.len() - text.trim_start().len();
    let mut marks = Vec::new();
    let mut at = start;
    if let Some(end) = korean_dateline(&text[start..]) {
        let reason = if text[start..start + end].contains('=') {
            Reason::Dateline
        } else {
            Reason::Byline
        };
        marks.push(Mark {
            span: start..start + end,
            reason,
        });
        at = start + end;
    } else if let Some(end) = english_dateline(&text[start..]) {
        marks.push(Mark {
            span: start..start + end,
            reason: Reason::Dateline,
        });
        return marks;
    }
    let space = text[at..].len() - text[at..].trim_start().len();
    if let Some(end) = signed_lead(&text[at + space..]) {
        marks.push(Mark {
            span: at + space..at + space + end,
            reason: Reason::Byline,
        });
    } else if !marks.is_empty() && text[at + space..].starts_with(['=', ':']) {
        // `(은포=나루통신) = 항만은 …`
        if let Some(last) = marks.last_mut() {
            last.span.end = at + space + 1;
        }
    }
    marks
}

/// The end of `(서울=연합뉴스)`, `[남해=나루일보 김예시 기자]` or `[나루일보 김예시 기자]` at the beginning of `text`.
fn korean_dateline(text: &str) -> Option<usize> {
    let close = bracket_end(text)?;
    let inner = inner(&text[..close]);
    if !inner.contains(is_hangul) || inner.contains(['.', '?', '!', '"', '“']) {
        return None;
    }
    let signed = ROLES.iter().any(|role| inner.ends_with(role));
    let (place, agency) = inner.split_once('=').unwrap_or((inner, ""));
    let credits = super::attribution::begins_credit(place.trim());
    let dated = !agency.trim().is_empty()
        && !place.trim().is_empty()
        && !credits
        && place
            .chars()
            .all(|c| is_hangul(c) || matches!(c, '·' | ' ' | ',' | '/' | 'ㆍ'))
        && !agency.contains(|c: char| c.is_ascii_digit() && !agency.contains("뉴스1"));
    let named = signed && inner.contains(' ');
    (dated || named).then_some(close)
}

/// The end of `김예시 기자 =` or `김예시·박가상 기자 =` at the beginning of `text`.
fn signed_lead(text: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let equals = text
        .char_indices()
        .take(LONGEST)
        .find(|&(_, c)| c == '=')
        .map(|(at, _)| at)?;
    let names = text[..equals].trim_end();
    let people = names
        .chars()
        .all(|c| is_hangul(c) || matches!(c, ' ' | '·' | ',' | 'ㆍ'));
    let role = ROLES.iter().any(|role| names.ends_with(role));
    (people && role && names.contains(' ')).then_some(equals + 1)
}

/// The end of `EUNPO, Nov. 19 (Eunpo News) —` at the beginning of `text`.
fn english_dateline(text: &str) -> Option<usize> {
    /// A name in capitals may be no place: `NATO — The alliance`.
    const SHORTEST_LONE_CITY: usize = 5;
    let limit = text
        .char_indices()
        .nth(LONGEST_LEAD)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..limit];
    let dashes = ["--", "—", "–", " - "];
    let (at, dash) = dashes
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, *dash)))
        .min()?;
    let stem = head[..at].trim_end();
    let after = &text[at + dash.len()..];
    let after = after.trim_start_matches(['-', '—', '–']);
    let end = text.len() - after.len();
    let city = stem.split([',', '(']).next().unwrap_or(stem).trim();
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    let is_city = letters >= 3
        && city.is_ascii()
        && city
            .chars()
            .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '/' | '-' | '\''));
    let rest = &stem[city.len().min(stem.len())..];
    let agency = rest.ends_with(')') && rest.contains('(');
    let dated = rest.trim_start().starts_with(',');
    let words = rest
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/'))
        .filter(|word| !word.is_empty());
    let plain = words.clone().count() <= 9
        && words.clone().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || matches!(word, "and" | "of" | "the")
        });
    let lone = rest.trim().is_empty() && letters >= SHORTEST_LONE_CITY && dash != " - ";
    let begins = after
        .trim_start()
        .trim_start_matches(['"', '“', '‘', '\'', '$'])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (is_city && plain && begins && (agency || dated || lone)).then_some(end)
}
