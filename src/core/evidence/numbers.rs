//! Numbers, months and weekdays of both languages, as values.

#![allow(unreachable_pub, reason = "the build script reads it, too")]

use super::tokens::{Key, numeral, numeral_end};

pub fn month(number: u8) -> Key {
    Key::of(['#', 'm', char::from(number)])
}

pub fn weekday(number: u8) -> Key {
    Key::of(['#', 'w', char::from(number)])
}

/// `three`, `twelve`, `forty`; not `one` and `zero`, which are rarely written as numbers in Korean.
pub fn english_cardinal(word: &str) -> Option<f64> {
    const WORDS: [&str; 26] = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];
    let at = WORDS.iter().position(|&known| known == word)?;
    Some(if at < 18 { at + 2 } else { (at - 16) * 10 } as f64)
}

/// `one` to `nine`, after `twenty`.
pub fn english_digit(word: &str) -> Option<f64> {
    if word == "one" {
        return Some(1.0);
    }
    english_cardinal(word).filter(|&value| value < 10.0)
}

pub fn english_ordinal(word: &str) -> Option<f64> {
    // `second` is a unit of time as often.
    let value = match word {
        "first" => 1,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "twentieth" => 20,
        "thirtieth" => 30,
        _ => english_cardinal(word.strip_suffix("th")?).filter(|&value| value > 12.0)? as i32,
    };
    Some(f64::from(value))
}

pub fn english_multiplier(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "mln" | "mn" => 1e6,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// `third`, `fifths`: what a fraction is of. Halves and quarters are words as often.
pub fn english_denominator(word: &str) -> Option<f64> {
    english_ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|&value| value >= 3.0)
}

/// What letters glued to a numeral multiply it by: `1st`, `1990s`, `30k`.
pub fn english_suffix(word: &str) -> Option<f64> {
    Some(match word {
        "st" | "nd" | "rd" | "th" | "s" => 1.0,
        "k" => 1e3,
        "m" => 1e6,
        "b" => 1e9,
        _ => return None,
    })
}

/// The month of a lower-case name or its abbreviation; `may` is a verb unless its neighbours say otherwise.
pub fn english_month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word == "sept" {
        return Some(9);
    }
    let at = NAMES
        .iter()
        .position(|&name| name == word || word.len() == 3 && name.starts_with(word))?;
    Some(at as u8 + 1)
}

pub fn english_weekday(word: &str) -> Option<u8> {
    const NAMES: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    NAMES
        .iter()
        .position(|&name| name == word)
        .map(|at| at as u8)
}

/// The weekday whose Korean name begins with this syllable.
pub fn korean_weekday(syllable: char) -> Option<u8> {
    "월화수목금토일"
        .chars()
        .position(|known| known == syllable)
        .map(|at| at as u8)
}

/// Tens in native Korean, which the ones follow at once or after a space.
const NATIVE_TENS: [(&str, u8); 10] = [
    ("열", 10),
    ("스물", 20),
    ("스무", 20),
    ("서른", 30),
    ("마흔", 40),
    ("쉰", 50),
    ("예순", 60),
    ("일흔", 70),
    ("여든", 80),
    ("아흔", 90),
];

/// Whether a word is tens in native Korean and nothing more: 열, 스물.
pub fn is_native_tens(word: &[char]) -> bool {
    let is = |tens: &str| tens.chars().eq(word.iter().copied());
    NATIVE_TENS.iter().any(|(tens, _)| is(tens))
}

/// A native numeral that stands alone, `둘`, `스물다섯`, or a count of days, `사흘`. Those that are other words as
/// well (`세`, `네`, `열`, `석`, `넉`) count only before a counter; `한` and `하나` never do.
pub fn korean_native(word: &[char], before_counter: bool) -> Option<f64> {
    const DAYS: [(&str, u8); 6] = [
        ("이틀", 2),
        ("사흘", 3),
        ("나흘", 4),
        ("닷새", 5),
        ("엿새", 6),
        ("열흘", 10),
    ];
    let letters = word.iter().filter(|&&letter| letter != ' ');
    let word: String = letters.take(5).collect();
    if let Some(&(_, value)) = DAYS.iter().find(|(days, _)| word.starts_with(days)) {
        return Some(f64::from(value));
    }
    if word == "열" && !before_counter {
        return None;
    }
    let (tens, rest) = NATIVE_TENS
        .iter()
        .find_map(|&(tens, value)| Some((value, word.strip_prefix(tens)?)))
        .unwrap_or((0, &word));
    let one = match rest {
        "" if tens > 0 => 0,
        "한" | "하나" if tens > 0 => 1,
        "둘" | "두" => 2,
        "셋" => 3,
        "넷" => 4,
        "다섯" => 5,
        "여섯" => 6,
        "일곱" => 7,
        "여덟" => 8,
        "아홉" => 9,
        "세" | "석" if before_counter => 3,
        "네" | "넉" if before_counter => 4,
        _ => return None,
    };
    Some(f64::from(tens + one))
}

/// The denominator and the numerator of `3분의 2`, which begins with a number that ends at `end`: its value and its end.
pub fn korean_fraction(letters: &[char], start: usize, end: usize) -> Option<(f64, usize)> {
    let rest = letters[end..].strip_prefix(&['분', '의'])?;
    let skipped = rest.len() - rest.iter().skip_while(|c| c.is_whitespace()).count();
    let from = end + 2 + skipped;
    letters.get(from).filter(|first| first.is_ascii_digit())?;
    let to = numeral_end(letters, from);
    let whole = korean_number(&letters[start..end]);
    (whole > 0.0).then(|| (numeral(&letters[from..to]) / whole, to))
}

/// Syllables that a counted noun begins with.
pub fn begins_counter(syllable: char) -> bool {
    "명개가지번달년일월시분초배마리대차주살세권잔병벌채척쪽층곳사람나라도시국가해골"
        .contains(syllable)
}

fn small_unit(letter: char) -> Option<f64> {
    Some(match letter {
        '십' => 10.0,
        '백' => 100.0,
        '천' => 1000.0,
        _ => return None,
    })
}

fn myriad_unit(letter: char) -> Option<f64> {
    Some(match letter {
        '만' => 1e4,
        '억' => 1e8,
        '조' => 1e12,
        _ => return None,
    })
}

/// Whether the `조` at `at` of the number from `start` is an article of a law: `제9조`, `9조 2항`.
fn is_article(letters: &[char], start: usize, at: usize) -> bool {
    let named = letters[..start]
        .iter()
        .rfind(|letter| !letter.is_whitespace())
        == Some(&'제');
    let clause = past_space(letters, at + 1);
    let end = numeral_end(letters, clause);
    named || (end > clause && letters.get(end) == Some(&'항'))
}

/// Where a Korean number that begins with a digit at `start` ends: `1조2천억`, `3만 5000`, `1천800만`.
pub fn korean_number_end(letters: &[char], start: usize) -> usize {
    let mut end = section_end(letters, numeral_end(letters, start));
    for (unit, followers) in [('조', "억만"), ('억', "만"), ('만', "")] {
        let at = past_space(letters, end);
        if letters.get(at) != Some(&unit) || (unit == '조' && is_article(letters, start, at)) {
            continue;
        }
        end = at + 1;
        let section = section(letters, past_space(letters, end));
        let Some(section) = section else { continue };
        let next = letters.get(past_space(letters, section)).copied();
        let belongs = if followers.is_empty() {
            // `3만 12월` is two numbers.
            !next.is_some_and(|next| "만억조월일".contains(next))
        } else {
            next.is_some_and(|next| followers.contains(next))
        };
        if belongs {
            end = section;
        }
    }
    end
}

fn past_space(letters: &[char], at: usize) -> usize {
    at + usize::from(letters.get(at).is_some_and(|letter| letter.is_whitespace()))
}

/// The end of `천`, `백` ... and the numerals between them, directly after a numeral.
fn section_end(letters: &[char], mut at: usize) -> usize {
    while letters
        .get(at)
        .is_some_and(|&letter| small_unit(letter).is_some())
    {
        at += 1;
        if letters
            .get(at)
            .is_some_and(|letter| letter.is_ascii_digit())
        {
            at = numeral_end(letters, at);
        }
    }
    at
}

/// The end of a number below 만 that begins at `start`, if one does: `3천`, `1200`, `천`.
fn section(letters: &[char], start: usize) -> Option<usize> {
    let first = *letters.get(start)?;
    if first.is_ascii_digit() {
        Some(section_end(letters, numeral_end(letters, start)))
    } else {
        small_unit(first).map(|_| section_end(letters, start))
    }
}

/// The value of a Korean number as [`korean_number_end`] finds it.
pub fn korean_number(letters: &[char]) -> f64 {
    let (mut total, mut section, mut pending) = (0.0, 0.0, None);
    let mut at = 0;
    while at < letters.len() {
        let letter = letters[at];
        if letter.is_ascii_digit() {
            let end = numeral_end(letters, at);
            pending = Some(numeral(&letters[at..end]));
            at = end;
            continue;
        }
        if let Some(unit) = small_unit(letter) {
            section += pending.take().unwrap_or(1.0) * unit;
        } else if let Some(unit) = myriad_unit(letter) {
            section += pending.take().unwrap_or(0.0);
            total += if section == 0.0 { 1.0 } else { section } * unit;
            section = 0.0;
        }
        at += 1;
    }
    total + section + pending.unwrap_or(0.0)
}
