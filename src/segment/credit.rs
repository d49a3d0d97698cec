//! Picture credits glued to the end of a caption.

use super::character::{is_closer, is_opener, is_terminator};
use super::paragraph::Paragraph;
use super::words::{AGENCIES, CREDIT_WORDS};

const LONGEST_CREDIT: usize = 60;

/// Whether nothing but a picture credit stands from `at` to the end: `/사진=...`, `Photo by ...`,
/// `(Somebody's name)`. An agency alone in brackets closes the article and is none.
pub(super) fn is_credit(paragraph: &Paragraph, at: usize) -> bool {
    if paragraph.len() - at > LONGEST_CREDIT {
        return false;
    }
    let credit = paragraph.text(at, paragraph.len());
    if credit.starts_with(['/', '©', 'ⓒ']) {
        return true;
    }
    let words: Vec<String> = credit
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let Some(first) = words.first() else {
        return false;
    };
    if CREDIT_WORDS.contains(&first.as_str()) {
        let mark = credit.trim_start_matches(is_opener);
        let mark = mark.trim_start_matches(char::is_alphanumeric).trim_start();
        return mark.starts_with(['=', ':', '：'])
            || words
                .get(1)
                .is_some_and(|word| matches!(word.as_str(), "by" | "of" | "courtesy"));
    }
    let bracketed = matches!(paragraph.at(at), '(' | '[') && credit.ends_with([')', ']']);
    let sentence = credit.trim_end_matches(is_closer).ends_with(is_terminator);
    let agency = words.iter().all(|word| AGENCIES.contains(&word.as_str()));
    bracketed && !sentence && !agency && !credit.contains('@')
}
