//! The findings of all files, as text, table, workbook, JSON or page.

use super::{Row, page};
use jjak_core::article::Lang;
use jjak_core::check::{Check, Level};
use jjak_formats::exchange::Workbook;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Tsv,
    Json,
    Xlsx,
    Html,
}

impl Format {
    pub(crate) const NAMES: &[(&str, Format)] = &[
        ("text", Format::Text),
        ("tsv", Format::Tsv),
        ("json", Format::Json),
        ("xlsx", Format::Xlsx),
        ("html", Format::Html),
    ];

    /// The format that the end of a file's name says.
    pub(crate) fn of(path: &Path) -> Option<Format> {
        Some(
            match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
                "text" | "txt" => Format::Text,
                "tsv" => Format::Tsv,
                "json" => Format::Json,
                "xlsx" => Format::Xlsx,
                "html" | "htm" => Format::Html,
                _ => return None,
            },
        )
    }
}

/// What was found, by file and row.
#[derive(Default)]
pub(super) struct Report {
    pub rows: Vec<Row>,
    /// How many were looked at.
    pub pairs: usize,
    /// More than one file was checked.
    pub several: bool,
}

/// A finding as JSON.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    /// From 1.
    row: usize,
    level: &'a str,
    check: &'a str,
    finding: String,
    en: &'a str,
    ko: &'a str,
}

const COLUMNS: [&str; 7] = ["number", "level", "check", "finding", "en", "ko", "file"];
const COLUMNS_FROM_KOREAN: [&str; 7] = ["number", "level", "check", "finding", "ko", "en", "file"];

impl Report {
    /// The languages of the texts, that of the first row's source first.
    pub(super) fn languages(&self) -> [Lang; 2] {
        let source = self.rows.first().map_or(Lang::En, |row| row.source);
        [source, source.other()]
    }

    pub(super) fn write(&self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Text => self.write_text(out),
            Format::Tsv => self.write_tsv(out),
            Format::Json => {
                let lines: Vec<Line> = self.rows.iter().map(Line::of).collect();
                serde_json::to_writer_pretty(&mut *out, &lines)?;
                writeln!(out)
            }
            Format::Xlsx => self.write_workbook(out),
            Format::Html => page::write(self, out),
        }
    }

    /// How many findings there are, on one line.
    pub(super) fn counts(&self) -> String {
        let count = |level: Level| {
            let of_level = self.rows.iter().filter(|row| row.finding.level() == level);
            of_level.count()
        };
        let named = |count: usize, what: &str| match count {
            1 => format!("1 {what}"),
            count => format!("{count} {what}s"),
        };
        let pairs = named(self.pairs, "pair");
        match (count(Level::Error), count(Level::Note)) {
            (0, 0) => format!("no findings in {pairs}"),
            (errors, notes) => format!(
                "{} in {pairs}: {}, {}",
                named(errors + notes, "finding"),
                named(errors, "error"),
                named(notes, "note")
            ),
        }
    }

    /// How many there are of each check that found something, errors first.
    pub(super) fn by_check(&self) -> Vec<(Check, usize)> {
        let count = |check: Check| {
            let of_check = self.rows.iter().filter(|row| row.finding.check() == check);
            of_check.count()
        };
        let mut counts: Vec<_> = Check::ALL
            .into_iter()
            .map(|check| (check, count(check)))
            .collect();
        counts.retain(|(_, count)| *count > 0);
        counts.sort_by_key(|(check, count)| (check.level(), std::cmp::Reverse(*count)));
        counts
    }

    fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", self.counts())?;
        for row in &self.rows {
            if self.several {
                write!(out, "{}, ", row.file)?;
            }
            let (finding, check) = (&row.finding, row.finding.check());
            write!(out, "row {}: {finding} ({}", row.number, check.as_str())?;
            match check.level() {
                Level::Error => writeln!(out, ")")?,
                Level::Note => writeln!(out, ", note)")?,
            }
        }
        Ok(())
    }

    fn write_tsv(&self, out: &mut dyn Write) -> io::Result<()> {
        let languages = self.languages();
        let [first, second] = languages.map(Lang::code);
        writeln!(out, "row\tcheck\tfinding\t{first}\t{second}\tlevel\tfile")?;
        for row in &self.rows {
            let line = Line::of(row);
            let [first, second] = languages.map(|lang| row.text(lang));
            let cells = [
                line.check,
                &line.finding,
                first,
                second,
                line.level,
                line.file,
            ];
            let cells = cells.map(|cell| cell.replace(['\t', '\n', '\r', '\u{2028}'], " "));
            writeln!(out, "{}\t{}", line.row, cells.join("\t"))?;
        }
        Ok(())
    }

    fn write_workbook(&self, out: &mut dyn Write) -> io::Result<()> {
        let languages = self.languages();
        let columns = match languages {
            [Lang::Ko, _] => &COLUMNS_FROM_KOREAN,
            _ => &COLUMNS,
        };
        let mut workbook = Workbook::begin(columns, out)?;
        for row in &self.rows {
            let line = Line::of(row);
            let [first, second] = languages.map(|lang| row.text(lang));
            workbook.push(&[
                Cow::Owned(line.row.to_string()),
                Cow::Borrowed(line.level),
                Cow::Borrowed(line.check),
                Cow::Owned(line.finding),
                Cow::Borrowed(first),
                Cow::Borrowed(second),
                Cow::Borrowed(line.file),
            ])?;
        }
        workbook.end().map(drop)
    }
}

impl Line<'_> {
    fn of(row: &Row) -> Line<'_> {
        Line {
            file: &row.file,
            row: row.number,
            level: row.finding.level().as_str(),
            check: row.finding.check().as_str(),
            finding: row.finding.to_string(),
            en: &row.en,
            ko: &row.ko,
        }
    }
}
