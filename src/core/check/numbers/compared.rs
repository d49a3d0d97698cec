//! Two numbers that count the same thing and differ, one on each side: `thirty (30) days` against `40일`.

use super::counted::Counted;
use super::dimension::Dimension;
use super::sentence::counted;
use super::unit::Unit;
use crate::article::Lang;
use std::ops::Range;

/// Ages may be counted from birth or from New Year.
const YEARS_OF_AGE: f64 = 2.0;

/// Smaller numbers are not rounded.
const LEAST_ROUNDED: f64 = 10_000.0;

/// By how much a measure may be off that was converted: feet to round metres, miles to round kilometres.
const CONVERTED: f64 = 0.07;

/// Numbers of a row's side; what follows is not looked at.
const MOST: usize = 500;

/// The numbers of both sides of a row.
pub(super) struct Numbers<'a> {
    english: Vec<Counted<'a>>,
    korean: Vec<Counted<'a>>,
}

impl<'a> Numbers<'a> {
    pub(super) fn of(en: &[&'a str], ko: &[&'a str]) -> Numbers<'a> {
        let side = |lang, texts: &[&'a str]| {
            let numbers = texts.iter().enumerate();
            let numbers = numbers.flat_map(|(at, text)| counted(lang, at, text));
            numbers.take(MOST).collect()
        };
        Numbers {
            english: side(Lang::En, en),
            korean: side(Lang::Ko, ko),
        }
    }

    /// Whether the figure at `span` of a sentence of the side of `lang` may say the same as a number of the other side.
    pub(super) fn is_said(&self, lang: Lang, sentence: usize, span: &Range<usize>) -> bool {
        let holds = |number: &&Counted| {
            number.sentence == sentence
                && number.span.start < span.end
                && span.start < number.span.end
        };
        match lang {
            Lang::En => {
                let mut numbers = self.english.iter().filter(holds);
                numbers.any(|en| self.korean.iter().any(|ko| self.may_say_same(en, ko)))
            }
            Lang::Ko => {
                let mut numbers = self.korean.iter().filter(holds);
                numbers.any(|ko| self.english.iter().any(|en| self.may_say_same(en, ko)))
            }
        }
    }

    /// Whether a number of each side may be the same: as a bare figure, or as a measure. A sum in another currency may be
    /// converted only where the other text has none in the one it was in.
    fn may_say_same(&self, en: &Counted, ko: &Counted) -> bool {
        let has = |numbers: &[Counted], unit: Unit| {
            numbers.iter().any(|number| number.units.contains(&unit))
        };
        let is_money = |number: &Counted| {
            let unit = number.unit()?;
            let (dimension, _) = unit.measure()?;
            (dimension == Dimension::Money).then_some(unit)
        };
        if let (Some(english), Some(korean)) = (is_money(en), is_money(ko))
            && english != korean
            && !cents(english, korean)
            && (has(&self.korean, english) || has(&self.english, korean))
        {
            return false;
        }
        may_say_same(en, ko)
    }

    /// The first pair of numbers, English and Korean, that ought to be the same: of all that have no equal on the other
    /// side, each is the only one of its unit.
    pub(super) fn difference(&self) -> Option<(String, String)> {
        let english = self.english.iter();
        let english: Vec<&Counted> = english
            .filter(|en| !self.korean.iter().any(|ko| self.may_say_same(en, ko)))
            .collect();
        let korean = self.korean.iter();
        let korean: Vec<&Counted> = korean
            .filter(|ko| !self.english.iter().any(|en| self.may_say_same(en, ko)))
            .collect();
        let other_day = english.iter().find_map(|en| {
            let is_day = |number: &Counted| number.units.first() == Some(&Unit::DayOfMonth);
            let month = |number: &Counted| (number.value() / 100.0).floor();
            let mut korean = korean.iter().filter(|ko| is_day(ko) && is_day(en));
            let ko = korean.find(|ko| month(ko) == month(en))?;
            Some((en.text.to_owned(), ko.text.to_owned()))
        });
        let of_unit = |number: &&Counted<'a>| {
            number.units.iter().find_map(|&unit| {
                let number = only(&english, unit)?;
                let other = only(&korean, unit)?;
                let differs =
                    unit != Unit::Age || (number.value() - other.value()).abs() > YEARS_OF_AGE;
                differs.then(|| (number.text.to_owned(), other.text.to_owned()))
            })
        };
        other_day.or_else(|| english.iter().find_map(of_unit))
    }

    /// The first pair of equal figures that measure different things: `5 meters` and `5㎝`. The English and the Korean,
    /// each with its unit as it stands.
    pub(super) fn other_unit(&self) -> Option<(&Counted<'a>, &Counted<'a>)> {
        let english = self.english.iter();
        let mut measured = english.filter_map(|en| Some((en, en.unit()?.measure()?)));
        measured.find_map(|(en, (dimension, _))| {
            // A sum by its own name, not converted.
            let is_same_sum = |en: &Counted, ko: &Counted| {
                dimension != Dimension::Money
                    || ko.units.contains(&en.unit().unwrap_or(Unit::Count))
                    || says_same(en.value(), ko.value())
            };
            let is_right =
                |ko: &Counted| measures_same(en, ko) == Some(true) && is_same_sum(en, ko);
            if self.korean.iter().any(is_right) {
                return None;
            }
            let korean = self.korean.iter();
            let mut equal = korean.filter(|ko| says_same(en.value(), ko.value()) && !en.is_month);
            let ko = equal.next()?;
            // Two of one figure: which of them is meant, nobody knows.
            if equal.next().is_some()
                || self.english.iter().any(|other| {
                    other.span != en.span
                        && measures_same(other, ko) == Some(true)
                        && is_same_sum(other, ko)
                })
            {
                return None;
            }
            let others = ko.units.iter().map(|unit| unit.measure());
            let all_measure =
                !ko.units.is_empty() && others.clone().all(|measure| measure.is_some());
            let is_other =
                all_measure && measures_same(en, ko) == Some(false) && !is_ambiguous(dimension, ko);
            is_other.then_some((en, ko))
        })
    }
}

/// Whether the Korean unit is a word that means something else as often, beside the English dimension.
fn is_ambiguous(dimension: Dimension, ko: &Counted) -> bool {
    // `열 분`: ten minutes or ten guests; `3주`: three weeks or three shares; `2도`: two degrees or both.
    let word = [Unit::Minute, Unit::Week, Unit::Degree, Unit::Day];
    dimension != Dimension::Time
        && dimension != Dimension::Calendar
        && ko.units.iter().any(|unit| word.contains(unit))
}

/// Whether two measures are the same; `None` if one of them measures nothing that is known.
fn measures_same(en: &Counted, ko: &Counted) -> Option<bool> {
    let (unit, values) = (en.unit()?, &en.values);
    let (dimension, factor) = unit.measure()?;
    let mut known = false;
    for other in &ko.units {
        let Some((of, by)) = other.measure() else {
            continue;
        };
        known = true;
        if of != dimension {
            continue;
        }
        let same = values.iter().any(|value| {
            ko.values.iter().any(|against| match dimension {
                Dimension::Money => {
                    // Sums in another currency are converted by a rate that nobody tells.
                    unit == *other && says_same(*value, *against)
                        || cents(unit, *other) && equal(value * factor, against * by)
                        || unit != *other && !cents(unit, *other) && !says_same(*value, *against)
                }
                Dimension::Temperature if unit != *other => {
                    (unit == Unit::Fahrenheit && ((value - 32.0) / 1.8 - against).abs() < 1.0)
                        || (*other == Unit::Fahrenheit
                            && ((against - 32.0) / 1.8 - value).abs() < 1.0)
                }
                _ if unit == *other => says_same(*value, *against),
                _ => {
                    let (a, b) = (value * factor, against * by);
                    let within = if unit.is_foreign() != other.is_foreign() {
                        CONVERTED
                    } else {
                        1e-6
                    };
                    (a - b).abs() <= within * a.abs().max(b.abs())
                }
            })
        });
        if same {
            return Some(true);
        }
    }
    known.then_some(false)
}

fn cents(one: Unit, other: Unit) -> bool {
    (one == Unit::Cent) != (other == Unit::Cent)
}

/// Whether a number of each side may be the same: as a bare figure, or as a measure.
fn may_say_same(en: &Counted, ko: &Counted) -> bool {
    let bare = en.is_month == ko.is_month
        && en
            .values
            .iter()
            .any(|value| ko.values.iter().any(|other| says_same(*value, *other)));
    let own = |one: &Counted, other: &Counted| {
        let is_form = one.units.first().is_some_and(|unit| unit.is_form());
        let share = one.units.iter().any(|unit| other.units.contains(unit));
        is_form && !other.units.is_empty() && !share
    };
    let is_day = |number: &Counted| number.units.first() == Some(&Unit::DayOfMonth);
    if is_day(en) && is_day(ko) {
        return en.value() == ko.value();
    }
    let bare = bare && !own(en, ko) && !own(ko, en);
    bare || same_hour(en, ko) || measures_same(en, ko) == Some(true)
}

/// The number that counts `unit` or measures the same, if it is the only one that does; it may be said more than once.
fn only<'a>(numbers: &[&'a Counted<'a>], unit: Unit) -> Option<&'a Counted<'a>> {
    let measured = |unit: Unit| {
        let (dimension, _) = unit.measure()?;
        (dimension != Dimension::Money).then_some(dimension)
    };
    let alike = |other: &Unit| {
        *other == unit || measured(unit).is_some() && measured(unit) == measured(*other)
    };
    let mut counting = numbers
        .iter()
        .filter(|number| number.units.iter().any(alike));
    let first = counting.next()?;
    counting
        .all(|other| other.value() == first.value())
        .then_some(first)
}

fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Whether the two may say the same: equal, one rounded from the other, a share and its percentage, a year and its last
/// two digits.
fn says_same(english: f64, korean: f64) -> bool {
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
}

/// Hours counted to twelve and to twenty-four.
fn same_hour(en: &Counted, ko: &Counted) -> bool {
    let (english, korean) = (en.value(), ko.value());
    en.units.is_empty() && equal(english + 12.0, korean) && korean <= 24.0 && korean > 12.0
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
                "January 14",
                "1월 15",
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
                "November 11",
                "12월 11",
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
    fn forms_that_say_a_number_otherwise_are_read() {
        for (en, ko) in [
            (
                "The film is 2 hours and 10 minutes long.",
                "영화 상영 시간은 130분이다.",
            ),
            ("It took 18 months.", "1년 6개월이 걸렸다."),
            ("The tower is 300 feet tall.", "탑의 높이는 91미터다."),
            ("It was 95 degrees Fahrenheit.", "섭씨 35도였다."),
            ("He swam it in 47.52 seconds.", "그는 47초52에 헤엄쳤다."),
            ("The ring cost 5,000 euros.", "반지는 740만 원이다."),
            ("It opens at 9:30 p.m.", "오후 9시 반에 연다."),
            ("Sales rose in the third quarter.", "3분기 매출이 늘었다."),
        ] {
            let numbers = Numbers::of(&[en], &[ko]);
            assert_eq!(numbers.difference(), None, "{en}");
            assert!(numbers.other_unit().is_none(), "{en}");
        }
        for (en, ko) in [
            ("Sales doubled.", "매출이 3배로 늘었다."),
            ("It opens at 9 a.m.", "오후 9시에 연다."),
            ("Sales rose in H1.", "하반기 매출이 늘었다."),
            ("Tens of thousands marched.", "수십 명이 행진했다."),
            ("Seven people died.", "17명이 숨졌다."),
            ("It took a year and a half.", "2년 반이 걸렸다."),
            (
                "Rates rose by 25 basis points.",
                "금리가 0.5%포인트 올랐다.",
            ),
        ] {
            assert!(found(en, ko).is_some(), "{en}");
        }
        for (en, ko) in [
            ("Keep 5 meters away.", "5㎝ 떨어지십시오."),
            (
                "The firm lost 40 billion won.",
                "회사는 400억 달러를 잃었다.",
            ),
            ("It lasted 45 minutes.", "45시간 이어졌다."),
        ] {
            assert!(Numbers::of(&[en], &[ko]).other_unit().is_some(), "{en}");
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
