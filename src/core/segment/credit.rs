//! Picture credits glued to the end of a caption.

use super::character::{is_closer, is_opener, is_syllable, is_terminator};
use super::paragraph::Paragraph;

const LONGEST_CREDIT: usize = 60;
/// `남해=정다운 기자 mail@example.com`
const MOST_WORDS: usize = 5;

/// Whether nothing but a picture credit stands from `at` to the end: `/사진=...`, `Photo by ...`,
/// `(Somebody's name)`, `남해군 제공`, `Dana Pike/AP`. An agency alone in brackets closes the article and is none.
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
    let lists = paragraph.words;
    let bracketed = matches!(paragraph.at(at), '(' | '[') && credit.ends_with([')', ']']);
    let sentence = credit.trim_end_matches(is_closer).ends_with(is_terminator);
    if (sentence || !bracketed) && lists.credit_words.contains(first) {
        let mark = credit.trim_start_matches(is_opener);
        let mark = mark.trim_start_matches(char::is_alphanumeric).trim_start();
        return mark.starts_with(['=', ':', '：'])
            || words
                .get(1)
                .is_some_and(|word| matches!(word.as_str(), "by" | "of" | "courtesy"));
    }
    if sentence {
        return false;
    }
    let agency = words.iter().all(|word| lists.agencies.contains(word));
    if bracketed {
        return !agency && !credit.contains('@');
    }
    let korean = is_syllable(paragraph.before(paragraph.content_end(at)));
    (korean && ends_in_credit(paragraph, &credit)) || is_name_and_agency(&credit)
}

/// `남해군 제공`, `남해=정다운 기자 mail@example.com`
fn ends_in_credit(paragraph: &Paragraph, credit: &str) -> bool {
    let mut words: Vec<&str> = credit.split_whitespace().collect();
    if words.len() > 1 && words.last().is_some_and(|word| word.contains('@')) {
        words.pop();
    }
    let last = words.last().map(|word| word.to_lowercase());
    words.len() <= MOST_WORDS
        && last.is_some_and(|last| paragraph.words.credit_ends.contains(&last))
}

/// `Dana Pike/Lowell Courier/AP`: names in capitals on both sides of a slash.
fn is_name_and_agency(credit: &str) -> bool {
    let mut names = credit
        .split(['/', ' '])
        .filter(|name| !name.is_empty())
        .peekable();
    credit.contains('/')
        && !credit.contains([',', ':'])
        && names.peek().is_some()
        && names.all(|name| name == "for" || name == "of" || name.starts_with(char::is_uppercase))
}
