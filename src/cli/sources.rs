//! Pairs wherever they are: projects, bilingual files of any tool, both halves of a Moses pair, and whatever of these a folder
//! holds.

use super::Stop;
use super::files::is_dash;
use super::project::{is_project, load};
use super::proof;
use super::tell::warn;
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, RowIndex};
use jjak_formats::exchange::{
    self, BadRows, BilingualWarning, Columns, Flow, Format, Keep, PairsError, ReadOptions,
};
use std::path::{Path, PathBuf};

/// A file's pairs; of a project with what was proved of it.
pub(crate) struct Opened {
    pub pairs: Pairs,
    /// The language that it was translated from.
    pub source: Lang,
    pub proof: Option<String>,
}

/// Pairs in memory, or in a file that is read piece by piece as often as need be.
pub(crate) enum Pairs {
    Whole(Box<Bitext>),
    Flow(Box<Flow>),
}

impl Pairs {
    pub(crate) fn count(&self) -> usize {
        match self {
            Pairs::Whole(bitext) => bitext.beads.len(),
            Pairs::Flow(flow) => flow.rows(),
        }
    }

    /// Gives the pieces to `take`, in order, each with its first row among all.
    pub(crate) fn each(
        &self,
        mut take: impl FnMut(&Bitext, RowIndex) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        match self {
            Pairs::Whole(bitext) => take(bitext, RowIndex(0)),
            Pairs::Flow(flow) => {
                let taken = flow.pieces(|pieces| {
                    for piece in pieces {
                        take(&piece.bitext, RowIndex(piece.base.rows))?;
                    }
                    Ok(())
                });
                taken.map_err(Stop::failed)?
            }
        }
    }
}

/// Both texts of a row.
pub(crate) fn texts(bitext: &Bitext, row: RowIndex) -> [String; 2] {
    Lang::BOTH.map(|lang| {
        let texts: Vec<_> = bitext.texts(row, lang).collect();
        texts.join(" ")
    })
}

/// The files that `inputs` name, those of folders in the order of their names.
pub(crate) fn files(inputs: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut files = Vec::new();
    for input in inputs {
        if input.is_dir() {
            let before = files.len();
            walk(input, &mut files)?;
            if files.len() == before {
                return Err(Stop::Failed(format!(
                    "{}: holds no project and no bilingual file",
                    input.display()
                )));
            }
        } else {
            files.push(input.clone())
        }
    }
    // Both halves of a Moses pair are one.
    let is_half = |path: &Path| exchange::Format::of(path) == Some(Format::Moses(Lang::Ko));
    let all = files.clone();
    files.retain(|file| !(is_half(file) && all.contains(&file.with_extension("en"))));
    Ok(files)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Stop> {
    let failed = |error: std::io::Error| {
        Stop::Failed(format!("{}: cannot be read ({error})", folder.display()))
    };
    let entries: Result<Vec<_>, _> = std::fs::read_dir(folder).map_err(failed)?.collect();
    let mut paths: Vec<PathBuf> = entries
        .map_err(failed)?
        .iter()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths {
        // A link may lead back up.
        if path.is_dir() && !path.is_symlink() {
            walk(&path, files)?;
        } else if is_project(&path) || exchange::is_pairs(&path) {
            files.push(path);
        }
    }
    Ok(())
}

pub(crate) fn open(path: &Path, columns: Option<&Columns>, skip_bad: bool) -> Result<Opened, Stop> {
    // Of what comes from standard input nothing tells what else it would be.
    if is_dash(path) || is_project(path) {
        let loaded = load(path)?;
        let proof = proof::of(&loaded)?;
        return Ok(Opened {
            source: loaded.project.about.labels.source(),
            pairs: Pairs::Whole(Box::new(loaded.project.bitext)),
            proof: Some(proof),
        });
    }
    let reading = ReadOptions {
        columns,
        bad_rows: if skip_bad {
            BadRows::Skip
        } else {
            BadRows::Refuse
        },
    };
    let refused = |error| match error {
        PairsError::UnknownFormat { .. } => Stop::usage(error),
        _ => Stop::failed(error),
    };
    let tell = |warnings: &[BilingualWarning]| {
        for warning in warnings {
            warn(format_args!("{}: {warning}", path.display()));
        }
    };
    if let Some(flow) = Flow::reading(path, reading).map_err(refused)? {
        tell(flow.warnings());
        return Ok(Opened {
            source: flow.head().about.labels.source(),
            pairs: Pairs::Flow(Box::new(flow)),
            proof: None,
        });
    }
    let opened = exchange::open_reading(Keep::Pairs, path, reading);
    let (project, warnings) = opened.map_err(refused)?;
    tell(&warnings);
    Ok(Opened {
        source: project.about.labels.source(),
        pairs: Pairs::Whole(Box::new(project.bitext)),
        proof: None,
    })
}
