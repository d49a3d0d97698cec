//! Whether a project is sound: every character of both texts in its place, and a history that leads back.

use super::Stop;
use jjak_core::bitext::State;
use jjak_formats::project::{Labels, Loaded};
use std::fmt::Write;

/// What there is to say of a sound project, a line each.
pub(super) fn of(loaded: &Loaded) -> Result<String, Stop> {
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
    let accepted = beads.iter().filter(|bead| bead.state == State::Accepted);
    let mut lines = format!(
        "{}\n{proof}\n{} beads, {} accepted; {} edits to undo, {} to redo, {} in the journal\n",
        project.title(),
        beads.len(),
        accepted.count(),
        history.len(),
        history.undone().len(),
        loaded.journaled
    );
    let Labels {
        domain,
        reviewer,
        licence,
        source,
    } = &project.about.labels;
    // Writing to a string cannot fail.
    for (what, label) in [
        ("domain", domain),
        ("reviewer", reviewer),
        ("licence", licence),
    ] {
        if let Some(label) = label {
            let _ = writeln!(lines, "{what}: {label}");
        }
    }
    for path in &project.about.shaped_by {
        let _ = writeln!(lines, "shaped by: {}", path.display());
    }
    if let Some(source) = source {
        let _ = writeln!(lines, "translated from {source}");
    }
    Ok(lines)
}
