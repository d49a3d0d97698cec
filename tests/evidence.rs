//! What is read out of sentences: numbers and dates of both languages.

use jjak::evidence::tokens::{Class, Key, Token};
use jjak::evidence::{ALIKE, english, korean, name_likeness};

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

/// Names as English and Korean newspapers spell them, written for this test.
fn names() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("evidence/names.tsv").lines();
    lines
        .map(|line| line.split_once('\t').expect("two fields"))
        .collect()
}

/// Every name of the list against every other: as strict as it gets, for a sentence holds a few names, not hundreds.
#[test]
fn names_are_told_by_their_sound() {
    let names = names();
    let sounds = |en: &str, ko: &str| -> bool {
        let word: Vec<char> = ko.chars().collect();
        name_likeness(en, &word) >= ALIKE
    };
    let found = names.iter().filter(|(en, ko)| sounds(en, ko)).count();
    let pairs = names
        .iter()
        .flat_map(|&(en, _)| names.iter().map(move |&(_, ko)| (en, ko)));
    let claimed = pairs.filter(|(en, ko)| sounds(en, ko)).count();
    let recall = found as f64 / names.len() as f64;
    let precision = found as f64 / claimed as f64;
    let best = |en: &str| {
        names.iter().map(|&(_, ko)| ko).max_by(|a, b| {
            let of = |ko: &str| name_likeness(en, &ko.chars().collect::<Vec<_>>());
            of(a).total_cmp(&of(b))
        })
    };
    let first = names
        .iter()
        .filter(|&&(en, ko)| best(en) == Some(ko))
        .count();
    println!(
        "recall {recall:.3}, precision {precision:.3}, best of all {first} of {}",
        names.len()
    );
    for (en, ko) in names.iter().filter(|(en, ko)| !sounds(en, ko)) {
        println!(
            "missed: {en} {ko} {:.2}",
            name_likeness(en, &ko.chars().collect::<Vec<_>>())
        );
    }
    assert!(
        recall >= 0.92 && precision >= 0.73,
        "recall {recall}, precision {precision}"
    );
}

/// Forms that stand in running text, and the word that the lexicon holds.
#[test]
fn forms_of_an_english_word_have_its_key() {
    for (form, word) in [
        ("meetings", "meeting"),
        ("feelings", "feeling"),
        ("documents", "document"),
        ("businesses", "business"),
        ("families", "family"),
        ("applied", "apply"),
        ("supplies", "supply"),
        ("nodded", "nod"),
        ("nodding", "nod"),
        ("getting", "get"),
        ("hugged", "hug"),
        ("stopped", "stop"),
        ("buzzing", "buzz"),
        ("rolled", "roll"),
        ("passed", "pass"),
        ("adding", "add"),
        ("walking", "walk"),
        ("watches", "watch"),
        ("résumé", "resume"),
        ("cafés", "cafe"),
    ] {
        assert_eq!(english::stem(form), english::stem(word), "{form}: {word}");
    }
    for (one, other) in [("butt", "but"), ("business", "busy"), ("bass", "bas")] {
        assert_ne!(english::stem(one), english::stem(other), "{one}: {other}");
    }
}
