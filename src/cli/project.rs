//! Project files as arguments.

use super::Stop;
use super::files::is_dash;
use super::tell::fail;
use jjak_formats::project::{Damage, EXTENSION, Loaded, MAX_PROJECT_BYTES, read, read_from};
use std::io::{self, BufReader, Read};
use std::path::Path;

/// Reads a project; says on standard error if its end is damaged.
pub(crate) fn load(path: &Path) -> Result<Loaded, Stop> {
    let loaded = if is_dash(path) {
        read_from(
            BufReader::new(io::stdin().lock().take(MAX_PROJECT_BYTES)),
            Path::new("standard input"),
        )
    } else {
        read(path)
    };
    let loaded = loaded.map_err(Stop::failed)?;
    if let Some(damage) = &loaded.damage {
        tell_damage(path, damage);
    }
    Ok(loaded)
}

/// Says from where on a project or a job is damaged.
pub(crate) fn tell_damage(path: &Path, damage: &Damage) {
    fail(format_args!("{}: {damage}", path.display()));
}

/// Whether the name of a file says that it is a project.
pub(crate) fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == EXTENSION)
}
