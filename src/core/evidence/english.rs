//! English sentences to tokens: light stems, numbers by value, months and weekdays.

use super::numbers::{
    english_cardinal, english_denominator, english_digit, english_month, english_multiplier,
    english_ordinal, english_suffix, english_weekday, month, weekday,
};
use super::quantity::{Quantity, Sort};
use super::tokens::{Class, Key, KeySet, Letters, Token, is_latin, marks, numeral, numeral_end};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that stand in most sentences: a person learns nothing from seeing them matched.
const FUNCTION_WORDS: [&str; 61] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he",
    "her", "his", "i", "if", "in", "into", "is", "it", "its", "not", "of", "on", "or", "our",
    "out", "she", "so", "some", "than", "that", "the", "their", "them", "there", "they", "this",
    "to", "was", "we", "were", "which", "who", "will", "with", "you",
];

/// Whether `word` is one of the words that stand in most sentences.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS
        .binary_search(&word.to_lowercase().as_str())
        .is_ok()
}

/// The keys of those words.
pub fn function_words() -> &'static KeySet {
    static KEYS: LazyLock<KeySet> =
        LazyLock::new(|| FUNCTION_WORDS.map(stem).into_iter().collect());
    &KEYS
}

/// A word or numeral as it is written, in lower case.
struct Word {
    text: String,
    capital: bool,
    /// Its letters.
    range: Range<usize>,
    /// Its value, if it is written in digits.
    numeral: Option<f64>,
}

/// Whether a word in small letters is a number, a month or a weekday.
pub fn is_number_or_date(word: &str) -> bool {
    english_cardinal(word).is_some()
        || english_ordinal(word).is_some()
        || english_month(word).is_some()
        || english_weekday(word).is_some()
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// The tokens of a sentence in order, then its marks.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = terms(text);
    tokens.extend(marks(text));
    tokens
}

/// The words, numbers and dates of a text in order.
pub fn terms(text: &str) -> Vec<Token> {
    let letters = Letters::of(text);
    let words = words(&letters);
    let mut tokens = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let first = &rest[0];
        let (key, class, used) = if let Some((value, used)) = quantity(rest) {
            (Key::number(value), Class::Number, used)
        } else if let Some(key) = date(&words, at) {
            (key, Class::Date, 1)
        } else if let Some(value) = english_ordinal(&first.text) {
            (Key::number(value), Class::Number, 1)
        } else {
            (word_key(&first.text), Class::Word, 1)
        };
        let span = letters.span(first.range.start..rest[used - 1].range.end);
        tokens.push(Token::new(key, class, span));
        at += used;
    }
    tokens
}

/// The numbers of a text and the months, in order.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let letters = Letters::of(text);
    let words = words(&letters);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let first = &words[at];
        let month = || english_month(&first.text).filter(|_| date(&words, at).is_some());
        let (value, sort, used) = if let Some((value, used)) = quantity(&words[at..]) {
            let is_ordinal = value >= 1.0 && english_ordinal(&words[at + used - 1].text).is_some();
            let sort = if is_ordinal {
                Sort::Ordinal
            } else {
                Sort::Cardinal
            };
            (value, sort, used)
        } else if let Some(month) = month() {
            (f64::from(month), Sort::Month, 1)
        } else if let Some(value) = english_ordinal(&first.text) {
            (value, Sort::Ordinal, 1)
        } else if first.text == "one" {
            (1.0, Sort::Cardinal, 1)
        } else {
            at += 1;
            continue;
        };
        let end = words[at + used - 1].range.end;
        // `24,` and `1.` as they stand are one word.
        let end = first.range.start
            + letters[first.range.start..end]
                .iter()
                .rposition(|letter| letter.is_alphanumeric())
                .map_or(0, |last| last + 1);
        let span = letters.span(first.range.start..end);
        found.push(Quantity { value, sort, span });
        at += used;
    }
    found
}

fn words(letters: &Letters) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        if letters[at].is_ascii_digit() {
            at = numeral_end(letters, at);
        } else if is_latin(letters[at]) {
            at = letters.run(at, is_latin);
            let tail = at + 1;
            if matches!(letters.get(at), Some('\'' | '’'))
                && letters.get(tail).is_some_and(char::is_ascii_lowercase)
            {
                at = letters.run(tail, |letter| letter.is_ascii_lowercase());
            }
        } else {
            at += 1;
            continue;
        }
        words.push(Word {
            text: letters[start..at]
                .iter()
                .map(|&letter| if letter == '’' { '\'' } else { letter })
                .flat_map(char::to_lowercase)
                .collect(),
            capital: letters[start].is_uppercase(),
            range: start..at,
            numeral: letters[start]
                .is_ascii_digit()
                .then(|| numeral(&letters[start..at])),
        });
    }
    words
}

/// The number that begins here, and how many words it takes: `3.5 million`, `twenty-two`, `two hundred and five`.
fn quantity(words: &[Word]) -> Option<(f64, usize)> {
    let next = |at: usize| words.get(at).map(|word| word.text.as_str());
    let first = &words[0];
    let (mut value, mut used) = if let Some(value) = first.numeral {
        (value, 1)
    } else if let Some(small) = below_hundred(words) {
        small
    } else if begins_with_one(words) {
        (1.0, 1)
    } else {
        return None;
    };
    if first.numeral.is_none() {
        if let Some(whole) = next(used).and_then(english_denominator) {
            // `two-thirds`; `twenty-third` is an ordinal, and `two third-graders` no fraction.
            let fraction = value < whole && (value == 1.0) != words[used].text.ends_with('s');
            if fraction {
                return Some((value / whole, used + 1));
            }
        }
        if value >= 20.0
            && used == 1
            && let Some(digit) = next(1)
                .and_then(english_ordinal)
                .filter(|&digit| digit < 10.0)
        {
            return Some((value + digit, 2));
        }
    }
    let mut multiplied = 0.0;
    while let Some(factor) = next(used).and_then(english_multiplier) {
        value *= factor;
        multiplied = factor;
        used += 1;
    }
    if first.numeral.is_some() {
        if let Some(factor) = next(used).and_then(english_suffix) {
            value *= factor;
            used += 1;
        }
    } else if multiplied >= 100.0 {
        // `two hundred and five`, `three thousand two hundred`
        let and = usize::from(multiplied == 100.0 && next(used) == Some("and"));
        if let Some((rest, more)) = words.get(used + and..).and_then(written_rest)
            && rest < multiplied
        {
            value += rest;
            used += and + more;
        }
    }
    Some((value, used))
}

/// `a hundred`, `one dozen`, `one third`: ones that count.
fn begins_with_one(words: &[Word]) -> bool {
    let Some([one, of]) = words.first_chunk() else {
        return false;
    };
    let multiplied = matches!(
        of.text.as_str(),
        "hundred" | "thousand" | "million" | "billion" | "trillion" | "dozen"
    );
    match one.text.as_str() {
        "one" => multiplied || english_denominator(&of.text).is_some(),
        "a" => multiplied,
        _ => false,
    }
}

/// The lower part of a number written in words.
fn written_rest(words: &[Word]) -> Option<(f64, usize)> {
    let first = words.first()?;
    let digit = || english_digit(&first.text).map(|digit| (digit, 1));
    quantity(words)
        .or_else(digit)
        .filter(|&(value, _)| first.numeral.is_none() && value >= 1.0)
}

/// `two`, `twelve`, `twenty-one`.
fn below_hundred(words: &[Word]) -> Option<(f64, usize)> {
    let value = english_cardinal(&words.first()?.text)?;
    let digit = words
        .get(1)
        .and_then(|word| english_digit(&word.text))
        .filter(|_| value >= 20.0);
    Some((
        value + digit.unwrap_or(0.0),
        1 + usize::from(digit.is_some()),
    ))
}

fn date(words: &[Word], at: usize) -> Option<Key> {
    let word = &words[at];
    if !word.capital {
        return english_weekday(&word.text).map(weekday);
    }
    let by_number = || {
        let numeral = |at: usize| words.get(at).is_some_and(|word| word.numeral.is_some());
        numeral(at + 1) || at > 0 && numeral(at - 1)
    };
    english_weekday(&word.text).map(weekday).or_else(|| {
        english_month(&word.text)
            .filter(|_| word.text != "may" || by_number())
            .map(month)
    })
}

fn word_key(word: &str) -> Key {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.contains('\'') {
        stem(&word.replace('\'', ""))
    } else {
        stem(word)
    }
}

/// Ending, what takes its place, and the letters that must stay before it.
type Ending = (&'static str, &'static str, usize);

/// The key of a lower-case word without its commonest endings: first that of number or tense, then that of what it was
/// made from, so that `meetings` and `families` have the keys of `meeting` and `family`. Accents do not count.
pub fn stem(word: &str) -> Key {
    const INFLECTIONS: [Ending; 5] = [
        ("ies", "y", 2),
        ("sses", "ss", 2),
        ("ied", "y", 2),
        ("es", "e", 3),
        ("s", "", 3),
    ];
    const DERIVATIONS: [Ending; 6] = [
        ("ing", "", 3),
        ("edly", "", 3),
        ("ed", "", 3),
        ("ly", "", 3),
        ("ness", "", 3),
        ("ment", "", 4),
    ];
    let mut letters: Vec<char> = word.chars().map(without_accent).collect();
    if letters.len() <= 3 {
        return Key::of(letters);
    }
    cut(&mut letters, &INFLECTIONS);
    let verb = cut(&mut letters, &DERIVATIONS).is_some_and(|ending| matches!(ending, "ing" | "ed"));
    if let &[.., before, last] = letters.as_slice()
        && (letters.len() > 4 || verb && letters.len() == 4 && !matches!(last, 'r' | 'z'))
        && before == last
        && !matches!(last, 'l' | 's' | 'e')
    {
        letters.pop();
    }
    if letters.len() > 3 && letters.ends_with(&['e']) {
        letters.pop();
    }
    Key::of(letters)
}

/// Takes the first ending that fits off a word, and says which.
fn cut(letters: &mut Vec<char>, endings: &[Ending]) -> Option<&'static str> {
    let &(ending, instead, _) = endings.iter().find(|&&(ending, _, keep)| {
        let rest = letters.len().saturating_sub(ending.len());
        let ends = letters[rest..].iter().copied().eq(ending.chars());
        let plural = ending != "s"
            || !letters[..rest].ends_with(&['s']) && !letters[..rest].ends_with(&['u']);
        ends && rest >= keep && plural
    })?;
    letters.truncate(letters.len() - ending.len());
    letters.extend(instead.chars());
    Some(ending)
}

/// `é` as `e`.
fn without_accent(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut base = None;
    unicode_normalization::char::decompose_canonical(letter, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(letter)
}
