//! Tables of one pair a line: tab-separated without quoting, or as spreadsheets write them.

use super::{Aligned, AlignedError, Row};
use crate::article::{Lang, Provenance};

/// As many lines tell which column is which where the first line does not name them.
const TELLING_LINES: usize = 200;

pub(super) fn read_tsv(text: &str) -> Result<Aligned, AlignedError> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let table = lines.map(|line| line.split('\t').map(str::to_owned).collect());
    rows(table.collect())
}

/// A table with quoted cells; commas, semicolons or tabs between them, whichever the first line has most of.
pub(super) fn read_csv(text: &str) -> Result<Aligned, AlignedError> {
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: &char| first.matches(*delimiter).count();
    let delimiter = [',', ';', '\t'].into_iter().rev().max_by_key(count);
    let mut table = cells(text, delimiter.unwrap_or(','));
    for cell in table.iter_mut().flatten() {
        // The apostrophe that keeps a spreadsheet from taking a cell for a formula.
        if cell.starts_with("'") && cell[1..].starts_with(['=', '+', '-', '@']) {
            cell.remove(0);
        }
    }
    rows(table)
}

fn cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let (mut table, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            c if quoted => cell.push(c),
            c if c == delimiter => row.push(std::mem::take(&mut cell)),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                table.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        table.push(row);
    }
    table.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()));
    table
}

fn rows(table: Vec<Vec<String>>) -> Result<Aligned, AlignedError> {
    let Some(first) = table.first() else {
        return Err(AlignedError::Empty);
    };
    let names: Vec<String> = first
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    let named = |lang: Lang| names.iter().position(|name| names_language(name, lang));
    let (en, ko, names) = match (named(Lang::En), named(Lang::Ko)) {
        (Some(en), Some(ko)) => (en, ko, Some(names)),
        _ => {
            let (en, ko) = by_script(&table).ok_or(AlignedError::NoColumns)?;
            (en, ko, None)
        }
    };
    let mut aligned = Aligned::default();
    for cells in table.into_iter().skip(usize::from(names.is_some())) {
        let mut row = Row::default();
        for (at, cell) in cells.into_iter().enumerate() {
            match (&names, at) {
                (_, at) if at == en => row.cell(Lang::En).text = cell,
                (_, at) if at == ko => row.cell(Lang::Ko).text = cell,
                (Some(names), at) => match names.get(at).map(String::as_str) {
                    Some("note") => row.note = cell,
                    Some("domain") => aligned.labels.domain = filled(cell),
                    Some("reviewer") => aligned.labels.reviewer = filled(cell),
                    Some("en_source") => aligned.provenance[0] = source(&cell),
                    Some("ko_source") => aligned.provenance[1] = source(&cell),
                    Some(name) => row.take(name, &cell),
                    None => {}
                },
                (None, _) => {}
            }
        }
        aligned.rows.push(row);
    }
    Ok(aligned)
}

fn filled(cell: String) -> Option<String> {
    Some(cell).filter(|cell| !cell.is_empty())
}

/// Where a text came from; nothing if the cell is no object of ours.
fn source(cell: &str) -> Provenance {
    serde_json::from_str(cell).unwrap_or_default()
}

fn names_language(name: &str, lang: Lang) -> bool {
    let (code, words) = match lang {
        Lang::En => ("en", ["english", "영어", "eng"]),
        Lang::Ko => ("ko", ["korean", "한국어", "kor"]),
    };
    let of_ours = name.ends_with("_sentences") || name.ends_with("_source");
    let region = name.strip_prefix(code).is_some_and(|rest| {
        rest.is_empty() || (rest.starts_with(['-', '_']) && rest.len() <= 8 && !of_ours)
    });
    region || words.contains(&name)
}

/// The column that is mostly English and the one that is mostly Korean.
fn by_script(table: &[Vec<String>]) -> Option<(usize, usize)> {
    let columns = table.iter().map(Vec::len).max()?.min(100);
    let share = |column: usize, lang: Lang| -> usize {
        let cells = table
            .iter()
            .take(TELLING_LINES)
            .filter_map(|row| row.get(column));
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
    (en != ko).then_some((en, ko))
}
