//! Numbers in forms of their own: dates, times of day, scores, periods, fractions, and verbs that multiply.

use super::counted::Counted;
use super::unit::Unit;
use crate::article::Lang;
use fancy_regex::Regex;
use std::sync::LazyLock;

/// What the numbers of a form count, and what they are worth.
type Said = Vec<(Unit, f64)>;

/// A form, and how what its groups caught is read.
struct Form {
    pattern: Regex,
    read: fn(&[&str]) -> Option<Said>,
}

fn form(pattern: &str, read: fn(&[&str]) -> Option<Said>) -> Option<Form> {
    let pattern = Regex::new(pattern).ok()?;
    Some(Form { pattern, read })
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}

fn clock(hours: &str, minutes: &str, half: &str) -> Option<Said> {
    let minutes = match minutes {
        "반" => 30.0,
        minutes => number(minutes).unwrap_or(0.0),
    };
    let hours = number(hours)?;
    let is_late = ["p", "P", "오후", "저녁"]
        .iter()
        .any(|late| half.starts_with(late));
    let hours = match (is_late, hours) {
        (true, hours) if hours < 12.0 => hours + 12.0,
        (false, 12.0) => 0.0,
        (_, hours) => hours,
    };
    Some(vec![(Unit::Clock, hours * 60.0 + minutes)])
}

fn duration(found: &[&str]) -> Option<Said> {
    let [hours, minutes, seconds] = found else {
        return None;
    };
    let seconds = number(hours)? * 3_600.0 + number(minutes)? * 60.0 + number(seconds)?;
    Some(vec![(Unit::Second, seconds)])
}

fn score(found: &[&str]) -> Option<Said> {
    let [one, other] = found else { return None };
    let (one, other) = (number(one)?, number(other)?);
    // Either side may be named first.
    Some(vec![(
        Unit::Score,
        f64::max(one, other) * 1_000.0 + f64::min(one, other),
    )])
}

fn part(found: &[&str]) -> Option<Said> {
    let [above, below] = found else { return None };
    let (above, below) = (number(above)?, number(below)?);
    let is_part = above < below && below <= 100.0;
    is_part.then(|| vec![(Unit::Part, above / below)])
}

static ENGLISH: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let forms = [
        form(r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b", |found| {
            clock(found.first()?, found.get(1)?, found.get(2)?)
        }),
        form(r"\b\d{4}-(\d\d)-(\d\d)\b", |found| {
            let [month, day] = found else { return None };
            Some(vec![(
                Unit::DayOfMonth,
                number(month)? * 100.0 + number(day)?,
            )])
        }),
        form(r"\b(\d{1,2}):(\d\d):(\d\d)\b", duration),
        form(r"\bFY ?(?:20)?(\d\d)\b", |found| {
            Some(vec![(Unit::FiscalYear, 2000.0 + number(found.first()?)?)])
        }),
        form(r"\bfiscal (?:year )?(\d{4})\b", |found| {
            Some(vec![(Unit::FiscalYear, number(found.first()?)?)])
        }),
        form(r"\bQ([1-4])\b", |found| {
            Some(vec![(Unit::Quarter, number(found.first()?)?)])
        }),
        form(r"\b([1-4])Q(?:20)?(\d\d)?\b", |found| {
            Some(vec![(Unit::Quarter, number(found.first()?)?)])
        }),
        form(r"\b(first|second|third|fourth)[- ]quarter\b", |found| {
            let names = ["first", "second", "third", "fourth"];
            let at = names.iter().position(|name| Some(name) == found.first())?;
            Some(vec![(Unit::Quarter, at as f64 + 1.0)])
        }),
        form(r"\bH([12])\b", |found| {
            Some(vec![(Unit::HalfYear, number(found.first()?)?)])
        }),
        form(
            r"\b(first|second) half of (?:the|this|next|last) year\b",
            |found| {
                let half = if found.first() == Some(&"first") {
                    1.0
                } else {
                    2.0
                };
                Some(vec![(Unit::HalfYear, half)])
            },
        ),
        form(r"(?<![\d/])(\d{1,2})/(\d{1,3})(?![\d/]) of\b", part),
        form(
            r"(?i)\b(one|two|three)[- ](third|quarter|fifth)s?\b",
            |found| {
                let above = match found.first()?.to_ascii_lowercase().as_str() {
                    "one" => 1.0,
                    "two" => 2.0,
                    _ => 3.0,
                };
                let below = match found.get(1)?.to_ascii_lowercase().as_str() {
                    "third" => 3.0,
                    "quarter" => 4.0,
                    _ => 5.0,
                };
                Some(vec![(Unit::Part, above / below)])
            },
        ),
        form(r"\b(doubled|tripled|quadrupled)\b", |found| {
            let times = match *found.first()? {
                "doubled" => 2.0,
                "tripled" => 3.0,
                _ => 4.0,
            };
            Some(vec![(Unit::Times, times)])
        }),
        form(r"\b(\d{1,4}) B\.?C\b", |found| {
            Some(vec![(Unit::Year, -number(found.first()?)?)])
        }),
        form(
            r"(?i)\b((?:tens|hundreds) of (?:thousands|millions)|dozens|hundreds|thousands|millions)\b",
            |found| {
                let words = found.first()?.to_ascii_lowercase();
                let order = words.split(" of ").map(|word| match word {
                    "tens" | "dozens" => 1,
                    "hundreds" => 2,
                    "thousands" => 3,
                    _ => 6,
                });
                Some(vec![(Unit::Magnitude, 10f64.powi(order.sum()))])
            },
        ),
        form(
            r"\b(?:beat|won|win|wins|lost|loss|victory|defeat\w*|leads?|led)\b[^.]{0,60}?\b(\d{1,3})[-–](\d{1,3})\b(?! (?:year|day|week|month|percent|million|billion))",
            score,
        ),
        form(r"\b(?:a|one) (year|month|hour|day) and a half\b", |found| {
            let unit = match *found.first()? {
                "year" => Unit::Years,
                "month" => Unit::Months,
                "hour" => Unit::Hour,
                _ => Unit::Day,
            };
            Some(vec![(unit, 1.5)])
        }),
        form(
            r"\bin (?:his|her|their|my|your) (?:early |mid-?|late )?(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b",
            |found| {
                let names = [
                    "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet",
                ];
                let at = names.iter().position(|name| Some(name) == found.first())?;
                Some(vec![(Unit::Decade, at as f64 * 10.0 + 20.0)])
            },
        ),
    ];
    forms.into_iter().flatten().collect()
});

static KOREAN: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let forms = [
        form(
            r"(오전|오후|새벽|아침|저녁) ?(\d{1,2})시(?!간)(?: ?(\d{1,2}|반)분?)?",
            |found| clock(found.get(1)?, found.get(2)?, found.first()?),
        ),
        form(r"(\d{1,2})시간 ?(\d{1,2})분 ?(\d{1,2})초", duration),
        form(r"기원전 ?(\d{1,4})년", |found| {
            Some(vec![(Unit::Year, -number(found.first()?)?)])
        }),
        form(r"(?:기원후|서기) ?(\d{1,4})년", |found| {
            Some(vec![(Unit::Year, number(found.first()?)?)])
        }),
        form(
            r"수(십|백|천)?(만|억)?(?=[ ,]|명|개|마리|척|건|곳|대|원|달러|에|의|여)",
            |found| {
                let order = found.iter().map(|unit| match *unit {
                    "십" => 1,
                    "백" => 2,
                    "천" => 3,
                    "만" => 4,
                    "억" => 8,
                    _ => 0,
                });
                let order: i32 = order.sum();
                (order > 0).then(|| vec![(Unit::Magnitude, 10f64.powi(order))])
            },
        ),
        form(
            r"(\d{1,3})(?:-|–| ?대 ?)(\d{1,3})(?:으?로|의)? ?(?:꺾|이기|이겼|이긴|승|누르|눌|졌|지고|패|앞|역전|제압|물리)",
            score,
        ),
        form(r"(상|하)반기", |found| {
            let half = if found.first() == Some(&"상") {
                1.0
            } else {
                2.0
            };
            Some(vec![(Unit::HalfYear, half)])
        }),
        form(r"(?<![\d/])(\d{1,2})/(\d{1,3})(?![\d/])", part),
    ];
    forms.into_iter().flatten().collect()
});

/// The numbers of a sentence that stand in such a form.
pub(super) fn said(lang: Lang, sentence: usize, text: &str) -> Vec<Counted<'_>> {
    let forms = match lang {
        Lang::En => &*ENGLISH,
        Lang::Ko => &*KOREAN,
    };
    let mut said: Vec<Counted> = Vec::new();
    for form in forms {
        for found in form.pattern.captures_iter(text).flatten() {
            let Some(whole) = found.get(0) else { continue };
            let groups = || (1..found.len()).map(|group| found.get(group));
            let texts: Vec<&str> = groups()
                .map(|group| group.map_or("", |group| group.as_str()))
                .collect();
            let start = groups().flatten().map(|group| group.start()).min();
            let end = groups().flatten().map(|group| group.end()).max();
            let span = start.unwrap_or(whole.start())..end.unwrap_or(whole.end());
            let is_taken = said
                .iter()
                .any(|form| form.span.start < span.end && span.start < form.span.end);
            if is_taken {
                continue;
            }
            for (unit, value) in (form.read)(&texts).unwrap_or_default() {
                said.push(Counted {
                    text: whole.as_str(),
                    sentence,
                    span: span.clone(),
                    values: vec![value],
                    is_month: unit == Unit::Month,
                    units: vec![unit],
                });
            }
        }
    }
    said
}
