//! `jjak check`: whether a project is sound, and the proof that nothing in it was lost.

use super::files;
use super::project::load;
use super::{Outcome, Stop, help, print};
use crate::project::Labels;
use lexopt::prelude::*;
use std::io::{self, Write};

pub fn run(parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
    let mut inputs = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return print(help::CHECK),
            Value(file) => inputs.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let loaded = load(&files::only(inputs)?)?;
    let project = &loaded.project;
    let mut undone = project.clone();
    while undone.history.undo(&mut undone.bitext).is_some() {}
    let proof = project.bitext.check().and_then(|proof| {
        // Undo must lead to a sound bitext, too.
        undone.bitext.check().map(|_| proof)
    });
    let proof = proof.map_err(Stop::failed)?;
    if !undone.history.is_empty() {
        return Err(Stop::failed(
            "its history does not fit its rows; undo would stop half way",
        ));
    }
    let (history, beads) = (&project.history, &project.bitext.beads);
    let accepted = beads
        .iter()
        .filter(|bead| bead.state == crate::bitext::State::Accepted);
    writeln!(
        io::stdout().lock(),
        "{}\n{proof}\n{} beads, {} accepted; {} edits to undo, {} to redo, {} in the journal",
        project.title(),
        beads.len(),
        accepted.count(),
        history.len(),
        history.undone().len(),
        loaded.journaled
    )?;
    let Labels { domain, reviewer } = &project.about.labels;
    for (what, label) in [("domain", domain), ("reviewer", reviewer)] {
        if let Some(label) = label {
            writeln!(io::stdout().lock(), "{what}: {label}")?;
        }
    }
    for path in &project.about.shaped_by {
        writeln!(io::stdout().lock(), "shaped by: {}", path.display())?;
    }
    Ok(if loaded.damage.is_some() {
        Outcome::Warned
    } else {
        Outcome::Done
    })
}
