//! Two numbers that count the same thing and differ, one on each side: `thirty (30) days` against `40일`.

use super::unit::{self, Unit};
use crate::article::Lang;
use crate::evidence::quantity::{Quantity, Sort};
use crate::evidence::{english, korean};

/// Ages may be counted from birth or from New Year.
const YEARS_OF_AGE: f64 = 2.0;

/// Smaller numbers are not rounded.
const LEAST_ROUNDED: f64 = 10_000.0;

/// Numbers of a row's side; what follows is not looked at.
const MOST: usize = 500;

struct Counted<'a> {
    text: &'a str,
    value: f64,
    is_month: bool,
    units: Vec<Unit>,
}

/// The numbers of both sides of a row.
pub struct Numbers<'a> {
    english: Vec<Counted<'a>>,
    korean: Vec<Counted<'a>>,
}

impl<'a> Numbers<'a> {
    pub fn of(en: &[&'a str], ko: &[&'a str]) -> Numbers<'a> {
        let english = en.iter().flat_map(|text| counted_english(text));
        let korean = ko.iter().flat_map(|text| counted_korean(text));
        Numbers {
            english: english.take(MOST).collect(),
            korean: korean.take(MOST).collect(),
        }
    }

    /// Whether the figure of the side of `lang`, by itself, may say the same as a number of the other side.
    pub fn is_said(&self, lang: Lang, figure: &str) -> bool {
        let number = match lang {
            Lang::En => english::quantities(figure).into_iter().next(),
            Lang::Ko => korean::quantities(figure).into_iter().next(),
        };
        number.is_some_and(|number| match lang {
            Lang::En => self
                .korean
                .iter()
                .any(|other| says_same(number.value, other.value)),
            Lang::Ko => self
                .english
                .iter()
                .any(|other| says_same(other.value, number.value)),
        })
    }

    /// The first pair of numbers, English and Korean, that ought to be the same: of all that have no equal on the other
    /// side, each is the only one of its unit.
    pub fn difference(&self) -> Option<(String, String)> {
        let says_same = |en: &Counted, ko: &Counted| {
            en.is_month == ko.is_month && says_same(en.value, ko.value)
        };
        let english = self.english.iter();
        let english: Vec<&Counted> = english
            .filter(|en| !self.korean.iter().any(|ko| says_same(en, ko)))
            .collect();
        let korean = self.korean.iter();
        let korean: Vec<&Counted> = korean
            .filter(|ko| !self.english.iter().any(|en| says_same(en, ko)))
            .collect();
        english.iter().find_map(|number| {
            let unit = *number.units.first()?;
            let number = only(&english, unit)?;
            let other = only(&korean, unit)?;
            let differs = unit != Unit::Age || (number.value - other.value).abs() > YEARS_OF_AGE;
            differs.then(|| (number.text.to_owned(), other.text.to_owned()))
        })
    }
}

/// The number that counts `unit`, if it is the only one that does; it may be said more than once.
fn only<'a>(numbers: &[&'a Counted<'a>], unit: Unit) -> Option<&'a Counted<'a>> {
    let mut counting = numbers.iter().filter(|number| number.units.contains(&unit));
    let first = counting.next()?;
    counting
        .all(|other| other.value == first.value)
        .then_some(first)
}

fn counted_english(text: &str) -> Vec<Counted<'_>> {
    let numbers = english::quantities(text);
    let counted = |at| {
        let unit = unit::english(text, &numbers, at);
        counted(text, &numbers[at], unit.into_iter().collect())
    };
    (0..numbers.len()).map(counted).collect()
}

fn counted_korean(text: &str) -> Vec<Counted<'_>> {
    let numbers = korean::quantities(text);
    let counted = |number: &Quantity| counted(text, number, unit::korean(text, number));
    numbers.iter().map(counted).collect()
}

fn counted<'a>(text: &'a str, number: &Quantity, units: Vec<Unit>) -> Counted<'a> {
    let text = &text[number.span.clone()];
    Counted {
        text: text.trim_matches(|c: char| c.is_whitespace() || ",.:;".contains(c)),
        value: number.value,
        is_month: number.sort == Sort::Month,
        units,
    }
}

/// Whether the two may say the same: equal, one rounded from the other, a share and its percentage, hours counted to
/// twelve and to twenty-four, a year and its last two digits.
fn says_same(english: f64, korean: f64) -> bool {
    let equal = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
    let rounds_to = |rough: f64, exact: f64| {
        let digits = significant(rough);
        rough >= LEAST_ROUNDED
            && digits >= 2
            && digits < significant(exact)
            && equal(rounded(exact, digits), rough)
    };
    let share = (english < 1.0 && equal(english * 100.0, korean))
        || (korean < 1.0 && equal(korean * 100.0, english));
    let short_year =
        korean < 100.0 && (1900.0..2100.0).contains(&english) && equal(english % 100.0, korean);
    equal(english, korean)
        || rounds_to(english, korean)
        || rounds_to(korean, english)
        || share
        || short_year
        || equal(english + 12.0, korean) && korean <= 24.0 && korean > 12.0
}

/// How many digits a number has without the zeros at its ends.
fn significant(value: f64) -> usize {
    let digits = format!("{:.9e}", value.abs());
    let (digits, _) = digits.split_once('e').unwrap_or((&digits, ""));
    digits
        .trim_end_matches('0')
        .chars()
        .filter(char::is_ascii_digit)
        .count()
}

fn rounded(value: f64, digits: usize) -> f64 {
    let rounded = format!("{:.*e}", digits.saturating_sub(1), value);
    rounded.parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(en: &str, ko: &str) -> Option<(String, String)> {
        Numbers::of(&[en], &[ko]).difference()
    }

    #[test]
    fn what_counts_the_same_and_differs_is_told() {
        for (en, ko, english, korean) in [
            (
                "It pays within thirty (30) days.",
                "40일 이내에 지급한다.",
                "30",
                "40",
            ),
            ("The term is one month.", "기간은 2개월로 한다.", "one", "2"),
            ("the 31st Sea Day", "제41회 바다의 날", "31st", "41"),
            (
                "He died on January 14.",
                "그는 1월 15일 숨졌다.",
                "14",
                "15",
            ),
            ("It opens in May 2026.", "2026년 6월에 연다.", "May", "6월"),
            ("Kim, 24, left.", "김(34)은 떠났다.", "24", "34"),
            ("packs over 160 Wh", "161Wh를 넘는 팩", "160", "161"),
            (
                "between 5 and 30 °C, or 6 to 30 °C",
                "5도에서 30도, 7도에서 30도",
                "6",
                "7",
            ),
            (
                "Saturday, November 11, fine.",
                "12월 11일, 토요일, 맑음.",
                "November",
                "12월",
            ),
            (
                "In the fall of 1920 she left.",
                "1921년 가을 그는 떠났다.",
                "1920",
                "1921",
            ),
            ("They sold 112 boats.", "배 113척을 팔았다.", "112", "113"),
        ] {
            let told = Some((english.to_owned(), korean.to_owned()));
            assert_eq!(found(en, ko), told, "{en}");
        }
    }

    #[test]
    fn what_may_be_the_same_is_left_in_peace() {
        for (en, ko) in [
            ("It sold 1.1 million copies.", "112만 장이 팔렸다."),
            ("Four-fifths of the cost", "비용의 80%"),
            ("It opens at 2 p.m. for 3 hours.", "14시에 3시간 동안 연다."),
            ("The 1990s were calm.", "90년대는 조용했다."),
            ("A fee of $8 applies.", "수수료는 2만 원이다."),
            ("Kim, 46, left.", "김(45)은 떠났다."),
            ("Within 3 days it rose 5 percent.", "사흘 만에 5% 올랐다."),
            (
                "On Wednesday it rained for 2 days.",
                "12일부터 이틀 내내 비가 왔다.",
            ),
        ] {
            assert_eq!(found(en, ko), None, "{en}");
        }
    }
}
