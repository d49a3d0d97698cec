//! A report as text, table, workbook, JSON or page.

use super::html;
use super::report::{Report, Row};
use jjak_core::article::Lang;
use jjak_core::check::Level;
use jjak_formats::exchange::WorkbookWriter;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReportFormat {
    Text,
    Tsv,
    Json,
    Xlsx,
    Html,
}

impl ReportFormat {
    pub(super) const NAMES: &[(&str, ReportFormat)] = &[
        ("text", ReportFormat::Text),
        ("tsv", ReportFormat::Tsv),
        ("json", ReportFormat::Json),
        ("xlsx", ReportFormat::Xlsx),
        ("html", ReportFormat::Html),
    ];

    /// The format that the end of a file's name says.
    pub(super) fn of(path: &Path) -> Option<ReportFormat> {
        Some(
            match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
                "text" | "txt" => ReportFormat::Text,
                "tsv" => ReportFormat::Tsv,
                "json" => ReportFormat::Json,
                "xlsx" => ReportFormat::Xlsx,
                "html" | "htm" => ReportFormat::Html,
                _ => return None,
            },
        )
    }

    /// Writes a report so.
    pub(super) fn write(self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        match self {
            ReportFormat::Text => write_text(report, out),
            ReportFormat::Tsv => write_tsv(report, out),
            ReportFormat::Json => {
                let lines: Vec<Line> = report.rows.iter().map(Line::of).collect();
                serde_json::to_writer_pretty(&mut *out, &lines)?;
                writeln!(out)
            }
            ReportFormat::Xlsx => write_workbook(report, out),
            ReportFormat::Html => html::write(report, out),
        }
    }
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

fn write_text(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", report.counts())?;
    for row in &report.rows {
        if report.several {
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

fn write_tsv(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let languages = report.languages();
    let [first, second] = languages.map(Lang::code);
    writeln!(out, "row\tcheck\tfinding\t{first}\t{second}\tlevel\tfile")?;
    for row in &report.rows {
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

fn write_workbook(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let languages = report.languages();
    let columns = match languages {
        [Lang::Ko, _] => &COLUMNS_FROM_KOREAN,
        _ => &COLUMNS,
    };
    let mut workbook = WorkbookWriter::begin(columns, out)?;
    for row in &report.rows {
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
