//! Beads as numbers: what `--beads` writes, and what `--pins` and `jjak score` read.
//!
//! One bead a line: English numbers, a tab, Korean numbers, a tab, the confidence. Numbers count from 0 and
//! are separated by commas; a side may be empty. Lines that begin with `#` are comments.

use crate::import::limits;
use jjak_core::align::Pin;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, SegmentId, Side};
use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the numbers of a bead file count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// The segments of each article.
    Segments,
    /// The lines of each text; blank ones count, too.
    Lines,
}

impl Numbering {
    /// What it counts, for messages.
    pub(super) fn what(self) -> &'static str {
        match self {
            Numbering::Segments => "sentence",
            Numbering::Lines => "line with text",
        }
    }
}

/// A line of a bead file: the numbers of each side, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Where in the file it stands, from 1.
    pub line: usize,
    pub en: Vec<usize>,
    pub ko: Vec<usize>,
}

impl Numbered {
    /// The numbers alone.
    pub fn into_pin(self) -> Pin {
        (self.en, self.ko)
    }
}

/// What can be wrong with a bead file.
#[derive(Debug, thiserror::Error)]
pub enum BeadsError {
    #[error("{}: cannot be read ({source})", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error(
        "{}, line {line}: \"{found}\" is no number; a line holds English numbers, a tab, Korean numbers, such as \"3,4<tab>5\"",
        path.display()
    )]
    NotANumber {
        path: PathBuf,
        line: usize,
        found: String,
    },
    #[error("{}, line {line}: {name} has no {what} {number}", path.display())]
    NoSuchNumber {
        path: PathBuf,
        line: usize,
        name: String,
        what: &'static str,
        number: usize,
    },
    #[error("{}, line {line}: {lang} {number} is in two beads; a sentence can be in one only", path.display())]
    Twice {
        path: PathBuf,
        line: usize,
        lang: Lang,
        number: usize,
    },
}

/// Writes every bead of `bitext`, one-sided ones too.
///
/// # Errors
/// What `out` says.
pub fn write(bitext: &Bitext, numbering: Numbering, out: &mut dyn Write) -> io::Result<()> {
    let (en, ko) = (
        numbers(&bitext.en, numbering),
        numbers(&bitext.ko, numbering),
    );
    for bead in &bitext.beads {
        writeln!(
            out,
            "{}\t{}\t{:.4}",
            list(&bitext.en, &bead.en, &en),
            list(&bitext.ko, &bead.ko, &ko),
            bead.confidence
        )?;
    }
    Ok(())
}

fn list(side: &Side, ids: &[SegmentId], numbers: &[usize]) -> String {
    let numbers: Vec<String> = ids
        .iter()
        .filter_map(|&id| Some(numbers[side.position(id)?].to_string()))
        .collect();
    numbers.join(",")
}

/// The number of every segment of `side`.
pub(super) fn numbers(side: &Side, numbering: Numbering) -> Vec<usize> {
    let text = &side.article.text;
    let (mut from, mut line) = (0, 0);
    let segments = side.segments.iter().enumerate();
    segments
        .map(|(at, segment)| match numbering {
            Numbering::Segments => at,
            Numbering::Lines => {
                line += text[from..segment.span.start].matches('\n').count();
                from = segment.span.start;
                line
            }
        })
        .collect()
}

/// The beads of `bitext` by the numbers of their sentences.
pub fn of(bitext: &Bitext, numbering: Numbering) -> Vec<Pin> {
    let numbers = [&bitext.en, &bitext.ko].map(|side| numbers(side, numbering));
    let of_side = |side: &Side, ids: &[SegmentId], numbers: &[usize]| {
        let ids = ids.iter();
        ids.filter_map(|&id| numbers.get(side.position(id)?).copied())
            .collect()
    };
    let beads = bitext.beads.iter().map(|bead| {
        let [en, ko] = &numbers;
        (
            of_side(&bitext.en, &bead.en, en),
            of_side(&bitext.ko, &bead.ko, ko),
        )
    });
    beads.collect()
}

/// Reads a bead file; beads without any number are left out.
///
/// # Errors
/// [`BeadsError`], which names the file and the line.
pub fn read(path: &Path) -> Result<Vec<Numbered>, BeadsError> {
    let bytes = limits::read_file(path).map_err(|source| BeadsError::Unreadable {
        path: path.into(),
        source,
    })?;
    parse(&String::from_utf8_lossy(&bytes), path)
}

fn parse(text: &str, path: &Path) -> Result<Vec<Numbered>, BeadsError> {
    let text = text.trim_start_matches('\u{feff}');
    let mut beads = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let mut columns = line.split('\t');
        let mut side = || {
            let mut numbers = columns
                .next()
                .unwrap_or_default()
                .split([',', ' '])
                .map(str::trim)
                .filter(|number| !matches!(*number, "" | "-"))
                .map(|number| {
                    number.parse().map_err(|_| BeadsError::NotANumber {
                        path: path.into(),
                        line: at + 1,
                        found: number.into(),
                    })
                })
                .collect::<Result<Vec<usize>, _>>()?;
            numbers.sort_unstable();
            Ok(numbers)
        };
        let (en, ko) = (side()?, side()?);
        if !en.is_empty() || !ko.is_empty() {
            beads.push(Numbered {
                line: at + 1,
                en,
                ko,
            });
        }
    }
    Ok(beads)
}

/// The beads of the file `path` as positions among the segments of both sides.
///
/// # Errors
/// [`BeadsError`] for a number that no segment has, or that is in two beads.
pub fn to_pins(
    beads: &[Numbered],
    path: &Path,
    en: &Side,
    ko: &Side,
    numbering: Numbering,
) -> Result<Vec<Pin>, BeadsError> {
    let mut en = Positions::new(en, path, numbering);
    let mut ko = Positions::new(ko, path, numbering);
    beads
        .iter()
        .map(|bead| Ok((en.take(&bead.en, bead.line)?, ko.take(&bead.ko, bead.line)?)))
        .collect()
}

/// The segments of one side by number, each to be had once.
struct Positions<'a> {
    side: &'a Side,
    path: &'a Path,
    numbering: Numbering,
    free: HashMap<usize, (usize, bool)>,
}

impl<'a> Positions<'a> {
    fn new(side: &'a Side, path: &'a Path, numbering: Numbering) -> Positions<'a> {
        let numbers = numbers(side, numbering);
        Positions {
            side,
            path,
            numbering,
            free: numbers
                .into_iter()
                .enumerate()
                .map(|(position, number)| (number, (position, true)))
                .collect(),
        }
    }

    fn take(&mut self, numbers: &[usize], line: usize) -> Result<Vec<usize>, BeadsError> {
        let mut positions = Vec::with_capacity(numbers.len());
        for &number in numbers {
            match self.free.get_mut(&number) {
                Some((position, free @ true)) => {
                    *free = false;
                    positions.push(*position);
                }
                Some(_) => {
                    return Err(BeadsError::Twice {
                        path: self.path.into(),
                        line,
                        lang: self.side.article.lang,
                        number,
                    });
                }
                None => {
                    return Err(BeadsError::NoSuchNumber {
                        path: self.path.into(),
                        line,
                        name: self.side.name(),
                        what: self.numbering.what(),
                        number,
                    });
                }
            }
        }
        Ok(positions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers_of(text: &str) -> Vec<(Vec<usize>, Vec<usize>)> {
        let beads = parse(text, Path::new("b.tsv")).unwrap();
        beads.into_iter().map(|bead| (bead.en, bead.ko)).collect()
    }

    #[test]
    fn every_way_to_write_a_bead_is_read() {
        assert_eq!(
            numbers_of("# gold\n0\t0\t0.98\n2,1\t1 2\r\n\n3\t-\n\t4\n5\n\t\n"),
            [
                (vec![0], vec![0]),
                (vec![1, 2], vec![1, 2]),
                (vec![3], vec![]),
                (vec![], vec![4]),
                (vec![5], vec![]),
            ]
        );
    }

    #[test]
    fn what_is_no_number_is_named_with_its_line() {
        let error = parse("0\t0\n1\tone\n", Path::new("b.tsv")).unwrap_err();
        assert!(
            error.to_string().starts_with("b.tsv, line 2: \"one\""),
            "{error}"
        );
    }
}
