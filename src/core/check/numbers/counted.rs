//! The numbers of a sentence with what they count; what is said in two numbers, `2 hours and 10 minutes`, is one.

use super::forms;
use super::unit::{self, Unit};
use crate::article::Lang;
use crate::evidence::quantity::{Quantity, Sort};
use crate::evidence::{english, korean};
use std::ops::Range;

/// A number and what it may count.
#[derive(Clone, Debug)]
pub(super) struct Counted<'a> {
    pub text: &'a str,
    /// Which sentence of its side it stands in, and which bytes of it.
    pub sentence: usize,
    pub span: Range<usize>,
    /// What it may be worth, the likeliest first.
    pub values: Vec<f64>,
    pub is_month: bool,
    /// What it may count; empty where nobody knows.
    pub units: Vec<Unit>,
}

impl Counted<'_> {
    pub(super) fn value(&self) -> f64 {
        self.values.first().copied().unwrap_or(0.0)
    }

    /// The unit, if there is but one that it can be.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self.units.as_slice() {
            [unit] => Some(*unit),
            _ => None,
        }
    }
}

/// Units of which the second goes on with the first: `6 feet 2 inches`, `8달러 40센트`.
const COMPOUNDS: [(Unit, Unit, f64); 10] = [
    (Unit::Hour, Unit::Minute, 60.0),
    (Unit::Hour, Unit::Second, 3_600.0),
    (Unit::Minute, Unit::Second, 60.0),
    (Unit::Years, Unit::Months, 12.0),
    (Unit::Foot, Unit::Inch, 12.0),
    (Unit::Dollar, Unit::Cent, 100.0),
    (Unit::Euro, Unit::Cent, 100.0),
    (Unit::Meter, Unit::Centimeter, 100.0),
    (Unit::PoundWeight, Unit::Ounce, 16.0),
    (Unit::Week, Unit::Day, 7.0),
];

/// Longest stretch between the two numbers of a compound, in bytes: the unit and a word that joins them.
const LONGEST_GAP: usize = 16;

/// The numbers of the sentence `at` of its side, `text`.
pub(super) fn counted(lang: Lang, at: usize, text: &str) -> Vec<Counted<'_>> {
    let numbers = match lang {
        Lang::En => english::quantities(text),
        Lang::Ko => korean::quantities(text),
    };
    let mut counted: Vec<Counted> = (0..numbers.len())
        .map(|number| {
            let units = match lang {
                Lang::En => unit::english(text, &numbers, number).into_iter().collect(),
                Lang::Ko => unit::korean(text, &numbers[number]),
            };
            let number = &numbers[number];
            Counted {
                text: trimmed(&text[number.span.clone()]),
                sentence: at,
                span: number.span.clone(),
                values: readings(lang, text, number),
                is_month: number.sort == Sort::Month,
                units,
            }
        })
        .collect();
    match lang {
        Lang::En => with_written_forms(text, &mut counted),
        Lang::Ko => {
            counted.extend(sino_korean(at, text));
            counted.sort_by_key(|number| number.span.start);
            with_halves(text, &mut counted);
        }
    }
    let said = forms::said(lang, at, text);
    // What stands within a form, `2:24:13`, is no number of its own.
    counted.retain(|number| {
        let overlaps =
            |form: &Counted| form.span.start < number.span.end && number.span.start < form.span.end;
        !said.iter().any(overlaps)
    });
    let mut joined = joined(text, counted);
    joined.extend(said);
    joined
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ",.:;".contains(c))
}

/// What a number may be worth: as it is read, and as it may be meant.
fn readings(lang: Lang, text: &str, number: &Quantity) -> Vec<f64> {
    let (head, tail) = (&text[..number.span.start], &text[number.span.end..]);
    let written = &text[number.span.clone()];
    let mut values = vec![number.value];
    // `a dozen` is a word for some ten.
    if written.ends_with("dozen") {
        values.push(number.value / 12.0 * 10.0);
    }
    let digits: String = written
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',' || *c == '.')
        .filter(|c| *c != ',')
        .collect();
    // `.312`, `’22`: the mark before it belongs to it.
    let begins = |mark: &[char]| {
        head.strip_suffix(mark)
            .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric()))
    };
    if let Ok(plain) = digits.parse::<f64>() {
        if begins(&['.']) {
            values.insert(0, plain / 10f64.powi(digits.len() as i32));
        }
        if begins(&['\'', '’', '‘']) && digits.len() == 2 {
            values.extend([1900.0 + plain, 2000.0 + plain]);
        }
        // `25 m`, `312 B`: a measure or a letter, not millions.
        if lang == Lang::En && written.ends_with(['k', 'm', 'b', 'K', 'M', 'B']) {
            values.push(plain);
        }
        // `2018-19`
        if digits.len() == 2
            && let Some(century) = head
                .strip_suffix(['-', '–', '/', '∼', '~'])
                .and_then(|head| head.get(head.len().checked_sub(4)?..))
                .filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
            && let Ok(century) = century[..2].parse::<f64>()
        {
            values.push(century * 100.0 + plain);
        }
    }
    // `1 500`, `3，500`: groups of three that are parted by other marks.
    let mut value = number.value;
    let mut rest = tail;
    while value < 1e12
        && let Some(group) = rest
            .strip_prefix([' ', '\u{a0}', '\u{202f}', '，'])
            .and_then(|rest| rest.get(..3))
            .filter(|group| group.bytes().all(|byte| byte.is_ascii_digit()))
    {
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8) + 3..];
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        value = value * 1_000.0 + group.parse().unwrap_or(0.0);
        values.push(value);
    }
    values
}

/// English numbers that go on behind their figure: `three and a half years`, `25 basis points`.
fn with_written_forms(text: &str, numbers: &mut [Counted]) {
    for number in numbers {
        let tail = text[number.span.end..].trim_start();
        if tail.starts_with("and a half") {
            number.values = vec![number.value() + 0.5];
        }
        if number.unit() == Some(Unit::Point) && tail.starts_with("basis") {
            number.values = vec![number.value() / 100.0];
        }
    }
}

/// Korean numbers that go on behind their unit: `4년 반`.
fn with_halves(text: &str, numbers: &mut [Counted]) {
    for number in numbers {
        let tail = &text[number.span.end..];
        let half = tail.find(" 반").filter(|at| *at <= 9);
        let is_half = half.is_some_and(|at| {
            let unit = &tail[..at];
            let rest = &tail[at + " 반".len()..];
            !unit.contains(' ')
                && (rest.is_empty()
                    || rest.starts_with([' ', '이', '을', '만', '가', '.', ',', '동']))
        });
        if is_half && number.units.iter().any(|unit| unit.measure().is_some()) {
            number.values = vec![number.value() + 0.5];
        }
    }
}

/// Numbers in the syllables of Sino-Korean, `삼백이십 일`, before something that is counted.
fn sino_korean(at: usize, text: &str) -> Vec<Counted<'_>> {
    const COUNTED: [&str; 26] = [
        "년",
        "월",
        "일",
        "개월",
        "분",
        "초",
        "시간",
        "도",
        "원",
        "달러",
        "명",
        "개",
        "킬로",
        "미터",
        "센티",
        "퍼센트",
        "주",
        "살",
        "세",
        "권",
        "마리",
        "척",
        "번",
        "회",
        "리",
        "톤",
    ];
    let is_numeral = |c: char| "일이삼사오육칠팔구십백천만억".contains(c);
    let mut found = Vec::new();
    let mut from = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += word.len();
        let length = word.find(|c| !is_numeral(c)).unwrap_or(word.len());
        let (numeral, rest) = word.split_at(length);
        let is_alone = rest.trim().is_empty();
        let what = if is_alone { &text[from..] } else { rest };
        let has_unit = numeral.contains(['십', '백', '천', '만', '억']);
        let is_long = numeral.chars().count() >= 2;
        // `삼 년`; 일, 이, 사, 오 and 구 are other words as well.
        let is_one = is_alone && ["삼", "육", "칠", "팔", "십"].contains(&numeral);
        if !(has_unit && is_long || is_one)
            || !COUNTED.iter().any(|counted| what.starts_with(counted))
        {
            continue;
        }
        let Some(value) = sino_value(numeral) else {
            continue;
        };
        let span = start..start + numeral.len();
        let quantity = Quantity {
            value,
            sort: Sort::Cardinal,
            span: span.clone(),
        };
        found.push(Counted {
            text: numeral,
            sentence: at,
            span,
            values: vec![value],
            is_month: false,
            units: unit::korean(text, &quantity),
        });
    }
    found
}

/// The value of a numeral in syllables, `이천십이`.
fn sino_value(numeral: &str) -> Option<f64> {
    let (mut total, mut section, mut digit) = (0.0, 0.0, 0.0);
    for c in numeral.chars() {
        if let Some(at) = "일이삼사오육칠팔구".chars().position(|known| known == c) {
            // Two figures after one another are no numeral.
            if digit > 0.0 {
                return None;
            }
            digit = at as f64 + 1.0;
            continue;
        }
        let scale = match c {
            '십' => 10.0,
            '백' => 100.0,
            '천' => 1_000.0,
            '만' => 1e4,
            _ => 1e8,
        };
        if scale < 1e4 {
            section += f64::max(digit, 1.0) * scale;
        } else {
            let sum: f64 = section + digit;
            total += f64::max(sum, 1.0) * scale;
            section = 0.0;
        }
        digit = 0.0;
    }
    Some(total + section + digit)
}

/// The numbers with compounds made one.
fn joined<'a>(text: &'a str, numbers: Vec<Counted<'a>>) -> Vec<Counted<'a>> {
    let mut joined: Vec<Counted> = Vec::with_capacity(numbers.len());
    for next in numbers {
        let Some(last) = joined.last_mut() else {
            joined.push(next);
            continue;
        };
        let gap = text.get(last.span.end..next.span.start).unwrap_or("");
        let fits = |(first, second, _): &&(Unit, Unit, f64)| {
            last.units.contains(first) && next.units.contains(second)
        };
        let is_near = gap.len() <= LONGEST_GAP && !gap.contains(['.', ';', '(', ')', '~', '∼']);
        let is_range = gap.trim().eq_ignore_ascii_case("to") || gap.contains(" or ");
        let compound = COMPOUNDS.iter().find(fits);
        let of_month = match (last.is_month, next.is_month) {
            (true, false) if next.units.contains(&Unit::Date) && gap.len() <= 2 => {
                Some((last.value(), next.value()))
            }
            (false, true) if last.unit() == Some(Unit::Date) && (gap == " " || gap == " of ") => {
                Some((next.value(), last.value()))
            }
            _ => None,
        };
        // `10초04`, `3m18`: what follows the unit at once are hundredths.
        let hundredths = next.units.is_empty() || next.unit() == Some(Unit::Count);
        let is_decimal = hundredths
            && last.span.end < next.span.start
            && !gap.contains(char::is_whitespace)
            && ["초", "m", "미터", "ｍ"].contains(&gap)
            && next.text.len() == 2
            && next.text.bytes().all(|byte| byte.is_ascii_digit());
        // `1억 6,709`: what is less than the last unit adds to it.
        let adds = last.text.ends_with(['만', '억', '조'])
            && (gap.is_empty() || gap == " ")
            && next.value() < 1e4
            && next
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || ",천백십".contains(c));
        if let Some((month, day)) = of_month {
            // The other text may leave out the month.
            last.values = vec![month * 100.0 + day, day];
            last.is_month = false;
            last.units = vec![Unit::DayOfMonth, Unit::Date];
        } else if let Some((unit, _, parts)) = compound.filter(|_| is_near && !is_range) {
            let sum = last.value() + next.value() / parts;
            last.values.insert(0, sum);
            last.units = vec![*unit];
        } else if is_decimal {
            let sum = last.value() + next.value() / 100.0;
            last.values.insert(0, sum);
        } else if adds {
            let sum = last.value() + next.value();
            last.values.insert(0, sum);
            last.units.clone_from(&next.units);
        } else {
            joined.push(next);
            continue;
        }
        last.span.end = next.span.end;
        last.text = trimmed(&text[last.span.clone()]);
    }
    joined
}
