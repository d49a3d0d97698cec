//! Which columns of a table are the two texts, and what the others say.

use super::{BilingualError, BilingualFile, Row, hunalign_table};
use jjak_core::article::{Lang, PerLang, Provenance, is_hangul};
use std::borrow::Cow;

/// As many lines tell which column is which where the first line does not name them.
pub(in crate::exchange) const TELLING_LINES: usize = 200;
/// No more columns are looked at.
const TELLING_COLUMNS: usize = 100;

/// The two columns that a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns([Column; 2]);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    /// From 0.
    Number(usize),
    /// As the first line names it.
    Name(String),
}

impl Columns {
    /// The columns that `EN,KO` names, by number from 1 or by name.
    pub fn named(columns: &str) -> Option<Columns> {
        let (en, ko) = columns.split_once(',')?;
        let column = |name: &str| match name.trim().parse::<usize>() {
            Ok(number) => Some(Column::Number(number.checked_sub(1)?)),
            Err(_) => {
                Some(Column::Name(name.trim().to_owned())).filter(|_| !name.trim().is_empty())
            }
        };
        let columns = [column(en)?, column(ko)?];
        (columns[0] != columns[1]).then_some(Columns(columns))
    }
}

/// What the columns of a table are, as its first rows tell.
pub(in crate::exchange) struct Layout {
    en: usize,
    ko: usize,
    /// As the first line has them, in small letters.
    names: Vec<String>,
    has_names: bool,
    is_hunalign: bool,
    /// How many sentences of hunalign's each side had so far.
    places: PerLang<usize>,
}

impl Layout {
    /// Tells it by the columns `chosen`, else by those that the first line names, else by the two scripts. `head` are
    /// the first rows, [`TELLING_LINES`] if there are as many.
    ///
    /// # Errors
    /// `NoColumns`, `NoSuchColumn`, `Empty`.
    pub(crate) fn of(
        head: &[Vec<String>],
        chosen: Option<&Columns>,
    ) -> Result<Layout, BilingualError> {
        let Some(first) = head.first() else {
            return Err(BilingualError::Empty);
        };
        let names: Vec<String> = first
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect();
        let named = |lang: Lang| names.iter().position(|name| names_language(name, lang));
        let ([en, ko], has_names) = match (chosen, named(Lang::En), named(Lang::Ko)) {
            (Some(Columns(chosen)), ..) => {
                let by_name = chosen
                    .iter()
                    .any(|column| matches!(column, Column::Name(_)));
                let [en, ko] = chosen
                    .each_ref()
                    .map(|column| position(column, &names, head));
                let at = [en?, ko?];
                (at, by_name || at.iter().all(|&at| is_heading(&names, at)))
            }
            (None, Some(en), Some(ko)) => ([en, ko], true),
            (None, ..) => {
                let at = by_script(head).ok_or(BilingualError::NoColumns)?;
                (at, at.iter().all(|&at| is_heading(&names, at)))
            }
        };
        Ok(Layout {
            en,
            ko,
            is_hunalign: !has_names && chosen.is_none() && hunalign_table::is_table(head),
            names,
            has_names,
            places: PerLang::default(),
        })
    }

    /// How many of the first rows are no pairs.
    pub(crate) fn heading(&self) -> usize {
        usize::from(self.has_names)
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// `TooLong`, `TooLarge`.
    pub(crate) fn take<'a>(
        &mut self,
        cells: impl Iterator<Item = Cow<'a, str>>,
        aligned: &mut BilingualFile,
    ) -> Result<(), BilingualError> {
        let mut row = Row::default();
        let mut score = Cow::default();
        for (at, cell) in cells.enumerate() {
            match self.names.get(at).map(String::as_str) {
                _ if at == self.en => row.cell(Lang::En).text = cell.into_owned(),
                _ if at == self.ko => row.cell(Lang::Ko).text = cell.into_owned(),
                _ if self.is_hunalign => score = cell,
                Some(name) if self.has_names => match name {
                    // Of several files in one the first tells.
                    "domain" => fill(&mut aligned.labels.domain, &cell),
                    "reviewer" => fill(&mut aligned.labels.reviewer, &cell),
                    "licence" => fill(&mut aligned.labels.licence, &cell),
                    "en_source" => fill_source(&mut aligned.provenance[Lang::En], &cell),
                    "ko_source" => fill_source(&mut aligned.provenance[Lang::Ko], &cell),
                    name => row.take(name, &cell),
                },
                _ => {}
            }
        }
        aligned.take_direction(if self.ko < self.en {
            Lang::Ko
        } else {
            Lang::En
        });
        if self.is_hunalign {
            hunalign_table::take_table_row(&mut row, &score, &mut self.places);
        }
        aligned.take_row(Ok(row))
    }
}

/// Where a chosen column stands.
fn position(
    column: &Column,
    names: &[String],
    table: &[Vec<String>],
) -> Result<usize, BilingualError> {
    let (at, name) = match column {
        Column::Number(number) => {
            let widest = table.iter().map(Vec::len).max().unwrap_or_default();
            let at = Some(*number).filter(|&number| number < widest);
            (at, (number + 1).to_string())
        }
        Column::Name(name) => {
            let wanted = name.to_lowercase();
            (names.iter().position(|name| *name == wanted), name.clone())
        }
    };
    at.ok_or(BilingualError::NoSuchColumn { name })
}

fn fill(label: &mut Option<String>, cell: &str) {
    if label.is_none() && !cell.is_empty() {
        *label = Some(cell.to_owned());
    }
}

/// Takes where a text came from, unless that is known or the cell is no object of ours.
fn fill_source(provenance: &mut Provenance, cell: &str) {
    if *provenance == Provenance::default() && !cell.is_empty() {
        *provenance = serde_json::from_str(cell).unwrap_or_default();
    }
}

fn names_language(name: &str, lang: Lang) -> bool {
    let (code, words) = match lang {
        Lang::En => ("en", ["english", "영어", "eng", "영문"]),
        Lang::Ko => ("ko", ["korean", "한국어", "kor", "국문"]),
    };
    let of_ours = name.ends_with("_sentences") || name.ends_with("_source");
    let region = name.strip_prefix(code).is_some_and(|rest| {
        rest.is_empty() || (rest.starts_with(['-', '_']) && rest.len() <= 8 && !of_ours)
    });
    region || words.contains(&name)
}

/// Whether what stands first in a column is its name rather than a text.
fn is_heading(names: &[String], at: usize) -> bool {
    const WORDS: [&str; 12] = [
        "source",
        "target",
        "src",
        "tgt",
        "trg",
        "original",
        "translation",
        "원문",
        "번역",
        "번역문",
        "출발어",
        "도착어",
    ];
    let is = |name: &String| {
        WORDS.contains(&name.as_str())
            || Lang::BOTH
                .into_iter()
                .any(|lang| names_language(name, lang))
    };
    names.get(at).is_some_and(is)
}

/// The column that is mostly English and the one that is mostly Korean.
fn by_script(table: &[Vec<String>]) -> Option<[usize; 2]> {
    let columns = table.iter().map(Vec::len).max()?.min(TELLING_COLUMNS);
    let share = |column: usize, lang: Lang| -> usize {
        let rows = table.iter().take(TELLING_LINES);
        let cells = rows.filter_map(|row| row.get(column));
        cells
            .filter(|cell| Lang::of(cell) == Some(lang))
            .map(|cell| cell.len())
            .sum()
    };
    let best = |lang: Lang| {
        (0..columns)
            .rev()
            .max_by_key(|&column| share(column, lang))
            .filter(|&column| share(column, lang) > 0)
    };
    let (en, ko) = (best(Lang::En)?, best(Lang::Ko)?);
    (en != ko).then_some([en, ko])
}

/// How well a table keeps the scripts apart: letters in the column where they belong, less Latin ones in the Korean
/// column. `None` without a column of each.
pub(in crate::exchange) fn parted(table: &[Vec<String>]) -> Option<i64> {
    let [en, ko] = by_script(table)?;
    let letters = |row: &[String], column: usize| {
        let cell = row.get(column).map_or("", String::as_str);
        let letters = cell.chars().filter(|c| c.is_alphabetic());
        letters.fold((0i64, 0i64), |(latin, hangul), c| {
            if is_hangul(c) {
                (latin, hangul + 1)
            } else {
                (latin + 1, hangul)
            }
        })
    };
    let fit = |row: &Vec<String>| {
        let (en, ko) = (letters(row, en), letters(row, ko));
        let english = if en.1 == 0 { en.0 } else { 0 };
        english + ko.1 - ko.0
    };
    Some(table.iter().map(fit).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_numbers_or_names() {
        let named = Columns::named("2, 원문").unwrap();
        assert_eq!(
            named.0,
            [Column::Number(1), Column::Name("원문".to_owned())]
        );
        for bad in ["", "1", "0,1", "2,2", ",ko"] {
            assert_eq!(Columns::named(bad), None, "{bad}");
        }
    }
}
