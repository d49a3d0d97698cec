//! What a model of the user's own thinks of pairs of sentences, as `--scores` reads it.
//!
//! One pair a line: the English number, a tab, the Korean number, a tab, how similar the two are, from 0 (no
//! translation) over .5 (which says nothing) to 1. Numbers count from 0, as in a file of beads; a pair that the file does
//! not hold is judged as ever. Lines that begin with `#` are comments.

use super::beads::{Numbering, numbers};
use crate::import::limits;
use jjak_core::align::Opinion;
use jjak_core::bitext::Side;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

/// What can be wrong with a file of scores.
#[derive(Debug, thiserror::Error)]
pub enum ScoresError {
    #[error("{}: cannot be read ({source})", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error(
        "{}, line {line}: \"{found}\" is no score; a line holds an English number, a tab, a Korean number, a tab, a similarity from 0 to 1, such as \"3<tab>4<tab>0.82\"",
        path.display()
    )]
    NotAScore {
        path: PathBuf,
        line: usize,
        found: String,
    },
    #[error("{}, line {line}: the similarity {found} is not between 0 and 1; cosines below 0 may be written as 0", path.display())]
    OutOfRange {
        path: PathBuf,
        line: usize,
        found: f32,
    },
    #[error("{}, line {line}: {name} has no {what} {number}", path.display())]
    NoSuchNumber {
        path: PathBuf,
        line: usize,
        name: String,
        what: &'static str,
        number: usize,
    },
}

/// The scores of the file `path` as positions among the segments of both sides. Of several for a pair the last counts.
///
/// # Errors
/// [`ScoresError`], which names the file and the line.
pub fn read(
    path: &Path,
    en: &Side,
    ko: &Side,
    numbering: Numbering,
) -> Result<Vec<Opinion>, ScoresError> {
    let bytes = limits::read_file(path).map_err(|source| ScoresError::Unreadable {
        path: path.into(),
        source,
    })?;
    let positions = |side| -> HashMap<usize, usize> {
        let numbers = numbers(side, numbering).into_iter().enumerate();
        numbers
            .map(|(position, number)| (number, position))
            .collect()
    };
    let (positions_en, positions_ko) = (positions(en), positions(ko));
    let place = |numbers: &HashMap<usize, usize>, side: &Side, number: usize, line: usize| {
        numbers
            .get(&number)
            .copied()
            .ok_or_else(|| ScoresError::NoSuchNumber {
                path: path.into(),
                line,
                name: side.name(),
                what: numbering.what(),
                number,
            })
    };
    parse(&String::from_utf8_lossy(&bytes), path)?
        .into_iter()
        .map(|(line, (i, j, similarity))| {
            let (i, j) = (
                place(&positions_en, en, i, line)?,
                place(&positions_ko, ko, j, line)?,
            );
            Ok((i, j, similarity))
        })
        .collect()
}

/// The scores as they are numbered in the file, each with its line, counted from 1.
fn parse(text: &str, path: &Path) -> Result<Vec<(usize, Opinion)>, ScoresError> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().zip(1..);
    lines
        .filter(|(line, _)| !line.starts_with('#') && !line.trim().is_empty())
        .map(|(line, at)| {
            let score = score(line).ok_or_else(|| ScoresError::NotAScore {
                path: path.into(),
                line: at,
                found: line.trim().into(),
            })?;
            if !(0.0..=1.0).contains(&score.2) {
                return Err(ScoresError::OutOfRange {
                    path: path.into(),
                    line: at,
                    found: score.2,
                });
            }
            Ok((at, score))
        })
        .collect()
}

fn score(line: &str) -> Option<Opinion> {
    let mut fields = line.split('\t').map(str::trim);
    let (i, j, similarity) = (fields.next()?, fields.next()?, fields.next()?);
    Some((i.parse().ok()?, j.parse().ok()?, similarity.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match parse(text, Path::new("s.tsv")) {
            Ok(scores) => format!("{scores:?}"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn scores_are_read_line_by_line() {
        assert_eq!(
            told("\u{feff}# model\n0\t0\t0.9\r\n\n 1\t2\t.25\n"),
            "[(2, (0, 0, 0.9)), (4, (1, 2, 0.25))]"
        );
        assert_eq!(told(""), "[]");
    }

    #[test]
    fn what_is_no_score_is_named_with_its_line() {
        assert!(told("0\t0\n").starts_with("s.tsv, line 1: \"0\t0\" is no score"));
        assert!(told("0\t0\t1\n0,1\t0\t1").starts_with("s.tsv, line 2: \"0,1"));
        assert!(told("0\t0\t1.5").starts_with("s.tsv, line 1: the similarity 1.5 is not between"));
        assert!(told("0\t0\tNaN").starts_with("s.tsv, line 1: the similarity NaN is not between"));
    }
}
