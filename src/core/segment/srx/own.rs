//! The built-in rules, as far as SRX can say them, for tools that cut by such files.

use super::{Srx, SrxLanguage, SrxMap, SrxRule};
use crate::segment::Words;
use crate::segment::words::WordList;

/// Closing quotes and brackets that belong to the sentence before them.
const CLOSERS: &str = r#"["'”’)\]」』》]"#;

impl Srx {
    /// Rules for English and Korean by these lists. SRX sees only the characters around a place, so quotations that
    /// must stay whole, counted lists and headlines are cut where the program itself would not.
    pub fn of(words: &Words) -> Srx {
        let english = "Jjak English";
        let korean = "Jjak Korean";
        let language = |name: &str, rules: Vec<(bool, String, String)>| SrxLanguage {
            name: name.to_owned(),
            rules: rules
                .iter()
                .filter_map(|(breaks, before, after)| SrxRule::new(*breaks, before, after).ok())
                .collect(),
        };
        let map = |pattern: &str, name: &str| SrxMap::new(pattern, name).ok();
        let maps = [map("(?i)ko.*", korean), map(".*", english)];
        Srx {
            cascade: false,
            languages: vec![
                language(english, english_rules(words)),
                language(korean, korean_rules(words)),
            ],
            maps: maps.into_iter().flatten().collect(),
            faults: Vec::new(),
        }
    }
}

fn english_rules(words: &Words) -> Vec<(bool, String, String)> {
    let starters = any(&words.starters);
    let word = |list: &WordList| format!(r"\b(?i:{})\.", any(list));
    let joins = [
        (word(&words.titles), r"\s".to_owned()),
        (word(&words.before_number), r"\s+\d".to_owned()),
        (word(&words.may_end), format!(r"\s+(?!(?i:{starters})\b)")),
        (r"\b\p{Lu}\.".to_owned(), r"\s+\p{Lu}".to_owned()),
        (r"^\s*\d{1,3}\.".to_owned(), r"\s".to_owned()),
        (
            format!(r"\b(?i:{})", any(&words.brands)),
            format!(r"\s+(?!(?i:{starters})\b)"),
        ),
        (format!("[.?!…]{CLOSERS}*"), r"\s+\p{Ll}".to_owned()),
    ];
    let end = (format!("[.?!…]+{CLOSERS}*"), r"\s+".to_owned());
    rules(joins, [end])
}

fn korean_rules(words: &Words) -> Vec<(bool, String, String)> {
    let letters = "[가나다라마바사아자차카타파하]";
    let joins = [
        (
            format!("[.?!…]+{CLOSERS}+"),
            format!(r"\s*(?:{})(?![가-힣])", any(&words.quote_tails)),
        ),
        (r"\b\d{4}\.".to_owned(), r"\s+\d{1,2}\.".to_owned()),
        (r"\b\d{4}\.\s+\d{1,2}\.".to_owned(), r"\s+\d".to_owned()),
        (
            r"\b\d{4}\.\s+\d{1,2}\.\s+\d{1,2}\.".to_owned(),
            r"\s+[가-힣]".to_owned(),
        ),
        (format!(r"^\s*(?:\d{{1,3}}|{letters})\."), r"\s".to_owned()),
        (
            format!(
                r"\b(?i:{}|{})\.",
                any(&words.titles),
                any(&words.before_number)
            ),
            r"\s".to_owned(),
        ),
        (r"\b\p{Lu}\.".to_owned(), r"\s+\p{Lu}".to_owned()),
        (format!("[.?!…]{CLOSERS}*"), r"\s+\p{Ll}".to_owned()),
    ];
    let ends = [
        (format!("[.?!…。]+{CLOSERS}*"), r"\s+".to_owned()),
        (r"[다요죠까]\.".to_owned(), "[가-힣]".to_owned()),
        ("(?:니다|니까)".to_owned(), r#"\s+[가-힣“"‘'「]"#.to_owned()),
    ];
    rules(joins, ends)
}

/// Where no sentence ends, then where one does: the first that matches decides.
fn rules(
    joins: impl IntoIterator<Item = (String, String)>,
    ends: impl IntoIterator<Item = (String, String)>,
) -> Vec<(bool, String, String)> {
    let joins = joins
        .into_iter()
        .map(|(before, after)| (false, before, after));
    let ends = ends
        .into_iter()
        .map(|(before, after)| (true, before, after));
    joins.chain(ends).collect()
}

/// A pattern for any word of a list, the longest first.
fn any(list: &WordList) -> String {
    let mut words: Vec<String> = list.iter().map(literal).collect();
    words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    words.join("|")
}

fn literal(word: &str) -> String {
    let mut pattern = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '\'' | '-' | '!' | '&') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}
