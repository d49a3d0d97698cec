//! How the cells of a workbook show their numbers: as a date, a percentage or a plain number.

use super::Fault;
use super::markup::{Markup, Node};
use std::collections::HashMap;

/// What a number is shown as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Number,
    Date,
    Time,
    DateAndTime,
    /// With so many decimals.
    Percent(usize),
}

#[derive(Debug, Default)]
pub(super) struct Formats {
    /// By the number that a cell gives.
    styles: Vec<Shown>,
    /// Days are counted from 1904, as once on the Macintosh.
    pub since_1904: bool,
}

impl Formats {
    pub(super) fn read(xml: &str, part: &str) -> Result<Formats, Fault> {
        let mut markup = Markup::new(xml, part);
        let mut formats = Formats::default();
        let mut own: HashMap<String, Shown> = HashMap::new();
        let mut in_cells = false;
        loop {
            match markup.next()? {
                Node::Open(tag) => match tag.name.as_str() {
                    "numFmt" => {
                        let code = tag.get("formatCode").unwrap_or_default();
                        own.insert(tag.get("numFmtId").unwrap_or_default(), shown(&code));
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = tag.get("numFmtId").unwrap_or_default();
                        let found = own.get(&id).copied();
                        formats.styles.push(found.unwrap_or_else(|| built_in(&id)));
                    }
                    _ => {}
                },
                Node::Close(name) if name == "cellXfs" => in_cells = false,
                Node::End => return Ok(formats),
                _ => {}
            }
        }
    }

    /// The number `value` in the style of this number.
    pub(super) fn show(&self, value: &str, style: usize) -> String {
        let Ok(number) = value.parse::<f64>() else {
            return value.to_owned();
        };
        let shown = self.styles.get(style).copied().unwrap_or_default();
        match shown {
            Shown::Number => plain(number),
            // Halves are rounded up as on paper, although 2.55 is a little less in twos.
            Shown::Percent(decimals) => format!("{:.decimals$}%", number * 100.0 * (1.0 + 1e-13)),
            _ => self.date(number, shown).unwrap_or_else(|| plain(number)),
        }
    }

    /// A date as `2026-11-25`, a time as `09:30`.
    fn date(&self, number: f64, shown: Shown) -> Option<String> {
        /// Days to the end of the year 9999.
        const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;
        if !DAYS.contains(&number) {
            return None;
        }
        let minutes = (number.fract() * 1_440.0).round() as u32;
        let (hours, minutes) = (minutes / 60 % 24, minutes % 60);
        let time = format!("{hours:02}:{minutes:02}");
        // Day 60 is 29 February 1900, which never was; it is still counted.
        let days = number.floor() as i32;
        let epoch = match self.since_1904 {
            true => jiff::civil::date(1904, 1, 1),
            false if days < 60 => jiff::civil::date(1899, 12, 31),
            false => jiff::civil::date(1899, 12, 30),
        };
        let date = epoch
            .checked_add(jiff::Span::new().try_days(days).ok()?)
            .ok()?;
        Some(match shown {
            Shown::Time => time,
            Shown::DateAndTime => format!("{date} {time}"),
            _ => date.to_string(),
        })
    }
}

/// As a person reads it: without the digits that come from counting in twos.
fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// The formats that every program knows, by their number (ECMA-376 part 1, 18.8.30).
fn built_in(id: &str) -> Shown {
    match id.parse::<u32>().unwrap_or(0) {
        9 => Shown::Percent(0),
        10 => Shown::Percent(2),
        14..=17 | 27..=31 | 36 | 50..=58 => Shown::Date,
        18..=21 | 32..=35 | 45..=47 => Shown::Time,
        22 => Shown::DateAndTime,
        _ => Shown::Number,
    }
}

/// What a format code such as `yyyy"년" m"월"` or `0.0%` shows.
fn shown(code: &str) -> Shown {
    let (mut date, mut time, mut percent) = (false, false, false);
    let mut decimals = 0;
    let mut in_decimals = false;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            // Words in quotes, conditions and colours in brackets, and escaped letters say nothing.
            '"' => drop(chars.by_ref().find(|&c| c == '"')),
            '[' => drop(chars.by_ref().find(|&c| c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            // Only the form of positive numbers counts.
            ';' => break,
            'y' | 'Y' | 'd' | 'D' => date = true,
            'h' | 'H' | 's' | 'S' => time = true,
            '%' => percent = true,
            '.' => in_decimals = true,
            '0' | '#' if in_decimals => decimals += 1,
            _ => {}
        }
    }
    match (date, time, percent) {
        (true, true, _) => Shown::DateAndTime,
        (true, false, _) => Shown::Date,
        (false, true, _) => Shown::Time,
        (false, false, true) => Shown::Percent(decimals),
        _ => Shown::Number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_the_sheet_shows_them() {
        let formats = Formats {
            styles: vec![
                Shown::Number,
                shown("yyyy\"년 \"m\"월 \"d\"일\""),
                shown("0.0%"),
                shown("[Red]#,##0;d"),
                shown("h:mm"),
            ],
            since_1904: false,
        };
        for (value, style, said) in [
            ("0.30000000000000004", 0, "0.3"),
            ("1E+20", 0, "100000000000000000000"),
            ("46351", 1, "2026-11-25"),
            ("59", 1, "1900-02-28"),
            ("0.0255", 2, "2.6%"),
            ("46351", 3, "46351"),
            ("0.395833333333333", 4, "09:30"),
            ("-1", 1, "-1"),
            ("12", 99, "12"),
        ] {
            assert_eq!(formats.show(value, style), said, "{value} in {style}");
        }
    }
}
