//! What a number counts, told by the words around it.

use crate::article::is_hangul;
use crate::evidence::quantity::{Quantity, Sort};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Percent,
    Second,
    Minute,
    Hour,
    Day,
    /// The day of a month that is named.
    Date,
    Week,
    /// A count of months.
    Months,
    /// A month by name or number.
    Month,
    Years,
    /// A year by its number.
    Year,
    Times,
    Ordinal,
    /// `No. 8`
    Label,
    Age,
    Dollar,
    Won,
    Euro,
    Yen,
    Pound,
    Kilometer,
    Meter,
    Mile,
    Kilogram,
    Ton,
    Degree,
    /// Whatever else is counted in digits.
    Count,
}

/// English words and signs, as they begin, and the Korean ones.
const NAMES: &[(Unit, &[&str], &[&str])] = &[
    (
        Unit::Percent,
        &["percent", "per cent", "%"],
        &["%", "퍼센트", "프로"],
    ),
    (Unit::Second, &["second"], &["초"]),
    (Unit::Minute, &["minute"], &["분"]),
    (Unit::Hour, &["hour"], &["시간"]),
    (Unit::Day, &["day"], &["일"]),
    (Unit::Week, &["week"], &["주"]),
    (Unit::Months, &["month"], &["개월", "달"]),
    (Unit::Years, &["year"], &["년", "해", "개년"]),
    (Unit::Times, &["time"], &["배", "번", "회", "차례"]),
    (Unit::Label, &[], &["번", "호", "위"]),
    (
        Unit::Ordinal,
        &[],
        &["번째", "회", "차", "대", "세기", "층"],
    ),
    (Unit::Dollar, &["dollar"], &["달러", "불"]),
    (Unit::Won, &["won"], &["원"]),
    (Unit::Euro, &["euro"], &["유로"]),
    (Unit::Yen, &["yen"], &["엔"]),
    (Unit::Pound, &["pound"], &["파운드"]),
    (
        Unit::Kilometer,
        &["kilomet", "km"],
        &["킬로미터", "km", "㎞"],
    ),
    (Unit::Meter, &["meter", "metre", "m "], &["미터", "m"]),
    (Unit::Mile, &["mile"], &["마일"]),
    (
        Unit::Kilogram,
        &["kilogram", "kg"],
        &["킬로그램", "kg", "㎏"],
    ),
    (Unit::Ton, &["ton"], &["톤"]),
    (Unit::Degree, &["degree", "°"], &["도", "°", "℃"]),
];

const SIGNS: [(&str, Unit); 5] = [
    ("$", Unit::Dollar),
    ("€", Unit::Euro),
    ("£", Unit::Pound),
    ("¥", Unit::Yen),
    ("₩", Unit::Won),
];

/// Words between a number and what it counts.
const BETWEEN: [&str; 8] = [
    "business",
    "working",
    "calendar",
    "consecutive",
    "straight",
    "full",
    "whole",
    "more",
];

/// Units that a number of the other kind goes by as well, so that comparing them says nothing: `25 basis points`,
/// `4.40 am`, `14:20`.
const CONVERTED: [&str; 8] = [
    "basis point",
    "am",
    "a.m",
    "pm",
    "p.m",
    "o'clock",
    ":",
    "percentage point",
];

/// What the number at `at` of an English text counts; `None` where it cannot be compared.
pub fn english(text: &str, numbers: &[Quantity], at: usize) -> Option<Unit> {
    let gap = |at: usize| Some(&text[numbers[at].span.end..numbers.get(at + 1)?.span.start]);
    // `5 to 30 °C`: the first is what the second is.
    let is_range = gap(at).is_some_and(|gap| [" to ", " or ", "-", "–"].contains(&gap));
    let is_cardinal = numbers[at].sort == Sort::Cardinal;
    let at = at + usize::from(is_range && is_cardinal);
    let number = &numbers[at];
    let before = at.checked_sub(1).map(|before| &numbers[before]);
    let (head, tail) = (&text[..number.span.start], &text[number.span.end..]);
    let digits = is_written(text, number);
    match number.sort {
        Sort::Month => return Some(Unit::Month),
        Sort::Ordinal => return digits.then_some(Unit::Ordinal),
        Sort::Cardinal => {}
    }
    if is_glued(head) {
        return None;
    }
    let figure = &text[number.span.clone()];
    if ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| figure.ends_with(end))
    {
        return digits.then_some(Unit::Ordinal);
    }
    let follows_month = before.is_some_and(|before| {
        let gap = &text[before.span.end..number.span.start];
        before.sort == Sort::Month && gap.trim_matches(['.', ' ']).is_empty()
    });
    if follows_month && digits && number.value <= 31.0 {
        return Some(Unit::Date);
    }
    if let Some(sign) = SIGNS.iter().find(|(sign, _)| head.ends_with(sign)) {
        return Some(sign.1);
    }
    if head.trim_end().ends_with("No.") {
        return Some(Unit::Label);
    }
    let rest = tail.trim_start_matches(|c: char| ")-\u{2011}".contains(c) || c.is_whitespace());
    let rest = BETWEEN
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let rest = rest.trim_start();
    if CONVERTED.iter().any(|unit| rest.starts_with(unit)) {
        return None;
    }
    if rest.starts_with("year-old") || rest.starts_with("years old") {
        return Some(Unit::Age);
    }
    if head.ends_with(", ") && tail.starts_with(',') && digits {
        return Some(Unit::Age);
    }
    let named =
        |(_, names, _): &&(Unit, &[&str], &[&str])| names.iter().any(|name| rest.starts_with(name));
    if let Some((unit, ..)) = NAMES.iter().find(named) {
        return Some(*unit);
    }
    if is_year(text, number) {
        return Some(Unit::Year);
    }
    let counts =
        digits && (rest.starts_with(|c: char| c.is_ascii_lowercase()) || begins_with_symbol(rest));
    counts.then_some(Unit::Count)
}

/// What a Korean number may count.
pub fn korean(text: &str, number: &Quantity) -> Vec<Unit> {
    let (head, tail) = (&text[..number.span.start], &text[number.span.end..]);
    if number.sort == Sort::Month {
        return vec![Unit::Month];
    }
    if is_glued(head) {
        return Vec::new();
    }
    if head.ends_with('제') {
        return vec![Unit::Ordinal];
    }
    if head.ends_with('(') && tail.starts_with(')') {
        return vec![Unit::Age];
    }
    let rest = tail.trim_start_matches(['여', ' ', '\u{a0}']);
    let is_age = ["세", "살"].iter().any(|age| rest.starts_with(age));
    if is_age && !rest.starts_with("세기") {
        return vec![Unit::Age];
    }
    if rest.starts_with("%포인트")
        || rest.starts_with("%p")
        || rest.starts_with('시') && !rest.starts_with("시간")
    {
        return Vec::new();
    }
    if rest.starts_with('월') && !rest.starts_with("월요일") {
        return vec![Unit::Month];
    }
    if rest.starts_with('년') && is_year(text, number) {
        return vec![Unit::Year];
    }
    if rest.starts_with('일') && head.trim_end().ends_with('월') {
        return vec![Unit::Date];
    }
    let longest = |names: &[&str]| {
        let lengths = names.iter().filter(|name| rest.starts_with(**name));
        lengths.map(|name| name.len()).max().unwrap_or(0)
    };
    let best = NAMES
        .iter()
        .map(|(.., names)| longest(names))
        .max()
        .unwrap_or(0);
    let units = NAMES
        .iter()
        .filter(|(.., names)| best > 0 && longest(names) == best);
    let mut units: Vec<Unit> = units.map(|(unit, ..)| *unit).collect();
    if units.contains(&Unit::Day) {
        units.push(Unit::Date);
    }
    let counts =
        is_written(text, number) && (rest.starts_with(is_hangul) || begins_with_symbol(rest));
    if units.is_empty() && counts {
        units.push(Unit::Count);
    }
    units
}

/// `Wh`, `GB`, `MHz`
fn begins_with_symbol(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    (1..=3).contains(&letters)
}

/// Whether it is written in digits.
pub fn is_written(text: &str, number: &Quantity) -> bool {
    text[number.span.clone()].contains(|c: char| c.is_ascii_digit())
}

/// A part of a name or of a code: `Nari9`, `A380`, `GTX-A2`.
fn is_glued(head: &str) -> bool {
    head.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        || head.ends_with('-')
            && head
                .trim_end_matches('-')
                .ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn is_year(text: &str, number: &Quantity) -> bool {
    let digits = &text[number.span.clone()];
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (1900.0..2100.0).contains(&number.value)
}
