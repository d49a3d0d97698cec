//! What is read out of sentences: numbers and dates of both languages.

use jjak::evidence::tokens::{Class, Key, Token};
use jjak::evidence::{english, korean};

/// The key of `110000000`, `2/3`, `m2` (February) or `w0` (Monday).
fn key(expected: &str) -> Key {
    let of = |kind: char, number: &str| {
        let number: u8 = number.parse().expect("a number");
        Key::of(['#', kind, char::from(number)])
    };
    let value = |number: &str| number.parse::<f64>().expect("a value");
    if let Some(month) = expected.strip_prefix('m') {
        of('m', month)
    } else if let Some(day) = expected.strip_prefix('w') {
        of('w', day)
    } else if let Some((upper, lower)) = expected.split_once('/') {
        Key::number(value(upper) / value(lower))
    } else {
        Key::number(value(expected))
    }
}

/// Lines of a text and its numbers and dates in order; says which are read otherwise.
fn misread(table: &str, tokens: fn(&str) -> Vec<Token>) -> Vec<String> {
    assert!(table.lines().count() >= 150);
    let wrong = |line: &&str| {
        let (text, expected) = line.split_once('\t').expect("two fields");
        let found: Vec<Key> = tokens(text)
            .into_iter()
            .filter(|token| matches!(token.class, Class::Number | Class::Date))
            .map(|token| token.key)
            .collect();
        found != expected.split_whitespace().map(key).collect::<Vec<Key>>()
    };
    table.lines().filter(wrong).map(str::to_owned).collect()
}

#[test]
fn english_numbers_are_read_as_reporters_write_them() {
    let wrong = misread(include_str!("evidence/numbers.en.tsv"), english::tokens);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn korean_numbers_are_read_as_koreans_write_them() {
    let wrong = misread(include_str!("evidence/numbers.ko.tsv"), korean::tokens);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
