//! What is said in two numbers, `2 hours and 10 minutes`, is one.

use super::counted::{Counted, trimmed};
use super::unit::Unit;

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

/// The numbers with compounds made one.
pub(super) fn joined<'a>(text: &'a str, numbers: Vec<Counted<'a>>) -> Vec<Counted<'a>> {
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
