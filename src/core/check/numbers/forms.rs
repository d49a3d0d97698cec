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
    /// Of these pieces a text that has the form has one: most have none, and the pattern need not be tried.
    pieces: &'static [&'static str],
    has_figure: bool,
    pattern: Regex,
    read: fn(&[&str]) -> Option<Said>,
}

impl Form {
    fn may_stand(&self, text: &str, has_figure: bool) -> bool {
        (has_figure || !self.has_figure) && self.pieces.iter().any(|piece| text.contains(piece))
    }
}

/// A form in words.
fn words(
    pieces: &'static [&'static str],
    pattern: &str,
    read: fn(&[&str]) -> Option<Said>,
) -> Option<Form> {
    let pattern = Regex::new(pattern).ok()?;
    Some(Form {
        pieces,
        has_figure: false,
        pattern,
        read,
    })
}

/// A form with a figure in it.
fn figures(
    pieces: &'static [&'static str],
    pattern: &str,
    read: fn(&[&str]) -> Option<Said>,
) -> Option<Form> {
    let form = words(pieces, pattern, read)?;
    Some(Form {
        has_figure: true,
        ..form
    })
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
        figures(
            &["am", "pm", "a.m", "p.m"],
            r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b",
            |found| clock(found.first()?, found.get(1)?, found.get(2)?),
        ),
        figures(&["-"], r"\b\d{4}-(\d\d)-(\d\d)\b", |found| {
            let [month, day] = found else { return None };
            Some(vec![(
                Unit::DayOfMonth,
                number(month)? * 100.0 + number(day)?,
            )])
        }),
        figures(&[":"], r"\b(\d{1,2}):(\d\d):(\d\d)\b", duration),
        figures(&["FY"], r"\bFY ?(?:20)?(\d\d)\b", |found| {
            Some(vec![(Unit::FiscalYear, 2000.0 + number(found.first()?)?)])
        }),
        figures(&["fiscal"], r"\bfiscal (?:year )?(\d{4})\b", |found| {
            Some(vec![(Unit::FiscalYear, number(found.first()?)?)])
        }),
        figures(&["Q"], r"\bQ([1-4])\b", |found| {
            Some(vec![(Unit::Quarter, number(found.first()?)?)])
        }),
        figures(&["Q"], r"\b([1-4])Q(?:20)?(\d\d)?\b", |found| {
            Some(vec![(Unit::Quarter, number(found.first()?)?)])
        }),
        words(
            &["quarter"],
            r"\b(first|second|third|fourth)[- ]quarter\b",
            |found| {
                let names = ["first", "second", "third", "fourth"];
                let at = names.iter().position(|name| Some(name) == found.first())?;
                Some(vec![(Unit::Quarter, at as f64 + 1.0)])
            },
        ),
        figures(&["H1", "H2"], r"\bH([12])\b", |found| {
            Some(vec![(Unit::HalfYear, number(found.first()?)?)])
        }),
        words(
            &[" half of "],
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
        figures(&["/"], r"(?<![\d/])(\d{1,2})/(\d{1,3})(?![\d/]) of\b", part),
        words(
            &["hird", "uarter", "ifth", "HIRD", "UARTER", "IFTH"],
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
        words(
            &["doubled", "tripled", "quadrupled"],
            r"\b(doubled|tripled|quadrupled)\b",
            |found| {
                let times = match *found.first()? {
                    "doubled" => 2.0,
                    "tripled" => 3.0,
                    _ => 4.0,
                };
                Some(vec![(Unit::Times, times)])
            },
        ),
        figures(&["BC", "B.C"], r"\b(\d{1,4}) B\.?C\b", |found| {
            Some(vec![(Unit::Year, -number(found.first()?)?)])
        }),
        words(
            &[
                "ens", "undreds", "housands", "illions", "ENS", "UNDREDS", "HOUSANDS", "ILLIONS",
            ],
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
        figures(
            &["-", "–"],
            r"\b(?:beat|won|win|wins|lost|loss|victory|defeat\w*|leads?|led)\b[^.]{0,60}?\b(\d{1,3})[-–](\d{1,3})\b(?! (?:year|day|week|month|percent|million|billion))",
            score,
        ),
        words(
            &[" and a half"],
            r"\b(?:a|one) (year|month|hour|day) and a half\b",
            |found| {
                let unit = match *found.first()? {
                    "year" => Unit::Years,
                    "month" => Unit::Months,
                    "hour" => Unit::Hour,
                    _ => Unit::Day,
                };
                Some(vec![(unit, 1.5)])
            },
        ),
        words(
            &["ties"],
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
        figures(
            &["시"],
            r"(오전|오후|새벽|아침|저녁) ?(\d{1,2})시(?!간)(?: ?(\d{1,2}|반)분?)?",
            |found| clock(found.get(1)?, found.get(2)?, found.first()?),
        ),
        figures(
            &["시간"],
            r"(\d{1,2})시간 ?(\d{1,2})분 ?(\d{1,2})초",
            duration,
        ),
        figures(&["기원전"], r"기원전 ?(\d{1,4})년", |found| {
            Some(vec![(Unit::Year, -number(found.first()?)?)])
        }),
        figures(
            &["기원후", "서기"],
            r"(?:기원후|서기) ?(\d{1,4})년",
            |found| Some(vec![(Unit::Year, number(found.first()?)?)]),
        ),
        words(
            &["수십", "수백", "수천", "수만", "수억"],
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
        figures(
            &["-", "–", "대"],
            r"(\d{1,3})(?:-|–| ?대 ?)(\d{1,3})(?:으?로|의)? ?(?:꺾|이기|이겼|이긴|승|누르|눌|졌|지고|패|앞|역전|제압|물리)",
            score,
        ),
        words(&["상반기", "하반기"], r"(상|하)반기", |found| {
            let half = if found.first() == Some(&"상") {
                1.0
            } else {
                2.0
            };
            Some(vec![(Unit::HalfYear, half)])
        }),
        figures(&["/"], r"(?<![\d/])(\d{1,2})/(\d{1,3})(?![\d/])", part),
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
    let has_figure = text.contains(|c: char| c.is_ascii_digit());
    let forms = forms.iter().filter(|form| form.may_stand(text, has_figure));
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
