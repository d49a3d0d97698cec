//! A workbook's sheets as rows of cell texts, whatever wrote them.

use super::Fault;
use super::drawing::Drawing;
use crate::import::limits::{MAX_DOCUMENT_TEXT, MAX_SHEET_CELLS};
use jjak_core::article::{Lang, PerLang};

/// What a workbook shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
    /// Sheets that the workbook does not show.
    pub hidden_sheets: usize,
    pub comments: usize,
}

impl Workbook {
    /// Paragraphs that lie on sheets beside the cells.
    pub fn boxes(&self) -> usize {
        let sheets = self.sheets.iter();
        sheets.map(|sheet| sheet.drawing.paragraphs.len()).sum()
    }
}

/// A sheet: its rows of cells as their texts, empty ones too. Rows may have different lengths; those without any
/// text are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<String>>,
    pub drawing: Drawing,
}

impl Sheet {
    /// The columns that hold English and Korean, when both are there. A column's first cell may be its name.
    pub fn languages(&self) -> Option<(usize, usize)> {
        // How many cells of each column are English, and how many Korean.
        let mut columns: Vec<PerLang<usize>> = Vec::new();
        for row in &self.rows {
            columns.resize(columns.len().max(row.len()), PerLang::default());
            for (column, cell) in columns.iter_mut().zip(row) {
                if let Some(lang) = Lang::of(cell) {
                    column[lang] += 1;
                }
            }
        }
        // Of several columns of one language, the fullest; the first of equals.
        let fullest = |lang: Lang| {
            let cells = |column: &PerLang<usize>| column[lang];
            let mainly = |column: &PerLang<usize>| match lang {
                Lang::En => column[Lang::En] > 0 && column[Lang::En] >= column[Lang::Ko],
                Lang::Ko => column[Lang::Ko] > column[Lang::En],
            };
            let found = columns.iter().enumerate().rev();
            found
                .filter(|(_, column)| mainly(column))
                .max_by_key(|(_, column)| cells(column))
                .map(|(at, _)| at)
        };
        Some((fullest(Lang::En)?, fullest(Lang::Ko)?))
    }

    /// Whether most rows hold an English and a Korean text that may translate each other by their lengths: names and
    /// codes beside Korean text are no translations of it.
    pub fn is_bilingual(&self) -> bool {
        /// English has two to three letters for a Korean one; so much more or less is no translation.
        const LETTERS: std::ops::RangeInclusive<f64> = 0.8..=8.0;
        let Some((en, ko)) = self.languages() else {
            return false;
        };
        let letters = |row: &Vec<String>, column: usize| {
            let cell = row.get(column).map_or("", String::as_str);
            cell.chars().filter(|c| c.is_alphabetic()).count()
        };
        let (mut both, mut en_letters, mut ko_letters) = (0, 0, 0);
        for row in &self.rows {
            let (en, ko) = (letters(row, en), letters(row, ko));
            both += usize::from(en > 0 && ko > 0);
            en_letters += en;
            ko_letters += ko;
        }
        both * 2 >= self.rows.len() && LETTERS.contains(&(en_letters as f64 / ko_letters as f64))
    }
}

/// What the cells of a whole workbook take.
#[derive(Debug, Default)]
pub(super) struct Room {
    cells: usize,
    /// Of their texts: many cells may show one that the file holds once.
    bytes: usize,
}

impl Room {
    /// Takes so many more cells with so many bytes of text in all.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn take(&mut self, cells: usize, bytes: usize) -> Result<(), Fault> {
        self.cells = self.cells.saturating_add(cells);
        self.bytes = self.bytes.saturating_add(bytes);
        let (limit, unit, name) = if self.cells > MAX_SHEET_CELLS {
            (MAX_SHEET_CELLS, "cells", "MAX_SHEET_CELLS")
        } else if self.bytes > MAX_DOCUMENT_TEXT {
            (MAX_DOCUMENT_TEXT, "bytes", "MAX_DOCUMENT_TEXT")
        } else {
            return Ok(());
        };
        Err(Fault::OverLimit {
            what: "its sheets have",
            limit: limit as u64,
            unit,
            name,
        })
    }
}
