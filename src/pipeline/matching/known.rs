//! Pairs that a person has decided.

use super::table::{MatchRow, RowState};
use crate::manifest::{Record, resolve};
use jjak_formats::import::part;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What a person writes as the state of a text that has no counterpart.
const NONE: &str = "none";

/// Rows that decide, and which texts they decide for.
pub(super) struct Known {
    rows: Vec<MatchRow>,
    /// Each text that is spoken for, as it is named, and whether it was found.
    texts: HashMap<PathBuf, (PathBuf, bool)>,
}

impl Known {
    /// Of the rows with both sides and no score below a half, and of those with one side whose state is `none`.
    pub(super) fn of(records: &[Record], table: Option<&Path>) -> Known {
        let mut known = Known {
            rows: Vec::new(),
            texts: HashMap::new(),
        };
        for record in records {
            let side = |path: &Option<PathBuf>| path.as_ref().map(|path| resolve(path, table));
            let (en, ko) = (side(&record.en.path), side(&record.ko.path));
            let has_both = en.is_some() && ko.is_some();
            let is_none = record.state.as_deref() == Some(NONE) && !has_both;
            if !(is_none || has_both && record.is_pair()) {
                continue;
            }
            for name in en.iter().chain(&ko) {
                known.texts.insert(key(name), (name.clone(), false));
            }
            let word = record.state.as_deref().and_then(RowState::named);
            known.rows.push(MatchRow {
                en,
                ko,
                score: has_both.then(|| record.score.unwrap_or(1.0)),
                margin: record.margin,
                how: "known".to_owned(),
                why: record.why.clone(),
                state: match (is_none, word) {
                    (true, _) => RowState::None,
                    (false, Some(RowState::Part)) => RowState::Part,
                    (false, _) => RowState::Sure,
                },
                of: record.of.clone(),
            });
        }
        known
    }

    /// Whether a text needs no counterpart found.
    pub(super) fn decides(&mut self, name: &Path) -> bool {
        match self.texts.get_mut(&key(name)) {
            Some((_, is_found)) => {
                *is_found = true;
                true
            }
            None => false,
        }
    }

    /// Texts that rows name and that are not among those to match.
    pub(super) fn missing(&self) -> Vec<PathBuf> {
        let missing = self.texts.values().filter(|(_, is_found)| !is_found);
        let mut missing: Vec<PathBuf> = missing.map(|(name, _)| name.clone()).collect();
        missing.sort();
        missing
    }

    pub(super) fn into_rows(self) -> Vec<MatchRow> {
        self.rows
    }
}

/// One name for a text, however it is written; a part is of its whole.
fn key(name: &Path) -> PathBuf {
    let whole = part::split(name).0;
    let file = part::file_of(&whole);
    let within =
        whole.as_os_str().as_encoded_bytes().len() - file.as_os_str().as_encoded_bytes().len();
    let text = whole.to_string_lossy();
    let rest = text
        .get(text.len().saturating_sub(within)..)
        .unwrap_or_default();
    let mut key = std::fs::canonicalize(&file)
        .unwrap_or(file)
        .into_os_string();
    key.push(rest);
    key.into()
}
