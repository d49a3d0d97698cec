//! What a number counts, told by the words around it.

use crate::article::is_hangul;
use crate::evidence::quantity::{Quantity, Sort};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
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
    Yuan,
    /// A currency that has no line of its own.
    OtherMoney,
    /// A hundredth of a dollar or a euro.
    Cent,
    Kilometer,
    Meter,
    Centimeter,
    Millimeter,
    Mile,
    Yard,
    Foot,
    Inch,
    Kilogram,
    Gram,
    Ton,
    PoundWeight,
    Ounce,
    Hectare,
    Acre,
    SquareMeter,
    Pyeong,
    Liter,
    Gallon,
    Degree,
    Fahrenheit,
    /// A difference of two percentages.
    Point,
    /// A part of a whole, `two-thirds`.
    Part,
    /// The decade of somebody's life.
    Decade,
    /// A quarter of a year, a half of one, a fiscal year.
    Quarter,
    HalfYear,
    FiscalYear,
    /// How many there are by and large: dozens, tens of thousands.
    Magnitude,
    /// A day of a month that is named with it, as 100 for each month and the day.
    DayOfMonth,
    /// A result, `7-3`, as 7003.
    Score,
    /// An hour and minutes of the day, in minutes.
    Clock,
    /// Whatever else is counted in digits.
    Count,
}

/// English words and signs, as they begin, and the Korean ones.
const NAMES: &[(Unit, &[&str], &[&str])] = &[
    (
        Unit::Point,
        &["percentage point", "percent point", "%p"],
        &["%포인트", "%p", "%P", "퍼센트포인트", "퍼센트 포인트"],
    ),
    (
        Unit::Percent,
        &["percent", "per cent", "%"],
        &["%", "％", "퍼센트", "프로"],
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
        &["번째", "회", "차", "대", "세기", "층", "위"],
    ),
    (Unit::Dollar, &["dollar"], &["달러", "불"]),
    (Unit::Cent, &["cent"], &["센트"]),
    (Unit::Won, &["won"], &["원"]),
    (Unit::Euro, &["euro"], &["유로"]),
    (Unit::Yen, &["yen"], &["엔"]),
    (Unit::Yuan, &["yuan", "renminbi"], &["위안"]),
    (
        Unit::OtherMoney,
        &[
            "dong", "rupee", "ruble", "baht", "peso", "franc", "rupiah", "lira",
        ],
        &["루피", "루블", "바트", "페소", "프랑", "리라"],
    ),
    (
        Unit::Kilometer,
        &["kilomet", "km"],
        &["킬로미터", "km", "㎞", "킬로"],
    ),
    (
        Unit::Centimeter,
        &["centimet", "cm"],
        &["센티미터", "센티", "cm", "㎝"],
    ),
    (
        Unit::Millimeter,
        &["millimet", "mm"],
        &["밀리미터", "밀리", "mm", "㎜"],
    ),
    (
        Unit::SquareMeter,
        &["square met"],
        &["㎡", "제곱미터", "m²", "m2"],
    ),
    (Unit::Meter, &["meter", "metre", "m "], &["미터", "m"]),
    (Unit::Mile, &["mile"], &["마일"]),
    (Unit::Yard, &["yard"], &["야드"]),
    (Unit::Foot, &["feet", "foot", "ft"], &["피트"]),
    (Unit::Inch, &["inch"], &["인치"]),
    (
        Unit::Kilogram,
        &["kilogram", "kilo", "kg"],
        &["킬로그램", "kg", "㎏"],
    ),
    (Unit::Gram, &["gram", "g "], &["그램", "g"]),
    (Unit::Ton, &["ton"], &["톤", "t"]),
    (Unit::Ounce, &["ounce", "oz"], &["온스"]),
    (Unit::Hectare, &["hectare", "ha "], &["헥타르", "㏊", "ha"]),
    (Unit::Acre, &["acre"], &["에이커"]),
    (Unit::Pyeong, &["pyeong"], &["평"]),
    (Unit::Liter, &["liter", "litre"], &["리터", "ℓ", "L"]),
    (Unit::Gallon, &["gallon"], &["갤런"]),
    (
        Unit::Fahrenheit,
        &["degrees fahrenheit", "degrees Fahrenheit", "°F", "℉"],
        &["°F", "℉"],
    ),
    (Unit::Degree, &["degree", "°", "℃"], &["도", "°", "℃"]),
    // Sums and weights: which of them, nobody knows without a sign.
    (Unit::Pound, &["pound"], &["파운드"]),
    (Unit::PoundWeight, &["pound", "lb"], &["파운드"]),
];

impl Unit {
    /// Whether a number of it is no bare figure: the third quarter is no three.
    pub(super) fn is_form(self) -> bool {
        matches!(
            self,
            Unit::Quarter
                | Unit::HalfYear
                | Unit::FiscalYear
                | Unit::Clock
                | Unit::Score
                | Unit::Magnitude
                | Unit::DayOfMonth
        )
    }

    /// Whether it belongs to the measures that a Korean reader has converted for them.
    pub(super) fn is_foreign(self) -> bool {
        matches!(
            self,
            Unit::Inch
                | Unit::Foot
                | Unit::Yard
                | Unit::Mile
                | Unit::PoundWeight
                | Unit::Ounce
                | Unit::Acre
                | Unit::Gallon
                | Unit::Fahrenheit
                | Unit::Pyeong
        )
    }
}

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

/// Units that a number of the other kind goes by as well, so that comparing them says nothing:
/// `4.40 am`, `14:20`.
const CONVERTED: [&str; 6] = ["am", "a.m", "pm", "p.m", "o'clock", ":"];

/// What the number at `at` of an English text counts; `None` where it cannot be compared.
pub(super) fn english(text: &str, numbers: &[Quantity], at: usize) -> Option<Unit> {
    let gap = |at: usize| Some(&text[numbers[at].span.end..numbers.get(at + 1)?.span.start]);
    // `5 to 30 °C`: the first is what the second is.
    let is_range = gap(at).is_some_and(|gap| [" to ", " or ", "-", "–"].contains(&gap));
    let is_cardinal = numbers[at].sort == Sort::Cardinal;
    let has_day = |gap: &str| gap == " " || gap == " of ";
    if is_cardinal
        && numbers
            .get(at + 1)
            .is_some_and(|next| next.sort == Sort::Month)
        && gap(at).is_some_and(has_day)
        && (1.0..=31.0).contains(&numbers[at].value)
        && is_written(text, &numbers[at])
    {
        return Some(Unit::Date);
    }
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
    if is_glued(head) && !is_range {
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
    let rest = rest
        .strip_prefix("and a half")
        .map_or(rest, str::trim_start);
    if rest.starts_with("basis point") {
        return Some(Unit::Point);
    }
    if rest.starts_with("year-old") || rest.starts_with("years old") {
        return Some(Unit::Age);
    }
    let is_said_of_a_person = [" is ", " was ", " turned ", " aged ", " age "]
        .iter()
        .any(|word| head.ends_with(word));
    if is_said_of_a_person
        && digits
        && (rest.is_empty() || rest.starts_with(['.', ',', ';']))
        && number.value < 120.0
    {
        return Some(Unit::Age);
    }
    if head.ends_with(", ") && tail.starts_with(',') && digits {
        return Some(Unit::Age);
    }
    let spaced = format!("{rest} ");
    let named = NAMES.iter().filter_map(|(unit, names, _)| {
        let fits = names.iter().filter(|name| begins_with_word(&spaced, name));
        Some((fits.map(|name| name.trim_end().len()).max()?, *unit))
    });
    // Of several the longest, of equals the first.
    if let Some((_, unit)) = named.reduce(|best, next| if next.0 > best.0 { next } else { best }) {
        return Some(unit);
    }
    if is_year(text, number) {
        return Some(Unit::Year);
    }
    let counts_words = number.value >= 2.0 && tail.starts_with(' ') && begins_with_plural(rest);
    let counts = (digits
        && (rest.starts_with(|c: char| c.is_ascii_lowercase()) || begins_with_symbol(rest)))
        || counts_words;
    counts.then_some(Unit::Count)
}

/// What a Korean number may count.
pub(super) fn korean(text: &str, number: &Quantity) -> Vec<Unit> {
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
    // `사흘`: the unit is in the numeral.
    if !is_written(text, number) && text[number.span.clone()].ends_with(['틀', '흘', '새']) {
        return vec![Unit::Day];
    }
    if tail.starts_with('대') && number.value % 10.0 == 0.0 && (20.0..100.0).contains(&number.value)
    {
        return vec![Unit::Decade, Unit::Ordinal, Unit::Count];
    }
    let is_part = text[number.span.clone()].contains(['분', '/']) && number.value < 1.0;
    if is_part {
        return vec![Unit::Part];
    }
    let period = tail.trim_start();
    if period.starts_with("분기") {
        return vec![Unit::Quarter];
    }
    if period.starts_with("회계연도") {
        return vec![Unit::FiscalYear];
    }
    if head.ends_with('(') && tail.starts_with(')') {
        return vec![Unit::Age];
    }
    let rest = tail.trim_start_matches(['여', ' ', '\u{a0}']);
    let is_age = ["세", "살"].iter().any(|age| rest.starts_with(age));
    if is_age && !rest.starts_with("세기") {
        return vec![Unit::Age];
    }
    if rest.starts_with('시') && !rest.starts_with("시간") {
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
    let has_counter = || COUNTERS.iter().any(|counter| rest.starts_with(counter));
    let counts = (is_written(text, number)
        && (rest.starts_with(is_hangul) || begins_with_symbol(rest)))
        || has_counter();
    if units.is_empty() && counts {
        units.push(Unit::Count);
    }
    units
}

/// `ships`, `people`: what a number in words counts, if it stands at once behind it.
fn begins_with_plural(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_ascii_lowercase()).next();
    word.is_some_and(|word| {
        let plural =
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word != "times";
        plural || ["people", "men", "women", "children", "fish", "sheep"].contains(&word)
    })
}

/// What Korean people, things and places are counted by.
const COUNTERS: [&str; 30] = [
    "명", "개", "척", "마리", "대", "건", "곳", "권", "장", "채", "병", "그루", "편", "가지",
    "사람", "팀", "골", "점", "석", "자루", "켤레", "송이", "봉지", "잔", "그릇", "통", "벌", "쪽",
    "줄", "회사",
];

/// `Wh`, `GB`, `MHz`
fn begins_with_symbol(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    (1..=3).contains(&letters)
}

/// Whether `text` begins with a word that begins so and is not much longer: `meters`, but not `footage` for a foot.
fn begins_with_word(text: &str, name: &str) -> bool {
    const MOST_LETTERS: usize = 3;
    text.strip_prefix(name).is_some_and(|rest| {
        !name.ends_with(|c: char| c.is_ascii_alphabetic())
            || rest.bytes().take_while(u8::is_ascii_alphabetic).count() <= MOST_LETTERS
    })
}

/// Whether it is written in digits.
pub(super) fn is_written(text: &str, number: &Quantity) -> bool {
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
    let is_plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_plain || digits.starts_with(['천', '이'])) && (1900.0..2100.0).contains(&number.value)
}
