//! Writing the pairs of works to all their places, and what is told of it.

use super::{Outputs, Written};
use crate::Stop;
use crate::files::Target;
use crate::tell::{tell, warn};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bead, Bitext};
use jjak_formats::exchange::{self, ExportedWork, Flow, Format, Options};
use jjak_formats::project::{self, Project};
use std::io;
use std::path::Path;

impl Outputs {
    /// Writes one project, which came from `file`, or is in the first that is written.
    pub(crate) fn write(&self, project: &Project, file: Option<&Path>) -> Result<(), Stop> {
        let written = self.places.iter().find_map(|place| match place {
            (Target::File(path), Written::Project) => Some(path.as_path()),
            _ => None,
        });
        self.write_all(&[(project, file.or(written))])
    }

    /// Writes the pairs of a file that is read once more for each of these.
    pub(crate) fn write_flow(&self, flow: &Flow) -> Result<(), Stop> {
        for (target, written) in &self.places {
            let Written::Pairs(format) = *written else {
                continue;
            };
            let (mut left_out, mut changed) = (0, Changed::default());
            let pairs = target.write(|out| {
                let work = ExportedWork::of(flow.head(), None);
                let source = work.source;
                let written = flow.pieces(|pieces| {
                    let mut pieces = pieces.inspect(|piece| {
                        left_out += self.left_out(&piece.bitext, source, format);
                        changed.add(&piece.bitext, format, &self.options);
                    });
                    exchange::write_pieces(work, &mut pieces, format, &self.options, out)
                });
                written.map_err(io::Error::other)?
            })?;
            self.tell_written(target, format, pairs, left_out);
            changed.tell(target);
        }
        Ok(())
    }

    /// Writes the pairs of `projects` one after the other, each with the file it came from.
    pub(crate) fn write_all(&self, projects: &[(&Project, Option<&Path>)]) -> Result<(), Stop> {
        let works: Vec<ExportedWork> = projects
            .iter()
            .map(|(project, file)| ExportedWork::of(project, *file))
            .collect();
        let sources = works.iter().map(|work| work.source);
        let is_mixed = self.options.source.is_none() && works_differ(sources);
        for (target, written) in &self.places {
            match written {
                Written::Pairs(format) => {
                    let pairs = match target {
                        Target::File(path) => {
                            exchange::write_files(path, &works, *format, &self.options)
                                .map_err(Stop::failed)?
                        }
                        Target::Stdout => target
                            .write(|out| exchange::write(&works, *format, &self.options, out))?,
                    };
                    let (mut left_out, mut changed) = (0, Changed::default());
                    for work in &works {
                        left_out += self.left_out(work.bitext, work.source, *format);
                    }
                    for (project, _) in projects {
                        changed.add(&project.bitext, *format, &self.options);
                    }
                    self.tell_written(target, *format, pairs, left_out);
                    changed.tell(target);
                    if is_mixed && *format == Format::Xliff21 {
                        warn(format_args!(
                            "{target}: XLIFF 2.1 has one source for all; the projects translated in the other direction go on as the first"
                        ));
                    }
                }
                Written::Project => {
                    for (project, _) in projects {
                        self.write_project(target, project)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn write_project(&self, target: &Target, project: &Project) -> Result<(), Stop> {
        let claimed = self.claims.iter().find(|claim| match target {
            Target::File(path) => claim.path() == path,
            Target::Stdout => false,
        });
        let kept = match claimed {
            Some(claim) => claim.write(project).map_err(Stop::failed)?,
            None => {
                target.write(|out| project::write(project, out))?;
                None
            }
        };
        match kept {
            Some(kept) => tell(format_args!(
                "{target}: project written; the one before it is now {}",
                kept.display()
            )),
            None => tell(format_args!("{target}: project written")),
        }
        Ok(())
    }

    /// How many rows of a work that was translated from `source` have no counterpart that `format` could do without.
    fn left_out(&self, bitext: &Bitext, source: Lang, format: Format) -> usize {
        let source = self.options.source.unwrap_or(source);
        let beads = bitext.beads.iter();
        let keeps_sources = self.options.keeps_sources(format);
        let is_out = |bead: &&Bead| {
            bead.ids(source).is_empty() || !keeps_sources && bead.ids(source.other()).is_empty()
        };
        beads.filter(is_out).count()
    }

    /// Says what was written, and how many of the rows without a counterpart were not.
    fn tell_written(&self, target: &Target, format: Format, pairs: usize, one_sided: usize) {
        let known = self.options.known.take_met();
        if known > 0 {
            tell(format_args!(
                "{target}: {known} pairs are known already and left out"
            ));
        }
        let (can, asked) = (format.holds_one_sided(), self.options.one_sided);
        // Whole paragraphs may hold them.
        if one_sided == 0 || can && asked || self.options.paragraphs {
            return tell(format_args!("{target}: {pairs} pairs written"));
        }
        let how = if can { " (--one-sided)" } else { "" };
        tell(format_args!(
            "{target}: {pairs} pairs written, {one_sided} without a counterpart left out{how}"
        ));
    }
}

/// What of the texts a format has otherwise.
#[derive(Default)]
struct Changed {
    flattened: usize,
    guarded: usize,
}

impl Changed {
    fn add(&mut self, bitext: &Bitext, format: Format, options: &Options) {
        self.flattened += exchange::flattened(bitext, format);
        self.guarded += exchange::guarded(bitext, format, options);
    }

    fn tell(&self, target: &Target) {
        if self.flattened > 0 {
            warn(format_args!(
                "{target}: {} texts have line breaks or tabs, which are spaces there",
                self.flattened
            ));
        }
        if self.guarded > 0 {
            tell(format_args!(
                "{target}: {} texts begin with an apostrophe, so that no spreadsheet takes them for formulas (--spreadsheet-safe no)",
                self.guarded
            ));
        }
    }
}

/// Whether there are works of both directions.
fn works_differ(mut sources: impl Iterator<Item = Lang>) -> bool {
    let first = sources.next();
    sources.any(|source| Some(source) != first)
}
