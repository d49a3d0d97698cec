//! The numbers of a sentence with what they count.

use super::compound::joined;
use super::counted::{Counted, trimmed};
use super::unit::{self, Unit};
use super::{forms, sino};
use crate::article::Lang;
use crate::evidence::quantity::{Quantity, Sort};
use crate::evidence::{english, korean};

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
            counted.extend(sino::numerals(at, text));
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
